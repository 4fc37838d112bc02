"""Where there is room: places of a grade and language in a school, and how many are taken."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wish:
    """Where a child is to be taught, and how."""

    season: int
    school: str
    grade: str
    language: str


@dataclass(frozen=True, slots=True)
class Vacancy:
    """Places of one grade taught in one language, for the children of one season."""

    season: int
    school: str
    grade: str
    language: str
    places: int
    taken: int = 0

    @property
    def free(self) -> int:
        return max(0, self.places - self.taken)


@dataclass(frozen=True, slots=True)
class Office:
    """A school that admits here: its names, its place (KATO), where to go, and whom to call."""

    school: str
    locality: str
    names: Mapping[str, str]
    address: Mapping[str, str]
    phone: str
