"""The catalogue of kindergartens, the contingent, attendance, reviews and statistics."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from adapters.db.rows.bulletins import (
    attendance,
    enrolments,
    kindergartens,
    reviews,
    vacancies,
)
from adapters.db.rows.queue import queue_months, queues
from adapters.db.shelf import Shelf, insert
from domain.kindergartens import (
    Enrolment,
    EnrolmentId,
    Kindergarten,
    Mark,
    QueueSize,
    Review,
    ReviewId,
)
from domain.people import PersonId
from domain.queue.applications import CandidateId
from domain.queue.referrals import Referral

K, N, T, R, V = kindergartens.c, enrolments.c, attendance.c, reviews.c, vacancies.c
Q, M = queues.c, queue_months.c
YEAR = 100
"""`queue_months.month` counts years in hundreds."""


class Kindergartens(Shelf):
    """Rows of `kindergartens`, `enrolments`, `attendance` and `reviews`."""

    __slots__ = ()

    def put(self, found: Iterable[Kindergarten]) -> None:
        """Adds kindergartens, or replaces what is said of them."""
        rows = [row_of(k) for k in found]
        if not rows:
            return
        new = insert(self.connection, kindergartens)
        replaced = {name: new.excluded[name] for name in rows[0] if name != "id"}
        statement = new.on_conflict_do_update(index_elements=["id"], set_=replaced)
        self.connection.execute(statement, rows)

    def locality(self, kindergarten: str) -> str | None:
        query = sa.select(K.locality).where(K.id == kindergarten)
        return self.connection.execute(query).scalar_one_or_none()

    def kindergarten(self, kindergarten: str) -> Kindergarten | None:
        row = self.connection.execute(
            sa.select(kindergartens).where(K.id == kindergarten)
        ).one_or_none()
        return None if row is None else kindergarten_of(row)

    def all(self, area: str = "") -> list[Kindergarten]:
        """Those whose locality's KATO code begins so: the catalogue that is searched."""
        query = sa.select(kindergartens).where(K.locality.startswith(area)).order_by(K.id)
        return [kindergarten_of(row) for row in self.connection.execute(query)]

    def places(self) -> Mapping[str, int]:
        how_many = sa.func.count()
        query = (
            sa.select(K.locality, how_many)
            .group_by(K.locality)
            .order_by(how_many.desc(), K.locality)
        )
        return {r[0]: int(r[1]) for r in self.connection.execute(query)}

    # The contingent

    def enrol(self, r: Referral, now: datetime) -> None:
        of = sa.select(
            V.kindergarten_id,
            V.group_name,
            sa.literal(r.candidate),
            sa.literal(r.id),
            sa.literal(now, N.since.type),
        ).where(V.id == r.vacancy)
        columns = ["kindergarten_id", "group_name", "candidate_id", "referral_id", "since"]
        self.connection.execute(enrolments.insert().from_select(columns, of))

    def end_enrolment(self, candidate: CandidateId, now: datetime) -> None:
        self.connection.execute(
            enrolments.update()
            .where(N.candidate_id == candidate, N.until.is_(None))
            .values(until=now)
        )

    def contingent(self, kindergarten: str) -> list[Enrolment]:
        return self.enrolled(N.kindergarten_id == kindergarten)

    def goes(self, candidates: Sequence[CandidateId]) -> list[Enrolment]:
        return self.enrolled(N.candidate_id.in_(candidates)) if candidates else []

    def enrolled(self, condition: sa.ColumnElement[bool]) -> list[Enrolment]:
        query = (
            sa.select(enrolments).where(condition, N.until.is_(None)).order_by(N.group_name, N.id)
        )
        return [
            Enrolment(
                EnrolmentId(r.id),
                r.kindergarten_id,
                r.group_name,
                CandidateId(r.candidate_id),
                r.since,
            )
            for r in self.connection.execute(query)
        ]

    def mark(
        self, enrolment: EnrolmentId, day: date, what: Mark, by: PersonId, now: datetime
    ) -> None:
        row = {
            "enrolment_id": enrolment,
            "day": day.isoformat(),
            "mark": what,
            "marked_by": by,
            "marked_at": now,
        }
        new = insert(self.connection, attendance)
        changed = {name: new.excluded[name] for name in ("mark", "marked_by", "marked_at")}
        statement = new.on_conflict_do_update(index_elements=["enrolment_id", "day"], set_=changed)
        self.connection.execute(statement, row)

    def mark_unmarked(
        self, kindergarten: str, day: date, what: Mark, by: PersonId, now: datetime
    ) -> int:
        """Marks everybody of the contingent who isn't marked yet; answers how many. A mark that a
        colleague makes meanwhile holds."""
        there = sa.select(
            N.id,
            sa.literal(day.isoformat()),
            sa.literal(what),
            sa.literal(by),
            sa.literal(now, T.marked_at.type),
        ).where(N.kindergarten_id == kindergarten, N.until.is_(None))
        columns = ["enrolment_id", "day", "mark", "marked_by", "marked_at"]
        new = insert(self.connection, attendance).from_select(columns, there)
        left_alone = new.on_conflict_do_nothing(index_elements=["enrolment_id", "day"])
        return self.connection.execute(left_alone).rowcount

    def attendance(self, kindergarten: str, day: date) -> dict[CandidateId, Mark]:
        query = (
            sa.select(N.candidate_id, T.mark)
            .join(enrolments, N.id == T.enrolment_id)
            .where(N.kindergarten_id == kindergarten, T.day == day.isoformat())
        )
        return {CandidateId(r[0]): r[1] for r in self.connection.execute(query)}

    # What parents say

    def review(
        self, kindergarten: str, person: PersonId, stars: int, text: str, now: datetime
    ) -> None:
        row = {
            "kindergarten_id": kindergarten,
            "person_id": person,
            "stars": stars,
            "text": text,
            "written_at": now,
        }
        new = insert(self.connection, reviews)
        anew: dict[str, Any] = {n: new.excluded[n] for n in ("stars", "text", "written_at")}
        statement = new.on_conflict_do_update(
            index_elements=["kindergarten_id", "person_id"],
            set_={**anew, "answer": None, "answered_at": None, "hidden": None},
        )
        self.connection.execute(statement, row)

    def reviews(self, kindergarten: str, most: int) -> list[Review]:
        query = (
            sa.select(reviews)
            .where(R.kindergarten_id == kindergarten, R.hidden.is_(None))
            .order_by(R.written_at.desc())
            .limit(most)
        )
        return [
            Review(ReviewId(r.id), r.stars, r.text, r.written_at, r.answer)
            for r in self.connection.execute(query)
        ]

    def writer(self, kindergarten: str, review: ReviewId) -> PersonId | None:
        query = sa.select(R.person_id).where(
            R.id == review, R.kindergarten_id == kindergarten, R.hidden.is_(None)
        )
        found = self.connection.execute(query).scalar_one_or_none()
        return None if found is None else PersonId(found)

    def hide(self, review: ReviewId, reason: str) -> bool:
        statement = (
            reviews.update().where(R.id == review, R.hidden.is_(None)).values(hidden=reason)
        )
        return bool(self.connection.execute(statement).rowcount)

    def answer(self, review: ReviewId, text: str, now: datetime) -> bool:
        statement = reviews.update().where(R.id == review).values(answer=text, answered_at=now)
        return bool(self.connection.execute(statement).rowcount)

    def forget(self, person: PersonId) -> None:
        self.connection.execute(reviews.delete().where(R.person_id == person))

    # Numbers for everybody: of queues, never of people

    def sizes(self, locality: str, now: datetime) -> list[QueueSize]:
        """Every queue of a locality that anybody waits in, from the counters."""
        month = now.year * YEAR + now.month
        placed = (
            sa.select(sa.func.coalesce(sa.func.sum(M["count"]), 0))
            .where(M.queue_id == Q.id, M.cause == "placed", M.month > month - YEAR)
            .scalar_subquery()
        )
        query = (
            sa.select(
                Q.kind,
                Q.language,
                Q.cohort,
                Q.out_of_turn,
                Q.first_priority,
                Q.general,
                placed,
            )
            .where(Q.locality == locality, Q.out_of_turn + Q.first_priority + Q.general > 0)
            .order_by(Q.kind, Q.cohort.desc(), Q.language)
        )
        return [QueueSize(*row) for row in self.connection.execute(query)]

    def placed_by_month(self, locality: str) -> Mapping[int, int]:
        query = (
            sa.select(M.month, sa.func.sum(M["count"]))
            .join(queues, Q.id == M.queue_id)
            .where(Q.locality == locality, M.cause == "placed")
            .group_by(M.month)
        )
        return {r[0]: int(r[1]) for r in self.connection.execute(query)}

    def waiting_by_place(self, area: str) -> Mapping[str, int]:
        """How many wait in each locality of an area; a child asking for two languages is in two
        queues and counts in both."""
        waiting = sa.func.sum(Q.out_of_turn + Q.first_priority + Q.general)
        query = (
            sa.select(Q.locality, waiting)
            .where(Q.locality.startswith(area))
            .group_by(Q.locality)
            .order_by(waiting.desc(), Q.locality)
        )
        return {r[0]: int(r[1]) for r in self.connection.execute(query)}

    def free_by_kindergarten(self, locality: str) -> Mapping[str, int]:
        """Free places now, of every kindergarten that has some."""
        free = sa.func.sum(V.places - V.taken)
        query = (
            sa.select(V.kindergarten_id, free)
            .where(V.locality == locality, V.stage != "closed", V.taken < V.places)
            .group_by(V.kindergarten_id)
            .order_by(V.kindergarten_id)
        )
        return {r[0]: int(r[1]) for r in self.connection.execute(query)}


def row_of(k: Kindergarten) -> dict[str, Any]:
    latitude, longitude = k.at or (None, None)
    return {
        "id": k.id,
        "locality": k.locality,
        **{f"name_{lang}": name for lang, name in k.names.items()},
        "address": k.address,
        "languages": "+".join(k.languages),
        "kinds": "+".join(k.kinds),
        "phone": k.phone,
        "latitude": latitude,
        "longitude": longitude,
    }


def kindergarten_of(r: Any) -> Kindergarten:
    at = None if r.latitude is None else (r.latitude, r.longitude)
    names = {"kk": r.name_kk, "ru": r.name_ru, "en": r.name_en}
    languages, kinds = tuple(r.languages.split("+")), tuple(r.kinds.split("+"))
    return Kindergarten(r.id, r.locality, names, r.address, languages, kinds, r.phone, at)
