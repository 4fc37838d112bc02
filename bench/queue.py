"""The kindergarten queue at a million entries: a place, what counters cost, a bulletin for 100,000
families. On SQLite and on PostgreSQL; the domain alone, without Telegram."""

import asyncio
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from adapters.db.group import writer_engine
from adapters.db.migrate import migrate
from adapters.db.queue.counters import rebuild
from adapters.db.rows.queue import (
    queue_applications,
    queue_candidates,
    queue_entries,
    queues,
)
from adapters.db.store import Store
from bench.steps import quantile
from domain.queue.applications import Candidate, EntryId, change, join, restore
from domain.queue.bulletins import publish
from domain.queue.leaving import withdraw
from domain.queue.life import Event
from domain.queue.order import Rank
from domain.queue.position import place_of
from tests.ports.servers import SEAL, running_postgres, sqlite_url
from tests.queue_town import BORN, RULES, TOWN, kindergarten, request, vacancy

ENTRIES, LOCALITIES, LARGEST = 1_000_000, 200, 120_000
LOOKS, CHANGES, BARE = 5_000, 1_000, 1_000
SHARES = (0.05, 0.20, 0.75)
"""Out-of-turn, first-priority, general."""
NOW = datetime(2026, 9, 1, 6, tzinfo=UTC)
AT_ONCE = 20_000


def rows(dice: random.Random) -> Iterator[tuple[int, int, int]]:
    """Queue, class and ticket of every entry: one queue for each locality, the largest first, in
    the order people came from all over the country."""
    rest = (ENTRIES - LARGEST) // (LOCALITIES - 1)
    sizes = [LARGEST] + [rest] * (LOCALITIES - 1)
    sizes[-1] += ENTRIES - sum(sizes)
    everybody = [queue for queue, size in enumerate(sizes, 1) for _ in range(size)]
    dice.shuffle(everybody)
    for ticket, queue in enumerate(everybody, 1):
        yield queue, dice.choices((0, 1, 2), SHARES)[0], ticket


def filled(connection: sa.Connection) -> None:
    """A million entries with what belongs to them, written in bulk."""
    places = [TOWN, *(f"{n:09d}" for n in range(100_000_001, 100_000_000 + LOCALITIES))]
    connection.execute(
        queues.insert(),
        [
            {"id": n, "locality": here, "kind": "general", "language": "kk", "cohort": BORN.year}
            for n, here in enumerate(places, 1)
        ],
    )
    batch: list[tuple[int, int, int]] = []
    for row in rows(random.Random(1)):
        batch.append(row)
        if len(batch) == AT_ONCE:
            written(connection, batch, places)
            batch = []
    written(connection, batch, places)
    rebuild(connection, sa.select(queues.c.id))
    Store(connection, SEAL).queue.tickets(ENTRIES)


def written(
    connection: sa.Connection, batch: list[tuple[int, int, int]], places: list[str]
) -> None:
    if not batch:
        return
    iins = {t: t.to_bytes(32) for _, _, t in batch}
    applications = [
        {"id": t, "number": f"old-{t}", "portal": "snation", "person_id": t, "created_at": NOW,
         "snapshot_sealed": b""}
        for _, _, t in batch
    ]  # fmt: skip
    candidates = [
        {"id": t, "application_id": t, "iin_index": iins[t], "child_sealed": b"", "rank": rank,
         "locality": places[queue - 1], "cohort": BORN.year, "ticket": t, "state": "queued",
         "since": NOW}
        for queue, rank, t in batch
    ]  # fmt: skip
    entries = [
        {"id": t, "queue_id": queue, "candidate_id": t, "iin_index": iins[t], "rank": rank,
         "ticket": t, "waiting": 1, "live": 1}
        for queue, rank, t in batch
    ]  # fmt: skip
    connection.execute(queue_applications.insert(), applications)
    connection.execute(queue_candidates.insert(), candidates)
    connection.execute(queue_entries.insert(), entries)


def timed(work: Callable[[], Any]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def best(work: Callable[[], Any]) -> float:
    """Of three: what else the machine does just then is not what is measured."""
    return min(timed(work) for _ in range(3))


def told(what: str, waits: list[float], most: str = "") -> None:
    p50, p99 = statistics.median(waits) * 1e3, quantile(waits, 0.99) * 1e3
    print(f"{what:34} p50 {p50:7.3f} ms  p99 {p99:7.3f} ms  {most}")


def places(store: Store, most: str) -> None:
    """The place of random entries of the largest queue, asked as the domain asks."""
    mine = sa.select(queue_entries.c.id).where(queue_entries.c.queue_id == 1)
    ids = list(store.connection.execute(mine).scalars())
    asked = random.Random(2).sample(ids, LOOKS)
    key = store.queue.entries([asked[0]])[asked[0]][0].key
    waits = [best(lambda n=n: place_of(store, EntryId(n), key, RULES)) for n in asked]
    told("place in 120,000", waits[100:], most)


@contextmanager
def uncounted(store: Store) -> Iterator[None]:
    """The same work without the counters and the notes of moves: what they are compared with."""
    shelf = type(store.queue)
    counted, shelf.count = shelf.count, lambda *given, **more: None  # type: ignore[method-assign]
    try:
        yield
    finally:
        shelf.count = counted  # type: ignore[method-assign]


def changes(store: Store, first: int) -> dict[str, list[float]]:
    """Adding, moving, restoring and removing, one by one."""
    waits: dict[str, list[float]] = {"add": [], "move": [], "restore": [], "remove": []}
    for n in range(first, first + CHANGES):
        found: list[Candidate] = []
        asked = request(n, draft=n)
        waits["add"].append(
            timed(lambda f=found, a=asked: f.extend(join(store, a, RULES, NOW).candidates))
        )
        c = found[0]
        waits["move"].append(
            timed(lambda c=c: store.queue.rerank(c, Rank.FIRST_PRIORITY, "benefit", NOW))
        )
        c = store.queue.candidate(c.id) or c
        change(store, c, Event.LAPSE, RULES, NOW, cause="inactive")
        waits["restore"].append(timed(lambda c=c: restore(store, c.person, c.id, RULES, NOW)))
        waits["remove"].append(timed(lambda c=c: withdraw(store, c.person, c.id, RULES, NOW)))
    return waits


def cost(store: Store) -> None:
    changes(store, 2_000_000_000)
    counted = changes(store, 2_100_000_000)
    with uncounted(store):
        bare = changes(store, 2_200_000_000)
    for what, waits in counted.items():
        more = (statistics.median(waits) - statistics.median(bare[what])) * 1e3
        told(what, waits, f"counters {more:+.3f} ms (at most +0.300)")


def bulletin(store: Store) -> None:
    """One vacancy in the largest queue: everybody in it is told."""
    store.kindergartens.put([kindergarten()])
    began = time.perf_counter()
    _, people = publish(store, vacancy(places=20), RULES, "bench", NOW)
    took = time.perf_counter() - began
    print(f"bulletin for {people:,} families      {took:6.2f} s, one statement")


def measured(connection: sa.Connection, most: str) -> None:
    store = Store(connection, SEAL)
    print(f"a million entries written         {timed(lambda: filled(connection)):6.1f} s")
    if connection.dialect.name == "postgresql":
        connection.commit()
        connection.execution_options(isolation_level="AUTOCOMMIT")
        connection.exec_driver_sql("VACUUM ANALYZE")
        connection.execution_options(isolation_level="READ COMMITTED")
    else:
        connection.exec_driver_sql("ANALYZE")
    places(store, most)
    cost(store)
    bulletin(store)


async def on_sqlite() -> None:
    print("queue on SQLite")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "otinim.db"
        await migrate(sqlite_url(path))
        engine = writer_engine(sa.make_url(f"sqlite:///{path}"))
        with engine.connect() as connection:
            measured(connection, "(at most 0.5)")
        engine.dispose()


async def on_postgres() -> None:
    from adapters.db.engine import async_engine

    print("queue on PostgreSQL")
    with running_postgres() as server:
        url = server.url(await server.create())
        await migrate(url)
        engine = async_engine(url)
        async with engine.connect() as connection:
            await connection.run_sync(measured, "(at most 1.0)")
        await engine.dispose()


async def main() -> None:
    await on_sqlite()
    await on_postgres()


if __name__ == "__main__":
    asyncio.run(main())
