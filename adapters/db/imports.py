"""Tables that were sent and wait for a yes."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from adapters.db.rows.staff import imports
from adapters.db.shelf import Shelf
from domain.imports import Import, ImportId

T = imports.c
WAITS = T.ended_at.is_(None)
EMPTY = b""


class Imports(Shelf):
    """Rows of `imports`; the content is wiped when a row ends."""

    __slots__ = ()

    def keep(
        self, kind: str, raw: bytes, organisation: str, area: str, by: str, now: datetime
    ) -> ImportId:
        number = self.connection.execute(
            imports.insert().returning(T.id),
            {
                "kind": kind,
                "organisation": organisation,
                "area": area,
                "sent_by": by,
                "sent_at": now,
            },
        ).scalar_one()
        sealed = self.seal.seal(raw, place(number))
        self.connection.execute(imports.update().where(T.id == number).values(table_sealed=sealed))
        return ImportId(number)

    def waiting(self, number: ImportId, kind: str) -> Import | None:
        """To be looked at; only `end` says that it is yours."""
        query = sa.select(imports).where(T.id == number, T.kind == kind, WAITS)
        row = self.connection.execute(query).one_or_none()
        return None if row is None else self.opened_import(row)

    def end(
        self, number: ImportId, kind: str, by: str, now: datetime, *, confirmed: bool
    ) -> Import | None:
        """Ends the waiting, once; None when somebody did before."""
        ended = (
            imports.update()
            .where(T.id == number, T.kind == kind, WAITS)
            .values(ended_at=now, ended_by=by, confirmed=confirmed)
        )
        if not self.connection.execute(ended).rowcount:
            return None
        row = self.connection.execute(sa.select(imports).where(T.id == number)).one()
        self.connection.execute(imports.update().where(T.id == number).values(table_sealed=None))
        return self.opened_import(row)

    def purge(self, before: datetime) -> int:
        """Drops those nobody answered, and forgets the others."""
        return self.connection.execute(imports.delete().where(T.sent_at < before)).rowcount

    def opened_import(self, row: Any) -> Import:
        raw = self.seal.open(row.table_sealed, place(row.id))
        return Import(
            ImportId(row.id), row.kind, row.organisation, row.area, row.sent_by, row.sent_at, raw
        )


def place(number: int) -> str:
    return f"imports.table:{number}"
