"""Tables (CSV) of admission: the schools, their catchment areas, their places. Read, compared with
what is there, and shown before anything is changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from domain.admission.catchment import Side, Stretch
from domain.admission.vacancies import Office, Vacancy
from domain.errors import Refusal
from domain.imports import Column, Preview, Row, read_table
from domain.store import Store
from domain.values.streets import street_key

VACANCIES: Final = "admission.places"
CATCHMENT: Final = "admission.catchment"
SIDES: Mapping[str, Side] = {"all": "all", "odd": "odd", "even": "even"}
MOST_PLACES = 2000


@dataclass(eq=False)
class SchoolUnknown(Refusal):
    """No school that admits here has this id."""

    school: str


@dataclass(eq=False)
class NotANumber(Refusal):
    """A whole number is needed, 0 or more."""

    text: str


@dataclass(eq=False)
class SideUnknown(Refusal):
    """A side of a street is `all`, `odd` or `even`."""

    text: str


@dataclass(eq=False)
class GradeUnknown(Refusal):
    """The rules in force have no such grade or language."""

    text: str


@dataclass(eq=False)
class FewerThanTaken(Refusal):
    """More children are accepted already than the table has places."""

    taken: int


@dataclass(eq=False)
class RowTwice(Refusal):
    """An earlier line says the same."""


@dataclass(eq=False)
class HousesBackwards(Refusal):
    """The last house comes before the first."""


@dataclass(frozen=True, slots=True)
class Planned:
    """What a table would do: lines that are new, that change something, that say what is known;
    and what is wrong. `rows` are ready to be put."""

    rows: Sequence[Any]
    new: int
    changed: int
    same: int
    preview: Preview


def whole(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or int(text) > MOST_PLACES:
        raise NotANumber(text[:20])
    return int(text)


def side(text: str) -> Side:
    if text.lower() not in SIDES:
        raise SideUnknown(text[:20])
    return SIDES[text.lower()]


def plan_vacancies(
    store: Store, raw: bytes, grades: Sequence[str], languages: Sequence[str]
) -> Planned:
    """Places by school, grade and language. Never fewer than are taken."""
    known = {(v.school, v.grade, v.language): v for v in store.admission.all_vacancies()}
    offices = store.admission.offices()
    seen: set[tuple[str, str, str]] = set()

    def check(row: Row) -> None:
        key = (row["school"], row["grade"], row["language"])
        if row["school"] not in offices:
            raise SchoolUnknown(row["school"])
        if row["grade"] not in grades or row["language"] not in languages:
            raise GradeUnknown(f"{row['grade']} {row['language']}")
        if key in seen:
            raise RowTwice
        seen.add(key)
        if key in known and known[key].taken > row["places"]:
            raise FewerThanTaken(known[key].taken)

    columns = (
        Column("school", str),
        Column("grade", str),
        Column("language", str),
        Column("places", whole),
    )
    preview = read_table(raw, columns, check)
    rows = [Vacancy(r["school"], r["grade"], r["language"], r["places"]) for _, r in preview.rows]
    before = {key: v.places for key, v in known.items()}
    return compared(rows, [before.get((v.school, v.grade, v.language)) for v in rows], preview)


def compared(rows: Sequence[Vacancy], before: Sequence[int | None], preview: Preview) -> Planned:
    new = sum(places is None for places in before)
    same = sum(v.places == places for v, places in zip(rows, before, strict=True))
    return Planned(rows, new, len(rows) - new - same, same, preview)


def plan_catchment(store: Store, raw: bytes) -> Planned:
    """Streets by school: the table replaces the areas of the localities it names. Both spellings
    of a street are kept, the Kazakh and the Russian one."""
    offices = store.admission.offices()

    def check(row: Row) -> None:
        if row["school"] not in offices:
            raise SchoolUnknown(row["school"])
        if row["from"] is not None and row["to"] is not None and row["from"] > row["to"]:
            raise HousesBackwards

    columns = (
        Column("school", str),
        Column("locality", str),
        Column("street_kk", str),
        Column("street_ru", str, optional=True),
        Column("side", side, optional=True),
        Column("from", whole, optional=True),
        Column("to", whole, optional=True),
    )
    preview = read_table(raw, columns, check)
    rows = [stretch for _, r in preview.rows for stretch in stretches(r)]
    known = set(store.admission.all_stretches())
    same = sum(stretch in known for stretch in rows)
    here = {stretch.locality for stretch in rows}
    gone = sum(s.locality in here for s in known - set(rows))
    return Planned(rows, len(rows) - same, gone, same, preview)


def stretches(row: Row) -> list[Stretch]:
    names = (row["street_kk"], row["street_ru"] or row["street_kk"])
    spelled = {street_key(name): name for name in names}
    return [
        Stretch(row["locality"], name, row["school"], row["side"] or "all", row["from"], row["to"])
        for name in spelled.values()
    ]


def read_offices(raw: bytes) -> Preview:
    """The schools that admit here, as the operator lists them."""
    columns = (
        Column("school", str),
        Column("address_kk", str),
        Column("address_ru", str),
        Column("phone", str),
    )
    return read_table(raw, columns)


def as_office(row: Row) -> Office:
    """In English an address is written as it stands on the street: in Kazakh."""
    address = {"kk": row["address_kk"], "ru": row["address_ru"], "en": row["address_kk"]}
    return Office(row["school"], "", {}, address, row["phone"])
