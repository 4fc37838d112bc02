"""Vacancies, who was told of them, referrals, and what families are to hear."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from domain.people import PersonId
    from domain.queue.applications import Candidate, CandidateId, QueueId
    from domain.queue.bulletins import NewVacancy, Offer, Vacancy, VacancyId
    from domain.queue.life import State
    from domain.queue.news import Kind, News
    from domain.queue.notified import Told
    from domain.queue.order import Turns
    from domain.queue.referrals import CameTo, Ended, Referral, ReferralId


class BulletinsShelf(Protocol):
    def publish(
        self, new: "NewVacancy", locality: str, *, closes: datetime, by: str, now: datetime
    ) -> "Vacancy | None":
        """None when it was published before."""
        ...

    def offer(self, v: "Vacancy", turns: "Turns | None", states: "Sequence[State]") -> int: ...

    def crowd(self, v: "Vacancy") -> int:
        """How many wait in the queues a vacancy is for."""
        ...

    def begin_offering(self, v: "Vacancy") -> None: ...

    def begun_offering(self) -> "VacancyId | None":
        """A vacancy that isn't offered to everybody yet; nobody else goes on with it meanwhile."""
        ...

    def end_offering(self, vacancy: "VacancyId") -> None: ...

    def offer_part(
        self, v: "Vacancy", turns: "Turns | None", states: "Sequence[State]", most: int
    ) -> int:
        """Notes the next who fit, at most so many, and answers how many."""
        ...

    def vacancy(self, vacancy: "VacancyId") -> "Vacancy | None": ...

    def by_once(self, once: str) -> "Vacancy": ...

    def hold(self, vacancy: "VacancyId") -> "Vacancy | None": ...

    def closing(self, now: datetime, most: int) -> "list[Vacancy]": ...

    def next_closing(self, now: datetime) -> datetime | None:
        """When the next priority window closes."""
        ...

    def now(self, locality: str) -> "list[Vacancy]":
        """What can be applied to in a locality, the newest first."""
        ...

    def fits(self, v: "Vacancy", c: "Candidate") -> int | None: ...

    def offers_of(self, candidate: "CandidateId") -> "list[Offer]":
        """What this candidate was told of and may still want, the newest first."""
        ...

    def offer_of(self, v: "Vacancy", c: "Candidate") -> "Offer": ...

    def untold(self, most: int) -> "list[Offer]":
        """Whoever wasn't told yet, in the order of their queues."""
        ...

    def told(self, told: "Sequence[Offer]", now: datetime) -> None: ...

    def forget(self, untold: "Sequence[Offer]") -> None:
        """Nobody is told of these: the child has left the queue meanwhile."""
        ...

    def standing(
        self, v: "Vacancy", turns: "Turns | None", states: "Sequence[State]", most: int
    ) -> "list[CandidateId]":
        """The first of those whose queue fits and who stand in one of these states."""
        ...

    def waiting(self, v: "Vacancy", turns: "Turns | None") -> "list[CandidateId]": ...

    def applied_to(self, c: "Candidate") -> int: ...

    def apply(self, v: "Vacancy", c: "Candidate", place: int, now: datetime) -> None: ...

    def take_back(self, vacancy: "VacancyId", c: "Candidate") -> bool: ...

    def chosen(self, v: "Vacancy", c: "Candidate") -> None: ...

    def leave_all(self, candidate: "CandidateId") -> None: ...

    def open(self, v: "Vacancy") -> bool: ...

    def close(self, v: "Vacancy") -> bool:
        """True for exactly one caller."""
        ...

    def of_kindergarten(self, kindergarten: str) -> "list[Vacancy]":
        """Those that aren't closed, the newest first."""
        ...

    def take(self, vacancy: "VacancyId") -> bool: ...

    def give_back(self, vacancy: "VacancyId") -> bool: ...


class ReferralsShelf(Protocol):
    def issue(
        self, vacancy: "VacancyId", candidate: "CandidateId", due: datetime, now: datetime
    ) -> "Referral": ...

    def of(self, candidate: "CandidateId") -> "Referral | None":
        """The one it holds: open, registered or enrolled."""
        ...

    def last(self, candidate: "CandidateId") -> "Referral | None": ...

    def at_kindergarten(self, kindergarten: str, most: int) -> "list[Referral]":
        """Those that wait for papers or for enrolment there, the oldest first."""
        ...

    def referral(self, referral: "ReferralId") -> "Referral | None": ...

    def extend(self, r: "Referral", due: datetime) -> bool: ...

    def advance(self, r: "Referral", state: "CameTo") -> bool:
        """From the state it was read in; false when that has changed since."""
        ...

    def end(self, r: "Referral", state: "Ended", now: datetime) -> bool: ...


class QueueNewsShelf(Protocol):
    def add(self, news: "News", once: str) -> None: ...

    def add_not_chosen(self, v: "Vacancy", now: datetime) -> None:
        """Whoever applied and still waits hears that the places have been given."""
        ...

    def add_asked(
        self,
        queue: "QueueId",
        kind: "Kind",
        day: datetime,
        when: datetime,
        *,
        asked: datetime,
        until: datetime | None,
    ) -> None:
        """One for each application of a queue that was asked at that moment, on that day."""
        ...

    def add_too_old(self, area: str, *, youngest: int, now: datetime) -> None:
        """Whoever `archive` is about to end hears why."""
        ...

    def drop(self, candidate: "CandidateId") -> None: ...

    def due(self, now: datetime, most: int) -> "list[tuple[int, News]]":
        """What is to be said; documents apart."""
        ...

    def papers(self, now: datetime, most: int) -> "list[tuple[int, News]]":
        """Referrals whose document is to be sent."""
        ...

    def claim(self, row: int, now: datetime) -> bool:
        """Told by this transaction; false when it was told before."""
        ...

    def told(self, rows: "Sequence[int]", now: datetime) -> None: ...

    def put_off(self, rows: "Sequence[int]", due: datetime) -> None: ...

    def forget(self, rows: "Sequence[int]") -> None:
        """They weren't needed any more when their time came: nobody was told."""
        ...

    def sent(self, candidates: "Sequence[CandidateId]", most: int) -> "Sequence[Told]":
        """What was told of them, vacancies and news, newest first."""
        ...

    def looked_at(self, person: "PersonId") -> datetime | None:
        """When this person opened the list of it last."""
        ...

    def note_look(self, person: "PersonId", now: datetime) -> None: ...

    def next_due(self, now: datetime) -> datetime | None: ...
