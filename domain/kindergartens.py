"""Kindergartens as families look for them, who goes where, and what parents say of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, NewType, TypeAlias

from domain import audit
from domain.errors import Refusal
from domain.people import PersonId
from domain.queue.applications import CandidateId
from domain.store import Store

EnrolmentId = NewType("EnrolmentId", int)
ReviewId = NewType("ReviewId", int)
Mark: TypeAlias = Literal["present", "absent", "ill"]
STARS = range(1, 6)


@dataclass(eq=False)
class ReviewNotYours(Refusal):
    """Only parents whose child goes there write about a kindergarten."""

    kindergarten: Mapping[str, str]


@dataclass(eq=False)
class ReviewGone(Refusal):
    """There is no such review (any more)."""


@dataclass(eq=False)
class NotInContingent(Refusal):
    """The child doesn't go to this kindergarten."""


@dataclass(frozen=True, slots=True)
class Kindergarten:
    """`languages` and `kinds` of groups it has; `at` is latitude and longitude."""

    id: str
    locality: str
    names: Mapping[str, str]
    address: str
    languages: tuple[str, ...]
    kinds: tuple[str, ...]
    phone: str
    at: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Enrolment:
    id: EnrolmentId
    kindergarten: str
    group: str
    candidate: CandidateId
    since: datetime


@dataclass(frozen=True, slots=True)
class Review:
    """Shown without whose it is."""

    id: ReviewId
    stars: int
    text: str
    written: datetime
    answer: str | None


@dataclass(frozen=True, slots=True)
class QueueSize:
    """How many wait in a queue of a locality, by class, and how many got a place in a year."""

    kind: str
    language: str
    cohort: int
    out_of_turn: int
    first_priority: int
    general: int
    placed: int

    @property
    def waiting(self) -> int:
        return self.out_of_turn + self.first_priority + self.general


def review(
    store: Store, person: PersonId, kindergarten: str, stars: int, text: str, now: datetime
) -> None:
    """A parent's word on the kindergarten their child goes to; a second one replaces the first.
    Raises ReviewGone when there is no such kindergarten, and ReviewNotYours."""
    found = store.kindergartens.kindergarten(kindergarten)
    if found is None:
        raise ReviewGone
    goes_there(store, person, found)
    store.kindergartens.review(kindergarten, person, min(max(stars, 1), 5), text, now)


def goes_there(store: Store, person: PersonId, k: Kindergarten) -> None:
    """Raises ReviewNotYours unless a child of the person's goes to this kindergarten."""
    mine = store.kindergartens.goes([c.id for c in store.queue.of(person)])
    if not any(e.kindergarten == k.id for e in mine):
        raise ReviewNotYours(k.names)


def answer(
    store: Store, k: Kindergarten, number: ReviewId, text: str, by: PersonId, now: datetime
) -> PersonId:
    """Staff answer a review, for everybody to read; answers who wrote it. Raises ReviewGone."""
    writer = store.kindergartens.writer(k.id, number)
    if writer is None or not store.kindergartens.answer(number, text, now):
        raise ReviewGone
    store.audit.add(audit.person(by), "review.answered", f"review:{number}", {}, now)
    return writer


def hide(
    store: Store, k: Kindergarten, number: ReviewId, reason: str, by: PersonId, now: datetime
) -> PersonId:
    """Staff take a review away; its writer is told why. Raises ReviewGone."""
    writer = store.kindergartens.writer(k.id, number)
    if writer is None or not store.kindergartens.hide(number, reason):
        raise ReviewGone
    store.audit.add(audit.person(by), "review.hidden", f"review:{number}", {}, now)
    return writer


def mark_all(store: Store, kindergarten: str, day: date, by: PersonId, now: datetime) -> int:
    """Everybody who isn't marked yet is present; answers how many."""
    return store.kindergartens.mark_unmarked(kindergarten, day, "present", by, now)


def mark(
    store: Store,
    kindergarten: str,
    candidate: CandidateId,
    day: date,
    what: Mark,
    by: PersonId,
    now: datetime,
) -> None:
    """Attendance of a day; marked again, the last mark holds. Raises NotInContingent."""
    found = [e for e in store.kindergartens.contingent(kindergarten) if e.candidate == candidate]
    if not found:
        raise NotInContingent
    store.kindergartens.mark(found[0].id, day, what, by, now)
