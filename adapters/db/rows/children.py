"""The table of children that parents listed."""

import sqlalchemy as sa

from adapters.db.rows.columns import NEVER_AGAIN, Id, Moment, metadata

children = sa.Table(
    "children",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("account_id", Id, nullable=False),
    sa.Column("draft_id", Id, nullable=False, unique=True),
    sa.Column("iin_index", sa.LargeBinary, nullable=False),
    sa.Column("profile_sealed", sa.LargeBinary, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.UniqueConstraint("account_id", "iin_index", name="children_listed_once"),
    sqlite_autoincrement=NEVER_AGAIN,  # or a removed child's buttons would open another's
)
