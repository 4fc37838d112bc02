"""A text of several lines, as it will stand in a message."""

from dataclasses import dataclass
from itertools import groupby
from typing import Self

from domain.text import clean
from domain.values.lines import LineEmpty, LineTooLong, LineTooShort


@dataclass(frozen=True, slots=True)
class Passage:
    text: str

    @classmethod
    def read(cls, raw: str, *, least: int, most: int) -> Self:
        """Lines tidied one by one, at most one empty line between them. Refuses: LineEmpty,
        LineTooShort, LineTooLong."""
        lines = [clean(line) for line in raw.splitlines()]
        groups = [(full, list(same)) for full, same in groupby(lines, key=bool)]
        kept = [line for full, same in groups for line in (same if full else same[:1])]
        text = "\n".join(kept).strip()
        if not text:
            raise LineEmpty
        if len(text) < least:
            raise LineTooShort(len(text), least)
        if len(text) > most:
            raise LineTooLong(len(text), most)
        return cls(text)
