"""Calendar files as calendars read them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import icalendar

from adapters.ics import calendar
from domain.olympiads import Sitting

NOW = datetime(2026, 9, 1, 6, tzinfo=UTC)
NAMES = {"kk": "Математика", "ru": "Математика; А, Б", "en": "Maths"}
SITTING = Sitting(7, "auyl", 1, "math", NOW + timedelta(days=30), 90, NAMES, version=1)


def entry(s: Sitting) -> tuple[str, icalendar.Event]:
    read = icalendar.Calendar.from_ical(calendar(NAMES, NAMES, s, "ru", NOW))
    (event,) = read.walk("VEVENT")
    return str(read["method"]), event


def merged(*sittings: Sitting) -> dict[str, icalendar.Event]:
    """What a calendar holds after opening the files: of one UID the highest SEQUENCE."""
    held: dict[str, icalendar.Event] = {}
    for s in sittings:
        _, event = entry(s)
        known = held.get(str(event["uid"]))
        if known is None or known["sequence"] < event["sequence"]:
            held[str(event["uid"])] = event
    return held


def test_a_file_opens_with_all_it_is_about() -> None:
    method, event = entry(SITTING)
    assert (method, str(event["status"])) == ("PUBLISH", "CONFIRMED")
    assert event.start == SITTING.starts
    assert event.end - event.start == timedelta(minutes=90)
    assert str(event["summary"]) == f"{NAMES['ru']}. {NAMES['ru']}"


def test_old_and_new_are_one_entry_in_whatever_order_they_are_opened() -> None:
    moved = replace(SITTING, starts=SITTING.starts + timedelta(days=2), version=2)
    for order in ((SITTING, moved), (moved, SITTING)):
        (only,) = merged(*order).values()
        assert only.start == moved.starts


def test_a_cancelled_session_takes_its_entry_off() -> None:
    gone = replace(SITTING, cancelled=True, version=2)
    (only,) = merged(SITTING, gone).values()
    assert str(only["status"]) == "CANCELLED"
    assert entry(gone)[0] == "CANCEL"
