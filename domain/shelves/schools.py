"""Schools of the reference list."""

from collections.abc import Iterable, Mapping
from typing import Protocol


class SchoolsShelf(Protocol):
    def put(self, rows: "Iterable[Mapping[str, str]]") -> None: ...
