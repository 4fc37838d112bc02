"""What is my place? Told from counters, never by counting people."""

from dataclasses import dataclass

from domain.queue.applications import Candidate, EntryId, QueueKey
from domain.queue.order import Rank, Totals, place
from domain.queue.windows import Rules
from domain.store import Store


@dataclass(frozen=True, slots=True)
class Standing:
    """What the counters say of an entry: it is the `nth` of its class. `version` is how many
    moves the queue has seen."""

    entry: EntryId
    rank: Rank
    ticket: int
    nth: int
    totals: Totals
    version: int


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a queue, counted from 1, of how many."""

    entry: EntryId
    key: QueueKey
    number: int
    of: int
    rank: Rank


def place_of(store: Store, entry: EntryId, key: QueueKey, rules: Rules) -> Place | None:
    """The place now; None while the entry isn't counted (a referral, the stop-list)."""
    s = store.queue.standing(entry)
    if s is None:
        return None
    turns = rules.of(key.locality).turns
    return Place(entry, key, place(s.rank, s.nth, s.totals, turns), s.totals.all, s.rank)


def places_of(store: Store, c: Candidate, rules: Rules) -> list[Place]:
    """A candidate's places, one for each language."""
    found = (place_of(store, e.id, e.key, rules) for e in c.entries)
    return [p for p in found if p is not None]
