"""Many families at once from a queue kept elsewhere: a fixed number of statements."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from adapters.db.hot import many
from adapters.db.queue import counters
from adapters.db.rows.queue import (
    queue_applications,
    queue_candidates,
    queue_entries,
    queue_months,
    queues,
)
from adapters.db.shelf import insert
from domain.queue.applications import QueueKey
from domain.queue.life import State
from domain.queue.order import Rank
from domain.queue.taking_over import Placed, Waiting

if TYPE_CHECKING:
    from adapters.db.queue.shelf import Queue

A, C, Q = queue_applications.c, queue_candidates.c, queues.c
NUMBERED = (
    queue_applications.update()
    .where(A.id == sa.bindparam("row"))
    .values(number=sa.bindparam("given"), snapshot_sealed=sa.bindparam("sealed"))
)
ENTERED = queue_entries.insert()
Known = Sequence[tuple[Waiting, Rank]]


def take_over(shelf: "Queue", known: Known) -> None:
    if not known:
        return
    connection = shelf.connection
    first = counters.take_tickets(connection, len(known))
    applications = opened(connection, [w for w, _ in known])
    many(connection, NUMBERED, shelf.numbered(applications))
    keys = [key_of(w) for w, _ in known]
    ids = {key: shelf.queue(key) for key in dict.fromkeys(keys)}
    rows = [
        shelf.candidate_row(n, w, rank, first + at)
        for at, (n, (w, rank)) in enumerate(zip(applications, known, strict=True))
    ]
    added = queue_candidates.insert().returning(C.id, sort_by_parameter_order=True)
    candidates = connection.execute(added, rows).scalars().all()
    entries = [
        {
            "queue_id": ids[key],
            "candidate_id": candidate,
            "iin_index": row["iin_index"],
            "rank": row["rank"],
            "ticket": row["ticket"],
            "waiting": 1,
            "live": 1,
        }
        for key, candidate, row in zip(keys, candidates, rows, strict=True)
    ]
    many(connection, ENTERED, entries)
    counters.rebuild(connection, sa.select(Q.id).where(Q.id.in_(list(ids.values()))))


def key_of(w: Waiting) -> QueueKey:
    return QueueKey(w.locality, w.kind, w.language, w.child.born.year)


def opened(connection: sa.Connection, waiting: Sequence[Waiting]) -> Sequence[int]:
    """The numbers of new applications, in order."""
    rows = [
        {
            "number": f"taken-over-{at}",
            "portal": w.portal,
            "person_id": w.person,
            "snapshot_sealed": b"",
            "created_at": w.applied,
        }
        for at, w in enumerate(waiting)
    ]
    added = queue_applications.insert().returning(A.id, sort_by_parameter_order=True)
    return connection.execute(added, rows).scalars().all()


def waiting_row(w: Waiting, rank: Rank) -> dict[str, Any]:
    return {
        "locality": w.locality,
        "cohort": w.child.born.year,
        "benefit": w.benefit,
        "benefit_state": "confirmed" if w.benefit else None,
        "rank": int(rank),
        "state": State.QUEUED.value,
        "since": w.applied,
    }


def note_placed(shelf: "Queue", placed: Sequence[Placed]) -> None:
    keys = [QueueKey(p.locality, p.kind, p.language, p.cohort) for p in placed]
    ids = {key: shelf.queue(key) for key in dict.fromkeys(keys)}
    rows = [
        {"queue_id": ids[key], "month": p.month, "cause": "placed", "count": p.children}
        for key, p in zip(keys, placed, strict=True)
    ]
    new = insert(shelf.connection, queue_months)
    more = queue_months.c["count"] + new.excluded["count"]
    statement = new.on_conflict_do_update(
        index_elements=["queue_id", "month", "cause"], set_={"count": more}
    )
    if rows:
        shelf.connection.execute(statement, rows)
