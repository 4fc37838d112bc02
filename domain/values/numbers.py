"""Whole numbers typed in figures."""

from dataclasses import dataclass
from typing import Self

from domain.errors import Refusal
from domain.text import clean

MINUSES = "-−–—"


@dataclass(eq=False)
class NumberEmpty(Refusal):
    """Nothing was typed."""


@dataclass(eq=False)
class NumberWrongCharacter(Refusal):
    """Something other than the digits 0-9; `character` is the first of them."""

    character: str


@dataclass(eq=False)
class NumberTooSmall(Refusal):
    least: int


@dataclass(eq=False)
class NumberTooBig(Refusal):
    most: int


@dataclass(frozen=True, slots=True)
class Whole:
    value: int

    @classmethod
    def read(cls, raw: str, *, least: int, most: int) -> Self:
        """A number from `least` to `most`, both included; spaces between digits are let be.
        Refuses: NumberEmpty, NumberWrongCharacter, NumberTooSmall, NumberTooBig."""
        digits = clean(raw).replace(" ", "").rstrip(".")
        if not digits.strip(MINUSES):
            raise NumberEmpty
        sign = -1 if digits[0] in MINUSES else 1
        digits = digits.lstrip(MINUSES)
        if strangers := [c for c in digits if c not in "0123456789"]:
            raise NumberWrongCharacter(strangers[0])
        return cls(_within(sign, digits.lstrip("0"), least=least, most=most))

    @property
    def text(self) -> str:
        return str(self.value)


def _within(sign: int, digits: str, *, least: int, most: int) -> int:
    # Python itself refuses to make a number of 4,300 digits: the length settles those first.
    value = sign * int(digits[: len(str(max(abs(least), abs(most)))) + 1] or "0")
    if value < least:
        raise NumberTooSmall(least)
    if value > most:
        raise NumberTooBig(most)
    return value
