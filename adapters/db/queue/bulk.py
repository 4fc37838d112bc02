"""Many entries at once: sorted anew or archived by a fixed number of statements."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from adapters.db.queue.counters import left, rebuild
from adapters.db.rows.bulletins import offers
from adapters.db.rows.queue import (
    queue_candidates,
    queue_entries,
    queue_months,
    queue_moves,
    queues,
)
from adapters.db.shelf import insert
from domain.queue.life import REGIMES, Event, State
from domain.queue.order import Rank

C, E, M, Q = queue_candidates.c, queue_entries.c, queue_moves.c, queues.c
F = offers.c
WAITING = E.waiting == sa.literal_column("1")
UNPROVEN = ("refused", "resent", "false")
MOVED = ["queue_id", "version", "rank", "ticket", "change", "cause", "at"]
MAY_GROW_OLD = [
    state for table in REGIMES.values() for state, event in table if event is Event.TOO_OLD
]


def hold(connection: sa.Connection, area: str) -> None:
    """Nobody else changes these queues until the end of the transaction. SQLite has one writer."""
    if connection.dialect.name == "postgresql":
        query = sa.select(Q.id).where(Q.locality.startswith(area)).order_by(Q.id)
        connection.execute(query.with_for_update()).all()


def grown(area: str, youngest: int) -> sa.ColumnElement[bool]:
    """The candidates of an area born before the year `youngest` who wait for a place."""
    return sa.and_(C.locality.startswith(area), C.cohort < youngest, C.state.in_(MAY_GROW_OLD))


def archive(connection: sa.Connection, area: str, youngest: int, now: datetime) -> int:
    """Ends every application in the area of a child born before the year `youngest`;
    it is offered no place any more."""
    old = grown(area, youngest)
    candidates = sa.select(C.id).where(old).scalar_subquery()
    entries = sa.select(E.queue_id, E.rank, E.ticket).where(
        WAITING, E.candidate_id.in_(candidates)
    )
    gone = note(connection, entries, "archived", -1, now)
    count_leaving(connection, entries, "archived", now)
    connection.execute(
        queue_entries.update().where(E.candidate_id.in_(candidates)).values(waiting=0, live=0)
    )
    connection.execute(
        offers.update()
        .where(F.candidate_id.in_(candidates), F.state.in_(("told", "applied")))
        .values(state="left")
    )
    ended = {"state": State.ARCHIVED.value, "since": now, "due_at": None}
    connection.execute(queue_candidates.update().where(old).values(ended))
    if gone:
        settle(connection, area)
    return gone


def sort_anew(
    connection: sa.Connection, area: str, ranks: Mapping[str, Rank], now: datetime
) -> int:
    """Gives every application in the area the class of its benefit, unless that was refused: a
    paper sent again counts when it is confirmed."""
    rightful = sa.case(
        (sa.func.coalesce(C.benefit_state, "none").in_(UNPROVEN), int(Rank.GENERAL)),
        *((C.benefit == kind, int(rank)) for kind, rank in ranks.items()),
        else_=int(Rank.GENERAL),
    )
    wrong = sa.select(C.id).where(C.locality.startswith(area), C.rank != rightful)
    changed = (
        queue_candidates.update()
        .where(C.id.in_(wrong.scalar_subquery()))
        .values(rank=rightful)
        .execution_options(synchronize_session=False)
    )
    if not connection.execute(changed).rowcount:
        return 0
    now_right = sa.select(C.rank).where(C.id == E.candidate_id).scalar_subquery()
    here = sa.select(Q.id).where(Q.locality.startswith(area)).scalar_subquery()
    moving = sa.and_(E.queue_id.in_(here), E.rank != now_right)
    counted = sa.and_(WAITING, moving)
    out = sa.select(E.queue_id, E.rank, E.ticket).where(counted)
    into = sa.select(E.queue_id, now_right.label("rank"), E.ticket).where(counted)
    moved = note(connection, out, "resort", -1, now)
    note(connection, into, "resort", 1, now)
    connection.execute(queue_entries.update().where(moving).values(rank=now_right))
    settle(connection, area)
    return moved


def note(
    connection: sa.Connection, entries: sa.Select[Any], cause: str, change: int, now: datetime
) -> int:
    """Writes down a move for each of the entries, numbered on from each queue's last."""
    e = entries.subquery()
    last = (
        sa.select(sa.func.coalesce(sa.func.max(M.version), 0))
        .where(M.queue_id == e.c.queue_id)
        .scalar_subquery()
    )
    known = sa.select(Q.version).where(Q.id == e.c.queue_id).scalar_subquery()
    number = sa.func.row_number().over(partition_by=e.c.queue_id, order_by=e.c.ticket)
    since = sa.case((last > known, last), else_=known)
    rows = sa.select(
        e.c.queue_id,
        since + number,
        e.c.rank,
        e.c.ticket,
        sa.literal(change),
        sa.literal(cause),
        sa.literal(now, M.at.type),
    )
    return connection.execute(queue_moves.insert().from_select(MOVED, rows)).rowcount


def count_leaving(
    connection: sa.Connection, entries: sa.Select[Any], cause: str, now: datetime
) -> None:
    e = entries.subquery()
    when = left(0, cause, now)["month"]
    rows = sa.select(e.c.queue_id, sa.literal(when), sa.literal(cause), sa.func.count()).group_by(
        e.c.queue_id
    )
    new = insert(connection, queue_months).from_select(
        ["queue_id", "month", "cause", "count"], rows.where(sa.true())
    )
    more = queue_months.c["count"] + new.excluded["count"]
    connection.execute(
        new.on_conflict_do_update(
            index_elements=["queue_id", "month", "cause"], set_={"count": more}
        )
    )


def settle(connection: sa.Connection, area: str) -> None:
    """Counts the queues of the area anew, and takes their last numbers over."""
    here = sa.select(Q.id).where(Q.locality.startswith(area))
    rebuild(connection, here)
    last = sa.select(sa.func.max(M.version)).where(M.queue_id == Q.id).scalar_subquery()
    connection.execute(
        queues.update().where(Q.locality.startswith(area), last > Q.version).values(version=last)
    )
