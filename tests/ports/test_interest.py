"""Asking families whether they still want a place, the same on SQLite and on PostgreSQL."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from adapters.db.engine import Database
from adapters.db.rows.bulletins import queue_news
from adapters.db.store import Store
from adapters.fakes import FixedClock
from domain.people import AccountId, PersonId
from domain.queue import interest
from domain.queue.applications import Candidate, restore
from domain.queue.due import sweep
from domain.queue.life import NotNow, State
from domain.queue.windows import Asking
from scheduler.queue import QueueDue
from tests.queue_town import NOW, REGIMES, RULES, TOWN, applied, child, joined, reloaded

DAY = datetime(2027, 7, 1, 4, tzinfo=UTC)
"""Nine in the morning in Almaty, when the default regime asks."""
OVER = DAY + timedelta(days=16)
STAYS = replace(RULES, regimes=replace(REGIMES, places={}, default=replace(
    REGIMES.default, asking=Asking(((7, 1),), 60, "stays"),
)))  # fmt: skip


def family(store: Store, n: int, **asked: object) -> Candidate:
    c = joined(store, n, **asked)
    store.people.speak(c.person, "kk", NOW)
    return c


async def ask(database: Database, now: datetime = DAY, rules: object = RULES) -> None:
    await QueueDue(database, FixedClock(now), rules).ask()  # type: ignore[arg-type]


def told(store: Store) -> list[tuple[str, int]]:
    query = sa.select(queue_news.c.kind, queue_news.c.candidate_id).order_by(queue_news.c.id)
    return [(r.kind, r.candidate_id) for r in store.connection.execute(query)]


async def test_who_waits_and_can_hear_is_asked_once(database: Database) -> None:
    def town(store: Store) -> list[Candidate]:
        both = family(store, 1, languages=("kk", "ru"))
        joined(store, 2)  # never wrote to us
        blocked, said, late = (family(store, n) for n in (3, 4, 5))
        store.people.lose(blocked.person)
        interest.interested(store, said.person, said.id, RULES, DAY - timedelta(days=9))
        family(store, 6, now=DAY - timedelta(days=20))
        return [both, late]

    both, late = await database.run(town)
    await ask(database)
    await ask(database, DAY + timedelta(hours=1))
    kinds = await database.run(told)
    assert kinds == [("asked", both.id), ("asked", late.id), ("asked_last", both.id),
                     ("asked_last", late.id)]  # fmt: skip
    asked = await database.run(lambda s: reloaded(s, [both, late]))
    assert {c.due for c in asked} == {RULES.end("interest", TOWN, DAY)}


async def test_a_stop_in_the_middle_is_gone_on_from(database: Database) -> None:
    kazakh, russian = await database.run(lambda s: (family(s, 1), family(s, 2, languages=("ru",))))
    await database.run(lambda s: interest.ask(s, kazakh.entries[0].queue, TOWN, RULES, DAY))
    await ask(database, DAY + timedelta(minutes=5))
    found = await database.run(told)
    assert sorted(n for kind, n in found if kind == "asked") == [kazakh.id, russian.id]
    first, second = await database.run(lambda s: reloaded(s, [kazakh, russian]))
    assert (first.asked, second.asked) == (DAY, DAY + timedelta(minutes=5))


async def test_one_answer_is_for_both_twins_and_from_either_parent(database: Database) -> None:
    cabinet, father = AccountId(5), PersonId(7_000_000_900)

    def twins(store: Store) -> list[Candidate]:
        found = applied(store, 1, children=(child(1), child(2)), account=cabinet).candidates
        store.people.speak(father, "ru", NOW)
        store.accounts.join(cabinet, father, NOW)
        return list(found)

    both = await database.run(twins)
    await ask(database)
    assert [n for _, n in await database.run(told)] == [both[0].id] * 2
    for _ in range(2):
        await database.run(lambda s: interest.interested(s, father, both[1].id, RULES, DAY))
    assert await database.run(lambda s: sweep(s, RULES, OVER)) == 0
    after = await database.run(lambda s: reloaded(s, both))
    assert [(c.state, c.awaited, c.interested) for c in after] == [(State.QUEUED, False, DAY)] * 2


async def test_silence_makes_inactive_but_not_of_who_could_not_hear(database: Database) -> None:
    silent, gone = await database.run(lambda s: (family(s, 1), family(s, 2)))
    await ask(database)
    await database.run(lambda s: s.people.lose(gone.person))
    await database.run(lambda s: sweep(s, RULES, OVER))
    found = await database.run(lambda s: reloaded(s, [silent, gone]))
    assert [c.state for c in found] == [State.INACTIVE, State.QUEUED]
    assert await database.run(lambda s: sweep(s, RULES, OVER)) == 0
    with pytest.raises(NotNow):
        await database.run(lambda s: interest.interested(s, silent.person, silent.id, RULES, OVER))
    back = await database.run(lambda s: restore(s, silent.person, silent.id, RULES, OVER))
    assert back.interested == OVER


async def test_where_silence_changes_nothing_it_has_no_end(database: Database) -> None:
    c = await database.run(lambda s: family(s, 1))
    await ask(database, rules=STAYS)
    assert await database.run(told) == [("asked", c.id)]
    (asked,) = await database.run(lambda s: reloaded(s, [c]))
    assert (asked.asked, asked.due, asked.awaited) == (DAY, None, False)


def test_a_day_is_asked_on_once_it_has_come_and_not_long_after() -> None:
    regime = RULES.of(TOWN)
    at = {days: interest.asking(regime, RULES, DAY + timedelta(days=days)) for days in (-1, 0, 29)}
    assert at == {-1: None, 0: DAY, 29: DAY}
    assert interest.asking(regime, RULES, DAY + timedelta(days=31)) is None
    assert interest.next_asking(RULES, DAY) == DAY.replace(month=6, year=2028)
