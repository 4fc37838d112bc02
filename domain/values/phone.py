"""Mobile phones of Kazakhstan, in any format people write them. Kept as E.164: `+77071234567`."""

import re
from dataclasses import dataclass
from typing import Self

import phonenumbers
from phonenumbers import PhoneNumberType

from domain.errors import Refusal
from domain.text import clean, digits_of

# Eleven digits with the country code 7, shared with Russia; at home 8 is said instead of +7.
LENGTH = 11
LABEL = re.compile(
    r"^(?:(?:ұялы|моб|сот|тел|нөмір|номер|phone|mobile|tel|whats\s?app|в[ао]тсап)[^\W\d]*|[№.:,;\s])+",
    re.IGNORECASE,
)
REAL = (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE)
BETWEEN = re.compile(r"[\s.,;:()\[\]/\-‐‑‒–—−]+")


@dataclass(eq=False)
class PhoneEmpty(Refusal):
    """Nothing was typed."""


@dataclass(eq=False)
class PhoneWrongCharacter(Refusal):
    """Something that no phone number has; `character` is the first of them."""

    character: str


@dataclass(eq=False)
class PhoneTooShort(Refusal):
    """Fewer digits than a number has; `digits` of the 11 were typed."""

    digits: int


@dataclass(eq=False)
class PhoneTooLong(Refusal):
    """More digits than a number has: two numbers at once, or a slip; `digits` were typed."""

    digits: int


@dataclass(eq=False)
class PhoneForeign(Refusal):
    """A number of another country (Russian ones begin with +7 9 or +7 3, 4, 8)."""


@dataclass(eq=False)
class PhoneLandline(Refusal):
    """A home or office phone of Kazakhstan: no message reaches it."""


@dataclass(eq=False)
class PhoneNotMobile(Refusal):
    """A number of Kazakhstan whose `code` belongs to no mobile operator."""

    code: str


@dataclass(frozen=True, slots=True, repr=False)
class Phone:
    """A mobile number of Kazakhstan. Its `repr` hides it, so it never gets into a log."""

    text: str

    @classmethod
    def read(cls, raw: str) -> Self:
        """Refuses: PhoneEmpty, PhoneWrongCharacter, PhoneTooShort, PhoneTooLong, PhoneForeign,
        PhoneLandline, PhoneNotMobile."""
        digits = _whole(_bare(raw))
        match _sort(digits):
            case PhoneNumberType.MOBILE:
                return cls(f"+{digits}")
            case PhoneNumberType.FIXED_LINE:
                raise PhoneLandline
            case _:
                raise PhoneNotMobile(digits[1:4])

    @property
    def spaced(self) -> str:
        """For reading aloud and checking: `+7 707 123 45 67`."""
        t = self.text
        return f"{t[:2]} {t[2:5]} {t[5:8]} {t[8:10]} {t[10:]}"

    @property
    def masked(self) -> str:
        """For showing where others may look: `+7 707 *** ** 67`."""
        return masked_phone(self.text)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Phone({self.masked})"


def masked_phone(text: str) -> str:
    """An E.164 number with its middle hidden; one of another length keeps two digits only."""
    shown = f"{text[:2]} {text[2:5]} " if len(text) == LENGTH + 1 else ""
    return f"{shown}*** ** {text[-2:]}"


def _bare(raw: str) -> str:
    """Digits, with + before them if it was typed or meant (00, 810)."""
    number = BETWEEN.sub("", LABEL.sub("", clean(raw)))
    if not number.strip("+"):
        raise PhoneEmpty
    digits = number.removeprefix("+")
    if strangers := [c for c in digits if c not in "0123456789"]:
        raise PhoneWrongCharacter(strangers[0])
    return number


def _whole(number: str) -> str:
    """Eleven digits beginning with 7."""
    number = re.sub(r"^(?:00|810)(?=[1-9]\d{9})", "+", number)
    digits = digits_of(number)
    if number[0] == "+" and (digits[:1] not in {"7", "8"} or _far(digits)):
        raise PhoneForeign
    if len(digits) == LENGTH - 1 and _without_code(digits):
        digits = f"7{digits}"
    if len(digits) < LENGTH:
        raise PhoneTooShort(len(digits))
    if len(digits) > LENGTH:
        raise PhoneTooLong(len(digits))
    if digits[0] not in "78" or digits[1] in "3489":
        raise PhoneForeign
    return f"7{digits[1:]}"


def _far(digits: str) -> bool:
    """China, Vietnam, Japan …: their codes begin with 8, and only `+8 7…` can be a slip for 8."""
    return digits[0] == "8" and digits[1:2] != "7"


def _without_code(digits: str) -> bool:
    return digits[0] == "9" or (digits[0] == "7" and _sort(f"7{digits}") in REAL)


def _sort(digits: str) -> int:
    return phonenumbers.number_type(phonenumbers.parse(f"+{digits}"))
