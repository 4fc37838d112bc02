"""Registers of the state: a table of invented people for the sandbox, and silence where there is
no register to ask."""

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Literal

from adapters.fakes import ListedPeople
from domain.ports import Citizen, RegisterSilent, Residence


class NoRegister:
    """Nothing is connected: what a register would tell is asked for by hand."""

    async def person(self, iin: str) -> Citizen | None:
        raise RegisterSilent

    async def children(self, iin: str) -> Sequence[Citizen]:
        raise RegisterSilent

    async def address(self, iin: str) -> Residence | None:
        raise RegisterSilent

    async def paired(self, iin: str, phone: str) -> bool:
        raise RegisterSilent


def read_people(table: Path) -> ListedPeople:
    """Of a CSV table with the columns of `lists/register.csv`; what a cell holds several of is
    joined by `+`, and a phone begins with one."""
    people = ListedPeople()
    with table.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            people.add(
                citizen_of(row),
                parents=several(row["parents"]),
                phones=tuple(f"+{phone}" for phone in several(row["phones"])),
                residence=residence_of(row) if row["residence"] else None,
            )
    return people


def several(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("+") if part)


def citizen_of(row: dict[str, str]) -> Citizen:
    sex: Literal["male", "female"] = "female" if row["sex"] == "female" else "male"
    return Citizen(
        row["iin"],
        row["surname"],
        row["given"],
        row["patronymic"],
        date.fromisoformat(row["born"]),
        sex,
        several(row["statuses"]),
    )


def residence_of(row: dict[str, str]) -> Residence:
    until = date.fromisoformat(row["until"]) if row["residence"] == "temporary" else None
    return Residence(row["locality"], row["street"], row["house"], until)
