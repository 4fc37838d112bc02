"""Olympiad events, sittings and registrations."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from adapters.db.rows.olympiads import events, registrations, sittings
from adapters.db.shelf import Shelf, insert
from domain.accounts import Account
from domain.olympiads import Event, Registration, Sitting, Stage, Subject
from domain.people import AccountId

PREFIX = "AU"


class Olympiads(Shelf):
    """Rows of `events`, `sittings` and `registrations`."""

    __slots__ = ()

    def events(self) -> list[Event]:
        rows = self.connection.execute(sa.select(events).order_by(events.c.closes_at))
        return [event(row) for row in rows]

    def event(self, number: str) -> Event | None:
        query = sa.select(events).where(events.c.id == number)
        row = self.connection.execute(query).one_or_none()
        return None if row is None else event(row)

    def put_event(
        self, number: str, content: Mapping[str, Any], opens: datetime, closes: datetime
    ) -> None:
        """Adds an event, or replaces what is said of it."""
        new = insert(self.connection, events).values(
            id=number, content=dict(content), opens_at=opens, closes_at=closes
        )
        replaced = {c: new.excluded[c] for c in ("content", "opens_at", "closes_at")}
        self.connection.execute(new.on_conflict_do_update(index_elements=["id"], set_=replaced))

    def set_registration(self, event: str, opens: datetime, closes: datetime) -> None:
        self.connection.execute(
            events.update().where(events.c.id == event).values(opens_at=opens, closes_at=closes)
        )

    def put_sitting(
        self,
        *,
        event: str,
        stage: int,
        subject: str,
        starts: datetime,
        minutes: int,
        place: Mapping[str, str],
        places: int | None = None,
    ) -> None:
        new = insert(self.connection, sittings).values(
            event_id=event,
            stage=stage,
            subject=subject,
            starts_at=starts,
            minutes=minutes,
            place=dict(place),
            places=places,
        )
        replaced = {c: new.excluded[c] for c in ("starts_at", "minutes", "place", "places")}
        self.connection.execute(
            new.on_conflict_do_update(
                index_elements=["event_id", "stage", "subject"], set_=replaced
            )
        )

    def sittings(self, event: str) -> list[Sitting]:
        query = sa.select(sittings).where(sittings.c.event_id == event)
        ordered = query.order_by(sittings.c.stage, sittings.c.starts_at)
        return [sitting(row) for row in self.connection.execute(ordered)]

    def sitting(self, event: str, stage: int, subject: str) -> Sitting:
        query = sa.select(sittings).where(
            sittings.c.event_id == event, sittings.c.stage == stage, sittings.c.subject == subject
        )
        return sitting(self.connection.execute(query).one())

    def sitting_by_number(self, number: int) -> Sitting | None:
        row = self.connection.execute(
            sa.select(sittings).where(sittings.c.id == number)
        ).one_or_none()
        return None if row is None else sitting(row)

    def move(
        self,
        number: int,
        expected_version: int,
        starts: datetime,
        minutes: int,
        place: Mapping[str, str],
    ) -> bool:
        values = {"starts_at": starts, "minutes": minutes, "place": dict(place)}
        return self.change(number, expected_version, values)

    def cancel(self, number: int, expected_version: int, now: datetime) -> bool:
        return self.change(number, expected_version, {"cancelled_at": now})

    def change(self, number: int, expected_version: int, values: Mapping[str, Any]) -> bool:
        changed = (
            sittings.update()
            .where(
                sittings.c.id == number,
                sittings.c.version == expected_version,
                sittings.c.cancelled_at.is_(None),
            )
            .values(version=sittings.c.version + 1, **values)
        )
        return bool(self.connection.execute(changed).rowcount)

    def take_place(self, number: int) -> bool:
        """Takes one place; false when none is free."""
        free = sa.or_(sittings.c.places.is_(None), sittings.c.taken < sittings.c.places)
        taken = (
            sittings.update()
            .where(sittings.c.id == number, free)
            .values(taken=sittings.c.taken + 1)
        )
        return bool(self.connection.execute(taken).rowcount)

    def free_place(self, number: int) -> None:
        self.connection.execute(
            sittings.update()
            .where(sittings.c.id == number, sittings.c.taken > 0)
            .values(taken=sittings.c.taken - 1)
        )

    def register(
        self,
        account: Account,
        event: Event,
        subject: Subject,
        sitting: Sitting,
        draft: int,
        snapshot: Mapping[str, Any],
        now: datetime,
    ) -> Registration:
        number = f"{PREFIX}-{now.year}-{draft:06d}"
        row = self.connection.execute(
            registrations.insert().returning(registrations.c.id),
            {
                "draft_id": draft,
                "account_id": account.id,
                "event_id": event.id,
                "subject": subject.code,
                "sitting_id": sitting.id,
                "number": number,
                "region": snapshot.get("region"),
                "grade": account.profile.get("grade"),
                "snapshot_sealed": self.sealed(dict(snapshot), place(number)),
                "created_at": now,
            },
        ).scalar_one()
        return Registration(row, number, account.id, event, subject, sitting, now)

    def by_draft(self, draft: int) -> Registration | None:
        found = self.joined(registrations.c.draft_id == draft)
        return found[0] if found else None

    def registrations(self, account: AccountId) -> list[Registration]:
        """A pupil's registrations that hold, the next sitting first."""
        return self.joined(
            registrations.c.account_id == account, registrations.c.withdrawn_at.is_(None)
        )

    def joined(self, *conditions: sa.ColumnElement[bool]) -> list[Registration]:
        query = (
            sa.select(registrations, sittings)
            .join(sittings, sittings.c.id == registrations.c.sitting_id)
            .where(*conditions)
            .order_by(sittings.c.starts_at, registrations.c.id)
        )
        known: dict[str, Event] = {e.id: e for e in self.events()}
        found = []
        for row in self.connection.execute(query).mappings():
            of = known[row[registrations.c.event_id]]
            found.append(
                Registration(
                    row[registrations.c.id],
                    row[registrations.c.number],
                    AccountId(row[registrations.c.account_id]),
                    of,
                    of.subject(row[registrations.c.subject]),
                    sitting_of(row),
                    row[registrations.c.created_at],
                )
            )
        return found

    def snapshots(self, account: AccountId) -> list[dict[str, Any]]:
        """What a pupil sent, as it was sent: for their own copy of the data."""
        query = sa.select(
            registrations.c.number,
            registrations.c.snapshot_sealed,
            registrations.c.created_at,
            registrations.c.withdrawn_at,
        ).where(registrations.c.account_id == account)
        return [
            {
                "number": r.number,
                "sent": r.created_at.isoformat(),
                "withdrawn": r.withdrawn_at and r.withdrawn_at.isoformat(),
                "content": self.opened(r.snapshot_sealed, place(r.number)),
            }
            for r in self.connection.execute(query)
        ]

    def withdraw(self, number: int, now: datetime) -> bool:
        gone = (
            registrations.update()
            .where(registrations.c.id == number, registrations.c.withdrawn_at.is_(None))
            .values(withdrawn_at=now)
        )
        return bool(self.connection.execute(gone).rowcount)

    def erase(self, account: AccountId) -> None:
        """Erases a pupil's registrations and frees their places."""
        for r in self.registrations(account):
            self.free_place(r.sitting.id)
        self.connection.execute(
            registrations.delete().where(registrations.c.account_id == account)
        )


def event(row: Any) -> Event:
    c = row.content
    return Event(
        row.id,
        c["names"],
        c["about"],
        tuple(c["grades"]),
        tuple(c["languages"]),
        row.opens_at,
        row.closes_at,
        tuple(Stage(s["number"], s["names"], s["period"]) for s in c["stages"]),
        tuple(
            Subject(s["code"], s["names"], tuple(s["languages"]), tuple(s["not_for"]))
            for s in c["subjects"]
        ),
    )


def sitting(row: Any) -> Sitting:
    return Sitting(
        row.id,
        row.event_id,
        row.stage,
        row.subject,
        row.starts_at,
        row.minutes,
        row.place,
        row.places,
        row.taken,
        row.version,
        row.cancelled_at is not None,
    )


def sitting_of(row: Any) -> Sitting:
    c = sittings.c
    return Sitting(
        row[c.id],
        row[c.event_id],
        row[c.stage],
        row[c.subject],
        row[c.starts_at],
        row[c.minutes],
        row[c.place],
        row[c.places],
        row[c.taken],
        row[c.version],
        row[c.cancelled_at] is not None,
    )


def place(number: str) -> str:
    return f"registrations.snapshot:{number}"
