"""The short number of an official notice: `4821 7365`. Eight figures, the last of which is made
from the others (Damm), so that no single wrong figure and no two swapped ones make another one."""

import re
import secrets

from domain.text import clean

DIGITS = 8
BETWEEN = re.compile(r"[\s.,;:/\-‐‑‒–—−№#]+")
TABLE = (
    "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
    "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
)  # fmt: skip
"""Damm's quasigroup of order 10 (dissertation, Marburg 2004)."""
SHOWN = re.compile(r"(?<![0-9])[0-9]{4} ?[0-9]{4}(?![0-9])")


def new() -> str:
    """A number nobody can guess the next of."""
    drawn = "".join(secrets.choice("0123456789") for _ in range(DIGITS - 1))
    return drawn + check(drawn)


def check(digits: str) -> str:
    """The figure that makes the whole pass."""
    interim = 0
    for digit in digits:
        interim = int(TABLE[interim][int(digit)])
    return str(interim)


def shown(number: str) -> str:
    """In two groups, as it stands in a notice."""
    return f"{number[:4]} {number[4:]}"


def typed(text: str) -> str | None:
    """The eight figures if that is all there is, right or wrong; else None."""
    digits = BETWEEN.sub("", clean(text))
    alike = len(digits) == DIGITS and digits.isascii() and digits.isdigit()
    return digits if alike else None


def right(number: str) -> bool:
    """Whether the last figure fits the others."""
    return check(number[:-1]) == number[-1]


def named_in(text: str) -> tuple[str, ...]:
    """The numbers a message names, as they could be ours."""
    found = (part.replace(" ", "") for part in SHOWN.findall(text))
    return tuple(dict.fromkeys(n for n in found if right(n)))
