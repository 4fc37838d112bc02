"""Bulletins: vacancies are published, whoever's queue fits is told in its order, applies, and the
places go by order when the priority window closes; what is left is everybody's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NewType, TypeAlias

from domain.errors import Refusal
from domain.people import PersonId
from domain.queue.applications import (
    Candidate,
    CandidateId,
    ChildHasPlace,
    GroupKind,
    change,
    own,
)
from domain.queue.life import MAY_TAKE, Event, State, after, may
from domain.queue.news import News, tell
from domain.queue.referrals import Referral, refer
from domain.queue.windows import Rules
from domain.store import Store

VacancyId = NewType("VacancyId", int)
Names: TypeAlias = Mapping[str, str]
"""A name in each language."""
Stage: TypeAlias = Literal["priority", "open", "closed"]
MOST_PLACES = 500
AT_ONCE = 4_000
"""Families noted in one transaction: the writer of SQLite is held for 50 ms and not for a second,
while codes wait for it (`bench/queue.py`)."""
EVERYBODY_MAY_TAKE = "bulletin"
"""The regime in which whoever has a number in the queue may take a place, so that the counters
say how many are told."""


@dataclass(eq=False)
class VacancyGone(Refusal):
    """There is no such vacancy (any more)."""


@dataclass(eq=False)
class PlaceGone(Refusal):
    """All places of the vacancy are taken."""

    kindergarten: Names


@dataclass(eq=False)
class NotYourQueue(Refusal):
    """The vacancy is for another age, language, kind of group or locality."""

    kindergarten: Names
    number: str


@dataclass(frozen=True, slots=True)
class NewVacancy:
    """What staff publish. `born` is the first and the last year of birth of the group. The same
    `once` is published once: a table loaded twice, a request sent again."""

    kindergarten: str
    group: str
    kind: GroupKind
    language: str
    born: tuple[int, int]
    places: int
    once: str | None = None


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A line of a bulletin. Until `closes` places wait for the order of the queue."""

    id: VacancyId
    kindergarten: str
    locality: str
    group: str
    kind: GroupKind
    language: str
    born: tuple[int, int]
    places: int
    taken: int
    stage: Stage
    published: datetime
    closes: datetime

    @property
    def free(self) -> int:
        return self.places - self.taken


@dataclass(frozen=True, slots=True)
class Offer:
    """A vacancy that fits a candidate; `ahead` is how many of those told stand before them."""

    vacancy: Vacancy
    candidate: CandidateId
    person: PersonId
    ahead: int
    state: Literal["told", "applied", "chosen", "left"]


def publish(
    store: Store, vacancy: NewVacancy, rules: Rules, by: str, now: datetime
) -> tuple[Vacancy, int]:
    """Publishes a vacancy and notes everybody who is to be told of it, in queue order, with one
    statement; answers how many. Of a crowd nobody is noted yet: `offer_more` does that, in parts.
    Published again, it is the same one. Raises VacancyGone when there is no such kindergarten."""
    locality = store.kindergartens.locality(vacancy.kindergarten)
    if locality is None:
        raise VacancyGone
    closes = rules.end("apply", locality, now)
    published = store.bulletins.publish(vacancy, locality, closes=closes, by=by, now=now)
    if published is None:
        return store.bulletins.by_once(str(vacancy.once)), 0
    regime = rules.of(locality)
    crowd = store.bulletins.crowd(published)
    if crowd <= AT_ONCE or regime.life != EVERYBODY_MAY_TAKE:
        return published, store.bulletins.offer(published, regime.turns, MAY_TAKE[regime.life])
    store.bulletins.begin_offering(published)
    return published, crowd


def offer_more(store: Store, rules: Rules) -> bool:
    """Notes the next part of a crowd, in a transaction of its own; false when nothing is left."""
    vacancy = store.bulletins.begun_offering()
    if vacancy is None:
        return False
    v = store.bulletins.vacancy(vacancy)
    if v is not None and v.stage != "closed":
        regime = rules.of(v.locality)
        if store.bulletins.offer_part(v, regime.turns, MAY_TAKE[regime.life], AT_ONCE):
            return True
    store.bulletins.end_offering(vacancy)
    return True


def apply(
    store: Store,
    person: PersonId,
    candidate: CandidateId,
    vacancy: VacancyId,
    rules: Rules,
    now: datetime,
) -> Referral | Offer:
    """One tap: in the priority window the family is among those who want the place, after it they
    get a free one at once. Tapped again, nothing more happens. Raises VacancyGone, PlaceGone,
    NotYourQueue, ChildHasPlace and NotNow."""
    c = own(store, person, candidate)
    v = held(store, vacancy)
    place = store.bulletins.fits(v, c)
    if place is None:
        raise NotYourQueue(names(store, v), c.number)
    if v.stage == "priority" and now >= v.closes:
        allocate(store, v, rules, now)
        v = held(store, vacancy)
        c = own(store, person, candidate)
    known = store.referrals.of(c.id)
    if known is not None and known.vacancy == v.id:
        return known
    after(rules.of(c.locality).life, c.state, Event.APPLY, c.number)
    if store.queue.has_place(c.child.iin):
        raise ChildHasPlace(c.child.name)
    if v.stage == "open" and not v.free:
        raise PlaceGone(names(store, v))
    change(store, c, Event.APPLY, rules, now, cause="returned")
    store.bulletins.apply(v, c, place, now)
    if v.stage == "open":
        referral = refer(store, own(store, person, candidate), v, rules, now)
        if referral is None:
            raise PlaceGone(names(store, v))
        return referral
    return store.bulletins.offer_of(v, c)


def take_back(
    store: Store,
    person: PersonId,
    candidate: CandidateId,
    vacancy: VacancyId,
    rules: Rules,
    now: datetime,
) -> Candidate:
    """The family doesn't want this place after all. Raises NotNow."""
    c = own(store, person, candidate)
    if store.bulletins.take_back(vacancy, c) and not store.bulletins.applied_to(c):
        change(store, c, Event.TAKE_BACK, rules, now, cause="returned")
    return own(store, person, candidate)


def names(store: Store, v: Vacancy) -> Names:
    found = store.kindergartens.kindergarten(v.kindergarten)
    return found.names if found is not None else {}


def held(store: Store, vacancy: VacancyId) -> Vacancy:
    """The vacancy, and nobody else changes it until the transaction ends."""
    v = store.bulletins.hold(vacancy)
    if v is None or v.stage == "closed":
        raise VacancyGone
    return v


def allocate(store: Store, v: Vacancy, rules: Rules, now: datetime) -> Sequence[Referral]:
    """The priority window closes, once: places go to those who applied, by the order the queue
    has now. Whoever got none waits for a freed place."""
    if not store.bulletins.open(v):
        return ()
    given = give(store, v, rules, now)
    store.news.add_not_chosen(v, now)
    return given


def give(store: Store, v: Vacancy, rules: Rules, now: datetime) -> list[Referral]:
    """Every free place to the first of those who applied and wait."""
    given: list[Referral] = []
    free = v.free
    for number in store.bulletins.waiting(v, rules.of(v.locality).turns):
        if len(given) == free:
            break
        c = store.queue.candidate(number)
        if c is None or not may(rules.of(c.locality).life, c.state, Event.REFER):
            continue
        referral = refer(store, c, v, rules, now)
        if referral is not None:
            given.append(referral)
    return given


def freed(store: Store, vacancy: VacancyId, rules: Rules, now: datetime) -> list[Referral]:
    """A place is free again: it goes to the first who waits for it, once. While the priority
    window is open it waits with the others."""
    v = store.bulletins.hold(vacancy)
    if v is None or not store.bulletins.give_back(vacancy):
        return []
    v = store.bulletins.hold(vacancy)
    if v is None or v.stage != "open":
        return []
    return give(store, v, rules, now)


def close(store: Store, vacancy: VacancyId, rules: Rules, now: datetime) -> int:
    """Staff end a vacancy, once: whoever still waited for it is in the queue as before, and told.
    Referrals to it stay. Answers how many waited. Raises VacancyGone."""
    v = held(store, vacancy)
    waiting = store.bulletins.waiting(v, rules.of(v.locality).turns)
    if not store.bulletins.close(v):
        raise VacancyGone
    for number in waiting:
        tell(store, News(number, "vacancy_closed", None, now), f"vacancy_closed:{v.id}:{number}")
        c = store.queue.candidate(number)
        if c is not None and c.state is State.APPLIED and not store.bulletins.applied_to(c):
            change(store, c, Event.NOT_CHOSEN, rules, now, cause="returned")
    return len(waiting)
