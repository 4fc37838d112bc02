"""Tables of who decides for an organisation."""

import sqlalchemy as sa

from adapters.db.rows.columns import Moment, metadata

staff = sa.Table(
    "staff",
    metadata,
    sa.Column("person_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("granted_at", Moment, nullable=False),
)
