"""The pairing code a portal shows (`3870 3177 0024`): twelve digits, in whatever groups somebody
types them. What it opens is domain/links.py's business."""

import re

from domain.text import clean

DIGITS = 12
BETWEEN = re.compile(r"[\s.,;:/\-‐‑‒–—−]+")


def pairing_digits(text: str) -> str | None:
    """The twelve digits if that is all there is, else None. (An IIN looks alike.)"""
    digits = BETWEEN.sub("", clean(text))
    alike = len(digits) == DIGITS and digits.isascii() and digits.isdigit()
    return digits if alike else None
