"""Catchment areas: which school serves an address."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from domain.values.streets import house_number

Side: TypeAlias = Literal["all", "odd", "even"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Houses of a street that one school serves: from `first` to `last`, both included, of one
    side or both. Without numbers the whole street."""

    locality: str
    street: str
    school: str
    side: Side = "all"
    first: int | None = None
    last: int | None = None

    def holds(self, house: int | None) -> bool:
        if self.whole:
            return True
        if house is None:
            return False
        if self.side != "all" and (house % 2 == 1) != (self.side == "odd"):
            return False
        return (self.first or 0) <= house <= (self.last or house)

    @property
    def whole(self) -> bool:
        return self.side == "all" and self.first is None and self.last is None


def school_of(stretches: Iterable[Stretch], house: str) -> str | None:
    """The school of a house among the stretches of its street: the narrowest one that holds it."""
    number = house_number(house)
    holding = [s for s in stretches if s.holds(number)]
    return min(holding, key=width).school if holding else None


def width(stretch: Stretch) -> tuple[bool, int, bool]:
    span = (stretch.last or 99_999) - (stretch.first or 0)
    return stretch.whole, span, stretch.side == "all"
