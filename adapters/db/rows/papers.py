"""Table of the papers people sent; the files themselves are on the disk (adapters/files.py)."""

import sqlalchemy as sa

from adapters.db.rows.columns import Id, Moment, metadata

papers = sa.Table(
    "papers",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("person_id", sa.BigInteger, nullable=False),
    sa.Column("draft_id", Id),
    sa.Column("field", sa.Text, nullable=False),
    sa.Column("holder", sa.Text),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("bytes", sa.Integer, nullable=False),
    sa.Column("pages", sa.Integer, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("erase_at", Moment),
)
"""While a form is filled a file belongs to its draft; once sent, to a `holder` ("school:17")."""
sa.Index(
    "papers_one_row_per_question", papers.c.draft_id, papers.c.field, papers.c.name, unique=True
)
sa.Index("papers_of_a_person", papers.c.person_id)
sa.Index("papers_of_a_holder", papers.c.holder)
sa.Index("papers_by_name", papers.c.name)
