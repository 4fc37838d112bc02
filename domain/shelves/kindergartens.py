"""Kindergartens, who goes there, attendance, reviews, and numbers for everybody."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
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


class KindergartensShelf(Protocol):
    def put(self, found: "Iterable[Kindergarten]") -> None: ...

    def locality(self, kindergarten: str) -> str | None: ...

    def kindergarten(self, kindergarten: str) -> "Kindergarten | None": ...

    def all(self, area: str = "") -> "list[Kindergarten]": ...

    def places(self) -> "Mapping[str, int]":
        """How many there are in each locality that has some, the most first."""
        ...

    def enrol(self, r: "Referral", now: datetime) -> None: ...

    def end_enrolment(self, candidate: "CandidateId", now: datetime) -> None: ...

    def contingent(self, kindergarten: str) -> "list[Enrolment]": ...

    def goes(self, candidates: "Sequence[CandidateId]") -> "list[Enrolment]":
        """Where these children go now."""
        ...

    def mark(
        self, enrolment: "EnrolmentId", day: date, what: "Mark", by: "PersonId", now: datetime
    ) -> None: ...

    def mark_unmarked(
        self, kindergarten: str, day: date, what: "Mark", by: "PersonId", now: datetime
    ) -> int: ...

    def attendance(self, kindergarten: str, day: date) -> "dict[CandidateId, Mark]": ...

    def review(
        self, kindergarten: str, person: "PersonId", stars: int, text: str, now: datetime
    ) -> None: ...

    def reviews(self, kindergarten: str, most: int) -> "list[Review]": ...

    def writer(self, kindergarten: str, review: "ReviewId") -> "PersonId | None":
        """Who wrote a review of this kindergarten that is shown."""
        ...

    def hide(self, review: "ReviewId", reason: str) -> bool: ...

    def answer(self, review: "ReviewId", text: str, now: datetime) -> bool: ...

    def forget(self, person: "PersonId") -> None: ...

    def sizes(self, locality: str, now: datetime) -> "list[QueueSize]": ...

    def placed_by_month(self, locality: str) -> "Mapping[int, int]":
        """How many got a place in each month (`202611`), over all queues of the locality."""
        ...

    def waiting_by_place(self, area: str) -> "Mapping[str, int]": ...

    def free_by_kindergarten(self, locality: str) -> "Mapping[str, int]": ...
