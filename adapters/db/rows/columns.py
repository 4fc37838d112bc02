"""What every table is made of: the metadata and the sorts of column all share.

Columns ending in `_sealed` hold personal data under AES-GCM, `_index` a keyed digest to look it up
by. Every index is named after the question it answers."""

from datetime import UTC, datetime

import sqlalchemy as sa

metadata = sa.MetaData(
    naming_convention={
        "pk": "%(table_name)s_pkey",
        "fk": "%(table_name)s_%(column_0_name)s_fkey",
        "uq": "%(table_name)s_%(column_0_N_name)s_once",
        "ix": "%(table_name)s_by_%(column_0_N_name)s",
    }
)

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
"""SQLite numbers rows only in columns declared INTEGER."""

NEVER_AGAIN = True
"""SQLite gives the number of an erased last row to the next one, unless told not to; PostgreSQL
never does."""


class Moment(sa.TypeDecorator[datetime]):
    """An instant as UTC seconds since 1970: one form on both databases, compared as a number."""

    impl = sa.Float(53)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> float | None:
        return None if value is None else value.timestamp()

    def process_result_value(self, value: float | None, dialect: sa.Dialect) -> datetime | None:
        return None if value is None else datetime.fromtimestamp(value, UTC)
