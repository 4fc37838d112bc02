"""What every shelf has: the transaction, the seal, and rows to write at its end."""

from datetime import datetime
from functools import cache
from typing import Any

import sqlalchemy as sa

from adapters.crypto import Seal
from adapters.pack import pack, unpack


class Shelf:
    __slots__ = ("connection", "later", "seal")

    def __init__(
        self,
        connection: sa.Connection,
        seal: Seal,
        later: dict[sa.Executable, list[dict[str, Any]]],
    ) -> None:
        self.connection = connection
        self.seal = seal
        self.later = later

    def sealed(self, value: Any, place: str) -> bytes:
        return self.seal.seal(pack(value), place)

    def opened(self, sealed: bytes, place: str) -> Any:
        return unpack(self.seal.open(sealed, place))

    def earliest(
        self, moment: sa.Column[datetime], *conditions: sa.ColumnElement[bool]
    ) -> datetime | None:
        query = sa.select(moment).where(*conditions).order_by(moment).limit(1)
        return self.connection.execute(query).scalar_one_or_none()

    def insert_new(self, table: sa.Table) -> Any:
        """INSERT that leaves an existing row alone, on either database."""
        return leaving_known(self.connection.dialect.name, table)


@cache
def leaving_known(dialect: str, table: sa.Table) -> Any:
    """Always the same statement, so that rows kept for the end of a transaction are written at
    once."""
    return insert_in(dialect, table).on_conflict_do_nothing()


def insert(connection: sa.Connection, table: sa.Table) -> Any:
    """The dialect's INSERT, which knows ON CONFLICT."""
    return insert_in(connection.dialect.name, table)


def insert_in(dialect: str, table: sa.Table) -> Any:
    if dialect == "sqlite":
        from sqlalchemy.dialects.sqlite import insert as sqlite_insert

        return sqlite_insert(table)
    from sqlalchemy.dialects.postgresql import insert as postgres_insert

    return postgres_insert(table)
