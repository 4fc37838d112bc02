"""The queue's tables, the same on SQLite and on PostgreSQL: races, and sorting many at once."""

import asyncio
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from adapters.db.engine import Database
from adapters.db.rows.queue import queue_candidates
from adapters.db.store import Store
from domain.queue.applications import find, join
from domain.queue.leaving import withdraw
from domain.queue.life import State
from domain.queue.order import Rank
from domain.queue.position import places_of
from domain.queue.resort import resort
from tests.ports.test_database import outcome, side_by_side
from tests.queue_town import (
    BENEFITS,
    NOW,
    REGIMES,
    RULES,
    TOWN,
    child,
    joined,
    later,
    request,
)


def places(store: Store, families: int) -> list[int]:
    found = []
    for n in range(families):
        for c in store.queue.of(7_000_000_000 + n):
            found += [p.number for p in places_of(store, c, RULES)]
    return found


async def test_fifty_submits_of_one_child_put_it_into_the_queue_once(database: Database) -> None:
    works = [lambda s, n=n: joined(s, 1, family=n) for n in range(50)]
    ends = await side_by_side(database, works)
    assert ends.count("ChildInQueueOfOther") == 49
    assert await database.run(lambda s: s.queue.tickets(1)) == 2


async def test_places_are_in_the_order_of_commits_and_without_gaps(database: Database) -> None:
    async def submit(n: int) -> None:
        await database.run(lambda s: joined(s, n))

    await asyncio.gather(*(submit(n) for n in range(30)))
    told = await database.run(lambda s: places(s, 30))
    assert sorted(told) == list(range(1, 31))


async def test_the_same_draft_joins_once(database: Database) -> None:
    asked = request(1)
    first = await database.run(lambda s: join(s, asked, RULES, NOW))
    again = await database.run(lambda s: join(s, asked, RULES, later(hours=1)))
    assert first == again


async def test_a_child_in_the_queue_is_told_apart_by_whose_it_is(database: Database) -> None:
    await database.run(lambda s: joined(s, 1))
    assert await outcome(database, lambda s: joined(s, 1)) == "ChildInQueue"
    assert await outcome(database, lambda s: joined(s, 1, family=2)) == "ChildInQueueOfOther"


async def test_what_was_sent_is_given_back_to_whoever_sent_it(database: Database) -> None:
    c = await database.run(lambda s: joined(s, 1))
    sent = await database.run(lambda s: s.queue.snapshots(c.person))
    assert [(x["number"], x["content"]) for x in sent] == [(c.number, {"child": 1})]
    assert await database.run(lambda s: s.queue.snapshots(7)) == []


async def test_after_withdrawing_the_child_may_stand_anew_at_the_end(database: Database) -> None:
    c = await database.run(lambda s: joined(s, 1))
    await database.run(lambda s: joined(s, 2))
    gone = await database.run(lambda s: withdraw(s, c.person, c.id, RULES, NOW))
    assert gone.state is State.WITHDRAWN
    again = await database.run(lambda s: joined(s, 1))
    place = await database.run(lambda s: places_of(s, again, RULES))
    assert [(p.number, p.of) for p in place] == [(2, 2)]


async def test_a_place_differs_by_language(database: Database) -> None:
    await database.run(lambda s: joined(s, 1, languages=("ru",)))
    c = await database.run(lambda s: joined(s, 2, languages=("kk", "ru")))
    found = await database.run(lambda s: places_of(s, c, RULES))
    assert {p.key.language: p.number for p in found} == {"kk": 1, "ru": 2}


async def test_an_application_is_found_by_number_name_and_iin(database: Database) -> None:
    c = await database.run(lambda s: joined(s, 1))

    def found(text: str) -> Any:
        return lambda s: [x.id for x in find(s, c.person, text)]

    for text in (c.number, f"№{c.number}", child(1).iin, "bala 1", "BALA"):
        assert await database.run(found(text)) == [c.id], text
    for text in ("999999", child(2).iin, "bal", " ", "bala 2"):
        assert await database.run(found(text)) == [], text
    assert await database.run(lambda s: find(s, 7, c.number)) == []


async def test_sorting_anew_gives_classes_again_and_lets_the_grown_go(database: Database) -> None:
    def fill(store: Store) -> None:
        for n in range(9):
            joined(store, n, benefit=BENEFITS[n % 3])
        old = joined(store, 9)
        grown = sa.update(queue_candidates).where(queue_candidates.c.id == old.id)
        store.connection.execute(grown.values(cohort=2019))

    await database.run(fill)
    regime = replace(REGIMES.default, benefits={"large_family": Rank.OUT_OF_TURN})
    without = replace(RULES, regimes=replace(REGIMES, default=regime))
    moved = await database.run(lambda s: resort(s, TOWN[:2], without, NOW))
    assert moved == 1 + 6
    told = await database.run(lambda s: places(s, 10))
    assert told == [4, 1, 5, 6, 2, 7, 8, 3, 9]
    again = await database.run(lambda s: resort(s, TOWN[:2], without, NOW))
    assert again == 0
    heard = await database.run(lambda s: [news.kind for _, news in s.news.due(NOW, 9)])
    assert heard == ["too_old"]
