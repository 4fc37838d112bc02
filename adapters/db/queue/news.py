"""What families are to hear, by when it is due."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from adapters.db.queue import bulk
from adapters.db.rows.bulletins import notification_looks, offers, queue_news, referrals
from adapters.db.rows.queue import queue_candidates, queue_entries
from adapters.db.shelf import Shelf, insert
from domain.people import PersonId
from domain.queue.applications import CandidateId, QueueId
from domain.queue.bulletins import Vacancy, VacancyId
from domain.queue.news import PAPER, Kind, News
from domain.queue.notified import Told
from domain.queue.referrals import ReferralId

N, F, R = queue_news.c, offers.c, referrals.c
L = notification_looks.c
C, E = queue_candidates.c, queue_entries.c


class QueueNews(Shelf):
    """Rows of `queue_news`."""

    __slots__ = ()

    def add(self, news: News, once: str) -> None:
        row = {
            "once": once,
            "candidate_id": news.candidate,
            "kind": news.kind,
            "referral_id": news.referral,
            "due_at": news.due,
            "useful_until": news.useful_until,
        }
        self.connection.execute(self.insert_new(queue_news), row)

    def add_not_chosen(self, v: Vacancy, now: datetime) -> None:
        prefix = sa.literal(f"not_chosen:{v.id}:")
        waiting = sa.select(
            prefix + sa.cast(F.candidate_id, sa.Text),
            F.candidate_id,
            sa.literal("not_chosen"),
            sa.literal(now, N.due_at.type),
        ).where(F.vacancy_id == v.id, F.state == "applied")
        columns = ["once", "candidate_id", "kind", "due_at"]
        self.connection.execute(queue_news.insert().from_select(columns, waiting))

    def add_asked(
        self,
        queue: QueueId,
        kind: Kind,
        day: datetime,
        when: datetime,
        *,
        asked: datetime,
        until: datetime | None,
    ) -> None:
        """One for twins: the application's first child stands for both."""
        waits = E.waiting == sa.literal_column("1")
        here = sa.select(E.candidate_id).where(E.queue_id == queue, waits)
        prefix = sa.literal(f"{kind}:{day:%Y-%m-%d}:")
        families = (
            sa.select(
                prefix + sa.cast(C.application_id, sa.Text),
                sa.func.min(C.id),
                sa.literal(kind),
                sa.literal(when, N.due_at.type),
                sa.literal(until, N.due_at.type),
            )
            .where(C.asked_at == asked, C.id.in_(here))
            .group_by(C.application_id)
        )
        columns = ["once", "candidate_id", "kind", "due_at", "useful_until"]
        new = insert(self.connection, queue_news).from_select(columns, families)
        self.connection.execute(new.on_conflict_do_nothing())

    def add_too_old(self, area: str, *, youngest: int, now: datetime) -> None:
        families = sa.select(
            sa.literal("too_old:") + sa.cast(C.id, sa.Text),
            C.id,
            sa.literal("too_old"),
            sa.literal(now, N.due_at.type),
        ).where(bulk.grown(area, youngest))
        columns = ["once", "candidate_id", "kind", "due_at"]
        new = insert(self.connection, queue_news).from_select(columns, families)
        self.connection.execute(new.on_conflict_do_nothing())

    def drop(self, candidate: CandidateId) -> None:
        """What was still to be told of a referral isn't true any more."""
        self.connection.execute(
            queue_news.delete().where(
                N.candidate_id == candidate,
                N.told_at.is_(None),
                N.kind.in_(("referral_half", "referral_last")),
            )
        )

    def due(self, now: datetime, most: int) -> list[tuple[int, News]]:
        """Claimed until the transaction ends; what is useful no more is left out by `told`."""
        query = waiting(now, most).where(N.kind != PAPER)
        if self.connection.dialect.name == "postgresql":
            query = query.with_for_update(skip_locked=True)
        return [(r.id, news_of(r)) for r in self.connection.execute(query)]

    def papers(self, now: datetime, most: int) -> list[tuple[int, News]]:
        query = waiting(now, most).where(N.kind == PAPER)
        return [(r.id, news_of(r)) for r in self.connection.execute(query)]

    def claim(self, row: int, now: datetime) -> bool:
        mine = queue_news.update().where(N.id == row, N.told_at.is_(None)).values(told_at=now)
        return bool(self.connection.execute(mine).rowcount)

    def told(self, rows: Sequence[int], now: datetime) -> None:
        self.connection.execute(queue_news.update().where(N.id.in_(rows)).values(told_at=now))

    def put_off(self, rows: Sequence[int], due: datetime) -> None:
        self.connection.execute(queue_news.update().where(N.id.in_(rows)).values(due_at=due))

    def forget(self, rows: Sequence[int]) -> None:
        self.connection.execute(queue_news.delete().where(N.id.in_(rows)))

    def sent(self, candidates: Sequence[CandidateId], most: int) -> list[Told]:
        """One query over both; the document that follows a referral is part of its news."""
        news = (
            sa.select(N.told_at, N.kind, N.candidate_id, R.vacancy_id)
            .select_from(queue_news.outerjoin(referrals, R.id == N.referral_id))
            .where(N.candidate_id.in_(candidates), N.told_at.is_not(None), N.kind != PAPER)
        )
        offered = sa.select(
            F.told_at, sa.literal("offer").label("kind"), F.candidate_id, F.vacancy_id
        ).where(F.candidate_id.in_(candidates), F.told_at.is_not(None))
        both = sa.union_all(news, offered).subquery("told")
        query = sa.select(both).order_by(both.c.told_at.desc(), both.c.kind).limit(most)
        return [
            Told(
                r.told_at,
                r.kind,
                CandidateId(r.candidate_id),
                None if r.vacancy_id is None else VacancyId(r.vacancy_id),
            )
            for r in self.connection.execute(query)
        ]

    def looked_at(self, person: PersonId) -> datetime | None:
        query = sa.select(L.at).where(L.person_id == person)
        return self.connection.execute(query).scalar_one_or_none()

    def note_look(self, person: PersonId, now: datetime) -> None:
        new = insert(self.connection, notification_looks)
        statement = new.on_conflict_do_update(index_elements=["person_id"], set_={"at": now})
        self.connection.execute(statement, {"person_id": person, "at": now})

    def next_due(self, now: datetime) -> datetime | None:
        query = sa.select(sa.func.min(N.due_at)).where(N.told_at.is_(None), N.due_at > now)
        due: datetime | None = self.connection.execute(query).scalar_one()
        return due


def waiting(now: datetime, most: int) -> sa.Select[Any]:
    return (
        sa.select(queue_news)
        .where(N.told_at.is_(None), N.due_at <= now)
        .order_by(N.due_at, N.id)
        .limit(most)
    )


def news_of(r: Any) -> News:
    return News(
        CandidateId(r.candidate_id),
        r.kind,
        None if r.referral_id is None else ReferralId(r.referral_id),
        r.due_at,
        r.useful_until,
    )
