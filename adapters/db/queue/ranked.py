"""The order of everybody whose queue fits a vacancy, as one query: the same arithmetic as
`domain.queue.order`, over rows."""

from typing import Any

import sqlalchemy as sa

from adapters.db.rows.queue import queue_entries, queues
from domain.queue.bulletins import Vacancy
from domain.queue.order import Rank, Turns

E, Q = queue_entries.c, queues.c


def fitting(v: Vacancy) -> sa.ColumnElement[bool]:
    """The queues a vacancy is for."""
    return sa.and_(
        Q.locality == v.locality,
        Q.kind == v.kind,
        Q.language == v.language,
        Q.cohort.between(*v.born),
    )


def ranked(v: Vacancy, turns: Turns | None) -> sa.Subquery:
    """`candidate_id` and `place` of everybody who waits for such a vacancy."""
    return in_order(fitting(v), turns)


def in_order(which: sa.ColumnElement[bool], turns: Turns | None) -> sa.Subquery:
    """`candidate_id` and `place`, counted from 1, over these queues."""
    these = sa.select(Q.id).where(which).scalar_subquery()
    in_class = sa.func.row_number().over(partition_by=E.rank, order_by=(E.ticket, E.id))
    inner = (
        sa.select(E.candidate_id, E.rank, E.ticket, in_class.label("nth"))
        .where(E.queue_id.in_(these), E.waiting == sa.literal_column("1"))
        .subquery("in_class")
    )
    c = inner.c
    order: list[Any] = [c.rank, c.ticket]
    if turns is not None:
        turn = sa.case(
            (c.rank == int(Rank.FIRST_PRIORITY), (c.nth - 1) // turns.first_priority),
            (c.rank == int(Rank.GENERAL), (c.nth - 1) // turns.general),
            else_=-1,
        )
        order = [turn, c.rank, c.ticket]
    place = sa.func.row_number().over(order_by=(*order, c.candidate_id))
    return sa.select(c.candidate_id, place.label("place")).subquery("ranked")
