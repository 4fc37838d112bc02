"""Which table (CSV) staff have sent: each sort is known by the columns of its first line."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from domain.errors import Refusal
from domain.imports import separator, text_of
from domain.text import clean

ALIKE = 0.5
"""A first line with half the columns of a sort is meant as that sort: what it lacks is told."""


@dataclass(eq=False)
class TableOfNoSort(Refusal):
    """The first line fits no table that can be sent."""


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of table: its name in code, the columns it must have and those it may have."""

    kind: str
    needed: tuple[str, ...]
    optional: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        return self.needed + self.optional

    def likeness(self, header: Sequence[str]) -> float:
        """How much of what it must have a first line has, from 0 to 1."""
        return sum(name in header for name in self.needed) / len(self.needed)


def header(raw: bytes) -> list[str]:
    """The names of the columns, in small letters. Raises what is wrong with all of a file."""
    text = text_of(raw)
    try:
        line = next(csv.reader(text.splitlines()[:1], delimiter=separator(text)), [])
    except csv.Error:
        raise TableOfNoSort from None
    return [clean(cell).lower() for cell in line]


def sort_of(raw: bytes, sorts: Iterable[Sort]) -> Sort:
    """The sort a table is most like. Raises TableOfNoSort, and what is wrong with all of it."""
    named = header(raw)
    known = sorted(sorts, key=lambda s: s.likeness(named), reverse=True)
    best = known[0].likeness(named) if known else 0.0
    clear = [s for s in known if s.likeness(named) == best]
    if best < ALIKE or len(clear) > 1:
        raise TableOfNoSort
    return clear[0]


def written(sort: Sort, rows: Iterable[Mapping[str, str]], *, aside: Sequence[str] = ()) -> str:
    """A table of that sort; a cell that isn't said is empty. Between semicolons, as table programs
    set to Kazakh or Russian open it. Columns `aside` are for whoever reads it: nothing is made of
    them."""
    text = io.StringIO()
    columns = (*sort.columns, *aside)
    table = csv.DictWriter(text, columns, restval="", delimiter=";", lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    return text.getvalue()
