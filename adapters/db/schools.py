"""Schools, as the operator loaded them."""

from collections.abc import Iterable, Mapping

import sqlalchemy as sa

from adapters.db.rows.schools import schools
from adapters.db.shelf import Shelf, insert

NAMES = ("kk", "ru", "en")


class Schools(Shelf):
    """Rows of `schools`."""

    __slots__ = ()

    def all(self) -> list[tuple[str, str, Mapping[str, str]]]:
        """(id, locality, names by language), in the order of their Kazakh names."""
        rows = self.connection.execute(sa.select(schools).order_by(schools.c.name_kk))
        return [
            (r.id, r.locality, {"kk": r.name_kk, "ru": r.name_ru, "en": r.name_en}) for r in rows
        ]

    def put(self, rows: Iterable[Mapping[str, str]]) -> None:
        """Adds schools, replacing those with the same id."""
        listed = [dict(row) for row in rows]
        if not listed:
            return
        new = insert(self.connection, schools)
        columns = ("locality", "name_kk", "name_ru", "name_en", "languages")
        statement = new.on_conflict_do_update(
            index_elements=["id"], set_={c: new.excluded[c] for c in columns}
        )
        self.connection.execute(statement, listed)

    def count(self) -> int:
        return self.connection.execute(
            sa.select(sa.func.count()).select_from(schools)
        ).scalar_one()
