"""Choices that come from reference lists: regions, districts, localities, schools."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Protocol

from domain.forms.kinds import OneOf
from domain.forms.model import Choice
from domain.schools import SchoolList


class Listed(Protocol):
    """A place or another thing of a list."""

    @property
    def kato(self) -> str: ...

    @property
    def names(self) -> Mapping[str, str]: ...


class Atlas(Protocol):
    """Regions, their districts, the localities in those; and the cities by themselves."""

    def regions(self) -> Sequence[Listed]: ...

    def cities(self) -> Sequence[Listed]: ...

    def districts(self, region: str) -> Sequence[Listed]: ...

    def localities(self, district: str) -> Sequence[Listed]: ...

    def place(self, kato: str) -> Listed: ...

    def queue_of(self, kato: str) -> str: ...


def as_choices(places: Sequence[Listed]) -> tuple[Choice, ...]:
    return tuple(Choice(p.kato, names=p.names) for p in places)


class PlaceChoices:
    """The kinds of the address questions; lists are made once and kept."""

    def __init__(self, atlas: Atlas, schools: SchoolList) -> None:
        regions = as_choices(atlas.regions())
        districts = lru_cache(maxsize=64)(lambda code: as_choices(atlas.districts(code)))
        localities = lru_cache(maxsize=512)(lambda code: as_choices(atlas.localities(code)))
        self.atlas = atlas
        self.region = OneOf(regions)
        self.city = OneOf(as_choices(atlas.cities()))
        self.districts = districts
        self.localities = localities
        self.district = OneOf(lambda before: districts(before["region"]))
        self.locality = OneOf(lambda before: localities(before["district"]))
        self.school = OneOf(lambda before: schools.choices(before["locality"]))
