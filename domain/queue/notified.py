"""What a family was told of its applications, newest first: read from what was told, kept nowhere
twice. New is what came since the list was opened last; whether a message was read nobody knows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from domain.people import PersonId
from domain.queue.applications import Candidate, CandidateId
from domain.queue.bulletins import VacancyId
from domain.queue.news import Kind
from domain.store import Store

MOST = 100
"""Older ones are in the chat itself."""
What: TypeAlias = Kind | Literal["offer"]


@dataclass(frozen=True, slots=True)
class Told:
    """`vacancy` is the one that was offered, or the referral's."""

    at: datetime
    what: What
    candidate: CandidateId
    vacancy: VacancyId | None


def notified(store: Store, candidates: Sequence[Candidate]) -> Sequence[Told]:
    return store.news.sent([c.id for c in candidates], MOST)


def of_portal(store: Store, person: PersonId, portal: str) -> list[Candidate]:
    """Those of the other parent too, where they share the cabinet."""
    return [c for c in store.queue.of(person) if c.portal == portal]


def unread(store: Store, person: PersonId, portal: str) -> int:
    """How many came since the list was opened last."""
    since = store.news.looked_at(person)
    told = notified(store, of_portal(store, person, portal))
    return sum(since is None or one.at > since for one in told)


def look(store: Store, person: PersonId, now: datetime) -> datetime | None:
    """The list is opened; answers when it was the last time."""
    before = store.news.looked_at(person)
    store.news.note_look(person, now)
    return before
