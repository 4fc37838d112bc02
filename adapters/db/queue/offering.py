"""A vacancy offered to very many families in parts, in the order of the queue: each part goes on
after the last ticket of each class, so that the one writer of SQLite is nobody's for long and a
stop in between is gone on from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from adapters.db.queue.counters import CLASSES
from adapters.db.queue.ranked import fitting
from adapters.db.rows.bulletins import offerings, offers
from adapters.db.rows.queue import queue_applications, queue_candidates, queue_entries, queues
from adapters.db.shelf import insert
from domain.queue.bulletins import Vacancy, VacancyId
from domain.queue.life import State
from domain.queue.order import Rank, Turns

A, C, E, Q = queue_applications.c, queue_candidates.c, queue_entries.c, queues.c
Limits = tuple[int, int, int]
"""How many of each class."""
EVERY_TURN = {Rank.FIRST_PRIORITY: "first_priority", Rank.GENERAL: "general"}


@dataclass(frozen=True, slots=True)
class Reach:
    """How many of one class are next, up to which ticket."""

    people: int
    ticket: int


def crowd(connection: sa.Connection, v: Vacancy) -> int:
    """How many wait in the queues a vacancy is for: read from the counters."""
    all_classes = Q.out_of_turn + Q.first_priority + Q.general
    query = sa.select(sa.func.coalesce(sa.func.sum(all_classes), 0)).where(fitting(v))
    return int(connection.execute(query).scalar_one())


def begin(connection: sa.Connection, v: Vacancy) -> None:
    nobody = {"noted": 0, **dict.fromkeys(CLASSES, 0)}
    connection.execute(offerings.insert(), {"vacancy_id": v.id, **nobody})


def begun(connection: sa.Connection) -> VacancyId | None:
    """One that is to be gone on with, by this transaction only."""
    query = sa.select(offerings.c.vacancy_id).order_by(offerings.c.vacancy_id).limit(1)
    if connection.dialect.name == "postgresql":
        query = query.with_for_update(skip_locked=True)
    found = connection.execute(query).scalar_one_or_none()
    return None if found is None else VacancyId(found)


def end(connection: sa.Connection, vacancy: VacancyId) -> None:
    connection.execute(offerings.delete().where(offerings.c.vacancy_id == vacancy))


def offer_part(
    connection: sa.Connection,
    v: Vacancy,
    turns: Turns | None,
    states: Sequence[State],
    most: int,
) -> int:
    """Notes the next of those who fit, at most so many; none are left when it answers 0."""
    row = connection.execute(sa.select(offerings).where(offerings.c.vacancy_id == v.id)).one()
    after = [getattr(row, name) for name in CLASSES]
    for limits in parts(turns, most):
        heads = [head(v, rank, after[rank], limits[rank]) for rank in Rank]
        reached = [reach(connection, h, after[rank]) for rank, h in enumerate(heads)]
        people = sum(r.people for r in reached)
        if people:
            note(connection, v, heads, turns, states, row.noted)
            known = {"noted": row.noted + people}
            known |= {name: r.ticket for name, r in zip(CLASSES, reached, strict=True)}
            mine = offerings.c.vacancy_id == v.id
            connection.execute(offerings.update().where(mine).values(known))
            return people
    return 0


def parts(turns: Turns | None, most: int) -> Iterator[Limits]:
    """What a part may be made of, by the order: who is out of turn; then whole turns, or one class
    after the other."""
    yield (most, 0, 0)
    if turns is None:
        yield (0, most, 0)
        yield (0, 0, most)
        return
    whole = max(most // (turns.first_priority + turns.general), 1)
    yield (0, whole * turns.first_priority, whole * turns.general)


def head(v: Vacancy, rank: Rank, after: int, limit: int) -> sa.Subquery:
    """The first of a class after a ticket."""
    these = sa.select(Q.id).where(fitting(v)).scalar_subquery()
    return (
        sa.select(E.candidate_id, E.rank, E.ticket)
        .where(
            E.queue_id.in_(these),
            E.rank == int(rank),
            E.ticket > after,
            E.waiting == sa.literal_column("1"),
        )
        .order_by(E.ticket)
        .limit(limit)
        .subquery()
    )


def reach(connection: sa.Connection, h: sa.Subquery, after: int) -> Reach:
    query = sa.select(sa.func.count(), sa.func.coalesce(sa.func.max(h.c.ticket), after))
    people, ticket = connection.execute(query.select_from(h)).one()
    return Reach(people, ticket)


def note(
    connection: sa.Connection,
    v: Vacancy,
    heads: Sequence[sa.Subquery],
    turns: Turns | None,
    states: Sequence[State],
    noted: int,
) -> None:
    """One statement. Whoever applied before being told keeps their row."""
    ordered = [
        sa.select(*h.c, turn(h, rank, turns).label("turn"))
        for rank, h in zip(Rank, heads, strict=True)
    ]
    of = sa.union_all(*ordered).subquery("part").c
    place = noted + sa.func.row_number().over(order_by=(of.turn, of.rank, of.ticket))
    everybody = (
        sa.select(sa.literal(v.id), of.candidate_id, A.person_id, place, sa.literal("told"))
        .join(queue_candidates, C.id == of.candidate_id)
        .join(queue_applications, A.id == C.application_id)
        .where(C.state.in_([s.value for s in states]))
    )
    columns = ["vacancy_id", "candidate_id", "person_id", "place", "state"]
    new = insert(connection, offers).from_select(columns, everybody)
    connection.execute(new.on_conflict_do_nothing())


def turn(h: sa.Subquery, rank: Rank, turns: Turns | None) -> sa.ColumnElement[Any]:
    if turns is None or rank not in EVERY_TURN:
        return sa.literal(0)
    nth = sa.func.row_number().over(order_by=h.c.ticket)
    size: int = getattr(turns, EVERY_TURN[rank])
    return sa.cast((nth - 1) // size, sa.Integer)
