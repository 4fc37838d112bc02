"""Tables of what comes from Telegram and what goes out."""

import sqlalchemy as sa

from adapters.db.rows.columns import Id, Moment, metadata

inbox = sa.Table(
    "inbox",
    metadata,
    sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("person_id", sa.BigInteger, nullable=False),
    sa.Column("payload_sealed", sa.LargeBinary),
    sa.Column("received_at", Moment, nullable=False),
    sa.Column("due_at", Moment, nullable=False),
    sa.Column("tries", sa.Integer, nullable=False, server_default="0"),
    sa.Column("done_at", Moment),
    sa.Column("incident", sa.Text),
    sa.Column("worker", sa.Text),
    sa.Column("leased_until", Moment, nullable=False, server_default="0"),
)
sa.Index(
    "inbox_waiting_of_a_person",
    inbox.c.person_id,
    inbox.c.update_id,
    sqlite_where=inbox.c.done_at.is_(None),
    postgresql_where=inbox.c.done_at.is_(None),
)
sa.Index(
    "inbox_waiting_longest",
    inbox.c.update_id,
    sqlite_where=inbox.c.done_at.is_(None),
    postgresql_where=inbox.c.done_at.is_(None),
)
sa.Index("inbox_old_enough_to_drop", inbox.c.done_at)

outbox = sa.Table(
    "outbox",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("channel", sa.Text, nullable=False),
    sa.Column("lane", sa.SmallInteger, nullable=False),
    sa.Column("person_id", sa.BigInteger, nullable=False),
    sa.Column("broadcast_id", Id),
    sa.Column("once", sa.Text),
    sa.Column("payload_sealed", sa.LargeBinary),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("due_at", Moment, nullable=False),
    sa.Column("useful_until", Moment),
    sa.Column("tries", sa.Integer, nullable=False, server_default="0"),
    sa.Column("state", sa.Text, nullable=False, server_default="waiting"),
    sa.Column("worker", sa.Text),
    sa.Column("leased_until", Moment, nullable=False, server_default="0"),
    sa.Column("message_id", sa.BigInteger),
    sa.Column("trouble", sa.Text),
    sa.UniqueConstraint("once", name="outbox_sent_once_per_cause"),
)
"""A row of a broadcast has no payload: what it says is made when it is sent, in the language the
person reads then."""
sa.Index(
    "outbox_due",
    outbox.c.lane,
    outbox.c.due_at,
    outbox.c.id,
    sqlite_where=sa.text("state = 'waiting' AND broadcast_id IS NULL"),
    postgresql_where=sa.text("state = 'waiting' AND broadcast_id IS NULL"),
)
sa.Index("outbox_of_a_person", outbox.c.person_id)
sa.Index(
    "outbox_of_a_broadcast",
    outbox.c.broadcast_id,
    outbox.c.state,
    outbox.c.id,
    sqlite_where=sa.text("broadcast_id IS NOT NULL"),
    postgresql_where=sa.text("broadcast_id IS NOT NULL"),
)
sa.Index(
    "outbox_once_per_broadcast_and_person",
    outbox.c.broadcast_id,
    outbox.c.person_id,
    unique=True,
    sqlite_where=sa.text("broadcast_id IS NOT NULL"),
    postgresql_where=sa.text("broadcast_id IS NOT NULL"),
)
