"""Times of day as people type them: `10:00`, `10.00`, `1000`, `сағат 10`, `в 10 ч 30 мин`,
`3 pm`."""

import re
from dataclasses import dataclass
from datetime import time
from typing import Self

from domain.errors import Refusal
from domain.text import clean

PIECES = re.compile(r"[0-9]+|[^\W\d_]+|\S")
BETWEEN = frozenset(".,:;-‐‑‒–—−")
WORDS = frozenset(
    ("сағат", "сағ", "с", "минут", "мин", "м", "час", "часа", "часов", "ч", "в", "at", "h",
     "hours", "min", "minutes")
)  # fmt: skip
AFTERNOON, MORNING = "pm", "am"
LONGEST = 40


@dataclass(eq=False)
class TimeNotATime(Refusal):
    """No hours and minutes could be made out."""


@dataclass(eq=False)
class TimeNoSuch(Refusal):
    """No day has such a time; `understood` is how it was read."""

    understood: str


@dataclass(frozen=True, slots=True)
class DayTime:
    at: time

    @classmethod
    def read(cls, raw: str) -> Self:
        """Hours, or hours and minutes. Refuses: TimeNotATime, TimeNoSuch."""
        figures, words = pieces(clean(raw)[: LONGEST + 1])
        if set(words) - WORDS - {AFTERNOON, MORNING}:
            raise TimeNotATime
        hour, minute = parts(figures)
        if AFTERNOON in words and hour < 12:
            hour += 12
        if hour > 23 or minute > 59:
            raise TimeNoSuch(f"{hour:02}:{minute:02}")
        return cls(time(hour, minute))

    @property
    def text(self) -> str:
        """As it is kept: `09:30`. Reading that gives the same time."""
        return f"{self.at:%H:%M}"


def pieces(text: str) -> tuple[list[str], list[str]]:
    found = [p.lower() for p in PIECES.findall(text) if p not in BETWEEN]
    figures = [p for p in found if p.isascii() and p.isdigit()]
    return figures, [p for p in found if p not in figures]


def parts(figures: list[str]) -> tuple[int, int]:
    match [*map(len, figures)]:
        case [1 | 2]:
            return int(figures[0]), 0
        case [1 | 2, 1 | 2]:
            return int(figures[0]), int(figures[1])
        case [3 | 4]:
            return int(figures[0][:-2]), int(figures[0][-2:])
    raise TimeNotATime
