"""Admission to schools from files: the rules in force, the schools, their areas and places."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from adapters.db.store import Store
from domain.admission import catchment_table, places_table
from domain.admission.desk import Officer, anywhere
from domain.admission.rules import PaperRule, Rules, Window
from domain.admission.schools_table import as_office, read_offices
from domain.audit import OPERATOR
from domain.days_off import DaysOff
from domain.imports import Preview

ORDINARY = 2027
"""A year of 365 days."""
SEASONS = 3
"""How many the sandbox has places for."""
FOLDER = Path(__file__).parent.parent / "lists" / "pavlodar"


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PaperEntry(Strict):
    key: str = Field(pattern=r"^(health|passport|photo|birth|pmpc|health-063|passport-026)$")
    required: bool = True
    grades: list[str] = []


DAY = r"^(0[1-9]|1[0-2])-([0-2][0-9]|3[01])$"
"""Month and day."""


class WindowEntry(Strict):
    grades: list[str] = Field(min_length=1)
    opens: str = Field(pattern=DAY)
    closes: str = Field(pattern=DAY)


class RulesFile(Strict):
    """The rules as the file describes them."""

    season: int = Field(ge=2026, le=2100)
    originals: str = Field(pattern=DAY)
    decision_days: int = Field(ge=1, le=30)
    grades: list[str] = Field(min_length=1)
    languages: list[str] = Field(min_length=1)
    papers: list[PaperEntry]
    windows: list[WindowEntry] = []


class RulesWrong(Exception):
    """The file of rules can't be used; says why."""


def read_rules(text: str) -> Rules:
    """The rules of admission. Raises RulesWrong."""
    try:
        known = RulesFile.model_validate_json(text)
    except ValidationError as wrong:
        told = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in wrong.errors())
        raise RulesWrong(told) from None
    return Rules(
        known.season,
        day_of(known.originals),
        known.decision_days,
        tuple(known.grades),
        tuple(known.languages),
        tuple(PaperRule(p.key, p.required, tuple(p.grades)) for p in known.papers),
        tuple(Window(tuple(w.grades), day_of(w.opens), day_of(w.closes)) for w in known.windows),
    )


def day_of(text: str) -> tuple[int, int]:
    """Month and day, there in every year. Raises RulesWrong."""
    month, day = map(int, text.split("-"))
    try:
        date(ORDINARY, month, day)
    except ValueError:
        raise RulesWrong(f"no such day: {text}") from None
    return month, day


def rules(days_off: DaysOff) -> Rules:
    known = read_rules((FOLDER / "admission.json").read_text("utf-8"))
    return replace(known, days_off=days_off)


def fill_sandbox(store: Store, in_force: Rules) -> None:
    """A few schools of Pavlodar with streets and places, once; places for later seasons too, as
    the sandbox's clock can be moved."""
    if store.admission.all_vacancies(in_force.season):
        return
    operator = Officer(OPERATOR, anywhere)
    _, troubles = load_offices(store, raw("schools"))
    if troubles:
        raise RulesWrong(troubles[0])
    streets = catchment_table.plan(store, raw("catchment"), operator)
    places = places_table.plan(store, raw("vacancies"), operator, in_force, in_force.season)
    refuse_unsound(streets.found, places.found)
    store.admission.put_catchment(streets.rows)
    for season in range(in_force.season, in_force.season + SEASONS):
        store.admission.put_vacancies([replace(v, season=season) for v, _ in places.lines])


def load_offices(store: Store, table: bytes) -> tuple[int, list[str]]:
    """Loads the schools that admit here, all or none: how many, or what is wrong, a line each.
    Those loaded before stay."""
    found = read_offices(table, {number for number, _, _ in store.schools.all()})
    if not found.sound:
        return 0, [f"line {e.row} {e.column}: {e.refusal.words}" for e in found.errors]
    store.admission.put_offices(as_office(row) for _, row in found.rows)
    return len(found.rows), []


def raw(name: str) -> bytes:
    return (FOLDER / f"{name}.csv").read_bytes()


def refuse_unsound(*found: Preview) -> None:
    for preview in found:
        if not preview.sound:
            raise RulesWrong(str(preview.errors[0]))
