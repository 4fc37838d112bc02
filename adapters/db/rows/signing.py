"""The table of documents that wait for a signature."""

import sqlalchemy as sa

from adapters.db.rows.columns import NEVER_AGAIN, Id, Moment, metadata

signing_sessions = sa.Table(
    "signing_sessions",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("token_digest", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("person_id", sa.BigInteger, nullable=False),
    sa.Column("about", sa.Text, nullable=False),
    sa.Column("wish_sealed", sa.LargeBinary),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("tries", sa.Integer, nullable=False, server_default="0"),
    sa.Column("card_row", sa.BigInteger),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("expires_at", Moment, nullable=False),
    sa.Column("ended_at", Moment),
    sqlite_autoincrement=NEVER_AGAIN,  # the buttons under its message hold the number
)
"""`wish_sealed` holds the document and whose signature it wants; wiped when it is over: what was
signed is kept as evidence."""
OPEN_SESSION = sa.text("ended_at IS NULL")
sa.Index(
    "signing_sessions_one_open_per_thing",
    signing_sessions.c.person_id,
    signing_sessions.c.about,
    unique=True,
    sqlite_where=OPEN_SESSION,
    postgresql_where=OPEN_SESSION,
)
sa.Index(
    "signing_sessions_that_expire_next",
    signing_sessions.c.expires_at,
    sqlite_where=OPEN_SESSION,
    postgresql_where=OPEN_SESSION,
)
