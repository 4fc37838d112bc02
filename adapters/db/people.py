"""People and the language they chose."""

from datetime import datetime
from functools import cache
from typing import Any

import sqlalchemy as sa

from adapters.db.hot import first
from adapters.db.rows.people import conversations, people, sign_ins
from adapters.db.rows.staff import HELD, staff_grants
from adapters.db.shelf import Shelf, insert_in
from domain.people import AccountId, Person, PersonId
from domain.ports import Lang

KNOWN = (
    sa.select(
        people.c.language,
        people.c.account_id,
        people.c.reachable,
        sa.exists().where(staff_grants.c.person_id == people.c.id, HELD).label("staff"),
        conversations.c.state,
        conversations.c.data_sealed,
    )
    .select_from(people.outerjoin(conversations, conversations.c.key == sa.bindparam("key")))
    .where(people.c.id == sa.bindparam("id"))
)


class People(Shelf):
    """Rows of `people`."""

    __slots__ = ()

    def load(self, person: PersonId) -> Person:
        """The person as we know them; somebody new is simply without a language."""
        return self.with_state(person, "")[0]

    def with_state(self, person: PersonId, key: str) -> tuple[Person, str | None, bytes | None]:
        """The person and, in the same look, their conversation's state and its sealed data."""
        row = first(self.connection, KNOWN, {"id": person, "key": key})
        if row is None:
            return Person(person), None, None
        language, account, reachable, staff, state, sealed = row
        known = Person(person, language, account, bool(reachable), bool(staff))
        return known, state, sealed

    def meet(self, person: PersonId, now: datetime) -> None:
        """Remembers somebody who wrote for the first time."""
        self.connection.execute(self.insert_new(people), {"id": person, "created_at": now})

    def speak(self, person: PersonId, language: Lang, now: datetime) -> None:
        values = {"id": person, "language": language, "created_at": now}
        self.connection.execute(speaking(self.connection.dialect.name), values)

    def language(self, person: PersonId) -> Lang | None:
        row = self.connection.execute(sa.select(people.c.language).where(people.c.id == person))
        return row.scalar_one_or_none()

    def act_for(self, person: PersonId, account: AccountId | None) -> None:
        self.change(person, account_id=account)

    def reach(self, person: PersonId) -> None:
        """The person can be written to (again)."""
        self.change(person, reachable=True)

    def lose(self, person: PersonId) -> None:
        """The person blocked the bot: nothing more is sent until they come back."""
        self.change(person, reachable=False)

    def change(self, person: PersonId, **values: object) -> None:
        self.connection.execute(people.update().where(people.c.id == person).values(**values))

    def forget(self, person: PersonId) -> None:
        self.connection.execute(people.delete().where(people.c.id == person))
        self.connection.execute(sign_ins.delete().where(sign_ins.c.person_id == person))


@cache
def speaking(dialect: str) -> Any:
    """The statement that keeps a language, made once."""
    new = insert_in(dialect, people)
    changed = {"language": new.excluded.language}
    return new.on_conflict_do_update(index_elements=["id"], set_=changed)
