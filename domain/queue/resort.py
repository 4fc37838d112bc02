"""Sorting queues anew: once a year, and when a region's rules change. Classes are given again from
the benefits, children grown out of kindergartens leave, which their families are told; dates and
tickets stay as they are."""

from datetime import datetime

from domain.queue.order import Rank
from domain.queue.windows import Rules
from domain.store import Store


def resort(store: Store, area: str, rules: Rules, now: datetime) -> int:
    """Sorts every queue whose locality's KATO code begins with `area`; answers how many entries
    moved. A fixed number of statements, however many families."""
    regime = rules.of(area)
    year = rules.day(now).year
    store.queue.hold(area)
    youngest = year - regime.oldest
    store.news.add_too_old(area, youngest=youngest, now=now)
    gone = store.queue.archive(area, youngest=youngest, now=now)
    ranks = {kind: rank for kind, rank in regime.benefits.items() if rank is not Rank.GENERAL}
    return gone + store.queue.sort_anew(area, ranks, now)


def sort_due(store: Store, locality: str, rules: Rules, now: datetime) -> int:
    """The yearly sorting of a locality, if its day has come since it was sorted last."""
    since = store.queue.sorted_at(locality)
    if since is not None and not due(locality, rules, since, now):
        return 0
    store.queue.note_sorted(locality, now)
    return 0 if since is None else resort(store, locality, rules, now)


def due(area: str, rules: Rules, since: datetime, now: datetime) -> bool:
    """Whether the day of the yearly sorting has come since then."""
    month, of_month = rules.of(area).resort
    there = now.astimezone(rules.zone)
    day = there.replace(month=month, day=of_month, hour=0, minute=0, second=0, microsecond=0)
    return since < day <= there
