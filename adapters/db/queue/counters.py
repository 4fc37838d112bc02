"""Counters a place is told from: kept with every coming and going, so that nobody is ever counted.
Whoever changes a queue holds its row; the number of the move is its version."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any

import sqlalchemy as sa

from adapters.db.hot import changed, first
from adapters.db.rows.queue import (
    queue_blocks,
    queue_entries,
    queue_months,
    queue_moves,
    queue_tickets,
    queues,
)
from adapters.db.shelf import insert_in

Q, B, M, N = queues.c, queue_blocks.c, queue_moves.c, queue_months.c
BLOCK = 2048
"""Tickets in a block. A place reads at most this many entries of the tail, and one row for each
block before it; measured best between 512 and 2048 with a million entries on SQLite, the more the
better on PostgreSQL (`bench/queue.py`). Another number needs a migration that counts anew."""
CLASSES = ("out_of_turn", "first_priority", "general")
"""The columns of `queues`, by rank."""


def value(name: str, kind: Any = sa.BigInteger) -> Any:
    return sa.bindparam(name, type_=kind)


def moved_class(column: str) -> Any:
    """One more or fewer in a class; answers the number of the move."""
    return (
        queues.update()
        .where(Q.id == value("queue"))
        .values({column: Q[column] + value("change"), "version": Q.version + 1})
        .returning(Q.version)
    )


MOVED = tuple(moved_class(column) for column in CLASSES)
NOTED = queue_moves.insert()
PLACED = (
    sa.update(queue_entries)
    .where(queue_entries.c.id == value("entry"), queue_entries.c.waiting == 1 - value("on"))
    .values(waiting=value("on"))
)


@cache
def tickets(dialect: str) -> Any:
    new = insert_in(dialect, queue_tickets)
    return new.on_conflict_do_update(
        index_elements=["name"], set_={"last": queue_tickets.c.last + new.excluded.last}
    ).returning(queue_tickets.c.last)


@cache
def block(dialect: str) -> Any:
    new = insert_in(dialect, queue_blocks)
    return new.on_conflict_do_update(
        index_elements=["queue_id", "rank", "block"],
        set_={"count": B["count"] + new.excluded["count"]},
    )


@cache
def month(dialect: str) -> Any:
    new = insert_in(dialect, queue_months)
    return new.on_conflict_do_update(
        index_elements=["queue_id", "month", "cause"],
        set_={"count": N["count"] + new.excluded["count"]},
    )


def take_tickets(connection: sa.Connection, count: int) -> int:
    """The first of `count` new tickets. The row's lock is held until the commit, so tickets are
    in the order of commits and without gaps."""
    values = {"name": "queue", "last": count}
    row = first(connection, tickets(connection.dialect.name), values)
    assert row is not None  # noqa: S101 an upsert answers
    return int(row[0]) - count + 1


def count(
    connection: sa.Connection,
    *,
    queue: int,
    rank: int,
    ticket: int,
    change: int,
    cause: str,
    now: datetime,
) -> None:
    """One entry more or fewer, each counter by its primary key. PostgreSQL takes all of it as one
    statement: four journeys to the server cost more than the work."""
    dialect = connection.dialect.name
    about = {"queue_id": queue, "rank": rank}
    at = {**about, "block": ticket // BLOCK, "count": change}
    move = {**about, "ticket": ticket, "change": change, "cause": cause, "at": now}
    gone = left(queue, cause, now)
    if dialect == "postgresql":
        values = {"queue": queue, "change": change, "at_block": at["block"]}
        given = {f"n_{name}": v for name, v in {**move, **gone}.items()}
        connection.execute(at_once(rank, going=change < 0), {**values, **given})
        return
    row = first(connection, MOVED[rank], {"queue": queue, "change": change})
    assert row is not None, queue  # noqa: S101 a queue is never dropped
    changed(connection, block(dialect), at)
    changed(connection, NOTED, {**move, "version": int(row[0])})
    if change < 0:
        changed(connection, month(dialect), gone)


@cache
def at_once(rank: int, *, going: bool) -> Any:
    """The same four for PostgreSQL. What is inserted reads the number of the move, so the queue's
    row is the first that is locked, as everywhere."""
    queue, change, cause = value("queue"), value("change"), value("n_cause", sa.Text)
    moved = MOVED[rank].cte("moved")
    blocks = insert_in("postgresql", queue_blocks).values(
        queue_id=queue, rank=rank, block=value("at_block"), count=change
    )
    more = {"count": B["count"] + blocks.excluded["count"]}
    keys = ["queue_id", "rank", "block"]
    noted = {
        "queue_id": queue,
        "version": moved.c.version,
        "rank": sa.literal(rank),
        "ticket": value("n_ticket"),
        "change": change,
        "cause": cause,
        "at": value("n_at", M.at.type),
    }
    whole = queue_moves.insert().from_select(list(noted), sa.select(*noted.values()))
    whole = whole.add_cte(
        blocks.on_conflict_do_update(index_elements=keys, set_=more).cte("blocked")
    )
    if not going:
        return whole
    months = insert_in("postgresql", queue_months).values(
        queue_id=queue, month=value("n_month"), cause=cause, count=1
    )
    more = {"count": N["count"] + months.excluded["count"]}
    keys = ["queue_id", "month", "cause"]
    return whole.add_cte(
        months.on_conflict_do_update(index_elements=keys, set_=more).cte("monthly")
    )


def left(queue: int, cause: str, now: datetime) -> Mapping[str, Any]:
    when = now.year * 100 + now.month
    return {"queue_id": queue, "month": when, "cause": cause, "count": 1}


def rebuild(connection: sa.Connection, queues_changed: sa.Select[Any]) -> None:
    """Counts these queues anew: three statements, however many entries there are."""
    E = queue_entries.c  # noqa: N806
    these = queues_changed.scalar_subquery()
    connection.execute(queue_blocks.delete().where(B.queue_id.in_(these)))
    in_block = (E.ticket // BLOCK).label("block")
    counted = (
        sa.select(E.queue_id, E.rank, in_block, sa.func.count())
        .where(E.waiting == sa.literal_column("1"), E.queue_id.in_(these))
        .group_by(E.queue_id, E.rank, in_block)
    )
    columns = ["queue_id", "rank", "block", "count"]
    connection.execute(queue_blocks.insert().from_select(columns, counted))
    totals = {
        column: sa.select(sa.func.coalesce(sa.func.sum(B["count"]), 0))
        .where(B.queue_id == Q.id, B.rank == rank)
        .scalar_subquery()
        for rank, column in enumerate(CLASSES)
    }
    connection.execute(queues.update().where(Q.id.in_(these)).values(totals))
