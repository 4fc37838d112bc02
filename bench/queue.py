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
from typing import Any, TypeAlias

import sqlalchemy as sa

from adapters.db.group import writer_engine
from adapters.db.migrate import migrate
from adapters.db.queue.counters import rebuild
from adapters.db.rows.people import people
from adapters.db.rows.queue import (
    queue_applications,
    queue_entries,
    queues,
)
from adapters.db.store import Store
from bench.steps import quantile
from domain.queue.applications import (
    Candidate,
    EntryId,
    QueueId,
    Request,
    change,
    join,
    restore,
)
from domain.queue.bulletins import offer_more, publish
from domain.queue.interest import ask
from domain.queue.leaving import withdraw
from domain.queue.life import Event
from domain.queue.order import Rank
from domain.queue.position import place_of
from tests.ports.servers import SEAL, running_postgres, sqlite_url
from tests.queue_town import BORN, RULES, TOWN, kindergarten, request, vacancy

ENTRIES, LOCALITIES = 1_000_000, 200
LOOKS, CHANGES = 3_000, 300
NOW = datetime(2026, 9, 1, 6, tzinfo=UTC)
ASKED = datetime(2027, 7, 1, 6, tzinfo=UTC)
NOTHING = sa.select(sa.literal(1))
CLOCK = [time.thread_time]


PEOPLE = """WITH RECURSIVE people(t) AS (
  SELECT CAST(1 AS BIGINT) UNION ALL SELECT t + 1 FROM people WHERE t < :entries)"""
QUEUE = "CASE WHEN t * 7919 % 25 < 3 THEN 1 ELSE 2 + t * 104729 % (:localities - 1) END"
"""One queue for each locality; three of 25 people, scattered evenly, are in the largest."""
RANK = "CASE t * 31 % 20 WHEN 0 THEN 0 WHEN 1 THEN 1 WHEN 2 THEN 1 WHEN 3 THEN 1 ELSE 2 END"
"""5 of 100 out-of-turn, 15 first-priority, 80 general."""
BYTES = {"sqlite": "CAST(t AS BLOB)", "postgresql": "convert_to(CAST(t AS text), 'UTF8')"}
WRITTEN = (
    """INSERT INTO queue_applications
      (id, number, portal, person_id, created_at, snapshot_sealed)
    {people} SELECT t, 'old-' || t, 'snation', t, :now, {bytes} FROM people""",
    """INSERT INTO queue_candidates
      (id, application_id, iin_index, child_sealed, rank, locality, cohort, ticket, state, since)
    {people} SELECT t, t, {bytes}, {bytes}, {rank},
      (SELECT locality FROM queues WHERE id = {queue}), :cohort, t, 'queued', :now FROM people""",
    """INSERT INTO queue_entries
      (id, queue_id, candidate_id, iin_index, rank, ticket, waiting, live)
    {people} SELECT t, {queue}, t, {bytes}, {rank}, t, 1, 1 FROM people""",
)


def filled(connection: sa.Connection) -> None:
    """A million entries with what belongs to them, written by the database itself."""
    places = [TOWN, *(f"{n:09d}" for n in range(100_000_001, 100_000_000 + LOCALITIES))]
    rows = [
        {"id": n, "locality": here, "kind": "general", "language": "kk", "cohort": BORN.year}
        for n, here in enumerate(places, 1)
    ]
    connection.execute(queues.insert(), rows)
    given = {"entries": ENTRIES, "localities": LOCALITIES, "now": NOW.timestamp(),
             "cohort": BORN.year}  # fmt: skip
    bytes_of = BYTES[connection.dialect.name]
    for sql in WRITTEN:
        text = sql.format(people=PEOPLE, queue=QUEUE, rank=RANK, bytes=bytes_of)
        used = {name: value for name, value in given.items() if f":{name}" in text}
        connection.execute(sa.text(text), used)
    if connection.dialect.name == "postgresql":
        for table in ("queue_applications", "queue_candidates", "queue_entries", "queues"):
            numbers = f"setval(pg_get_serial_sequence('{table}', 'id'), {ENTRIES + 1})"
            connection.exec_driver_sql(f"SELECT {numbers}")
    rebuild(connection, sa.select(queues.c.id))
    Store(connection, SEAL).queue.tickets(ENTRIES)


def timed(work: Callable[[], Any]) -> float:
    """Seconds of this thread on SQLite, which works in it; of the wall on PostgreSQL."""
    began = CLOCK[0]()
    work()
    return CLOCK[0]() - began


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
    nothing = [best(lambda: store.connection.execute(NOTHING).scalar()) for _ in asked]
    told("(a statement that does nothing)", nothing[100:])
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


Waits: TypeAlias = dict[str, list[float]]


def changes(store: Store, n: int, waits: Waits) -> None:
    """Adding, moving, restoring and removing one, each with its commit."""

    def clocked(what: str, work: Callable[[], Any]) -> None:
        took = timed(lambda: (work(), store.connection.commit()))
        waits.setdefault(what, []).append(took)

    asked = request(n, draft=n)
    clocked("add", lambda: join(store, asked, RULES, NOW))
    c = newest(store, asked)
    clocked("move", lambda: store.queue.rerank(c, Rank.FIRST_PRIORITY, "benefit", NOW))
    change(store, newest(store, asked), Event.LAPSE, RULES, NOW, cause="inactive")
    store.connection.commit()
    clocked("restore", lambda: restore(store, c.person, c.id, RULES, NOW))
    clocked("remove", lambda: withdraw(store, c.person, c.id, RULES, NOW))


def newest(store: Store, asked: Request) -> Candidate:
    return store.queue.of(asked.person)[0]


def cost(store: Store) -> None:
    """With counters and without, by turns, so that both have the same machine."""
    counted: Waits = {}
    bare: Waits = {}
    for n in range(CHANGES):
        changes(store, 2_000_000_000 + n, counted)
        with uncounted(store):
            changes(store, 2_100_000_000 + n, bare)
    for what, waits in counted.items():
        more = (statistics.median(waits) - statistics.median(bare[what])) * 1e3
        told(what, waits, f"counters {more:+.3f} ms (at most +0.300)")


def bulletin(store: Store) -> None:
    """One vacancy in the largest queue: everybody in it is told, in parts."""
    store.kindergartens.put([kindergarten()])
    began = time.perf_counter()
    _, people = publish(store, vacancy(places=20), RULES, "bench", NOW)
    store.connection.commit()
    held = [time.perf_counter() - began]
    more = True
    while more:
        part = time.perf_counter()
        more = offer_more(store, RULES)
        store.connection.commit()
        held.append(time.perf_counter() - part)
    took, longest = time.perf_counter() - began, max(held) * 1e3
    print(f"bulletin for {people:,} families      {took:6.2f} s, the writer held {longest:.0f} ms")


def asking(store: Store) -> None:
    """Everybody of the largest queue is asked whether they still want a place."""
    known = sa.select(queue_applications.c.person_id, sa.literal("kk"), sa.literal(0.0))
    new = people.insert().from_select(["id", "language", "created_at"], known.distinct())
    store.connection.execute(new)
    began = time.perf_counter()
    asked = ask(store, QueueId(1), TOWN, RULES, ASKED)
    took = time.perf_counter() - began
    print(f"asking {asked:,} families whether interested {took:6.2f} s, three statements")


def measured(connection: sa.Connection, most: str) -> None:
    store = Store(connection, SEAL)
    print(f"a million entries written         {timed(lambda: filled(connection)):6.1f} s")
    connection.commit()
    if connection.dialect.name == "postgresql":
        connection.execution_options(isolation_level="AUTOCOMMIT")
        connection.exec_driver_sql("VACUUM ANALYZE")
        connection.commit()
        connection.execution_options(isolation_level="READ COMMITTED")
    else:
        connection.exec_driver_sql("ANALYZE")
    places(store, most)
    cost(store)
    bulletin(store)
    asking(store)


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
    CLOCK[0] = time.perf_counter
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
