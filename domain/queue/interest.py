"""Мүдделі: on the days a region names families are asked whether they still want a place. Who has
answered or applied lately isn't asked, nor who couldn't hear it."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from domain.people import PersonId
from domain.queue.applications import Candidate, CandidateId, QueueId, change, own
from domain.queue.life import REGIMES, Event
from domain.queue.windows import Regime, Rules
from domain.store import Store

LATE = timedelta(days=30)
"""A day that passed so long ago, unnoticed, is let go: the next one is a year away at most."""
REMINDED = timedelta(days=1)
"""Before the window closes, who hasn't answered hears of it once more."""


def interested(
    store: Store, person: PersonId, candidate: CandidateId, rules: Rules, now: datetime
) -> Candidate:
    """The family still wants a place; of twins one answer is for both. Harmless when done twice.
    Raises NotNow."""
    c = own(store, person, candidate)
    change(store, c, Event.INTERESTED, rules, now, cause="returned")
    store.queue.note_interest(c, now)
    for twin in store.queue.application(c.application).candidates:
        if twin.id != c.id and twin.awaited:
            change(store, twin, Event.INTERESTED, rules, now, cause="returned")
            store.queue.note_interest(twin, now)
    return own(store, person, candidate)


def ask(store: Store, queue: QueueId, locality: str, rules: Rules, now: datetime) -> int:
    """Asks everybody of a queue who is to be asked, by three statements, however many they are;
    answers how many. Done again, it asks nobody twice."""
    regime = rules.of(locality)
    day = asking(regime, rules, now)
    if day is None or regime.asking is None:
        return 0
    closes = rules.end("interest", locality, now)
    due = closes if regime.asking.silence == "inactive" else None
    asked = store.queue.ask(
        queue,
        [state for state, event in REGIMES[regime.life] if event is Event.ASK_INTEREST],
        since=day,
        fresh=day - timedelta(days=regime.asking.fresh_days),
        due=due,
        now=now,
    )
    if asked:
        store.news.add_asked(queue, "asked", day, now, asked=now, until=due)
    if asked and due is not None:
        store.news.add_asked(queue, "asked_last", day, due - REMINDED, asked=now, until=due)
    return asked


def due(store: Store, locality: str, rules: Rules, now: datetime) -> bool:
    """Whether the locality is to be asked now, and wasn't yet."""
    day = asking(rules.of(locality), rules, now)
    last = store.queue.asked_at(locality)
    return day is not None and (last is None or last < day)


def asking(regime: Regime, rules: Rules, now: datetime) -> datetime | None:
    """The moment of asking that has come, unless it is too long ago."""
    come = [m for m in moments(regime, rules, now) if m <= now]
    return max(come) if come and now - max(come) <= LATE else None


def next_asking(rules: Rules, now: datetime) -> datetime | None:
    """When families are asked next, wherever that is."""
    to_come = (m for r in rules.regimes.all for m in moments(r, rules, now) if m > now)
    return min(to_come, default=None)


def moments(regime: Regime, rules: Rules, now: datetime) -> Iterator[datetime]:
    """Of last year, this one and the next; in the hour of the region's bulletin."""
    for year in (rules.day(now).year + n for n in (-1, 0, 1)):
        for month, day in regime.asking.days if regime.asking else ():
            yield moment(date(year, month, day), regime.bulletin_hour, rules)


def moment(day: date, at: time, rules: Rules) -> datetime:
    return datetime.combine(day, at, tzinfo=rules.zone)


def unheard(store: Store, c: Candidate) -> bool:
    """Whether nobody of the family can have heard the question: silence is then no answer."""
    return c.awaited and not store.queue.hears(c.id)
