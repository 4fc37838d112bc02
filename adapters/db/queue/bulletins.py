"""Vacancies and who was told of them. Places are taken by one conditional UPDATE."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from adapters.db.queue import offering
from adapters.db.queue.places import standing
from adapters.db.queue.ranked import fitting, ranked
from adapters.db.rows.bulletins import offers, vacancies
from adapters.db.rows.queue import (
    queue_applications,
    queue_candidates,
    queue_entries,
    queues,
)
from adapters.db.shelf import Shelf, insert
from domain.people import PersonId
from domain.queue.applications import Candidate, CandidateId, EntryId
from domain.queue.bulletins import NewVacancy, Offer, Vacancy, VacancyId
from domain.queue.life import State
from domain.queue.order import Turns

V, O = vacancies.c, offers.c  # noqa: E741
A, C, E, Q = queue_applications.c, queue_candidates.c, queue_entries.c, queues.c


class Bulletins(Shelf):
    """Rows of `vacancies` and `offers`."""

    __slots__ = ()

    def publish(
        self, new: NewVacancy, locality: str, *, closes: datetime, by: str, now: datetime
    ) -> Vacancy | None:
        row = {
            "once": new.once,
            "kindergarten_id": new.kindergarten,
            "locality": locality,
            "group_name": new.group,
            "kind": new.kind,
            "language": new.language,
            "born_from": new.born[0],
            "born_to": new.born[1],
            "places": new.places,
            "stage": "priority",
            "published_at": now,
            "closes_at": closes,
            "published_by": by,
        }
        statement = insert(self.connection, vacancies).on_conflict_do_nothing().returning(V.id)
        number = self.connection.execute(statement, row).scalar_one_or_none()
        return None if number is None else self.vacancy(VacancyId(number))

    def offer(self, v: Vacancy, turns: Turns | None, states: Sequence[State]) -> int:
        """Notes everybody who fits and stands in one of these states, in their order: one
        statement."""
        of = ranked(v, turns)
        everybody = (
            sa.select(
                sa.literal(v.id),
                of.c.candidate_id,
                A.person_id,
                sa.func.row_number().over(order_by=of.c.place),
                sa.literal("told"),
            )
            .join(queue_candidates, C.id == of.c.candidate_id)
            .join(queue_applications, A.id == C.application_id)
            .where(C.state.in_([s.value for s in states]))
        )
        columns = ["vacancy_id", "candidate_id", "person_id", "place", "state"]
        statement = offers.insert().from_select(columns, everybody)
        return self.connection.execute(statement).rowcount

    def crowd(self, v: Vacancy) -> int:
        return offering.crowd(self.connection, v)

    def begin_offering(self, v: Vacancy) -> None:
        offering.begin(self.connection, v)

    def begun_offering(self) -> VacancyId | None:
        return offering.begun(self.connection)

    def end_offering(self, vacancy: VacancyId) -> None:
        offering.end(self.connection, vacancy)

    def offer_part(
        self, v: Vacancy, turns: Turns | None, states: Sequence[State], most: int
    ) -> int:
        return offering.offer_part(self.connection, v, turns, states, most)

    # Finding

    def vacancy(self, vacancy: VacancyId) -> Vacancy | None:
        return self.one(sa.select(vacancies).where(V.id == vacancy))

    def by_once(self, once: str) -> Vacancy:
        found = self.one(sa.select(vacancies).where(V.once == once))
        assert found is not None  # noqa: S101 the unique index has just said so
        return found

    def hold(self, vacancy: VacancyId) -> Vacancy | None:
        """As it is, and nobody else changes it until the transaction ends."""
        query = sa.select(vacancies).where(V.id == vacancy)
        if self.connection.dialect.name == "postgresql":
            query = query.with_for_update()
        return self.one(query)

    def one(self, query: sa.Select[Any]) -> Vacancy | None:
        row = self.connection.execute(query).one_or_none()
        return None if row is None else vacancy_of(row)

    def closing(self, now: datetime, most: int) -> list[Vacancy]:
        query = (
            sa.select(vacancies)
            .where(sa.text("stage = 'priority'"), V.closes_at <= now)
            .order_by(V.closes_at, V.id)
            .limit(most)
        )
        if self.connection.dialect.name == "postgresql":
            query = query.with_for_update(skip_locked=True)
        return [vacancy_of(row) for row in self.connection.execute(query)]

    def next_closing(self, now: datetime) -> datetime | None:
        query = sa.select(sa.func.min(V.closes_at)).where(
            sa.text("stage = 'priority'"), V.closes_at > now
        )
        due: datetime | None = self.connection.execute(query).scalar_one()
        return due

    def now(self, locality: str) -> list[Vacancy]:
        """What can be applied to in a locality, the newest first."""
        query = (
            sa.select(vacancies)
            .where(V.locality == locality, V.stage != "closed")
            .where(sa.or_(V.stage == "priority", V.taken < V.places))
            .order_by(V.published_at.desc(), V.id)
        )
        return [vacancy_of(row) for row in self.connection.execute(query)]

    def of_kindergarten(self, kindergarten: str) -> list[Vacancy]:
        query = (
            sa.select(vacancies)
            .where(V.kindergarten_id == kindergarten, V.stage != "closed")
            .order_by(V.published_at.desc(), V.id)
        )
        return [vacancy_of(row) for row in self.connection.execute(query)]

    def fits(self, v: Vacancy, c: Candidate) -> int | None:
        """The candidate's number among those of its class, if one of its queues is meant."""
        query = (
            sa.select(E.id)
            .join(queues, Q.id == E.queue_id)
            .where(E.candidate_id == c.id, E.live == 1, fitting(v))
        )
        entry = self.connection.execute(query).scalar_one_or_none()
        if entry is None:
            return None
        known = standing(self.connection, EntryId(entry))
        return 1 if known is None else known.nth

    def offers_of(self, candidate: CandidateId) -> list[Offer]:
        """Vacancies this candidate was told of and may still want, the newest first."""
        return self.offers(
            O.candidate_id == candidate, V.stage != "closed", O.state.in_(("told", "applied"))
        )

    def offer_of(self, v: Vacancy, c: Candidate) -> Offer:
        return self.offers(O.vacancy_id == v.id, O.candidate_id == c.id)[0]

    def untold(self, most: int) -> list[Offer]:
        """Whoever wasn't told yet, in the order of their queues."""
        query = (
            self.offer_rows(O.told_at.is_(None), V.stage != "closed")
            .order_by(None)
            .order_by(O.vacancy_id, O.place)
            .limit(most)
        )
        return [offer_of(row) for row in self.connection.execute(query)]

    def told(self, told: Sequence[Offer], now: datetime) -> None:
        """They have been told: one statement for all of one vacancy."""
        by_vacancy: dict[int, list[int]] = {}
        for offer in told:
            by_vacancy.setdefault(offer.vacancy.id, []).append(offer.candidate)
        for vacancy, candidates in by_vacancy.items():
            mine = sa.and_(O.vacancy_id == vacancy, O.candidate_id.in_(candidates))
            self.connection.execute(offers.update().where(mine).values(told_at=now))

    def forget(self, untold: Sequence[Offer]) -> None:
        for o in untold:
            mine = sa.and_(O.vacancy_id == o.vacancy.id, O.candidate_id == o.candidate)
            self.connection.execute(offers.delete().where(mine))

    def offers(self, *conditions: sa.ColumnElement[bool]) -> list[Offer]:
        rows = self.connection.execute(self.offer_rows(*conditions))
        return [offer_of(row) for row in rows]

    def offer_rows(self, *conditions: sa.ColumnElement[bool]) -> sa.Select[Any]:
        return (
            sa.select(
                vacancies, O.candidate_id, O.person_id, O.place, O.state.label("offer_state")
            )
            .join(offers, O.vacancy_id == V.id)
            .where(*conditions)
            .order_by(V.published_at.desc(), V.id)
        )

    def standing(
        self, v: Vacancy, turns: Turns | None, states: Sequence[State], most: int
    ) -> list[CandidateId]:
        of = ranked(v, turns)
        query = (
            sa.select(of.c.candidate_id)
            .join(queue_candidates, C.id == of.c.candidate_id)
            .where(C.state.in_([s.value for s in states]))
            .order_by(of.c.place)
            .limit(most)
        )
        return [CandidateId(n) for n in self.connection.execute(query).scalars()]

    def waiting(self, v: Vacancy, turns: Turns | None) -> list[CandidateId]:
        """Whoever applied and got no place yet, by the order the queue has now."""
        applied = sa.and_(O.vacancy_id == v.id, sa.text("offers.state = 'applied'"))
        if self.connection.execute(sa.select(O.candidate_id).where(applied).limit(1)).first():
            of = ranked(v, turns)
            query = (
                sa.select(of.c.candidate_id)
                .join(offers, O.candidate_id == of.c.candidate_id)
                .where(applied)
                .order_by(of.c.place)
            )
            return [CandidateId(n) for n in self.connection.execute(query).scalars()]
        return []

    def applied_to(self, c: Candidate) -> int:
        """How many vacancies wait for an answer to this candidate."""
        query = (
            sa.select(sa.func.count())
            .select_from(offers)
            .where(O.candidate_id == c.id, O.state == "applied")
        )
        return self.connection.execute(query).scalar_one()

    # Changing

    def apply(self, v: Vacancy, c: Candidate, place: int, now: datetime) -> None:
        row = {
            "vacancy_id": v.id,
            "candidate_id": c.id,
            "person_id": c.person,
            "place": place,
            "state": "applied",
            "told_at": now,
            "applied_at": now,
        }
        new = insert(self.connection, offers)
        statement = new.on_conflict_do_update(
            index_elements=["vacancy_id", "candidate_id"],
            set_={
                "state": "applied",
                "applied_at": now,
                "told_at": sa.func.coalesce(O.told_at, sa.literal(now, O.told_at.type)),
            },
        )
        self.connection.execute(statement, row)

    def take_back(self, vacancy: VacancyId, c: Candidate) -> bool:
        return self.turn(vacancy, c.id, "applied", "told")

    def turn(self, vacancy: VacancyId, candidate: CandidateId, was: str, to: str) -> bool:
        statement = (
            offers.update()
            .where(O.vacancy_id == vacancy, O.candidate_id == candidate, O.state == was)
            .values(state=to)
        )
        return bool(self.connection.execute(statement).rowcount)

    def chosen(self, v: Vacancy, c: Candidate) -> None:
        """The place is theirs; whatever else they applied to, they wait for no more."""
        self.turn(v.id, c.id, "applied", "chosen")
        self.leave_all(c.id)

    def leave_all(self, candidate: CandidateId) -> None:
        self.connection.execute(
            offers.update()
            .where(O.candidate_id == candidate, O.state == "applied")
            .values(state="left")
        )

    def open(self, v: Vacancy) -> bool:
        """The priority window is over: true for exactly one caller."""
        statement = (
            vacancies.update().where(V.id == v.id, V.stage == "priority").values(stage="open")
        )
        return bool(self.connection.execute(statement).rowcount)

    def close(self, v: Vacancy) -> bool:
        statement = (
            vacancies.update().where(V.id == v.id, V.stage != "closed").values(stage="closed")
        )
        if not self.connection.execute(statement).rowcount:
            return False
        self.connection.execute(
            offers.update()
            .where(O.vacancy_id == v.id, O.state.in_(("told", "applied")))
            .values(state="left")
        )
        return True

    def take(self, vacancy: VacancyId) -> bool:
        """One place; false when none is free."""
        statement = (
            vacancies.update()
            .where(V.id == vacancy, V.taken < V.places, V.stage != "closed")
            .values(taken=V.taken + 1)
        )
        return bool(self.connection.execute(statement).rowcount)

    def give_back(self, vacancy: VacancyId) -> bool:
        statement = (
            vacancies.update().where(V.id == vacancy, V.taken > 0).values(taken=V.taken - 1)
        )
        return bool(self.connection.execute(statement).rowcount)


def vacancy_of(r: Any) -> Vacancy:
    return Vacancy(
        VacancyId(r.id),
        r.kindergarten_id,
        r.locality,
        r.group_name,
        r.kind,
        r.language,
        (r.born_from, r.born_to),
        r.places,
        r.taken,
        r.stage,
        r.published_at,
        r.closes_at,
    )


def offer_of(r: Any) -> Offer:
    return Offer(
        vacancy_of(r),
        CandidateId(r.candidate_id),
        PersonId(r.person_id),
        r.place - 1,
        r.offer_state,
    )
