"""Tables of what is told to many: broadcasts, who follows what, who has pressed Seen."""

import sqlalchemy as sa

from adapters.db.rows.columns import NEVER_AGAIN, Id, Moment, metadata

broadcasts = sa.Table(
    "broadcasts",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("number", sa.Text, nullable=False, server_default=""),
    sa.Column("about", sa.Text),
    sa.Column("once", sa.Text),
    sa.Column("content", sa.JSON, nullable=False),
    sa.Column("audience", sa.JSON, nullable=False),
    sa.Column("lane", sa.SmallInteger, nullable=False),
    sa.Column("urgency", Moment, nullable=False),
    sa.Column("goes_at", Moment, nullable=False),
    sa.Column("loud", sa.Boolean, nullable=False),
    sa.Column("useful_until", Moment),
    sa.Column("state", sa.Text, nullable=False, server_default="running"),
    sa.Column("people", sa.Integer, nullable=False, server_default="0"),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("done_at", Moment),
    sa.UniqueConstraint("once", name="broadcasts_once_per_cause"),
    sqlite_autoincrement=NEVER_AGAIN,  # the button that acknowledges one holds the number
)
"""`content` is public: names, times, texts in three languages; who gets it is in the outbox."""
sa.Index(
    "broadcasts_running",
    broadcasts.c.lane,
    broadcasts.c.urgency,
    sqlite_where=sa.text("state = 'running'"),
    postgresql_where=sa.text("state = 'running'"),
)
sa.Index("broadcasts_about_a_thing", broadcasts.c.about)

acknowledgements = sa.Table(
    "acknowledgements",
    metadata,
    sa.Column("broadcast_id", Id, primary_key=True, autoincrement=False),
    sa.Column("person_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("at", Moment, nullable=False),
)
sa.Index("acknowledgements_of_a_person", acknowledgements.c.person_id)

subscriptions = sa.Table(
    "subscriptions",
    metadata,
    sa.Column("event_id", sa.Text, primary_key=True),
    sa.Column("subject", sa.Text, primary_key=True),
    sa.Column("person_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("created_at", Moment, nullable=False),
)
"""Who follows an event (subject '') or one subject of it; no account is needed."""
sa.Index("subscriptions_of_a_person", subscriptions.c.person_id)
