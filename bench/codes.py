"""Codes for portals: how many are taken a second, and how long one is on its way to Telegram, idle
and while a broadcast goes out."""

import asyncio
import json
import os
import socket
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp

from adapters.crypto import Seal, load_keys
from adapters.db.engine import Database
from adapters.db.store import Store
from bench.program import Bot, bot, migrated, server
from bench.steps import quantile
from domain.clients import LIVE, Terms, open_client
from domain.links import link
from domain.outbox import Lane, Notice
from domain.people import PersonId

PEOPLE = 100
TAKEN = 2_000
AT_ONCE = 64
BROADCAST = 100_000
APART = 0.1
"""Seconds between codes: their own rate is not what is measured."""
RATE = 28
"""Messages a second over all chats, as in production: the broadcast takes an hour."""


@dataclass
class Portal:
    """A portal's program, and the chats its codes go to."""

    session: aiohttp.ClientSession
    url: str
    server: str
    key: str
    arrived: dict[int, asyncio.Event] = field(default_factory=dict)

    async def send(self, phone: str) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {self.key}"}
        async with self.session.post(
            f"{self.url}/sendVerificationMessage", json={"phone_number": phone}, headers=headers
        ) as answer:
            found: dict[str, Any] = await answer.json()
        assert found["ok"], found
        return found

    async def listen(self) -> None:
        timeout = aiohttp.ClientTimeout(total=None)
        url = f"{self.server}/sandbox/events"
        async with self.session.get(url, timeout=timeout) as stream:
            async for line in stream.content:
                if line.startswith(b"data:"):
                    event = json.loads(line[5:])
                    text = event.get("message", {}).get("text", "")
                    if event["type"] == "message" and "— Bench" in text:
                        self.arrived[event["chat_id"]].set()

    async def time(self, person: PersonId) -> float:
        """Seconds from asking to the message's being at Telegram."""
        self.arrived[person] = asyncio.Event()
        began = time.perf_counter()
        await self.send(phone_of(person))
        async with asyncio.timeout(30):
            await self.arrived[person].wait()
        return time.perf_counter() - began


def phone_of(number: int) -> str:
    """Invented: this range belongs to the sandbox's people."""
    return f"+7700{number % 10**7:07d}"


async def people(session: aiohttp.ClientSession, url: str) -> list[PersonId]:
    """People whose chats are open."""
    found = []
    for number in range(PEOPLE):
        body = {"first_name": f"P{number}", "phone": phone_of(number)}
        async with session.post(f"{url}/sandbox/people", json=body) as answer:
            person = PersonId((await answer.json())["id"])
        await session.post(f"{url}/sandbox/people/{person}/say", json={"text": "/start"})
        found.append(person)
    return found


async def prepared(folder: Path, work: Callable[[Store], Any]) -> Any:
    """Writes what the measurement begins with; the program isn't running."""
    keys, _ = load_keys(folder / "otinim.key")
    database = Database.open(f"sqlite+aiosqlite:///{folder / 'otinim.db'}", Seal(keys))
    try:
        return await database.run(work)
    finally:
        await database.close()


def a_portal(now: datetime) -> Callable[[Store], str]:
    terms = Terms(per_second=10**6, per_day=10**6)
    return lambda store: open_client(store, "Bench", terms, LIVE, now)


def linked(found: list[PersonId], now: datetime) -> Callable[[Store], None]:
    def work(store: Store) -> None:
        for person in found:
            store.people.meet(person, now)
            link(store, person, phone_of(person), "contact", now, lambda message: {})

    return work


def a_broadcast(found: list[PersonId], now: datetime) -> Callable[[Store], None]:
    def work(store: Store) -> None:
        for number in range(BROADCAST):
            person = found[number % len(found)]
            call = {"method": "sendMessage", "chat_id": person, "text": f"News {number}"}
            store.outbox.add(Notice(person, call, Lane.BROADCAST), now)

    return work


@asynccontextmanager
async def served(
    folder: Path, url: str, key: str, **env: str
) -> AsyncIterator[tuple[Portal, Bot]]:
    """The program with its API, and a portal's program before it."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    connector = aiohttp.TCPConnector(limit=AT_ONCE)
    async with (
        bot(folder, url, HTTP_PORT=str(port), **env) as program,
        aiohttp.ClientSession(connector=connector) as session,
        asyncio.TaskGroup() as tasks,
    ):
        portal = Portal(session, f"http://127.0.0.1:{port}", url, key)
        listening = tasks.create_task(portal.listen())
        await asyncio.sleep(1)
        yield portal, program
        listening.cancel()


async def main() -> None:
    now = datetime.now(UTC)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        await migrated({**os.environ, "DATA_DIR": name, "LOG_LEVEL": "ERROR"})
        async with server() as url, aiohttp.ClientSession() as session:
            found = await people(session, url)
            key = await prepared(folder, a_portal(now))
            await prepared(folder, linked(found, now))
            async with served(folder, url, key, SEND_RATE="1000") as (portal, program):
                await taken(portal, program)
                await one_by_one(portal, found[: PEOPLE // 2], "idle", most=1)
            await prepared(folder, a_broadcast(found, now))
            async with served(folder, url, key, SEND_RATE=str(RATE)) as (portal, _):
                await one_by_one(portal, found[PEOPLE // 2 :], "broadcast", most=3)


async def taken(portal: Portal, program: Bot) -> None:
    """Requests for phones without a chat: all of the work but the message itself."""
    places = asyncio.Semaphore(AT_ONCE)

    async def ask(number: int) -> None:
        async with places:
            await portal.send(f"+7701{number:07d}")

    before, began = program.cpu(), time.perf_counter()
    await asyncio.gather(*(ask(number) for number in range(TAKEN)))
    took, spent = time.perf_counter() - began, program.cpu() - before
    print(f"codes taken/s          {TAKEN / took:6.0f}")
    print(f"CPU a code             {spent / TAKEN * 1e3:6.2f} ms")


async def one_by_one(portal: Portal, found: list[PersonId], when: str, *, most: int) -> None:
    waits = []
    for person in found:
        await asyncio.sleep(APART)
        waits.append(await portal.time(person))
    p50, p99 = statistics.median(waits), quantile(waits, 0.99)
    print(f"code at Telegram, p50  {p50 * 1e3:6.1f} ms    ({when})")
    print(f"code at Telegram, p99  {p99 * 1e3:6.1f} ms    ({when}; at most {most} s)")
