"""Which days are worked in Kazakhstan. The government moves days off by decree, so the table is a
list that an operator edits (lists/days_off.csv)."""

from dataclasses import dataclass
from datetime import date, timedelta

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class DaysOff:
    """`off` are holidays and days moved to a weekday, `worked` weekend days that are worked."""

    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()

    def working(self, day: date) -> bool:
        if day in self.worked:
            return True
        return day.weekday() < SATURDAY and day not in self.off

    def last_working_day(self, until: date) -> date:
        """The day itself, or the last one worked before it."""
        while not self.working(until):
            until -= timedelta(days=1)
        return until
