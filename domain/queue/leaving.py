"""How a place becomes free again: given up, lapsed, taken back with a false claim, or the child
leaves. Whoever waits for it gets it in the same transaction."""

from dataclasses import dataclass
from datetime import datetime

from domain.errors import Refusal
from domain.people import PersonId
from domain.queue.applications import Candidate, CandidateId, Cause, change, own
from domain.queue.bulletins import freed
from domain.queue.interest import unheard
from domain.queue.life import Event, NotNow, State
from domain.queue.news import Kind, News, tell
from domain.queue.order import Rank
from domain.queue.referrals import Ended, current, known
from domain.queue.vouchers import may_choose, offer_waiting
from domain.queue.windows import Rules
from domain.store import Store


@dataclass(eq=False)
class ApplicationInContingent(Refusal):
    """The child is in the contingent: the application can't be withdrawn any more."""

    number: str


def withdraw(
    store: Store, person: PersonId, candidate: CandidateId, rules: Rules, now: datetime
) -> Candidate:
    """Takes the application back for good; a new one starts at the end. Raises NotNow, and
    ApplicationInContingent once the child goes to the kindergarten."""
    c = own(store, person, candidate)
    if c.state in (State.REGISTERED, State.ENROLLED):
        raise ApplicationInContingent(c.number)
    leave(store, c, Event.WITHDRAW, rules, now, cause="withdrawn", ended="declined")
    store.bulletins.leave_all(c.id)
    store.news.drop(c.id)
    return own(store, person, candidate)


def decline(
    store: Store, person: PersonId, candidate: CandidateId, rules: Rules, now: datetime
) -> Candidate:
    """Gives a referral up: back into the queue at the own date; the place goes to the next.
    Raises ReferralGone, ReferralLapsed and NotNow."""
    c = own(store, person, candidate)
    current(store, c, now)
    leave(store, c, Event.DECLINE, rules, now, cause="returned", ended="declined")
    store.news.drop(c.id)
    return own(store, person, candidate)


def false_benefit(store: Store, candidate: CandidateId, rules: Rules, now: datetime) -> Candidate:
    """Staff: the claim of a benefit was false. A referral is cancelled, the application goes on at
    its own date in the general class (bilim.astana.kz 49453). Raises NotNow."""
    c = noted(store, known(store, candidate), "false")
    classed(store, c, Rank.GENERAL, now)
    c = known(store, candidate)
    to = leave(store, c, Event.FALSE_BENEFIT, rules, now, cause="returned", ended="cancelled")
    if to is None:
        raise NotNow(c.number, c.state)
    store.news.drop(c.id)
    tell(store, News(c.id, "cancelled", None, now), f"cancelled:{c.id}:{now.timestamp()}")
    return known(store, candidate)


def noted(store: Store, c: Candidate, decision: str) -> Candidate:
    """What staff made of a benefit; the candidate as it stands with nobody else at it. Raises
    NotNow when somebody has decided since it was read."""
    if not store.queue.note_benefit(c, decision):
        raise NotNow(c.number, c.state)
    return known(store, c.id)


def classed(store: Store, c: Candidate, rank: Rank, now: datetime) -> None:
    """Raises NotNow when its class has changed since it was read."""
    if c.rank is not rank and not store.queue.rerank(c, rank, "benefit", now):
        raise NotNow(c.number, c.state)


def left(store: Store, candidate: CandidateId, rules: Rules, now: datetime) -> None:
    """Staff: the child goes to the kindergarten no more; its place is free. Raises NotNow."""
    c = known(store, candidate)
    if leave(store, c, Event.LEAVE, rules, now, cause="archived", ended="left") is None:
        raise NotNow(c.number, c.state)
    store.kindergartens.end_enrolment(c.id, now)
    tell(store, News(c.id, "left", None, now), f"left:{c.id}")


def lapse(store: Store, c: Candidate, rules: Rules, now: datetime) -> State | None:
    """The time of the present state is over. Who couldn't hear that they were asked stays."""
    if unheard(store, c):
        store.queue.extend(c, None)
        return None
    to = leave(store, c, Event.LAPSE, rules, now, cause=CAUSES.get(c.state, "restored"),
               ended="lapsed")  # fmt: skip
    if to is None:
        return None
    if to not in (State.STOPPED, State.QUEUED):
        store.bulletins.leave_all(c.id)
    tell(
        store, News(c.id, kind_of_lapse(c.state, to), None, now), f"{to}:{c.id}:{now.timestamp()}"
    )
    return to


def kind_of_lapse(was: State, to: State) -> Kind:
    """What the family hears: which time it was that ran out, and what that means."""
    kinds: dict[State, Kind] = {
        State.STOPPED: "lapsed",
        State.QUEUED: "back",
        State.INACTIVE: "inactive",
        State.ARCHIVED: "archived",
    }
    inactive: dict[State, Kind] = {
        State.VOUCHER: "voucher_lapsed",
        State.CHOOSING: "choosing_lapsed",
        State.REFERRED: "referral_inactive",
    }
    return inactive.get(was, "inactive") if to is State.INACTIVE else kinds[to]


CAUSES: dict[State, Cause] = {
    State.QUEUED: "inactive",
    State.VOUCHER: "inactive",
    State.CHOOSING: "inactive",
    State.INACTIVE: "archived",
    State.REFERRED: "stopped",
    State.STOPPED: "restored",
}


def leave(
    store: Store,
    c: Candidate,
    event: Event,
    rules: Rules,
    now: datetime,
    *,
    cause: Cause,
    ended: Ended,
) -> State | None:
    """An event after which a held place, if there is one, is free: the first who waits gets it."""
    referral, given_up = store.referrals.of(c.id), may_choose(store, c)
    to = change(store, c, event, rules, now, cause=cause)
    if to is None:
        return None
    if referral is not None and store.referrals.end(referral, ended, now):
        freed(store, referral.vacancy, rules, now)
        given_up = [referral.vacancy]
    for vacancy in given_up:
        offer_waiting(store, vacancy, rules, now)
    return to
