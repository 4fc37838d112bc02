"""A broadcast: owed to a million people by one statement; sent to a hundred thousand through two
kill -9; what a message costs beside aiogram's bare one."""

import asyncio
import os
import resource
import signal
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import sqlalchemy as sa

from adapters.db.store import Store
from bench.codes import prepared
from bench.program import Bot, bot, migrated, started
from domain.broadcasts import Audience, announcement

FOLLOWERS = 1_000_000
PEOPLE = int(os.environ.get("BENCH_PEOPLE", "100000"))
RATE = int(os.environ.get("BENCH_RATE", "1000"))
BARE = 3_000
FIRST = 1_000_000_000
TEXT = {"kk": "Ертең жиналыс", "ru": "Завтра собрание", "en": "A meeting tomorrow"}

COUNTING = "WITH RECURSIVE n(i) AS (SELECT :first UNION ALL SELECT i + 1 FROM n WHERE i < :last)"
MADE = tuple(
    " ".join((insert, COUNTING, "SELECT", values, "FROM n"))
    for insert, values in (
        (
            "INSERT INTO people (id, language, created_at)",
            "i, substr('kkruen', 1 + (i % 3) * 2, 2), :now",
        ),
        (
            "INSERT INTO subscriptions (event_id, subject, person_id, created_at)",
            "'auyl', '', i, :now",
        ),
    )
)


async def main() -> None:
    await owed_to_a_million()
    await sent_through_kills()


def followers(count: int, now: datetime) -> Callable[[Store], None]:
    """People who follow an event, made by the database itself."""
    given = {"first": FIRST, "last": FIRST + count - 1, "now": now.timestamp()}

    def work(store: Store) -> None:
        for statement in MADE:
            store.connection.execute(sa.text(statement), given)

    return work


def told(now: datetime) -> Callable[[Store], None]:
    def work(store: Store) -> None:
        store.broadcasts.start(announcement(TEXT, goes_at=now), Audience("auyl"), now)

    return work


async def owed_to_a_million() -> None:
    now = datetime.now(UTC)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        await migrated({**os.environ, "DATA_DIR": name, "LOG_LEVEL": "ERROR"})
        await prepared(folder, followers(FOLLOWERS, now))
        before, began = peak(), time.perf_counter()
        await prepared(folder, told(now))
        took = time.perf_counter() - began
        print(f"owed to 1,000,000      {took:6.1f} s     (at most 20 s)")
        print(f"memory it takes        {peak() - before:6.1f} MB")


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@asynccontextmanager
async def sink() -> AsyncIterator[str]:
    async with started("bench.sink", env={}, says="sink ready") as (_, url):
        yield url


async def counts(session: aiohttp.ClientSession, url: str) -> dict[str, Any]:
    async with session.get(f"{url}/counts") as answer:
        found: dict[str, Any] = await answer.json()
        return found


async def sent_through_kills() -> None:
    now = datetime.now(UTC)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        await migrated({**os.environ, "DATA_DIR": name, "LOG_LEVEL": "ERROR"})
        await prepared(folder, followers(PEOPLE, now))
        await prepared(folder, told(awake(now)))
        async with sink() as url, aiohttp.ClientSession() as session:
            bare = await bare_cost(url)
            most = 0.0
            for share in (1 / 3, 2 / 3):
                most = max(most, await killed_at(session, url, folder, int(PEOPLE * share)))
            most = max(most, await finished(session, url, folder, bare))
            end = await counts(session, url)
            told_people = end["people"] - 1  # and the one that aiogram wrote to
            doubled = end["doubled"] - 1
            rows = await prepared(folder, lambda store: store.outbox.counts())
            print(f"people told            {told_people:6}       (of {PEOPLE}; rows: {rows})")
            print(f"told twice             {doubled:6}       (through two kill -9)")
            print(f"memory, at most        {most:6.0f} MB    (at most 300 MB)")


def awake(now: datetime) -> datetime:
    """The broadcast waits for no morning: it was due yesterday."""
    return now - timedelta(days=1)


async def bare_cost(url: str) -> float:
    """Milliseconds of CPU that aiogram takes for a message."""
    async with started("bench.bare", url, str(BARE), env={}, says="bare") as (_, cost):
        return float(cost)


async def killed_at(session: aiohttp.ClientSession, url: str, folder: Path, people: int) -> float:
    """Sends until so many are told, then the process dies; its memory, at most."""
    async with bot(folder, url, SEND_RATE=str(RATE)) as program:
        most = await until(session, url, program, people)
        os.kill(program.pid, signal.SIGKILL)
        await asyncio.sleep(1)
    return most


async def until(session: aiohttp.ClientSession, url: str, program: Bot, people: int) -> float:
    most = 0.0
    while (await counts(session, url))["people"] - 1 < people:
        most = max(most, program.rss())
        await asyncio.sleep(0.2)
    return most


async def finished(session: aiohttp.ClientSession, url: str, folder: Path, bare: float) -> float:
    async with bot(folder, url, SEND_RATE=str(RATE)) as program:
        before, cpu, began = (
            (await counts(session, url))["people"],
            program.cpu(),
            time.perf_counter(),
        )
        most = await until(session, url, program, PEOPLE)
        sent = (await counts(session, url))["people"] - before
        cost = (program.cpu() - cpu) / sent * 1e3
        rate = sent / (time.perf_counter() - began)
        print(f"messages/s             {rate:6.0f}       (SEND_RATE={RATE})")
        print(f"CPU a message          {cost:6.3f} ms    (aiogram's bare one: {bare:.3f} ms)")
        print(f"beside aiogram's       {cost / bare:6.2f}       (at most 1.3)")
        await asyncio.sleep(1)
    return most


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        asyncio.run(main())
