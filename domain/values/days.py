"""Days as people type them: figures in any order in use, months named in three languages.

Never reads a clock: whoever asks says what day it is.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

from domain.errors import Refusal
from domain.text import clean, layouts
from domain.values.months import month_of

OLDEST_YEARS = 120  # nobody alive was born earlier
LONGEST = 60  # characters; a date with all its words takes half of that

PIECES = re.compile(r"[0-9]+|[^\W\d_]+|\S")
BETWEEN = frozenset(".,/-‐‑‒–—−\\")
# «2019 ж.», «2019 жылғы», «2019 г.», «15th of», «15-е», «15-ші»: nothing is lost without them.
EXTRAS = frozenset(
    ("ж", "жыл", "жылы", "жылғы", "жылдың", "г", "год", "года", "year", "of", "the", "st", "nd",
     "rd", "th", "го", "ого", "е", "ое", "ші", "шы", "і", "ы", "сі", "сы")
)  # fmt: skip


@dataclass(eq=False)
class DayEmpty(Refusal):
    """Nothing was typed."""


@dataclass(eq=False)
class DayNotADate(Refusal):
    """No day, month and year could be made out."""


@dataclass(eq=False)
class DayWithoutYear(Refusal):
    """A day and a month without a year."""


@dataclass(eq=False)
class DayNoSuchDate(Refusal):
    """The calendar has no such day (31.02, month 13); `understood` is DD.MM.YYYY as it was read,
    text, since no date can hold it."""

    understood: str


@dataclass(eq=False)
class DayInFuture(Refusal):
    """`day` is still to come, where it must have been."""

    day: date


@dataclass(eq=False)
class DayInPast(Refusal):
    """`day` has been, where it must be still to come."""

    day: date


@dataclass(eq=False)
class DayTooLongAgo(Refusal):
    """`day` is before `earliest`."""

    day: date
    earliest: date


@dataclass(frozen=True, slots=True)
class Day:
    on: date

    @classmethod
    def read(cls, raw: str) -> Self:
        """Any day; a year of two figures is in this century. The day stands before the month,
        unless the year comes first or the month is a word. Refuses: DayEmpty, DayNotADate,
        DayWithoutYear, DayNoSuchDate."""
        day, month, year = _parts(raw)
        return cls(_existing(day, month, int(year) + (2000 if len(year) == 2 else 0)))

    @classmethod
    def read_birth(cls, raw: str, *, today: date) -> Self:
        """A birth date; of a year of two figures the latest that is not after `today` is meant
        (`19` is 2019, `85` is 1985). Refuses as `read`, and DayInFuture, DayTooLongAgo."""
        day, month, year = _parts(raw)
        if len(year) == 2:
            year = str(_past_year(int(year), today))
        born = _existing(day, month, int(year))
        earliest = date(today.year - OLDEST_YEARS, 1, 1)
        if born > today:
            raise DayInFuture(born)
        if born < earliest:
            raise DayTooLongAgo(born, earliest)
        return cls(born)

    @classmethod
    def read_ahead(cls, raw: str, *, today: date) -> Self:
        """A day to come, today included. Refuses as `read`, and DayInPast."""
        day = cls.read(raw)
        if day.on < today:
            raise DayInPast(day.on)
        return day

    @property
    def text(self) -> str:
        """As it is kept: `2019-08-15`. Reading that gives the same day."""
        return self.on.isoformat()

    def __str__(self) -> str:
        return self.text


def _past_year(two_figures: int, today: date) -> int:
    this_century = today.year // 100 * 100 + two_figures
    return this_century if this_century <= today.year else this_century - 100


def _existing(day: int, month: int, year: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise DayNoSuchDate(f"{day:02}.{month:02}.{year:04}") from None


def _parts(raw: str) -> tuple[int, int, str]:
    """Day, month and the year as typed (its two figures mean different things to different
    readers), on the first keyboard that makes sense of it."""
    text = clean(raw)
    if not text:
        raise DayEmpty
    if len(text) > LONGEST:
        raise DayNotADate
    for reading in layouts(text):
        figures, words = _pieces(reading)
        if parts := _of_figures(figures) if not words else _with_month(figures, words):
            return parts
    raise _missing(*_pieces(text))


def _pieces(text: str) -> tuple[list[str], list[str]]:
    """The figures of a text, and whatever is neither figures nor to be passed over."""
    pieces = [p for p in PIECES.findall(text) if p not in BETWEEN and p.lower() not in EXTRAS]
    figures = [p for p in pieces if p.isascii() and p.isdigit()]
    return figures, [p for p in pieces if p not in figures]


def _of_figures(figures: list[str]) -> tuple[int, int, str] | None:
    match [*map(len, figures)]:
        case [1 | 2, 1 | 2, 2 | 4]:
            return int(figures[0]), int(figures[1]), figures[2]
        case [4, 1 | 2, 1 | 2]:
            return int(figures[2]), int(figures[1]), figures[0]
        case [6 | 8]:
            return _run_together(figures[0])
    return None


def _run_together(figures: str) -> tuple[int, int, str]:
    """`15082019`, `150819`; also `20190815`, where that is not the 20th of a month 19."""
    if len(figures) == 8 and int(figures[2:4]) > 12 and int(figures[4:6]) <= 12:
        return int(figures[6:]), int(figures[4:6]), figures[:4]
    return int(figures[:2]), int(figures[2:4]), figures[4:]


def _with_month(figures: list[str], words: list[str]) -> tuple[int, int, str] | None:
    month = month_of(words[0]) if len(words) == 1 else None
    match [*map(len, figures)]:
        case [1 | 2, 2 | 4] if month:
            return int(figures[0]), month, figures[1]
        case [4, 1 | 2] if month:
            return int(figures[1]), month, figures[0]
    return None


def _missing(figures: list[str], words: list[str]) -> Refusal:
    lengths = [*map(len, figures)]
    if not words and lengths in ([1, 1], [1, 2], [2, 1], [2, 2]):
        return DayWithoutYear()
    if len(words) == 1 and month_of(words[0]) and lengths in ([1], [2]):
        return DayWithoutYear()
    return DayNotADate()
