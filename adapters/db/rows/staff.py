"""Tables of who works for an organisation, their keys, what they did, and tables they sent."""

import sqlalchemy as sa

from adapters.db.rows.columns import NEVER_AGAIN, Id, Moment, metadata

staff_grants = sa.Table(
    "staff_grants",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("person_id", sa.BigInteger, nullable=False),
    sa.Column("organisation", sa.Text, nullable=False),
    sa.Column("area", sa.Text, nullable=False),
    sa.Column("role", sa.Text, nullable=False),
    sa.Column("granted_by", sa.Text, nullable=False),
    sa.Column("granted_at", Moment, nullable=False),
    sa.Column("revoked_by", sa.Text),
    sa.Column("revoked_at", Moment),
    sqlite_autoincrement=NEVER_AGAIN,  # the button that revokes one holds the number
)
HELD = staff_grants.c.revoked_at.is_(None)
sa.Index(
    "staff_grants_one_per_person_organisation_and_area",
    staff_grants.c.person_id,
    staff_grants.c.organisation,
    staff_grants.c.area,
    unique=True,
    sqlite_where=HELD,
    postgresql_where=HELD,
)

staff_keys = sa.Table(
    "staff_keys",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("organisation", sa.Text, nullable=False),
    sa.Column("area", sa.Text, nullable=False),
    sa.Column("person_id", sa.BigInteger),
    sa.Column("key_digest", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("hint", sa.Text, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("ended_at", Moment),
    sqlite_autoincrement=NEVER_AGAIN,  # the audit names it
)

audit = sa.Table(
    "audit",
    metadata,
    sa.Column("number", Id, primary_key=True, autoincrement=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("actor", sa.Text, nullable=False),
    sa.Column("act", sa.Text, nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("facts", sa.Text, nullable=False),
    sa.Column("before", sa.Text, nullable=False),
    sa.Column("hash", sa.Text, nullable=False),
)
"""Rows are added only: triggers refuse UPDATE and DELETE. See domain/audit.py."""
sa.Index("audit_of_a_subject", audit.c.subject)

imports = sa.Table(
    "imports",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("organisation", sa.Text, nullable=False),
    sa.Column("area", sa.Text, nullable=False),
    sa.Column("table_sealed", sa.LargeBinary),
    sa.Column("sent_by", sa.Text, nullable=False),
    sa.Column("sent_at", Moment, nullable=False),
    sa.Column("ended_at", Moment),
    sa.Column("ended_by", sa.Text),
    sa.Column("confirmed", sa.Boolean, nullable=False, server_default=sa.false()),
    sqlite_autoincrement=NEVER_AGAIN,
)
"""Tables (CSV) that were read and wait for a yes; the content is wiped with the answer."""
sa.Index(
    "imports_waiting_longest",
    imports.c.sent_at,
    sqlite_where=imports.c.ended_at.is_(None),
    postgresql_where=imports.c.ended_at.is_(None),
)
