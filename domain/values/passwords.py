"""Passwords of portals: what a rule asks for and what a typed one lacks. Never kept here."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from domain.errors import Refusal

KINDS: dict[str, Callable[[str], bool]] = {
    "upper": str.isupper,
    "lower": str.islower,
    "digit": lambda c: "0" <= c <= "9",
    "special": lambda c: not c.isalnum() and not c.isspace(),
}
"""What a character may be, in any alphabet; the order is that of the portals' own lists."""


@dataclass(eq=False)
class PasswordEmpty(Refusal):
    """Nothing was typed."""


@dataclass(eq=False)
class PasswordLacks(Refusal):
    """`parts` are codes out of length, upper, lower, digit, special: each is to be named."""

    parts: tuple[str, ...]
    least: int


@dataclass(eq=False)
class PasswordTooLong(Refusal):
    characters: int
    most: int


@dataclass(eq=False)
class PasswordUnreadable(Refusal):
    """It holds something no keyboard types (controls, lone surrogates): it could not be typed
    again on another device."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a portal asks of a password."""

    least: int = 8
    most: int = 128
    kinds: tuple[str, ...] = ("upper", "lower", "digit", "special")

    def missing_parts(self, raw: str) -> tuple[str, ...]:
        """The codes of what is missing: "length", then those of `kinds`, in their order."""
        length = () if len(_composed(raw)) >= self.least else ("length",)
        return length + tuple(kind for kind in self.kinds if not any(map(KINDS[kind], raw)))

    def read(self, raw: str) -> str:
        """The password with its letters composed (NFC), so that й from any phone is one й; else
        as typed, spaces included. Refuses: PasswordEmpty, PasswordUnreadable, PasswordTooLong,
        PasswordLacks."""
        text = _composed(raw)
        if not text:
            raise PasswordEmpty
        if any(unicodedata.category(c) in {"Cc", "Cs"} for c in text):
            raise PasswordUnreadable
        if len(text) > self.most:
            raise PasswordTooLong(len(text), self.most)
        if parts := self.missing_parts(text):
            raise PasswordLacks(parts, self.least)
        return text


USUAL = Rules()
"""What most portals ask; a portal that differs has its own in its own file."""


def missing_parts(raw: str, rules: Rules = USUAL) -> tuple[str, ...]:
    """What a password lacks by these rules."""
    return rules.missing_parts(raw)


def _composed(raw: str) -> str:
    return unicodedata.normalize("NFC", raw)
