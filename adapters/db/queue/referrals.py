"""Referrals: at most one held per candidate, by a unique index."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from adapters.db.rows.bulletins import referrals, vacancies
from adapters.db.shelf import Shelf
from domain.queue.applications import CandidateId
from domain.queue.bulletins import VacancyId
from domain.queue.referrals import CameTo, Ended, Referral, ReferralId

R = referrals.c
HELD = ("open", "registered", "enrolled")


class Referrals(Shelf):
    """Rows of `referrals`."""

    __slots__ = ()

    def issue(
        self, vacancy: VacancyId, candidate: CandidateId, due: datetime, now: datetime
    ) -> Referral:
        row = {
            "vacancy_id": vacancy,
            "candidate_id": candidate,
            "state": "open",
            "issued_at": now,
            "due_at": due,
        }
        number = self.connection.execute(referrals.insert().returning(R.id), row).scalar_one()
        return Referral(ReferralId(number), vacancy, candidate, "open", now, due, 0)

    def of(self, candidate: CandidateId) -> Referral | None:
        """The one it holds."""
        return self.one(R.candidate_id == candidate, R.state.in_(HELD))

    def last(self, candidate: CandidateId) -> Referral | None:
        return self.one(R.candidate_id == candidate)

    def at_kindergarten(self, kindergarten: str, most: int) -> list[Referral]:
        query = (
            sa.select(referrals)
            .join(vacancies, vacancies.c.id == R.vacancy_id)
            .where(vacancies.c.kindergarten_id == kindergarten)
            .where(R.state.in_(("open", "registered")))
            .order_by(R.id)
            .limit(most)
        )
        return [referral_of(row) for row in self.connection.execute(query)]

    def referral(self, referral: ReferralId) -> Referral | None:
        return self.one(R.id == referral)

    def one(self, *conditions: sa.ColumnElement[bool]) -> Referral | None:
        query = sa.select(referrals).where(*conditions).order_by(R.id.desc()).limit(1)
        row = self.connection.execute(query).one_or_none()
        return None if row is None else referral_of(row)

    def extend(self, r: Referral, due: datetime) -> bool:
        """Once for each time it was read: two taps at the same moment extend it once."""
        statement = (
            referrals.update()
            .where(R.id == r.id, R.state == "open", R.extensions == r.extensions)
            .values(due_at=due, extensions=R.extensions + 1)
        )
        return bool(self.connection.execute(statement).rowcount)

    def advance(self, r: Referral, state: CameTo) -> bool:
        statement = referrals.update().where(R.id == r.id, R.state == r.state).values(state=state)
        return bool(self.connection.execute(statement).rowcount)

    def end(self, r: Referral, state: Ended, now: datetime) -> bool:
        statement = (
            referrals.update()
            .where(R.id == r.id, R.state.in_(HELD))
            .values(state=state, ended_at=now)
        )
        return bool(self.connection.execute(statement).rowcount)


def referral_of(r: Any) -> Referral:
    return Referral(
        ReferralId(r.id),
        VacancyId(r.vacancy_id),
        CandidateId(r.candidate_id),
        r.state,
        r.issued_at,
        r.due_at,
        r.extensions,
    )
