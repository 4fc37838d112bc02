"""What a person sees of a place: where it is, what changed since they looked last and why, when a
place may come; and being told of changes, at most once a day and never at night."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.people import PersonId
from domain.queue.applications import (
    ApplicationGone,
    Candidate,
    CandidateId,
    Entry,
    own,
)
from domain.queue.changes import Why, explain
from domain.queue.forecast import Forecast, forecast
from domain.queue.order import place
from domain.queue.position import Place, Standing
from domain.queue.windows import Rules
from domain.quiet import quiet
from domain.store import Store

ONCE_A = timedelta(hours=23)
"""A day, less an hour: whoever hears at nine today may hear at nine tomorrow."""
KEPT = timedelta(days=400)
"""Causes older than this aren't known any more."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the person saw last."""

    place: int
    version: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Look:
    """`before` and `why` are None at the first look. `forecast` None: not enough history."""

    place: Place
    before: Seen | None
    why: Why | None
    forecast: Forecast | None
    subscribed: bool


@dataclass(frozen=True, slots=True)
class Moved:
    """A subscriber's place that isn't what they saw last, and why. Telling it is a look."""

    person: PersonId
    candidate: Candidate
    look: Look


def looks(
    store: Store, person: PersonId, candidate: CandidateId, rules: Rules, now: datetime
) -> list[Look]:
    """Looks at every place of a candidate, one for each language, and remembers what was seen.
    Empty while it isn't counted. Raises ApplicationGone."""
    c = own(store, person, candidate)
    found = (look(store, person, c, e, rules, now) for e in c.entries)
    return [seen for seen in found if seen is not None]


def look(
    store: Store, person: PersonId, c: Candidate, e: Entry, rules: Rules, now: datetime
) -> Look | None:
    s = store.queue.standing(e.id)
    if s is None:
        return None
    turns = rules.of(c.locality).turns
    number = place(s.rank, s.nth, s.totals, turns)
    before, subscribed = store.queue.seen(person, e.id)
    why = None
    if before is not None and before.at > now - KEPT:
        why = explain(before.place, s, store.queue.moves(e, s, before.version), turns)
    store.queue.see(person, s, number, now)
    expected = forecast(number, store.queue.left(e.queue), rules.day(now))
    return Look(
        Place(e.id, e.key, number, s.totals.all, s.rank), before, why, expected, subscribed
    )


def subscribe(
    store: Store, person: PersonId, candidate: CandidateId, rules: Rules, now: datetime
) -> None:
    """From now on the person hears when a place changes. Raises ApplicationGone."""
    looks(store, person, candidate, rules, now)
    for e in own(store, person, candidate).entries:
        store.queue.subscribe(person, e.id, now)


def unsubscribe(store: Store, person: PersonId, candidate: CandidateId) -> None:
    for e in own(store, person, candidate).entries:
        store.queue.subscribe(person, e.id, None)


def moved(store: Store, rules: Rules, now: datetime, most: int) -> tuple[int, list[Moved]]:
    """Of at most so many subscribers whose queues moved, how many there were, and whom to tell:
    at most once a day each, none at night. Whoever is answered counts as told; whoever may not
    see the application any more is no subscriber any more."""
    if quiet(now, rules.zone):
        return 0, []
    due = list(store.queue.to_tell(now, now - ONCE_A, most))
    found = [moved_one(store, rules, now, *one) for one in due]
    return len(due), [m for m in found if m is not None]


def moved_one(
    store: Store,
    rules: Rules,
    now: datetime,
    person: PersonId,
    candidate: CandidateId,
    s: Standing,
    before: int,
) -> Moved | None:
    try:
        c = own(store, person, candidate)
    except ApplicationGone:
        store.queue.subscribe(person, s.entry, None)
        return None
    if place(s.rank, s.nth, s.totals, rules.of(c.locality).turns) == before:
        return None
    entry = next(e for e in c.entries if e.id == s.entry)
    seen = look(store, person, c, entry, rules, now)
    store.queue.told(person, s.entry, now)
    return None if seen is None else Moved(person, c, seen)
