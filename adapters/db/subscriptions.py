"""Who follows an event or a subject of it, with an account or without."""

from datetime import datetime

import sqlalchemy as sa

from adapters.db.rows.broadcasts import subscriptions
from adapters.db.shelf import Shelf
from domain.people import PersonId


class Subscriptions(Shelf):
    """Rows of `subscriptions`."""

    __slots__ = ()

    def follow(self, person: PersonId, event: str, subject: str, now: datetime) -> None:
        row = {"person_id": person, "event_id": event, "subject": subject, "created_at": now}
        self.connection.execute(self.insert_new(subscriptions), row)

    def unfollow(self, person: PersonId, event: str, subject: str) -> bool:
        gone = subscriptions.delete().where(
            subscriptions.c.person_id == person,
            subscriptions.c.event_id == event,
            subscriptions.c.subject == subject,
        )
        return bool(self.connection.execute(gone).rowcount)

    def of(self, person: PersonId) -> list[tuple[str, str]]:
        query = (
            sa.select(subscriptions.c.event_id, subscriptions.c.subject)
            .where(subscriptions.c.person_id == person)
            .order_by(subscriptions.c.created_at, subscriptions.c.subject)
        )
        return [(event, subject) for event, subject in self.connection.execute(query)]

    def forget(self, person: PersonId) -> None:
        self.connection.execute(subscriptions.delete().where(subscriptions.c.person_id == person))
