"""Sorting queues anew: once a year, and when a region's rules change. Classes are given again from
the benefits, children grown out of kindergartens leave; dates and tickets stay as they are."""

from datetime import datetime
from zoneinfo import ZoneInfo

from domain.queue.order import Rank
from domain.queue.windows import Regime
from domain.store import Store


def resort(store: Store, area: str, regime: Regime, zone: ZoneInfo, now: datetime) -> int:
    """Sorts every queue whose locality's KATO code begins with `area`; answers how many entries
    moved. A fixed number of statements, however many families."""
    year = now.astimezone(zone).year
    store.queue.hold(area)
    gone = store.queue.archive(area, youngest=year - regime.oldest, now=now)
    ranks = {kind: rank for kind, rank in regime.benefits.items() if rank is not Rank.GENERAL}
    return gone + store.queue.sort_anew(area, ranks, now)


def due(regime: Regime, since: datetime, now: datetime, zone: ZoneInfo) -> bool:
    """Whether the day of the yearly sorting has come since then."""
    there = now.astimezone(zone)
    day = there.replace(
        month=regime.resort[0], day=regime.resort[1], hour=0, minute=0, second=0, microsecond=0
    )
    return since < day <= there
