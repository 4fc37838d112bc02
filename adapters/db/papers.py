"""Papers: whose file is which, what it belongs to, until when it is kept."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from adapters.db.rows.admission import admissions
from adapters.db.rows.papers import papers
from adapters.db.rows.people import drafts
from adapters.db.rows.queue import queue_candidates
from adapters.db.shelf import Shelf
from domain.admission.applications import SIGNED
from domain.forms.model import DraftId
from domain.papers import KEPT_UNHELD, PAGE, FileName, FileType, Kept, Weight
from domain.people import PersonId
from domain.queue.benefits import AGAIN, PAPERS
from domain.queue.life import ENDED, State

SHOWN = sa.select(
    papers.c.name,
    papers.c.type,
    papers.c.bytes,
    papers.c.pages,
    papers.c.field,
    papers.c.holder,
    papers.c.created_at,
)
SINGLE = papers.c.field.endswith(PAGE, autoescape=True)
OWN = ("id", "holder", "draft_id", "erase_at")
"""What one row has for itself; the rest is of the file."""
OPEN_DRAFT = sa.exists().where(drafts.c.id == papers.c.draft_id)


def number_in(beginning: str, ending: str = "") -> sa.ColumnElement[int]:
    """The number in a holder that begins so; NULL in others, which hold no number."""
    holder = papers.c.holder
    bare = sa.func.replace(sa.func.replace(holder, beginning, ""), ending or beginning, "")
    return sa.case((holder.startswith(beginning), sa.cast(bare, sa.BigInteger)))


QUEUED, SENT = number_in(PAPERS, AGAIN), number_in(f"{SIGNED}:")
OVER = sorted(state.value for state in {*ENDED, State.ENROLLED})


class Papers(Shelf):
    """Rows of `papers`."""

    __slots__ = ()

    def keep(
        self,
        person: PersonId,
        name: FileName,
        *,
        type: FileType,
        bytes: int,
        pages: int,
        draft: DraftId,
        field: str,
        now: datetime,
    ) -> None:
        row = {
            "name": name,
            "person_id": person,
            "draft_id": draft,
            "field": field,
            "type": type,
            "bytes": bytes,
            "pages": pages,
            "created_at": now,
        }
        self.connection.execute(self.insert_new(papers), row)

    def weight(self, person: PersonId) -> Weight:
        unsent = sa.func.count().filter(papers.c.holder.is_(None), SINGLE)
        query = sa.select(unsent, sa.func.coalesce(sa.func.sum(papers.c.bytes), 0)).where(
            papers.c.person_id == person
        )
        files, size = self.connection.execute(query).one()
        return Weight(files, size)

    def drop(self, draft: DraftId, field: str, names: Collection[FileName]) -> None:
        self.connection.execute(
            papers.delete().where(
                papers.c.draft_id == draft, papers.c.field == field, papers.c.name.in_(names)
            )
        )

    def give_up(self, draft: DraftId) -> list[FileName]:
        gone = papers.delete().where(papers.c.draft_id == draft).returning(papers.c.name)
        names = {FileName(name) for name in self.connection.execute(gone).scalars()}
        return sorted(names - self.known(names))

    def of(self, person: PersonId) -> list[Kept]:
        return self.kept(papers.c.person_id == person)

    def held_by(self, holder: str) -> list[Kept]:
        return self.kept((papers.c.holder == holder) & ~SINGLE)

    def kept(self, where: sa.ColumnElement[bool]) -> list[Kept]:
        rows = self.connection.execute(SHOWN.where(where).order_by(papers.c.id))
        return [kept(row) for row in rows]

    def hand_over(
        self, person: PersonId, draft: DraftId, holder: str, names: Collection[FileName]
    ) -> None:
        mine, held = papers.c.draft_id == draft, papers.c.holder == holder
        wanted = papers.c.name.in_(names)
        self.connection.execute(papers.delete().where(mine | held, ~wanted))
        self.connection.execute(papers.update().where(mine).values(holder=holder, draft_id=None))
        self.share(person, holder, set(names) - self.known_of(held))

    def share(self, person: PersonId, holder: str, names: Collection[FileName]) -> None:
        """Files that belong to something else of the same person (a child's photo) belong to
        this holder too."""
        rows = self.connection.execute(
            sa.select(*(c for c in papers.c if c.name not in OWN))
            .where(papers.c.person_id == person, papers.c.name.in_(names))
            .order_by(papers.c.id)
        )
        found = {row.name: row._asdict() for row in rows}
        if found:
            self.connection.execute(
                papers.insert(), [{**row, "holder": holder} for row in found.values()]
            )

    def known_of(self, where: sa.ColumnElement[bool]) -> set[FileName]:
        names = self.connection.execute(sa.select(papers.c.name).where(where)).scalars()
        return {FileName(name) for name in names}

    def keep_only(self, holder: str, names: Collection[FileName]) -> None:
        others = papers.c.name.not_in(names)
        self.connection.execute(papers.delete().where(papers.c.holder == holder, others))

    def expire(self, holder: str, at: datetime) -> None:
        self.connection.execute(
            papers.update().where(papers.c.holder == holder).values(erase_at=at)
        )

    def needless(self, season: int) -> list[str]:
        """Holders whose papers nobody will look at any more: applications to kindergartens that
        are over for all their children, and to schools for seasons before this one."""
        found = sa.select(papers.c.holder).distinct().where(papers.c.erase_at.is_(None))
        lives = queue_candidates.c.application_id == QUEUED
        goes_on = sa.select(1).where(lives, queue_candidates.c.state.not_in(OVER)).exists()
        past = sa.select(1).where(admissions.c.id == SENT, admissions.c.season < season).exists()
        kindergartens = found.where(papers.c.holder.startswith(PAPERS), ~goes_on)
        schools = found.where(papers.c.holder.startswith(f"{SIGNED}:"), past)
        return list(self.connection.execute(sa.union_all(kindergartens, schools)).scalars())

    def forget(self, person: PersonId) -> list[FileName]:
        gone = papers.delete().where(papers.c.person_id == person).returning(papers.c.name)
        return sorted({FileName(name) for name in self.connection.execute(gone).scalars()})

    def purge(self, now: datetime) -> int:
        """Drops rows whose time is over, and those of drafts that are no more."""
        over = papers.c.erase_at < now
        left = sa.and_(
            papers.c.holder.is_(None), ~OPEN_DRAFT, papers.c.created_at < now - KEPT_UNHELD
        )
        return self.connection.execute(papers.delete().where(over | left)).rowcount

    def known(self, names: Collection[FileName]) -> set[FileName]:
        """Those of the names that some row has."""
        return self.known_of(papers.c.name.in_(names))


def kept(row: Any) -> Kept:
    name, kind, size, pages, field, holder, created = row
    return Kept(FileName(name), kind, size, pages, field, holder or "", created)
