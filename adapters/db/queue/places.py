"""The one statement a place is told from."""

from typing import Any

import sqlalchemy as sa

from adapters.db.hot import first
from adapters.db.queue.counters import BLOCK
from adapters.db.rows.queue import queue_blocks, queue_entries, queues
from domain.queue.applications import EntryId
from domain.queue.order import Rank, Totals
from domain.queue.position import Standing

ME, Q, B = queue_entries.c, queues.c, queue_blocks.c
OTHER = queue_entries.alias("other")
WAITING: sa.ColumnElement[int] = sa.literal_column("1")
"""Said as a literal, or SQLite would not see that the partial index answers it."""

BEFORE = (
    sa.select(sa.func.coalesce(sa.func.sum(B["count"]), 0))
    .where(B.queue_id == ME.queue_id, B.rank == ME.rank, B.block < ME.ticket // BLOCK)
    .correlate(queue_entries)
    .scalar_subquery()
)
TAIL = (
    sa.select(sa.func.count())
    .select_from(OTHER)
    .where(
        OTHER.c.queue_id == ME.queue_id,
        OTHER.c.rank == ME.rank,
        OTHER.c.waiting == WAITING,
        OTHER.c.ticket >= ME.ticket // BLOCK * BLOCK,
        OTHER.c.ticket <= ME.ticket,
    )
    .correlate(queue_entries)
    .scalar_subquery()
)
STANDING = (
    sa.select(
        ME.rank,
        ME.ticket,
        Q.out_of_turn,
        Q.first_priority,
        Q.general,
        Q.version,
        BEFORE,
        TAIL,
    )
    .join(queues, Q.id == ME.queue_id)
    .where(ME.id == sa.bindparam("entry"), ME.waiting == WAITING)
)


def standing(connection: sa.Connection, entry: EntryId) -> Standing | None:
    """Where an entry stands; None while it isn't counted."""
    row: Any = first(connection, STANDING, {"entry": entry})
    if row is None:
        return None
    rank, ticket, *totals, version, before, tail = row
    return Standing(entry, Rank(rank), ticket, int(before) + tail, Totals(*totals), version)
