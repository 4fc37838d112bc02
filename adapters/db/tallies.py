"""Counters with an end: failed sign-ins, letters to one address. They survive a restart."""

from datetime import datetime

import sqlalchemy as sa

from adapters.db.rows.people import tallies
from adapters.db.shelf import Shelf, insert


class Tallies(Shelf):
    """Rows of `tallies`, by a keyed digest of what is counted."""

    __slots__ = ()

    def count(self, kind: str, of: str, now: datetime) -> int:
        query = sa.select(tallies.c.count).where(
            tallies.c.what == self.what(kind, of), tallies.c.until > now
        )
        return self.connection.execute(query).scalar_one_or_none() or 0

    def add(self, kind: str, of: str, now: datetime, until: datetime) -> int:
        """One more; answers how many now, and moves the end. A tally whose end has passed starts
        at one."""
        new = insert(self.connection, tallies).values(
            what=self.what(kind, of), count=1, until=until
        )
        over = tallies.c.until <= now
        statement = new.on_conflict_do_update(
            index_elements=["what"],
            set_={
                "count": sa.case((over, 1), else_=tallies.c.count + 1),
                "until": new.excluded.until,
            },
        ).returning(tallies.c.count)
        return int(self.connection.execute(statement).scalar_one())

    def clear(self, kind: str, of: str) -> None:
        self.connection.execute(tallies.delete().where(tallies.c.what == self.what(kind, of)))

    def purge(self, now: datetime) -> int:
        return self.connection.execute(tallies.delete().where(tallies.c.until <= now)).rowcount

    def what(self, kind: str, of: str) -> str:
        return f"{kind}:{self.seal.index(kind, of).hex()}"
