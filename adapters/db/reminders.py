"""What people are to be reminded of."""

from datetime import datetime
from functools import cache
from typing import Any

import sqlalchemy as sa

from adapters.db.audiences import first_holder
from adapters.db.rows.messages import outbox
from adapters.db.rows.people import sign_ins
from adapters.db.rows.reminders import reminders
from adapters.db.shelf import Shelf
from domain.people import AccountId, PersonId
from domain.reminders import Reminder, State

R = reminders.c
WAITING = R.state == sa.literal_column("'waiting'")
QUEUED = sa.and_(R.state == "sent", R.outbox_id.is_not(None))


class Reminders(Shelf):
    """Rows of `reminders`: waiting, then sent, expired, cancelled or done."""

    __slots__ = ()

    def add(self, reminder: Reminder, now: datetime) -> None:
        r = reminder
        row = {
            "kind": r.kind,
            "cause": r.cause,
            "step": r.step,
            "about": r.about,
            "account_id": r.account,
            "person_id": r.person,
            "facts": dict(r.facts),
            "deadline_at": r.deadline,
            "due_at": r.due,
            "useful_until": r.useful_until,
            "state": r.state,
            "created_at": now,
        }
        self.connection.execute(self.insert_new(reminders), row)

    def load(self, number: int) -> Reminder | None:
        row = self.connection.execute(sa.select(reminders).where(R.id == number)).one_or_none()
        return None if row is None else reminder(row)

    def of(self, person: PersonId) -> list[Reminder]:
        accounts = sa.select(sign_ins.c.account_id).where(sign_ins.c.person_id == person)
        mine = sa.or_(R.person_id == person, R.account_id.in_(accounts))
        query = sa.select(reminders).where(mine, R.state == "waiting").order_by(R.due_at, R.id)
        return [reminder(row) for row in self.connection.execute(query)]

    def due(self, now: datetime, most: int) -> list[tuple[Reminder, PersonId | None]]:
        """Those whose moment has come, the earliest first, each with the chat to write to (none:
        nobody can be reached). On PostgreSQL they are ours until the transaction ends."""
        whom = sa.func.coalesce(R.person_id, holder()).label("whom")
        query = (
            sa.select(reminders, whom)
            .where(WAITING, R.due_at <= now)
            .order_by(R.due_at, R.id)
            .limit(most)
        )
        if self.connection.dialect.name == "postgresql":
            query = query.with_for_update(skip_locked=True, of=reminders)
        return [(reminder(row), row.whom) for row in self.connection.execute(query)]

    def next_due(self, now: datetime) -> datetime | None:
        """When the next one after now is due."""
        return self.earliest(R.due_at, WAITING, R.due_at > now)

    def sent(self, number: int, row: int) -> None:
        """It is in the outbox, in that row."""
        self.change(R.id == number, state="sent", outbox_id=row)

    def close(self, number: int, state: State) -> None:
        self.change(R.id == number, state=state)

    def move(
        self,
        kind: str,
        about: str,
        step: str,
        deadline: datetime,
        due: datetime,
        until: datetime,
        state: State,
    ) -> None:
        alive = R.state.in_(("waiting", "sent", "expired"))
        self.change(
            sa.and_(R.about == about, R.step == step, R.kind == kind, alive),
            deadline_at=deadline,
            due_at=due,
            useful_until=until,
            state=state,
            outbox_id=None,
        )

    def unqueue(self, about: str) -> None:
        self.cancel_queued(R.about == about)

    def cancel_queued(self, which: sa.ColumnElement[bool]) -> None:
        queued = sa.select(R.outbox_id).where(which, QUEUED)
        self.connection.execute(
            outbox.update()
            .where(outbox.c.id.in_(queued), outbox.c.state == "waiting")
            .values(state="cancelled", payload_sealed=None, worker=None)
        )

    def end_about(self, about: str, state: State) -> None:
        self.change(sa.and_(R.about == about, R.state != "done"), state=state)

    def end(self, cause: str, state: State) -> None:
        self.cancel_queued(R.cause == cause)
        self.change(R.cause == cause, state=state)

    def put_off(self, number: int, due: datetime, until: datetime) -> None:
        self.change(R.id == number, state="waiting", due_at=due, useful_until=until)

    def change(self, which: sa.ColumnElement[bool], **values: object) -> None:
        self.connection.execute(reminders.update().where(which).values(**values))

    def forget(self, person: PersonId) -> None:
        self.connection.execute(reminders.delete().where(R.person_id == person))

    def forget_account(self, account: AccountId) -> None:
        self.connection.execute(reminders.delete().where(R.account_id == account))

    def purge(self, before: datetime) -> int:
        old = reminders.delete().where(R.state != "waiting", R.deadline_at < before)
        return self.connection.execute(old).rowcount


@cache
def holder() -> Any:
    """The chat of an account's reminder, looked up row by row."""
    return first_holder(R.account_id)


def reminder(row: Any) -> Reminder:
    return Reminder(
        row.kind,
        row.cause,
        row.step,
        row.about,
        row.deadline_at,
        row.due_at,
        row.useful_until,
        None if row.account_id is None else AccountId(row.account_id),
        None if row.person_id is None else PersonId(row.person_id),
        row.facts,
        row.state,
        row.id,
    )
