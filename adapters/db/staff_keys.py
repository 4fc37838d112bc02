"""Keys of staff's systems, looked up by digest."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from adapters.db.rows.staff import staff_keys
from adapters.db.shelf import Shelf
from domain.people import PersonId
from domain.staff_keys import StaffKey, StaffKeyId

K = staff_keys.c
HINT = 4


class StaffKeys(Shelf):
    """Rows of `staff_keys`."""

    __slots__ = ()

    def add(
        self,
        name: str,
        organisation: str,
        area: str,
        person: PersonId | None,
        key: str,
        now: datetime,
    ) -> StaffKey:
        row = self.connection.execute(
            staff_keys.insert().returning(staff_keys),
            {
                "name": name,
                "organisation": organisation,
                "area": area,
                "person_id": person,
                "key_digest": self.seal.digest("staff-key", key),
                "hint": key[-HINT:],
                "created_at": now,
            },
        ).one()
        return staff_key(row)

    def of(self, key: str) -> StaffKey | None:
        """Whose live key this is. A look-up by digest takes as long for a wrong key."""
        digest = self.seal.digest("staff-key", key)
        query = sa.select(staff_keys).where(K.key_digest == digest, K.ended_at.is_(None))
        row = self.connection.execute(query).one_or_none()
        return None if row is None else staff_key(row)

    def live(self) -> list[StaffKey]:
        """The oldest first."""
        query = sa.select(staff_keys).where(K.ended_at.is_(None)).order_by(K.id)
        return [staff_key(row) for row in self.connection.execute(query)]

    def end(self, number: StaffKeyId, now: datetime) -> None:
        self.connection.execute(
            staff_keys.update().where(K.id == number, K.ended_at.is_(None)).values(ended_at=now)
        )


def staff_key(row: Any) -> StaffKey:
    return StaffKey(
        StaffKeyId(row.id),
        row.name,
        row.organisation,
        row.area,
        row.person_id,
        row.hint,
        row.created_at,
    )
