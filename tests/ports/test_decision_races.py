"""Two decisions about one application at the same moment: the database lets one of them through,
on SQLite and on PostgreSQL."""

from typing import Any

import sqlalchemy as sa

from adapters.db.engine import Database
from adapters.db.rows.bulletins import referrals
from adapters.db.rows.queue import queue_candidates, queue_entries, queues
from adapters.db.store import Store
from domain.queue.applications import Candidate
from domain.queue.benefits import confirm_benefit, refuse_benefit
from domain.queue.bulletins import apply
from domain.queue.due import sweep
from domain.queue.leaving import decline, false_benefit, withdraw
from domain.queue.life import State
from domain.queue.referrals import register
from tests.ports.test_database import side_by_side
from tests.queue_town import RULES, joined, later, published

AFTER = later(days=2)
ROUNDS = 8


def referred(store: Store, n: int) -> Candidate:
    c = joined(store, n)
    v = published(store)
    apply(store, c.person, c.id, v.id, RULES, later(hours=1))
    sweep(store, RULES, AFTER)
    return c


def ends(store: Store, c: Candidate) -> tuple[str, str]:
    query = (
        sa.select(queue_candidates.c.state, referrals.c.state)
        .join(referrals, referrals.c.candidate_id == queue_candidates.c.id)
        .where(queue_candidates.c.id == c.id)
    )
    return tuple(store.connection.execute(query).one())


async def test_a_referral_and_its_application_never_part(database: Database) -> None:
    """The kindergarten registers while the family gives the place up."""
    for n in range(ROUNDS):
        c = await database.run(lambda s, n=n: referred(s, n))
        works: list[Any] = [
            lambda s, c=c: register(s, c.id, RULES, AFTER),
            lambda s, c=c: decline(s, c.person, c.id, RULES, AFTER),
        ]
        await side_by_side(database, works if n % 2 else works[::-1])
        found = await database.run(lambda s, c=c: ends(s, c))
        assert found in {("registered", "registered"), ("queued", "declined")}


async def test_a_benefit_is_decided_once_and_the_counters_stay_right(database: Database) -> None:
    for n in range(ROUNDS):
        c = await database.run(lambda s, n=n: joined(s, 100 + n, benefit="military"))
        works: list[Any] = [
            lambda s, c=c: confirm_benefit(s, c.id, RULES, AFTER),
            lambda s, c=c: refuse_benefit(s, c.id, "unproven", RULES, AFTER),
            lambda s, c=c: false_benefit(s, c.id, RULES, AFTER),
            lambda s, c=c: withdraw(s, c.person, c.id, RULES, AFTER),
        ]
        await side_by_side(database, works[n % 2 : 3 + n % 2])
        counted, waiting = await database.run(both)
        assert counted == waiting


def both(store: Store) -> tuple[list[int], list[int]]:
    """How many wait in each class, by the counters and by the rows."""
    sums = [sa.func.sum(queues.c[name]) for name in ("out_of_turn", "first_priority", "general")]
    counted = list(store.connection.execute(sa.select(*sums)).one())
    of_class = [
        sa.func.sum(sa.case((queue_entries.c.rank == n, queue_entries.c.waiting), else_=0))
        for n in range(3)
    ]
    return counted, list(store.connection.execute(sa.select(*of_class)).one())


async def test_who_lost_the_race_is_told_so(database: Database) -> None:
    c = await database.run(lambda s: referred(s, 1))
    twice = [lambda s: register(s, c.id, RULES, AFTER)] * 2
    ended = await side_by_side(database, twice)
    assert len([e for e in ended if isinstance(e, str)]) == 1
    assert (await database.run(lambda s: ends(s, c)))[0] == State.REGISTERED
