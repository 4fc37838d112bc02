"""Reports to portals of what became of their codes: owed with the change, sent until taken."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

import sqlalchemy as sa

from adapters.db.rows.codes import callbacks, clients, codes
from adapters.db.shelf import Shelf, insert
from domain.codes import Code, CodeId

if TYPE_CHECKING:
    from domain.callbacks import Status

CALLS = callbacks.c


class Due(NamedTuple):
    """A report to send now."""

    id: int
    code: CodeId
    status: "Status"
    happened: datetime
    tries: int


class Callbacks(Shelf):
    """Rows of `callbacks`."""

    __slots__ = ()

    def add(self, code: Code, status: "Status", now: datetime) -> None:
        """One report for each status, if the portal wants any. A test key's go out too."""
        if not code.about.callback_url and not self.address_of(code):
            return
        self.connection.execute(
            insert(self.connection, callbacks)
            .values(code_id=code.id, status=status, happened_at=now, due_at=now)
            .on_conflict_do_nothing()
        )

    def address_of(self, code: Code) -> str | None:
        """Where the client wants reports of codes that name no address."""
        query = sa.select(clients.c.callback_url).where(clients.c.id == code.client)
        return self.connection.execute(query).scalar_one_or_none()

    def claim(self, now: datetime, lease: timedelta, most: int) -> list[Due]:
        """Takes due ones; they come back after the lease if nobody settles them."""
        due = (
            sa.select(CALLS.id)
            .where(CALLS.state == "waiting", CALLS.due_at <= now)
            .order_by(CALLS.due_at, CALLS.id)
            .limit(most)
        )
        if self.connection.dialect.name == "postgresql":
            due = due.with_for_update(skip_locked=True)
        ids = list(self.connection.execute(due).scalars())
        if not ids:
            return []
        taken = (
            callbacks.update()
            .where(CALLS.id.in_(ids))
            .values(due_at=now + lease, tries=CALLS.tries + 1)
            .returning(CALLS.id, CALLS.code_id, CALLS.status, CALLS.happened_at, CALLS.tries)
        )
        return sorted(Due(*row) for row in self.connection.execute(taken))

    def done(self, number: int) -> None:
        self.change(number, "done")

    def again(self, number: int, due: datetime, trouble: str) -> None:
        self.connection.execute(
            callbacks.update().where(CALLS.id == number).values(due_at=due, trouble=trouble)
        )

    def lose(self, number: int, trouble: str) -> None:
        self.change(number, "lost", trouble)

    def change(self, number: int, state: str, trouble: str | None = None) -> None:
        self.connection.execute(
            callbacks.update().where(CALLS.id == number).values(state=state, trouble=trouble)
        )

    def purge(self) -> int:
        """Reports of codes that are gone."""
        gone = callbacks.delete().where(CALLS.code_id.not_in(sa.select(codes.c.id)))
        return self.connection.execute(gone).rowcount
