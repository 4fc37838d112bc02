"""Limits that two processes can't pass together: counted under a lock, or by one conditional
UPDATE. All of them are rows, so a restart forgives nothing."""

from datetime import datetime
from functools import cache
from typing import Any

import sqlalchemy as sa

from adapters.db.hot import changed, first, typed
from adapters.db.rows.codes import code_marks, phone_guards
from adapters.db.rows.people import tallies
from adapters.db.shelf import Shelf, insert, insert_in

MARKS = code_marks.c
GUARDS = phone_guards.c
COUNTS = tallies.c
MARK = code_marks.insert().values(what=sa.bindparam("it"), at=sa.bindparam("now"))
MARKED = (
    sa.select(MARKS.at)
    .where(MARKS.what == sa.bindparam("it"), MARKS.at > sa.bindparam("since"))
    .order_by(MARKS.at.desc())
    .limit(1)
    .offset(sa.bindparam("skipped"))
)
STOPPED = sa.select(GUARDS.stopped_until).where(
    GUARDS.phone_index == sa.bindparam("phone"), GUARDS.stopped_until > sa.bindparam("now")
)


@cache
def taking(dialect: str) -> Any:
    """One more of what is counted, unless all are taken; anew when the time is over."""
    over = COUNTS.until <= sa.bindparam("now")
    new = insert_in(dialect, tallies).values(
        what=sa.bindparam("it"), count=1, until=sa.bindparam("end")
    )
    return new.on_conflict_do_update(
        index_elements=["what"],
        set_={"count": sa.case((over, 1), else_=COUNTS.count + 1), "until": new.excluded.until},
        where=sa.or_(over, COUNTS.count < sa.bindparam("most")),
    ).returning(COUNTS.count)


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
        values = {"it": self.what(kind, of), "end": until, "now": now, "most": most}
        return first(self.connection, taking(self.connection.dialect.name), values) is not None

    def give_back(self, kind: str, of: str) -> None:
        self.connection.execute(
            tallies.update()
            .where(tallies.c.what == self.what(kind, of), tallies.c.count > 0)
            .values(count=tallies.c.count - 1)
        )

    def mark(self, kind: str, of: str, now: datetime) -> None:
        changed(self.connection, MARK, {"it": self.what(kind, of), "now": now})

    def free_at(self, kind: str, of: str, since: datetime, most: int) -> datetime | None:
        """None while fewer than `most` marks are younger than `since`; else the moment of the
        mark that must grow old first. To be asked under `hold`."""
        values = {"it": self.what(kind, of), "since": since, "skipped": most - 1}
        row = typed(self.connection, MARKED, values)
        return None if row is None else row.at

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
        values = {"phone": self.seal.index("phone", phone), "now": now}
        row = typed(self.connection, STOPPED, values)
        return None if row is None else row.stopped_until

    def forgive(self, phone: str) -> None:
        """A right code, or the own contact: the count starts anew."""
        self.connection.execute(
            phone_guards.delete().where(GUARDS.phone_index == self.seal.index("phone", phone))
        )

    def what(self, kind: str, of: str) -> str:
        return f"code-{kind}:{self.seal.index(kind, of).hex()}"
