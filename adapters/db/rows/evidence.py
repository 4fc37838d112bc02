"""Tables of what proves signatures."""

import sqlalchemy as sa

from adapters.db.rows.columns import NEVER_AGAIN, Id, Moment, metadata

evidence = sa.Table(
    "evidence",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("person_id", sa.BigInteger, nullable=False),
    sa.Column("about", sa.Text, nullable=False),
    sa.Column("cms_sealed", sa.LargeBinary, nullable=False),
    sa.Column("shown_sealed", sa.LargeBinary, nullable=False),
    sa.Column("verdict_sealed", sa.LargeBinary, nullable=False),
    sa.Column("made_at", Moment, nullable=False),
    sa.Column("looked_at", Moment, nullable=False),
    sqlite_autoincrement=NEVER_AGAIN,  # seals are made for the number
)
sa.Index("evidence_about_one_thing", evidence.c.about)
sa.Index("evidence_of_a_person", evidence.c.person_id)
sa.Index("evidence_not_looked_at_for_longest", evidence.c.looked_at)

evidence_parts = sa.Table(
    "evidence_parts",
    metadata,
    sa.Column("digest", sa.LargeBinary, primary_key=True),
    sa.Column("content_sealed", sa.LargeBinary, nullable=False),
)
"""Certificates of authorities and revocation lists, kept once for all signatures they speak of;
`digest` is a keyed one of the content."""
