"""Schools as pupils choose them: loaded by the operator, asked for when one is missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from domain.forms.model import Choice
from domain.people import AccountId, PersonId

UNLISTED = "unlisted"
"""The choice of somebody whose school is not in the list."""


@dataclass(frozen=True, slots=True)
class SchoolRequest:
    """A school somebody said is missing, as staff see it."""

    id: int
    person: PersonId
    account: AccountId | None
    locality: str
    name: str


class SchoolList:
    """The schools of every locality, in memory; replaced as a whole when they change."""

    def __init__(self) -> None:
        self.by_locality: dict[str, tuple[Choice, ...]] = {}
        self.names: dict[str, Mapping[str, str]] = {}

    def replace(self, schools: Iterable[tuple[str, str, Mapping[str, str]]]) -> None:
        """Takes (id, locality, names by language) of all schools."""
        found: dict[str, list[Choice]] = {}
        names: dict[str, Mapping[str, str]] = {}
        for number, locality, named in schools:
            names[number] = named
            found.setdefault(locality, []).append(Choice(number, names=named))
        self.names = names
        self.by_locality = {place: tuple(choices) for place, choices in found.items()}

    def choices(self, locality: str) -> tuple[Choice, ...]:
        """Schools of a locality, and last of all the one that is not listed."""
        return (*self.by_locality.get(locality, ()), Choice(UNLISTED, words="school-unlisted"))
