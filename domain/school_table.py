"""Schools as an operator's table (CSV): read line by line, each line that is wrong named."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from domain.errors import Refusal
from domain.lists import Places
from domain.romanisation import romanised
from domain.text import clean

NEEDED = ("id", "locality", "name_kk", "languages")
LANGUAGES = frozenset(("kk", "ru", "en"))
LONGEST_ID = 24  # it goes into a button's data: 64 bytes, with form, field and draft
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class School:
    """`locality` is a KATO code; `languages` are those of instruction, in the order kk, ru, en."""

    id: str
    locality: str
    name_kk: str
    name_ru: str
    name_en: str
    languages: tuple[str, ...]

    @property
    def names(self) -> Mapping[str, str]:
        return {"kk": self.name_kk, "ru": self.name_ru, "en": self.name_en}


@dataclass(eq=False)
class SchoolTableWithoutColumns(Refusal):
    """The first line does not name these columns, separated by commas."""

    columns: str


@dataclass(eq=False)
class SchoolCellEmpty(Refusal):
    line: int
    column: str


@dataclass(eq=False)
class SchoolIdUnfit(Refusal):
    """An id is 1 to 24 Latin letters, digits and hyphens."""

    line: int
    id: str


@dataclass(eq=False)
class SchoolIdTwice(Refusal):
    """The id stands on an earlier line too."""

    line: int
    id: str


@dataclass(eq=False)
class SchoolPlaceUnknown(Refusal):
    """`locality` is no KATO code of the register."""

    line: int
    locality: str


@dataclass(eq=False)
class SchoolNameTooLong(Refusal):
    line: int
    most: int


@dataclass(eq=False)
class SchoolLanguagesUnknown(Refusal):
    """Languages are kk, ru, en or several of them with a plus: `kk+ru`."""

    line: int
    languages: str


@dataclass(eq=False)
class SchoolTableUnreadable(Refusal):
    """No table can be made out from this line on."""

    line: int


def read_schools(text: str, places: Places) -> tuple[tuple[School, ...], tuple[Refusal, ...]]:
    """The schools of the lines that are right, and what is wrong with each of the others. Columns
    may stand in any order, more of them are let be; the separator is a comma or a semicolon.
    A name missing in Russian is the Kazakh one; in English it is spelled in English letters."""
    schools: dict[str, School] = {}
    wrong: list[Refusal] = []
    for line, row in _lines(text):
        try:
            school = _school(line, row, places)
            if school.id in schools:
                raise SchoolIdTwice(line, school.id)
        except Refusal as refusal:
            wrong.append(refusal)
            continue
        schools[school.id] = school
    return tuple(schools.values()), tuple(wrong)


def _lines(text: str) -> Iterator[tuple[int, dict[str, str] | Refusal]]:
    """Tidied cells with the number of their line, as a table program shows it."""
    table = csv.reader(text.removeprefix("\ufeff").splitlines(), delimiter=_separator(text))
    try:
        columns = [clean(cell).lower() for cell in next(table, [])]
        if missing := [c for c in NEEDED if c not in columns]:
            yield 1, SchoolTableWithoutColumns(", ".join(missing))
            return
        for cells in table:
            if any(map(clean, cells)):
                yield table.line_num, dict(zip(columns, map(clean, cells), strict=False))
    except csv.Error:
        yield table.line_num, SchoolTableUnreadable(table.line_num)


def _separator(text: str) -> str:
    first = text.partition("\n")[0]
    return ";" if first.count(";") > first.count(",") else ","


def _school(line: int, row: dict[str, str] | Refusal, places: Places) -> School:
    if isinstance(row, Refusal):
        raise row
    for column in NEEDED:
        if not row.get(column):
            raise SchoolCellEmpty(line, column)
    if not re.fullmatch(rf"[A-Za-z0-9-]{{1,{LONGEST_ID}}}", row["id"]):
        raise SchoolIdUnfit(line, row["id"])
    if not places.has(row["locality"]):
        raise SchoolPlaceUnknown(line, row["locality"])
    kk = row["name_kk"]
    names = (kk, row.get("name_ru") or kk, row.get("name_en") or romanised(kk))
    if max(map(len, names)) > LONGEST_NAME:
        raise SchoolNameTooLong(line, LONGEST_NAME)
    return School(row["id"], row["locality"], *names, _languages(line, row["languages"]))


def _languages(line: int, typed: str) -> tuple[str, ...]:
    said = {part.strip().lower() for part in typed.split("+")}
    if not said <= LANGUAGES:
        raise SchoolLanguagesUnknown(line, typed)
    return tuple(lang for lang in ("kk", "ru", "en") if lang in said)
