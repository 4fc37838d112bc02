"""Reference lists: places and ethnicities from files, schools and events into the database."""

import csv
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from adapters.db.store import Store
from adapters.fakes import ListedPeople
from adapters.registers import read_people
from app import admission
from app.events import load_event, read_event
from domain.audit import OPERATOR
from domain.days_off import DaysOff
from domain.forms.model import Choice
from domain.lists import Places
from domain.people import PersonId
from domain.school_table import read_schools
from domain.staff import EVERYWHERE, Role, grant

FOLDER = Path(__file__).parent.parent / "lists"
SANDBOX_STAFF: Mapping[PersonId, tuple[str, Role]] = {
    PersonId(104): (EVERYWHERE, "head"),
    PersonId(105): ("daryn", "officer"),
}
"""The fourth and the fifth person of the sandbox: what needs two people can be tried."""


def atlas() -> Places:
    """Every place of the country (KATO)."""
    return Places.load(FOLDER / "kato.csv")


def ethnicities() -> tuple[Choice, ...]:
    with (FOLDER / "ethnicities.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Choice(row["code"], names={lang: row[f"name_{lang}"] for lang in ("kk", "ru", "en")})
            for row in csv.DictReader(file)
        )


def days_off() -> DaysOff:
    """Holidays and moved days, as the list has them: an operator edits it when the government
    moves a day."""
    with (FOLDER / "days_off.csv").open(encoding="utf-8", newline="") as file:
        rows = [(date.fromisoformat(row["day"]), row["what"]) for row in csv.DictReader(file)]
    return DaysOff(
        frozenset(day for day, what in rows if what == "off"),
        frozenset(day for day, what in rows if what == "worked"),
    )


def invented_people() -> ListedPeople:
    """Whom the sandbox's registers know."""
    return read_people(FOLDER / "register.csv")


def load_schools(store: Store, text: str) -> tuple[int, list[str]]:
    """Loads a table of schools, all or nothing: how many, or what is wrong, a line each."""
    found, troubles = read_schools(text, atlas())
    if troubles:
        return 0, [f"{t.words} {t.arguments}" for t in troubles]
    store.schools.put(
        {
            "id": s.id,
            "locality": s.locality,
            "languages": "+".join(s.languages),
            **{f"name_{lang}": name for lang, name in s.names.items()},
        }
        for s in found
    )
    return len(found), []


def fill_sandbox(store: Store, now: datetime, zone: ZoneInfo) -> None:
    """What a newcomer finds in the sandbox: schools, the village olympiad, a member of staff."""
    if not store.schools.count():
        load_schools(store, (FOLDER / "schools.csv").read_text("utf-8"))
    admission.fill_sandbox(store, admission.rules(days_off()))
    if not store.olympiads.events():
        village, _ = read_event((FOLDER / "olympiads" / "village.json").read_text("utf-8"))
        assert village is not None  # noqa: S101 a test reads the file
        load_event(store, village, now, zone)
    for person, (organisation, role) in SANDBOX_STAFF.items():
        if not store.staff.grants(person):
            grant(store, person, organisation, EVERYWHERE, role, by=OPERATOR, now=now)
