"""Who works here: people who see what pupils ask the centre, and answer it."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from adapters.db.rows.schools import school_requests
from adapters.db.rows.staff import staff
from adapters.db.shelf import Shelf, insert
from domain.people import AccountId, PersonId
from domain.schools import SchoolRequest


class Staff(Shelf):
    """Rows of `staff` and of `school_requests`."""

    __slots__ = ()

    def grant(self, person: PersonId, now: datetime) -> None:
        self.connection.execute(
            insert(self.connection, staff)
            .values(person_id=person, granted_at=now)
            .on_conflict_do_nothing()
        )

    def revoke(self, person: PersonId) -> bool:
        gone = staff.delete().where(staff.c.person_id == person)
        return bool(self.connection.execute(gone).rowcount)

    def everybody(self) -> list[PersonId]:
        query = sa.select(staff.c.person_id).order_by(staff.c.granted_at)
        return [PersonId(number) for number in self.connection.execute(query).scalars()]

    def request_school(
        self, person: PersonId, account: AccountId, locality: str, name: str, now: datetime
    ) -> int:
        number = self.connection.execute(
            school_requests.insert().returning(school_requests.c.id),
            {
                "person_id": person,
                "account_id": account,
                "locality": locality,
                "name": name,
                "created_at": now,
            },
        ).scalar_one()
        return int(number)

    def undecided(self, most: int) -> list[SchoolRequest]:
        """Schools asked for and not decided yet, the oldest first."""
        query = (
            sa.select(school_requests)
            .where(school_requests.c.decision.is_(None))
            .order_by(school_requests.c.id)
            .limit(most)
        )
        return [request(row) for row in self.connection.execute(query)]

    def decide_request(
        self, number: int, decision: str, by: PersonId, now: datetime
    ) -> SchoolRequest | None:
        """Decides once; None when it was decided before."""
        row = self.connection.execute(
            school_requests.update()
            .where(school_requests.c.id == number, school_requests.c.decision.is_(None))
            .values(decision=decision, decided_by=by, decided_at=now)
            .returning(school_requests)
        ).one_or_none()
        if row is None:
            return None
        return request(row)

    def forget(self, person: PersonId) -> None:
        """Takes the person out of the schools they asked for; the schools stay."""
        self.connection.execute(
            school_requests.update()
            .where(school_requests.c.person_id == person)
            .values(person_id=0, account_id=None)
        )


def request(row: Any) -> SchoolRequest:
    return SchoolRequest(row.id, PersonId(row.person_id), row.account_id, row.locality, row.name)
