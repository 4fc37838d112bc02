"""The end of the road: the child goes to a kindergarten, and stands in no queue any more."""

from datetime import datetime

from domain.queue.applications import Candidate, CandidateId
from domain.queue.leaving import leave
from domain.queue.life import Event
from domain.queue.news import News, tell
from domain.queue.referrals import Referral, current, known, step
from domain.queue.windows import Rules
from domain.store import Store


def enrol(store: Store, candidate: CandidateId, rules: Rules, now: datetime) -> Referral:
    """The kindergarten confirms: the child is in the contingent, and out of every other queue,
    whoever applied there. Raises ReferralGone and NotNow."""
    c = known(store, candidate)
    r = current(store, c, now)
    step(store, c, r, Event.ENROL, rules, now)
    store.kindergartens.enrol(r, now)
    tell(store, News(c.id, "enrolled", r.id, now), f"enrolled:{r.id}")
    for other in store.queue.others_of_child(c):
        leave_queue(store, known(store, other), rules, now)
    return r


def leave_queue(store: Store, c: Candidate, rules: Rules, now: datetime) -> None:
    """An application of a child who has got a place by another one."""
    if leave(store, c, Event.PLACED, rules, now, cause="placed", ended="cancelled") is None:
        return
    store.bulletins.leave_all(c.id)
    tell(store, News(c.id, "placed", None, now), f"placed:{c.id}")
