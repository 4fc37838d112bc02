"""Forms being filled. One open draft per person and form."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from adapters.db.hot import changed, first, rows
from adapters.db.rows.people import drafts
from adapters.db.shelf import Shelf
from domain.forms.model import Draft, DraftId
from domain.people import PersonId

CONTENT = ("answers", "at", "picked", "given", "misses")
OPEN = sa.select(drafts.c.id, drafts.c.form, drafts.c.content_sealed, drafts.c.version)
ONE = OPEN.where(
    drafts.c.person_id == sa.bindparam("person"), drafts.c.form == sa.bindparam("form_name")
)
ALL = OPEN.where(drafts.c.person_id == sa.bindparam("person")).order_by(drafts.c.updated_at.desc())
LEFT_ALONE = (
    OPEN.add_columns(drafts.c.person_id)
    .where(drafts.c.updated_at < sa.bindparam("since"), drafts.c.nudged_at.is_(None))
    .order_by(drafts.c.updated_at)
    .limit(sa.bindparam("most"))
)
ADD = drafts.insert().returning(drafts.c.id)
SAVE = (
    drafts.update()
    .where(drafts.c.id == sa.bindparam("draft"), drafts.c.version == sa.bindparam("seen"))
    .values(
        content_sealed=sa.bindparam("content"),
        version=sa.bindparam("seen") + 1,
        updated_at=sa.bindparam("now"),
        nudged_at=None,
    )
)


class DraftMoved(Exception):
    """Another process saved this draft first; the step is run again on what is there now."""


class Drafts(Shelf):
    """Rows of `drafts`. Content is sealed as a whole."""

    __slots__ = ()

    def open(self, person: PersonId, form: str, now: datetime, **content: Any) -> Draft:
        """The draft of that form, a new one if there is none."""
        found = self.find(person, form)
        return found or self.add(person, Draft(DraftId(0), form, **content), now)

    def add(self, person: PersonId, draft: Draft, now: datetime) -> Draft:
        number = self.connection.execute(
            ADD,
            {
                "person_id": person,
                "form": draft.form,
                "content_sealed": self.content(person, draft),
                "created_at": now,
                "updated_at": now,
            },
        ).scalar_one()
        return Draft(number, draft.form, **{key: getattr(draft, key) for key in CONTENT})

    def find(self, person: PersonId, form: str) -> Draft | None:
        row = first(self.connection, ONE, {"person": person, "form_name": form})
        return None if row is None else self.draft(person, row)

    def of(self, person: PersonId) -> list[Draft]:
        """All open drafts of a person, the last touched first."""
        rows = self.connection.execute(ALL, {"person": person})
        return [self.draft(person, row) for row in rows]

    def draft(self, person: PersonId, row: Any) -> Draft:
        number, form, sealed, version, *_ = row
        content = self.opened(sealed, place(person, form))
        content["picked"] = tuple(content["picked"])
        return Draft(number, form, version=version, **content)

    def save(self, person: PersonId, draft: Draft, now: datetime) -> None:
        """Raises DraftMoved if the row is not the version this draft was read at."""
        values = {
            "draft": draft.id,
            "seen": draft.version,
            "content": self.content(person, draft),
            "now": now,
        }
        if not changed(self.connection, SAVE, values):
            raise DraftMoved

    def content(self, person: PersonId, draft: Draft) -> bytes:
        kept = {key: getattr(draft, key) for key in CONTENT}
        return self.sealed(kept, place(person, draft.form))

    def exists(self, draft: int) -> bool:
        query = sa.select(drafts.c.id).where(drafts.c.id == draft)
        return self.connection.execute(query).first() is not None

    def drop(self, draft: DraftId) -> None:
        self.connection.execute(drafts.delete().where(drafts.c.id == draft))

    def drop_form(self, person: PersonId, form: str) -> None:
        self.connection.execute(
            drafts.delete().where(drafts.c.person_id == person, drafts.c.form == form)
        )

    def drop_all(self, person: PersonId) -> None:
        self.connection.execute(drafts.delete().where(drafts.c.person_id == person))

    def left_alone(self, since: datetime, most: int) -> list[tuple[PersonId, Draft]]:
        """Drafts untouched since then whose owner was not reminded yet."""
        found = rows(self.connection, LEFT_ALONE, {"since": since, "most": most})
        return [(PersonId(row.person_id), self.draft(row.person_id, row)) for row in found]

    def left_longest(self) -> datetime | None:
        """Since when the first of those who weren't reminded has left a draft alone."""
        return self.earliest(drafts.c.updated_at, drafts.c.nudged_at.is_(None))

    def nudged(self, draft: DraftId, now: datetime) -> None:
        self.connection.execute(drafts.update().where(drafts.c.id == draft).values(nudged_at=now))

    def purge(self, before: datetime) -> int:
        return self.connection.execute(
            drafts.delete().where(drafts.c.updated_at < before)
        ).rowcount


def place(person: PersonId, form: str) -> str:
    return f"drafts.content:{person}:{form}"
