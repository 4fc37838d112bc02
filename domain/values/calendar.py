"""Ages and working days. Which days are holidays is passed in: the government moves them."""

from collections.abc import Collection
from datetime import date, timedelta

SATURDAY = 5


def age_on(day: date, *, born: date) -> int:
    """Full years on that day; somebody born on 29 February is a year older on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def is_day_off(day: date, holidays: Collection[date] = ()) -> bool:
    return day.weekday() >= SATURDAY or day in holidays


def working_day_by(day: date, holidays: Collection[date] = ()) -> date:
    """The day itself if it is a working one, otherwise the last working day before it: what a
    deadline on a Sunday means for those who must come in person."""
    while is_day_off(day, holidays):
        day -= timedelta(days=1)
    return day


def working_day_before(day: date, holidays: Collection[date] = ()) -> date:
    """The last working day strictly before that day."""
    return working_day_by(day - timedelta(days=1), holidays)
