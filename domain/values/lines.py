"""A line of free text."""

from dataclasses import dataclass
from typing import Self

from domain.errors import Refusal
from domain.text import clean


@dataclass(eq=False)
class LineEmpty(Refusal):
    """Nothing was typed, or nothing that can be seen."""


@dataclass(eq=False)
class LineTooShort(Refusal):
    """`characters` were typed, `least` are needed."""

    characters: int
    least: int


@dataclass(eq=False)
class LineTooLong(Refusal):
    """`characters` were typed, `most` fit."""

    characters: int
    most: int


@dataclass(frozen=True, slots=True)
class Line:
    text: str

    @classmethod
    def read(cls, raw: str, *, least: int = 1, most: int = 200) -> Self:
        """One line of `least` to `most` characters after `clean`; new lines become spaces.
        Refuses: LineEmpty, LineTooShort, LineTooLong."""
        text = clean(raw)
        if not text:
            raise LineEmpty
        if len(text) < least:
            raise LineTooShort(len(text), least)
        if len(text) > most:
            raise LineTooLong(len(text), most)
        return cls(text)
