"""A vacancy that fits a crowd is offered in parts: in the order one statement would give, gone on
with after a stop, on SQLite and on PostgreSQL."""

import random
from typing import Any, cast

import pytest
import sqlalchemy as sa

from adapters.db.engine import Database
from adapters.db.rows.bulletins import offerings, offers
from adapters.db.store import Store
from adapters.fakes import FixedClock
from domain.people import PersonId
from domain.queue import bulletins
from domain.queue.bulletins import Vacancy, apply, close, offer_more, publish
from domain.queue.leaving import withdraw
from domain.queue.life import MAY_TAKE
from domain.queue.order import Turns
from scheduler.bulletins import Bulletins
from tests.queue_town import (
    BENEFITS,
    BORN,
    NOW,
    RULES,
    child,
    joined,
    kindergarten,
    later,
    published,
    vacancy,
)

STATES = MAY_TAKE["bulletin"]
FAMILIES = 29


def town(store: Store) -> None:
    """Families of every class, of two years of birth, some gone again."""
    dice = random.Random(5)
    for n in range(FAMILIES):
        born = BORN.replace(year=BORN.year - dice.randrange(2))
        kind = dice.choice(BENEFITS)
        c = joined(store, n, benefit=kind, children=(child(n, born),))
        if n % 9 == 4:
            withdraw(store, c.person, c.id, RULES, NOW)


def order(store: Store, v: Vacancy) -> list[int]:
    query = sa.select(offers.c.candidate_id).where(offers.c.vacancy_id == v.id)
    return list(store.connection.execute(query.order_by(offers.c.place)).scalars())


@pytest.mark.parametrize("turns", [Turns(2, 3), None])
async def test_parts_are_in_the_order_of_one_statement(
    database: Database, turns: Turns | None
) -> None:
    """Whatever their size; each is a transaction of its own, as after a stop."""
    await database.run(town)
    whole = await database.run(lambda s: fresh(s, turns))
    expected = await database.run(lambda s: order(s, whole))
    for most in (3, 1000):
        parted = await database.run(lambda s: fresh(s, None))
        await database.run(lambda s, v=parted: forgotten(s, v))
        while await database.run(
            lambda s, v=parted, most=most: s.bulletins.offer_part(v, turns, STATES, most)
        ):
            pass
        assert await database.run(lambda s, v=parted: order(s, v)) == expected
    assert len(expected) == await database.run(lambda s: s.bulletins.crowd(whole))


def fresh(store: Store, turns: Turns | None) -> Vacancy:
    """A vacancy for both years, offered by one statement."""
    v = published(store, born=(BORN.year - 1, BORN.year))
    forgotten(store, v)
    store.bulletins.offer(v, turns, STATES)
    return v


def forgotten(store: Store, v: Vacancy) -> None:
    """Offered to nobody yet."""
    store.connection.execute(offers.delete().where(offers.c.vacancy_id == v.id))
    store.connection.execute(offerings.delete().where(offerings.c.vacancy_id == v.id))
    store.bulletins.begin_offering(v)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulletins, "AT_ONCE", 8)


def crowd(store: Store) -> Vacancy:
    town(store)
    store.kindergartens.put([kindergarten()])
    v, told = publish(store, vacancy(born=(BORN.year - 1, BORN.year)), RULES, "person:1", NOW)
    assert told == store.bulletins.crowd(v) > 8
    assert order(store, v) == []
    return v


@pytest.mark.usefixtures("small")
async def test_a_crowd_is_told_to_the_last(sqlite: Database) -> None:
    v = await sqlite.run(crowd)
    first = await sqlite.run(lambda s: s.queue.of(PersonId(7_000_000_000))[0])
    await sqlite.run(lambda s: apply(s, first.person, first.id, v.id, RULES, NOW))
    await Bulletins(sqlite, FixedClock(later(hours=1)), cast("Any", None), RULES).tick()
    everybody = await sqlite.run(lambda s: order(s, v))
    assert (
        len(everybody) == len(set(everybody)) == await sqlite.run(lambda s: s.bulletins.crowd(v))
    )
    assert await sqlite.run(lambda s: s.bulletins.untold(99)) == []
    applied = await sqlite.run(lambda s: s.bulletins.offers_of(first.id))
    assert [o.state for o in applied] == ["applied"]
    assert not await sqlite.run(lambda s: offer_more(s, RULES))


@pytest.mark.usefixtures("small")
async def test_what_is_closed_meanwhile_is_offered_no_further(sqlite: Database) -> None:
    v = await sqlite.run(crowd)
    assert await sqlite.run(lambda s: offer_more(s, RULES))
    noted = await sqlite.run(lambda s: order(s, v))
    await sqlite.run(lambda s: close(s, v.id, RULES, NOW))
    assert await sqlite.run(lambda s: offer_more(s, RULES))
    assert not await sqlite.run(lambda s: offer_more(s, RULES))
    assert await sqlite.run(lambda s: order(s, v)) == noted
