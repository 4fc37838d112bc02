"""Loads an olympiad from a JSON file: lists/olympiads/village.json is an example.

A moment is `"2026-12-01T10:00"` in the deployment's zone, or `{"in_days": 35, "at": "10:00"}`
counted from today, which is how the sandbox's event stays ahead of its clock.
"""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from adapters.db.store import Store
from domain import changes, reminders
from domain.changes import Slot
from domain.olympiads import CLOSING


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Names(Strict):
    """A name in every language; none may be missing."""

    kk: str = Field(min_length=1)
    ru: str = Field(min_length=1)
    en: str = Field(min_length=1)


class FromToday(Strict):
    in_days: int
    at: time


class Stage(Strict):
    number: int = Field(ge=1)
    names: Names
    period: Names


class Subject(Strict):
    code: str = Field(pattern=r"^[a-z0-9-]{1,20}$")
    names: Names
    languages: list[str] = []
    not_for: list[str] = []


class Sitting(Strict):
    stage: int = Field(ge=1)
    subject: str
    starts: datetime | FromToday
    minutes: int = Field(ge=1, le=1440)
    place: Names
    places: int | None = Field(None, ge=0)


class EventFile(Strict):
    """An event as the file describes it."""

    id: str = Field(pattern=r"^[a-z0-9-]{1,40}$")
    names: Names
    about: Names
    grades: list[str] = Field(min_length=1)
    languages: list[str]
    opens: datetime | FromToday
    closes: datetime | FromToday
    stages: list[Stage] = Field(min_length=1)
    subjects: list[Subject] = Field(min_length=1)
    sittings: list[Sitting]


def read_event(text: str) -> tuple[EventFile | None, list[str]]:
    """The event, or what is wrong with the file, a line each."""
    try:
        event = EventFile.model_validate_json(text)
    except ValidationError as wrong:
        return None, [f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in wrong.errors()]
    sat = {s.subject for s in event.sittings if s.stage == 1}
    missing = [s.code for s in event.subjects if s.code not in sat]
    if missing:
        return None, [f"subjects without a sitting of stage 1: {', '.join(missing)}"]
    return event, []


def load_event(store: Store, event: EventFile, now: datetime, zone: ZoneInfo) -> None:
    """Adds the event, or replaces what is said of it; registrations stay. A session that is there
    already and has moved is told to everybody it concerns; the same file again tells nobody."""
    store.olympiads.put_event(
        event.id,
        event.model_dump(
            mode="json", include={"names", "about", "grades", "languages", "stages", "subjects"}
        ),
        opens=moment(event.opens, now, zone),
        closes=moment(event.closes, now, zone),
    )
    reminders.move(store, CLOSING, f"event:{event.id}", moment(event.closes, now, zone), now)
    there = {(s.stage, s.subject): s for s in store.olympiads.sittings(event.id)}
    for s in event.sittings:
        slot = Slot(moment(s.starts, now, zone), s.minutes, s.place.model_dump())
        known = there.get((s.stage, s.subject))
        if known is not None and not known.cancelled:
            changes.move(store, known.id, known.version, slot, None, now)
        store.olympiads.put_sitting(
            event=event.id,
            stage=s.stage,
            subject=s.subject,
            starts=slot.starts,
            minutes=slot.minutes,
            place=slot.place,
            places=s.places,
        )


def moment(given: datetime | FromToday, now: datetime, zone: ZoneInfo) -> datetime:
    """The instant meant, in the deployment's zone unless it names its own."""
    if isinstance(given, datetime):
        return given if given.tzinfo else given.replace(tzinfo=zone)
    day = now.astimezone(zone).date() + timedelta(days=given.in_days)
    return datetime.combine(day, given.at, tzinfo=zone)
