"""Table of documents given out: what the page behind their QR tells."""

import sqlalchemy as sa

from adapters.db.rows.columns import Id, Moment, metadata

issued = sa.Table(
    "issued",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("token_digest", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("holder", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("number", sa.Text, nullable=False),
    sa.Column("initials", sa.Text, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("issued_at", Moment, nullable=False),
    sa.Column("changed_at", Moment, nullable=False),
)
sa.Index("issued_documents_of_a_holder", issued.c.holder)
