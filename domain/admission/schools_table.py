"""Cells that the tables of admission share, and the table of the schools themselves."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from domain.admission.desk import Officer
from domain.admission.vacancies import Office
from domain.errors import Refusal
from domain.imports import Column, Preview, Row, read_table

NAME = "name"
"""A column of the samples that says which school an id is; nothing is made of it."""
LARGEST = 9999
"""Places of a grade, or houses of a street."""
SHOWN = 40


@dataclass(eq=False)
class SchoolUnknown(Refusal):
    """No school that admits here has this id."""

    school: str


@dataclass(eq=False)
class SchoolNotYours(Refusal):
    """The school lies outside the area of whoever sends the table."""

    school: str


@dataclass(eq=False)
class NotANumber(Refusal):
    """A whole number is needed, 0 or more."""

    text: str


@dataclass(eq=False)
class RowTwice(Refusal):
    """An earlier line says the same."""


def whole(text: str) -> int:
    small = text.isascii() and text.isdigit() and len(text) <= len(str(LARGEST))
    if not small:
        raise NotANumber(text[:SHOWN])
    return int(text)


def refuse_others(offices: Mapping[str, Office], by: Officer, school: str) -> None:
    """Raises SchoolUnknown and SchoolNotYours."""
    office = offices.get(school)
    if office is None:
        raise SchoolUnknown(school[:SHOWN])
    if not by.decides(office.locality):
        raise SchoolNotYours(school)


def read_offices(raw: bytes, listed: Collection[str]) -> Preview:
    """The schools that admit here, as the operator writes them; `listed` are all schools."""
    seen: set[str] = set()

    def check(row: Row) -> None:
        if row["school"] not in listed:
            raise SchoolUnknown(row["school"][:SHOWN])
        if row["school"] in seen:
            raise RowTwice
        seen.add(row["school"])

    columns = (
        Column("school", str),
        Column("address_kk", str),
        Column("address_ru", str),
        Column("phone", str),
    )
    return read_table(raw, columns, check)


def as_office(row: Row) -> Office:
    """In English an address is written as it stands on the street: in Kazakh."""
    address = {"kk": row["address_kk"], "ru": row["address_ru"], "en": row["address_kk"]}
    return Office(row["school"], "", {}, address, row["phone"])
