"""The individual identification number (ЖСН, ИИН): twelve digits, `YYMMDD C NNNN K`.

The control digit is held to; the birth date and sex in it are not: since Government decree 853 of
2013-08-26 they need not be the person's. `differs_from` says where they part, for a warning.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, Self

from domain.errors import Refusal
from domain.values.control import bare, control_digit, stranger

Sex = Literal["male", "female"]

LENGTH = 12
# The seventh digit: century and sex. 0 is met on numbers of non-residents; 7-9 are unassigned.
CENTURIES = {"1": 1800, "2": 1800, "3": 1900, "4": 1900, "5": 2000, "6": 2000}
SEXES: dict[str, Sex] = {
    "1": "male", "2": "female", "3": "male", "4": "female", "5": "male", "6": "female",
}  # fmt: skip


@dataclass(eq=False)
class IinEmpty(Refusal):
    """Nothing was typed."""


@dataclass(eq=False)
class IinWrongCharacter(Refusal):
    """Something other than the digits 0-9; `character` is the first of them."""

    character: str


@dataclass(eq=False)
class IinTooShort(Refusal):
    """Fewer than 12 digits."""

    digits: int


@dataclass(eq=False)
class IinTooLong(Refusal):
    """More than 12 digits."""

    digits: int


@dataclass(eq=False)
class IinNoSuchDate(Refusal):
    """The first six digits are no date (year, month, day) that ever was."""

    digits: str


@dataclass(eq=False)
class IinWrongSeventhDigit(Refusal):
    """The seventh digit is 7, 8 or 9, which nobody has."""

    digit: str


@dataclass(eq=False)
class IinOfNonResident(Refusal):
    """The seventh digit is 0: right only for a non-resident, otherwise to be looked at again."""


@dataclass(eq=False)
class IinNeverIssued(Refusal):
    """No control digit exists for the first eleven digits: such numbers are skipped."""


@dataclass(eq=False)
class IinWrongChecksum(Refusal):
    """The last digit does not follow from the others: there is a misprint somewhere."""


@dataclass(frozen=True, slots=True, repr=False)
class Iin:
    """A number that passed every check. Its `repr` hides it, so it never gets into a log."""

    text: str

    @classmethod
    def read(cls, raw: str) -> Self:
        """Refuses: IinEmpty, IinWrongCharacter, IinTooShort, IinTooLong, IinWrongSeventhDigit,
        IinOfNonResident, IinNoSuchDate, IinNeverIssued, IinWrongChecksum."""
        number = cls.read_foreign(raw)
        if number.text[6] == "0":
            raise IinOfNonResident
        return number

    @classmethod
    def read_foreign(cls, raw: str) -> Self:
        """As `read`, for somebody who said to be a non-resident: a seventh digit 0 is right."""
        number = _twelve(bare(raw))
        if number[6] in "789":
            raise IinWrongSeventhDigit(number[6])
        if _born(number) is None:
            raise IinNoSuchDate(number[:6])
        _hold_to_control(number)
        return cls(number)

    @property
    def born(self) -> date | None:
        """The date in the number; None where the century is not told (seventh digit 0)."""
        return None if self.text[6] == "0" else _born(self.text)

    @property
    def sex(self) -> Sex | None:
        return SEXES.get(self.text[6])

    @property
    def masked(self) -> str:
        return f"{self.text[:2]}********{self.text[-2:]}"

    def differs_from(self, *, born: date | None, sex: Sex | None) -> tuple[str, ...]:
        """Which of "born" and "sex" are not as the number has them. What is unknown never
        differs. A reason to warn, not to refuse."""
        pairs = {"born": (self.born, born), "sex": (self.sex, sex)}
        return tuple(k for k, (a, b) in pairs.items() if a and b and a != b)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Iin({self.masked})"


def _twelve(number: str) -> str:
    if not number:
        raise IinEmpty
    if character := stranger(number):
        raise IinWrongCharacter(character)
    if len(number) < LENGTH:
        raise IinTooShort(len(number))
    if len(number) > LENGTH:
        raise IinTooLong(len(number))
    return number


def _born(number: str) -> date | None:
    century = CENTURIES.get(number[6], 2000)  # 2000 is a leap year: any 29 February passes
    try:
        return date(century + int(number[:2]), int(number[2:4]), int(number[4:6]))
    except ValueError:
        return None


def _hold_to_control(number: str) -> None:
    control = control_digit(number[:-1])
    if control is None:
        raise IinNeverIssued
    if control != int(number[-1]):
        raise IinWrongChecksum
