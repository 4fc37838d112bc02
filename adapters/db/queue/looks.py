"""What people saw of their places, what happened in a queue since, and whom to tell."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from adapters.db.queue.places import standing
from adapters.db.rows.queue import queue_entries, queue_looks, queue_months, queue_moves, queues
from adapters.db.shelf import insert
from domain.people import PersonId
from domain.queue.applications import CandidateId, Entry, EntryId, QueueId
from domain.queue.changes import Moves
from domain.queue.looking import Seen
from domain.queue.order import Rank
from domain.queue.position import Standing

L, M, N, E, Q = queue_looks.c, queue_moves.c, queue_months.c, queue_entries.c, queues.c
FOR_GOOD = ("placed", "withdrawn", "archived")
"""Leaving that brings everybody behind nearer: what a forecast counts."""


def seen(connection: sa.Connection, person: PersonId, entry: EntryId) -> tuple[Seen | None, bool]:
    query = sa.select(L.place, L.version, L.at, L.subscribed_at).where(
        L.person_id == person, L.entry_id == entry
    )
    row = connection.execute(query).one_or_none()
    if row is None:
        return None, False
    return Seen(row.place, row.version, row.at), row.subscribed_at is not None


def see(
    connection: sa.Connection, person: PersonId, s: Standing, place: int, now: datetime
) -> None:
    row = {
        "person_id": person,
        "entry_id": s.entry,
        "rank": int(s.rank),
        "place": place,
        "version": s.version,
        "checked": s.version,
        "at": now,
    }
    new = insert(connection, queue_looks)
    anew = {name: new.excluded[name] for name in ("rank", "place", "version", "checked", "at")}
    statement = new.on_conflict_do_update(index_elements=["person_id", "entry_id"], set_=anew)
    connection.execute(statement, row)


def subscribe(
    connection: sa.Connection, person: PersonId, entry: EntryId, now: datetime | None
) -> None:
    mine = sa.and_(L.person_id == person, L.entry_id == entry)
    connection.execute(queue_looks.update().where(mine).values(subscribed_at=now))


def moves(connection: sa.Connection, e: Entry, s: Standing, version: int) -> list[Moves]:
    """What happened since, gathered by cause: as many rows as there are causes, not people."""
    ahead = sa.case((sa.and_(M.rank == int(s.rank), M.ticket > s.ticket), 0), else_=1)
    query = (
        sa.select(M.cause, M.rank, M.change, sa.func.count(), ahead.label("ahead"))
        .where(
            M.queue_id == e.queue,
            M.version > version,
            M.version <= s.version,
            M.ticket != s.ticket,
        )
        .group_by(M.cause, M.rank, M.change, ahead)
        .order_by(M.change, M.cause, M.rank)
    )
    return [Moves(r[0], Rank(r[1]), r[2], r[3], bool(r[4])) for r in connection.execute(query)]


def left(connection: sa.Connection, queue: QueueId) -> dict[int, int]:
    """How many left for good, by month."""
    query = (
        sa.select(N.month, sa.func.sum(N["count"]))
        .where(N.queue_id == queue, N.cause.in_(FOR_GOOD))
        .group_by(N.month)
    )
    return {r[0]: int(r[1]) for r in connection.execute(query)}


def note_left(connection: sa.Connection, queue: QueueId, month: int, placed: int) -> None:
    """History from before: how many got a place in a month."""
    row = {"queue_id": queue, "month": month, "cause": "placed", "count": placed}
    new = insert(connection, queue_months)
    statement = new.on_conflict_do_update(
        index_elements=["queue_id", "month", "cause"], set_={"count": new.excluded["count"]}
    )
    connection.execute(statement, row)


def to_tell(
    connection: sa.Connection, now: datetime, before: datetime, most: int
) -> Iterator[tuple[PersonId, CandidateId, Standing, int]]:
    """Subscribers whose queue has moved since it was looked at for them, each claimed by this
    transaction: one query, and one update for all that were found."""
    query = (
        sa.select(L.person_id, L.entry_id, E.candidate_id, L.place)
        .join(queue_entries, E.id == L.entry_id)
        .join(queues, Q.id == E.queue_id)
        .where(
            sa.text("queue_looks.subscribed_at IS NOT NULL"),
            sa.or_(L.told_at.is_(None), L.told_at <= before),
            Q.version > L.checked,
            E.waiting == sa.literal_column("1"),
        )
        .order_by(L.person_id, L.entry_id)
        .limit(most)
    )
    if connection.dialect.name == "postgresql":
        query = query.with_for_update(skip_locked=True, of=queue_looks)
    rows: Any = connection.execute(query).all()
    check(connection, [(row.person_id, row.entry_id) for row in rows])
    for row in rows:
        s = standing(connection, EntryId(row.entry_id))
        if s is not None:
            yield PersonId(row.person_id), CandidateId(row.candidate_id), s, row.place


def check(connection: sa.Connection, looked: list[tuple[int, int]]) -> None:
    """The other parent, told today already, hears of the same move tomorrow."""
    version = (
        sa.select(Q.version)
        .join(queue_entries, E.queue_id == Q.id)
        .where(E.id == L.entry_id)
        .scalar_subquery()
    )
    if looked:
        these = sa.tuple_(L.person_id, L.entry_id).in_(looked)
        connection.execute(queue_looks.update().where(these).values(checked=version))


def told(connection: sa.Connection, person: PersonId, entry: EntryId, now: datetime) -> None:
    mine = sa.and_(L.person_id == person, L.entry_id == entry)
    connection.execute(queue_looks.update().where(mine).values(told_at=now))


def purge(connection: sa.Connection, before: datetime) -> int:
    """Moves nobody will ask about any more."""
    return connection.execute(queue_moves.delete().where(M.at < before)).rowcount
