"""Limits that two processes can't pass together: counted under a lock, or by one conditional
UPDATE. All of them are rows, so a restart forgives nothing."""

from datetime import datetime

import sqlalchemy as sa

from adapters.db.rows.codes import code_marks, phone_guards
from adapters.db.rows.people import tallies
from adapters.db.shelf import Shelf, insert

MARKS = code_marks.c
GUARDS = phone_guards.c


class Limits(Shelf):
    """Rows of `code_marks`, `phone_guards`, and of `tallies` for quotas."""

    __slots__ = ()

    def hold(self, kind: str, of: str) -> None:
        """Until this transaction ends, nobody else passes here with the same thing. SQLite has
        one writer anyway."""
        if self.connection.dialect.name == "postgresql":
            number = int.from_bytes(self.seal.index(f"hold-{kind}", of)[:8], signed=True)
            self.connection.execute(sa.select(sa.func.pg_advisory_xact_lock(number)))

    def take(self, kind: str, of: str, until: datetime, now: datetime, *, most: int) -> bool:
        """One of at most `most` until then; false when they are spent."""
        what = self.what(kind, of)
        over = tallies.c.until <= now
        new = insert(self.connection, tallies).values(what=what, count=1, until=until)
        taken = new.on_conflict_do_update(
            index_elements=["what"],
            set_={
                "count": sa.case((over, 1), else_=tallies.c.count + 1),
                "until": new.excluded.until,
            },
            where=sa.or_(over, tallies.c.count < most),
        ).returning(tallies.c.count)
        return self.connection.execute(taken).scalar_one_or_none() is not None

    def give_back(self, kind: str, of: str) -> None:
        self.connection.execute(
            tallies.update()
            .where(tallies.c.what == self.what(kind, of), tallies.c.count > 0)
            .values(count=tallies.c.count - 1)
        )

    def mark(self, kind: str, of: str, now: datetime) -> None:
        self.connection.execute(code_marks.insert(), {"what": self.what(kind, of), "at": now})

    def free_at(self, kind: str, of: str, since: datetime, most: int) -> datetime | None:
        """None while fewer than `most` marks are younger than `since`; else the moment of the
        mark that must grow old first. To be asked under `hold`."""
        query = (
            sa.select(MARKS.at)
            .where(MARKS.what == self.what(kind, of), MARKS.at > since)
            .order_by(MARKS.at.desc())
            .limit(1)
            .offset(most - 1)
        )
        return self.connection.execute(query).scalar_one_or_none()

    def purge(self, before: datetime) -> int:
        return self.connection.execute(code_marks.delete().where(MARKS.at < before)).rowcount

    def count_guess(self, phone: str) -> int:
        """One more guess in a row at this phone's codes; answers how many now."""
        new = insert(self.connection, phone_guards).values(
            phone_index=self.seal.index("phone", phone), failures=1
        )
        counted = new.on_conflict_do_update(
            index_elements=["phone_index"], set_={"failures": GUARDS.failures + 1}
        ).returning(GUARDS.failures)
        return int(self.connection.execute(counted).scalar_one())

    def stop(self, phone: str, until: datetime) -> None:
        self.connection.execute(
            phone_guards.update()
            .where(GUARDS.phone_index == self.seal.index("phone", phone))
            .values(stopped_until=until)
        )

    def stopped_until(self, phone: str, now: datetime) -> datetime | None:
        query = sa.select(GUARDS.stopped_until).where(
            GUARDS.phone_index == self.seal.index("phone", phone), GUARDS.stopped_until > now
        )
        return self.connection.execute(query).scalar_one_or_none()

    def forgive(self, phone: str) -> None:
        """A right code, or the own contact: the count starts anew."""
        self.connection.execute(
            phone_guards.delete().where(GUARDS.phone_index == self.seal.index("phone", phone))
        )

    def what(self, kind: str, of: str) -> str:
        return f"code-{kind}:{self.seal.index(kind, of).hex()}"
