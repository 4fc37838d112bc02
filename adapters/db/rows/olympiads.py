"""Tables of olympiad events, their sittings, and who is registered."""

import sqlalchemy as sa

from adapters.db.rows.columns import NEVER_AGAIN, Id, Moment, metadata

events = sa.Table(
    "events",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("content", sa.JSON, nullable=False),
    sa.Column("opens_at", Moment, nullable=False),
    sa.Column("closes_at", Moment, nullable=False),
)
"""`content` holds names, texts, grades, languages, stages and subjects: see domain/events.py."""

sittings = sa.Table(
    "sittings",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("event_id", sa.Text, nullable=False),
    sa.Column("stage", sa.Integer, nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("starts_at", Moment, nullable=False),
    sa.Column("minutes", sa.Integer, nullable=False),
    sa.Column("place", sa.JSON, nullable=False),
    sa.Column("places", sa.Integer),
    sa.Column("taken", sa.Integer, nullable=False, server_default="0"),
    sa.Column("version", sa.Integer, nullable=False, server_default="0"),
    sa.Column("cancelled_at", Moment),
    sa.UniqueConstraint("event_id", "stage", "subject", name="sittings_one_per_stage_and_subject"),
)
"""When and where one subject of one stage is sat. (A session, in the portal's words.)"""

registrations = sa.Table(
    "registrations",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("draft_id", Id, unique=True),
    sa.Column("account_id", Id, nullable=False),
    sa.Column("event_id", sa.Text, nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("sitting_id", Id, nullable=False),
    sa.Column("number", sa.Text, nullable=False, unique=True),
    sa.Column("region", sa.Text),
    sa.Column("grade", sa.Text),
    sa.Column("snapshot_sealed", sa.LargeBinary, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("withdrawn_at", Moment),
    sqlite_autoincrement=NEVER_AGAIN,  # the button that withdraws one holds the number
)
sa.Index(
    "registrations_one_per_account_and_subject",
    registrations.c.account_id,
    registrations.c.event_id,
    registrations.c.subject,
    unique=True,
    sqlite_where=registrations.c.withdrawn_at.is_(None),
    postgresql_where=registrations.c.withdrawn_at.is_(None),
)
sa.Index("registrations_of_a_sitting", registrations.c.sitting_id)
sa.Index("registrations_of_an_event", registrations.c.event_id, registrations.c.subject)
