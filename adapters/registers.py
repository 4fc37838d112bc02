"""Registers of persons: a list of invented people for the sandbox, and silence where there is no
register to ask."""

import csv
from collections.abc import Mapping
from pathlib import Path


class NoRegister:
    """Knows nobody: every question is put to the person."""

    async def person(self, iin: str) -> Mapping[str, str] | None:
        return None


class ListedPeople:
    """People of a CSV table with the columns iin, surname, given, patronymic."""

    def __init__(self, table: Path) -> None:
        with table.open(encoding="utf-8", newline="") as lines:
            self.people = {row.pop("iin"): row for row in csv.DictReader(lines)}

    async def person(self, iin: str) -> Mapping[str, str] | None:
        return self.people.get(iin)
