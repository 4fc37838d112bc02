"""The business identification number (БСН, БИН): `YYMM T S NNNNN K`, controlled as an IIN."""

from dataclasses import dataclass
from typing import Self

from domain.errors import Refusal
from domain.values.control import bare, control_digit, stranger

LENGTH = 12


@dataclass(eq=False)
class BinEmpty(Refusal):
    """Nothing was typed."""


@dataclass(eq=False)
class BinWrongCharacter(Refusal):
    """Something other than the digits 0-9; `character` is the first of them."""

    character: str


@dataclass(eq=False)
class BinTooShort(Refusal):
    """Fewer than 12 digits."""

    digits: int


@dataclass(eq=False)
class BinTooLong(Refusal):
    """More than 12 digits."""

    digits: int


@dataclass(eq=False)
class BinNotOrganisation(Refusal):
    """The fifth digit is not 4, 5 or 6, or the sixth is over 3: an IIN, most likely."""


@dataclass(eq=False)
class BinNoSuchMonth(Refusal):
    """The third and fourth digits are no month."""

    month: str


@dataclass(eq=False)
class BinNeverIssued(Refusal):
    """No control digit exists for the first eleven digits: such numbers are skipped."""


@dataclass(eq=False)
class BinWrongChecksum(Refusal):
    """The last digit does not follow from the others: there is a misprint somewhere."""


@dataclass(frozen=True, slots=True)
class Bin:
    text: str

    @classmethod
    def read(cls, raw: str) -> Self:
        """Refuses: BinEmpty, BinWrongCharacter, BinTooShort, BinTooLong, BinNoSuchMonth,
        BinNotOrganisation, BinNeverIssued, BinWrongChecksum."""
        number = _twelve(bare(raw))
        if number[4] not in "456" or number[5] not in "0123":
            raise BinNotOrganisation
        if not 1 <= int(number[2:4]) <= 12:
            raise BinNoSuchMonth(number[2:4])
        _hold_to_control(number)
        return cls(number)

    def __str__(self) -> str:
        return self.text


def _twelve(number: str) -> str:
    if not number:
        raise BinEmpty
    if character := stranger(number):
        raise BinWrongCharacter(character)
    if len(number) < LENGTH:
        raise BinTooShort(len(number))
    if len(number) > LENGTH:
        raise BinTooLong(len(number))
    return number


def _hold_to_control(number: str) -> None:
    control = control_digit(number[:-1])
    if control is None:
        raise BinNeverIssued
    if control != int(number[-1]):
        raise BinWrongChecksum
