"""Two hundred parents after seven places: the database decides, on SQLite and on PostgreSQL."""

import asyncio
from typing import Any

import sqlalchemy as sa

from adapters.db.engine import Database
from adapters.db.rows.bulletins import referrals
from adapters.db.store import Store
from domain.queue.applications import Candidate
from domain.queue.bulletins import Vacancy, apply
from domain.queue.due import sweep
from domain.queue.leaving import decline
from domain.queue.life import State
from tests.ports.test_database import side_by_side
from tests.queue_town import RULES, joined, later, published

FAMILIES, PLACES = 200, 7
AFTER = later(days=2)


def town(store: Store, families: int) -> tuple[Vacancy, list[Candidate]]:
    everybody = [joined(store, n) for n in range(families)]
    return published(store, places=PLACES), everybody


def tapping(c: Candidate, v: Vacancy) -> Any:
    return lambda s: type(apply(s, c.person, c.id, v.id, RULES, AFTER)).__name__


def states(store: Store, everybody: list[Candidate]) -> list[State]:
    found = [store.queue.candidate(c.id) for c in everybody]
    return [c.state for c in found if c is not None]


def held(store: Store) -> int:
    query = sa.select(sa.func.count()).where(referrals.c.state == "open")
    return store.connection.execute(query).scalar_one()


async def test_two_hundred_after_seven_places_never_take_eight(database: Database) -> None:
    v, everybody = await database.run(lambda s: town(s, FAMILIES))
    await database.run(lambda s: sweep(s, RULES, AFTER))
    ends = await side_by_side(database, [tapping(c, v) for c in everybody])
    assert (ends.count("Referral"), ends.count("PlaceGone")) == (PLACES, FAMILIES - PLACES)
    winners = [c for c, end in zip(everybody, ends, strict=True) if end == "Referral"]
    again = await side_by_side(database, [tapping(c, v) for c in winners])
    assert again == ["Referral"] * PLACES
    assert await database.run(held) == PLACES
    taken = await database.run(lambda s: s.bulletins.vacancy(v.id))
    assert taken is not None
    assert taken.free == 0


async def test_a_window_is_closed_once_whoever_comes_first(database: Database) -> None:
    v, everybody = await database.run(lambda s: town(s, 20))
    early = everybody[:12]
    for c in early:
        await database.run(lambda s, c=c: apply(s, c.person, c.id, v.id, RULES, later(hours=1)))
    sweeps = [lambda s: sweep(s, RULES, AFTER)] * 6
    await side_by_side(database, [*sweeps, *(tapping(c, v) for c in everybody[12:])])
    assert await database.run(held) == PLACES
    found = await database.run(lambda s: states(s, early))
    assert found == [State.REFERRED] * PLACES + [State.APPLIED] * (12 - PLACES)


async def test_a_freed_place_goes_to_the_first_waiting_once(database: Database) -> None:
    v, everybody = await database.run(lambda s: town(s, 10))
    for c in everybody:
        await database.run(lambda s, c=c: apply(s, c.person, c.id, v.id, RULES, later(hours=1)))
    await database.run(lambda s: sweep(s, RULES, AFTER))
    first, waiting = everybody[0], everybody[PLACES:]
    giving_up = [lambda s: decline(s, first.person, first.id, RULES, AFTER)] * 10
    ends = await side_by_side(database, giving_up)
    assert {getattr(end, "state", end) for end in ends} <= {State.QUEUED, "ReferralGone"}
    found = await database.run(lambda s: states(s, waiting))
    assert found == [State.REFERRED, State.APPLIED, State.APPLIED]
    assert await database.run(held) == PLACES


async def test_publishing_takes_as_many_statements_for_many_families_as_for_few(
    database: Database,
) -> None:
    counts = []
    engine = await watched(database)
    for families in (2, 60):
        await database.run(lambda s, n=families: [joined(s, 1000 * n + i) for i in range(n)])
        engine.clear()
        await database.run(lambda s, n=families: published(s, places=n))
        counts.append(len(engine))
    assert counts[0] == counts[1]


async def watched(database: Database) -> list[str]:
    """Every statement from now on; on SQLite of the writer's own engine."""
    seen: list[str] = []

    def note(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        seen.append(statement)

    def listen(store: Store) -> None:
        sa.event.listen(store.connection.engine, "before_cursor_execute", note)

    await database.run(listen)
    await asyncio.sleep(0)
    return seen
