"""Updates as they came, until they are handled."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import sqlalchemy as sa

from adapters.crypto import SealBroken
from adapters.db.hot import each
from adapters.db.rows.messages import inbox
from adapters.db.shelf import Shelf, leaving_known
from domain.inbox import Received
from domain.people import PersonId

SEAL_BROKEN = "seal broken"
LONG_AGO = datetime.fromtimestamp(0, UTC)
DONE = (
    inbox.update()
    .where(inbox.c.update_id == sa.bindparam("update"))
    .values(done_at=sa.bindparam("now"), payload_sealed=None, worker=None)
)


class Inbox(Shelf):
    """Rows of `inbox`. A handled row is wiped of its content (it may hold a password) and kept
    only to recognise a duplicate."""

    __slots__ = ()

    def add(
        self, received: Iterable[Received], now: datetime, worker: str, lease: timedelta
    ) -> set[int]:
        """Stores updates as claimed by `worker`; answers the ids that were new."""
        rows = [
            {
                "update_id": r.update_id,
                "person_id": r.person,
                "payload_sealed": self.sealed(r.raw, place(r.update_id)),
                "received_at": now,
                "due_at": now,
                "worker": worker,
                "leased_until": now + lease,
            }
            for r in received
        ]
        if not rows:
            return set()
        statement = adding(self.connection.dialect.name)
        return set(each(self.connection, statement, rows))

    def done(self, update: int, now: datetime) -> None:
        self.later.setdefault(DONE, []).append({"update": update, "now": now})

    def fail(self, update: int, due: datetime) -> None:
        """Handling raised: it will be tried again at `due`."""
        self.connection.execute(
            inbox.update()
            .where(inbox.c.update_id == update)
            .values(tries=inbox.c.tries + 1, due_at=due)
        )

    def park(self, update: int, incident: str, now: datetime) -> None:
        """Gives up on an update. Its sealed content stays for who looks into the incident."""
        self.connection.execute(
            inbox.update()
            .where(inbox.c.update_id == update)
            .values(done_at=now, incident=incident, worker=None)
        )

    def claim(self, worker: str, now: datetime, lease: timedelta, most: int) -> list[Received]:
        """Takes waiting updates nobody works on: of each person only the oldest, so that two
        processes never hold two updates of one person."""
        older = inbox.alias("older")
        free = (
            sa.select(inbox.c.update_id)
            .where(
                inbox.c.done_at.is_(None),
                inbox.c.leased_until < now,
                inbox.c.due_at <= now,
                ~sa.exists().where(
                    older.c.person_id == inbox.c.person_id,
                    older.c.update_id < inbox.c.update_id,
                    older.c.done_at.is_(None),
                ),
            )
            .order_by(inbox.c.update_id)
            .limit(most)
        )
        if self.connection.dialect.name == "postgresql":
            free = free.with_for_update(skip_locked=True)
        ids = list(self.connection.execute(free).scalars())
        return self.lease(ids, worker, now + lease) if ids else []

    def lease(self, ids: list[int], worker: str, until: datetime) -> list[Received]:
        rows = self.connection.execute(
            inbox.update()
            .where(inbox.c.update_id.in_(ids))
            .values(worker=worker, leased_until=until)
            .returning(inbox.c.update_id, inbox.c.person_id, inbox.c.payload_sealed, inbox.c.tries)
        )
        found = (self.received(row, until) for row in sorted(rows, key=lambda r: r.update_id))
        return [received for received in found if received is not None]

    def received(self, row: Any, now: datetime) -> Received | None:
        """The update of a row. One whose seal is broken is parked: it must not stop the rest."""
        try:
            raw = self.opened(row.payload_sealed, place(row.update_id))
        except SealBroken:
            self.park(row.update_id, SEAL_BROKEN, now)
            return None
        return Received(row.update_id, PersonId(row.person_id), raw, row.tries)

    def first_in_line(self, update: int, person: PersonId) -> bool:
        """Whether no older update of this person still waits (elsewhere)."""
        older = sa.select(inbox.c.update_id).where(
            inbox.c.person_id == person, inbox.c.update_id < update, inbox.c.done_at.is_(None)
        )
        return self.connection.execute(older.limit(1)).first() is None

    def release(self, worker: str) -> None:
        """Frees what a stopping process holds."""
        self.connection.execute(
            inbox.update()
            .where(inbox.c.worker == worker, inbox.c.done_at.is_(None))
            .values(worker=None, leased_until=LONG_AGO)
        )

    def release_all(self) -> None:
        """Frees what any process held: to be called only when no other can be running."""
        self.connection.execute(
            inbox.update().where(inbox.c.done_at.is_(None)).values(leased_until=LONG_AGO)
        )

    def waiting(self) -> int:
        query = sa.select(sa.func.count()).select_from(inbox).where(inbox.c.done_at.is_(None))
        return self.connection.execute(query).scalar_one()

    def purge(self, before: datetime) -> int:
        """Drops rows handled before that; duplicates come within 48 hours (reliability.md B5)."""
        return self.connection.execute(inbox.delete().where(inbox.c.done_at < before)).rowcount

    def forget(self, person: PersonId) -> None:
        """Wipes what is kept of a person's handled and parked updates."""
        self.connection.execute(
            inbox.update()
            .where(inbox.c.person_id == person, inbox.c.done_at.is_not(None))
            .values(payload_sealed=None, person_id=0)
        )


@cache
def adding(dialect: str) -> Any:
    """The statement that stores an update unless it is known, made once."""
    return leaving_known(dialect, inbox).returning(inbox.c.update_id)


def place(update: int) -> str:
    return f"inbox.payload:{update}"
