"""Tables of schools, and of schools that people said are not listed."""

import sqlalchemy as sa

from adapters.db.rows.columns import Id, Moment, metadata

schools = sa.Table(
    "schools",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("locality", sa.Text, nullable=False),
    sa.Column("name_kk", sa.Text, nullable=False),
    sa.Column("name_ru", sa.Text, nullable=False),
    sa.Column("name_en", sa.Text, nullable=False),
    sa.Column("languages", sa.Text, nullable=False),
)
sa.Index("schools_of_a_locality", schools.c.locality)

school_requests = sa.Table(
    "school_requests",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("person_id", sa.BigInteger, nullable=False),
    sa.Column("account_id", Id),
    sa.Column("locality", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("decision", sa.Text),
    sa.Column("decided_at", Moment),
    sa.Column("decided_by", sa.BigInteger),
)
"""Schools that people said are not listed; staff add them or answer."""
