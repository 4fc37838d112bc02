"""When a place may be expected, from the queue's own history; nothing is promised, and where there
is too little history nothing is said."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import ceil

LEAST_MONTHS = 3
"""Full months of history before anything is said."""
MOST_MONTHS = 12
"""Older ones tell little: groups are formed by the year."""
FARTHEST = 60
"""A forecast beyond five years says nothing about a kindergarten."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """In so many months at the pace of the better half of the year, and of the worse half; the
    second is None when in the worse half nobody left."""

    soonest: int
    latest: int | None


def forecast(place: int, left: Mapping[int, int], today: date) -> Forecast | None:
    """`left` is how many left the queue by month (`202611`). None: not enough history."""
    months = history(left, today)
    if len(months) < LEAST_MONTHS:
        return None
    months.sort(reverse=True)
    half = (len(months) + 1) // 2
    best, worst = months[:half], months[-half:]
    fast, slow = sum(best) / half, sum(worst) / half
    if not fast or place / fast > FARTHEST:
        return None
    latest = ceil(place / slow) if slow else None
    return Forecast(ceil(place / fast), latest if (latest or 0) <= FARTHEST else None)


def history(left: Mapping[int, int], today: date) -> list[int]:
    """Full months since anybody left at all, the last twelve; nobody leaving is a nought."""
    if not left:
        return []
    first = max(number(min(left)), today.year * 12 + today.month - 1 - MOST_MONTHS)
    return [left.get(month(n), 0) for n in range(first, today.year * 12 + today.month - 1)]


def number(when: int) -> int:
    """Months since the year nought of `202611`."""
    return when // 100 * 12 + when % 100 - 1


def month(n: int) -> int:
    return n // 12 * 100 + n % 12 + 1
