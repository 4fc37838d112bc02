"""Who works here: people who see what pupils ask the centre, and answer it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from adapters.db.rows.schools import school_requests
from adapters.db.rows.staff import HELD, staff_grants
from adapters.db.shelf import Shelf, insert
from domain.people import AccountId, PersonId
from domain.schools import SchoolRequest
from domain.staff import Grant, GrantId, Role

G = staff_grants.c


class Staff(Shelf):
    """Rows of `staff_grants` and of `school_requests`."""

    __slots__ = ()

    def grant(
        self,
        person: PersonId,
        organisation: str,
        area: str,
        role: Role,
        by: str,
        now: datetime,
    ) -> Grant | None:
        """None when the person has one for this organisation and area."""
        row = self.connection.execute(
            insert(self.connection, staff_grants)
            .values(
                person_id=person,
                organisation=organisation,
                area=area,
                role=role,
                granted_by=by,
                granted_at=now,
            )
            .on_conflict_do_nothing()
            .returning(staff_grants)
        ).one_or_none()
        return None if row is None else grant(row)

    def revoke(self, number: GrantId, by: str, now: datetime) -> bool:
        gone = (
            staff_grants.update().where(G.id == number, HELD).values(revoked_by=by, revoked_at=now)
        )
        return bool(self.connection.execute(gone).rowcount)

    def grant_of(self, number: GrantId) -> Grant | None:
        found = self.held(G.id == number)
        return found[0] if found else None

    def grants(self, person: PersonId) -> list[Grant]:
        """What a person may do now."""
        return self.held(G.person_id == person)

    def all_grants(self) -> list[Grant]:
        return self.held()

    def held(self, *conditions: sa.ColumnElement[bool]) -> list[Grant]:
        query = sa.select(staff_grants).where(HELD, *conditions).order_by(G.id)
        return [grant(row) for row in self.connection.execute(query)]

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

    def undecided(self, beginnings: Sequence[str], most: int) -> list[SchoolRequest]:
        """Schools asked for and not decided yet, the oldest first, in localities whose codes
        begin so."""
        there = [school_requests.c.locality.startswith(b, autoescape=True) for b in beginnings]
        query = (
            sa.select(school_requests)
            .where(school_requests.c.decision.is_(None), sa.or_(sa.false(), *there))
            .order_by(school_requests.c.id)
            .limit(most)
        )
        return [request(row) for row in self.connection.execute(query)]

    def school_request(self, number: int) -> SchoolRequest | None:
        query = sa.select(school_requests).where(school_requests.c.id == number)
        row = self.connection.execute(query).one_or_none()
        return None if row is None else request(row)

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


def grant(row: Any) -> Grant:
    return Grant(
        GrantId(row.id),
        PersonId(row.person_id),
        row.organisation,
        row.area,
        row.role,
        row.granted_by,
        row.granted_at,
    )


def request(row: Any) -> SchoolRequest:
    return SchoolRequest(row.id, PersonId(row.person_id), row.account_id, row.locality, row.name)
