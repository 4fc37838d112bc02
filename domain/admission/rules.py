"""What an operator sets for admission: grades, languages, papers in force, the day for originals.

Sources: order 564 of 2018-10-12, kazakhstan.md §4. The rules change every year or two, so all of
it is read from a file (lists/pavlodar/admission.json)."""

from dataclasses import dataclass, field
from datetime import date

from domain import originals
from domain.days_off import DaysOff


@dataclass(frozen=True, slots=True)
class PaperRule:
    """A paper in force. One that isn't required may be left out; `grades` empty means all."""

    key: str
    required: bool = True
    grades: tuple[str, ...] = ()

    def asked_in(self, grade: str) -> bool:
        return not self.grades or grade in self.grades


@dataclass(frozen=True, slots=True)
class Window:
    """When applications to some grades are taken: (month, day) of the year the children start in.
    The first grade's is 1 April to 31 August (kazakhstan.md §4), by yearly announcements."""

    grades: tuple[str, ...]
    opens: tuple[int, int]
    closes: tuple[int, int]

    def days(self, season: int) -> tuple[date, date]:
        return date(season, *self.opens), date(season, *self.closes)


@dataclass(frozen=True, slots=True)
class Rules:
    """`season` is the year whose September the children start in, and `originals` the last day for
    the original papers in it, as (month, day). `decision_days` are working days."""

    season: int
    originals: tuple[int, int]
    decision_days: int
    grades: tuple[str, ...]
    languages: tuple[str, ...]
    papers: tuple[PaperRule, ...]
    windows: tuple[Window, ...] = ()
    days_off: DaysOff = field(default_factory=DaysOff)

    def season_on(self, day: date) -> int:
        """The year of the file, or the next one when its last day for originals is past."""
        season = max(self.season, day.year)
        return season if day <= self.last_day(season) else season + 1

    def shut(self, grade: str, season: int, day: date) -> tuple[date, date] | None:
        """From when to when the grade is applied for, if that isn't now; None if it is, or at any
        time."""
        for window in self.windows:
            opens, closes = window.days(season)
            if grade in window.grades and not opens <= day <= closes:
                return (opens, closes) if day < opens else window.days(season + 1)
        return None

    def last_day(self, season: int) -> date:
        """When the school must have the originals, and the season ends."""
        return originals.last_day(season, self.days_off, self.originals)
