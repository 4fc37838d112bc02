"""Erasing what is kept of a person: applications leave the queue, their places go to the next."""

from datetime import datetime

from domain.people import PersonId
from domain.queue.leaving import leave
from domain.queue.life import ENDED, Event, State
from domain.queue.referrals import holder_of
from domain.queue.windows import Rules
from domain.store import Store

KEPT_BY_KINDERGARTEN = (State.REGISTERED, State.ENROLLED)


def forget(store: Store, person: PersonId, rules: Rules, now: datetime) -> None:
    """Erases a person's applications, looks and reviews. An application of a cabinet the other
    parent uses too becomes theirs; of a child who goes to a kindergarten the kindergarten's record
    stays, without the person and without what they sent."""
    store.queue.hand_over(person)
    for c in store.queue.of(person):
        if c.person != person:
            continue
        if c.state in KEPT_BY_KINDERGARTEN:
            store.queue.sever(c)
            continue
        if c.state not in ENDED:
            leave(store, c, Event.WITHDRAW, rules, now, cause="withdrawn", ended="declined")
        store.issued.erase(holder_of(c.id))
        store.queue.erase(c)
    store.queue.forget_looks(person)
    store.kindergartens.forget(person)
