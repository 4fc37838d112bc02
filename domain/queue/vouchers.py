"""The voucher regime: vouchers go out in order, are confirmed within days, and then a kindergarten
is chosen; whoever finds no place waits in a list (balbobek-egin 2026-03-16)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from domain.people import PersonId
from domain.queue.applications import (
    Candidate,
    CandidateId,
    ChildHasPlace,
    QueueKey,
    change,
    in_time,
    own,
)
from domain.queue.bulletins import NotYourQueue, PlaceGone, VacancyId, held, names
from domain.queue.life import HOLDING, Event, State, after
from domain.queue.news import LAST_CALL, Kind, News, tell
from domain.queue.referrals import Referral, known, refer
from domain.queue.windows import Rules
from domain.store import Store

MAY_GET: Final = (State.WAITING_LIST, State.QUEUED, State.APPLIED)
"""Those of the waiting list before the others."""


def issue(
    store: Store, queue: QueueKey, count: int, rules: Rules, now: datetime
) -> Sequence[Candidate]:
    """Vouchers to the first `count` of a queue; those in its waiting list come first, by the same
    order. Answers who got one. Raises NotNow where the region has no vouchers."""
    found = []
    turns = rules.of(queue.locality).turns
    for number in store.queue.first(queue, MAY_GET, turns, count):
        given = give(store, known(store, number), rules, now)
        if given is not None:
            found.append(given)
    return found


def offer_waiting(store: Store, vacancy: VacancyId, rules: Rules, now: datetime) -> None:
    """A place that is free, and that nobody with a voucher may still choose, is offered to the
    first of the waiting list for a day; whoever doesn't answer makes room for the next. Nothing
    where there are no vouchers."""
    v = store.bulletins.vacancy(vacancy)
    if v is None or v.stage == "closed" or rules.of(v.locality).life != "voucher":
        return
    turns, holders = rules.of(v.locality).turns, (State.VOUCHER, State.CHOOSING)
    left = v.free - len(store.bulletins.standing(v, turns, holders, max(v.free, 1)))
    listed = store.bulletins.standing(v, turns, (State.WAITING_LIST,), left) if left > 0 else []
    for number in listed:
        give(store, known(store, number), rules, now)


def may_choose(store: Store, c: Candidate) -> list[VacancyId]:
    """What a family with a voucher might have chosen: offered to the next once it comes to
    nothing."""
    if c.state not in (State.VOUCHER, State.CHOOSING):
        return []
    here = store.bulletins.now(c.locality)
    return [v.id for v in here if store.bulletins.fits(v, c) is not None]


def give(store: Store, c: Candidate, rules: Rules, now: datetime) -> Candidate | None:
    """None when somebody was quicker."""
    event = Event.PLACE_OFFERED if c.state is State.WAITING_LIST else Event.ISSUE_VOUCHER
    if change(store, c, event, rules, now, cause="returned") is None:
        return None
    store.bulletins.leave_all(c.id)
    given = known(store, c.id)
    remind(store, given, ("voucher", "voucher_half", "voucher_last"), now)
    return given


def remind(store: Store, c: Candidate, kinds: Sequence[Kind], now: datetime) -> None:
    """At once, half-way, and three hours before it lapses: as many of the three as there are
    kinds, the last ones last."""
    assert c.due is not None  # noqa: S101 a voucher has its window
    times = (now, now + (c.due - now) / 2, c.due - LAST_CALL)
    for kind, when in zip(reversed(kinds), reversed(times), strict=False):
        once = f"{kind}:{c.id}:{c.due.timestamp():.0f}"
        tell(store, News(c.id, kind, None, when, c.due), once)


def confirm(
    store: Store, person: PersonId, candidate: CandidateId, rules: Rules, now: datetime
) -> Candidate:
    """The family wants the place; from now on a kindergarten can be chosen. Raises NotNow
    and WindowOver."""
    c = taken(store, person, candidate, Event.CONFIRM_VOUCHER, rules, now)
    if c.state is State.CHOOSING:
        remind(store, c, ("choosing_half", "choosing_last"), now)
    return c


def refuse(
    store: Store, person: PersonId, candidate: CandidateId, rules: Rules, now: datetime
) -> Candidate:
    """Refusing a voucher cancels the queue. Raises NotNow."""
    c = own(store, person, candidate)
    given_up = may_choose(store, c)
    change(store, c, Event.REFUSE_VOUCHER, rules, now, cause="withdrawn")
    for vacancy in given_up:
        offer_waiting(store, vacancy, rules, now)
    return own(store, person, candidate)


def wait(
    store: Store, person: PersonId, candidate: CandidateId, rules: Rules, now: datetime
) -> Candidate:
    """There is no place to choose: into the waiting list. Raises NotNow and WindowOver."""
    return taken(store, person, candidate, Event.NO_PLACE, rules, now)


def taken(
    store: Store,
    person: PersonId,
    candidate: CandidateId,
    event: Event,
    rules: Rules,
    now: datetime,
) -> Candidate:
    c = own(store, person, candidate)
    after(rules.of(c.locality).life, c.state, event, c.number)
    in_time(c, now)
    change(store, c, event, rules, now, cause="returned")
    return own(store, person, candidate)


def choose(
    store: Store,
    person: PersonId,
    candidate: CandidateId,
    vacancy: VacancyId,
    rules: Rules,
    now: datetime,
) -> Referral:
    """A place for a confirmed voucher, at once. Raises VacancyGone, NotYourQueue, PlaceGone,
    ChildHasPlace, NotNow and WindowOver."""
    c = own(store, person, candidate)
    if c.state is State.CHOOSING:
        in_time(c, now)
    v = held(store, vacancy)
    if store.bulletins.fits(v, c) is None:
        raise NotYourQueue(names(store, v), c.number)
    if c.state not in HOLDING and store.queue.has_place(c.child.iin):
        raise ChildHasPlace(c.child.name)
    referral = refer(store, c, v, rules, now)
    if referral is None:
        raise PlaceGone(names(store, v))
    return referral
