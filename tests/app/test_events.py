"""Olympiads from files: the shipped one reads, a wrong one says what is wrong."""

import json
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.events import FromToday, moment, read_event

VILLAGE = Path(__file__).parents[2] / "lists" / "olympiads" / "village.json"
ALMATY = ZoneInfo("Asia/Almaty")


def test_the_village_olympiad_has_four_stages_and_thirteen_subjects() -> None:
    event, troubles = read_event(VILLAGE.read_text("utf-8"))
    assert troubles == []
    assert event is not None
    assert (len(event.stages), len(event.subjects), len(event.sittings)) == (4, 13, 13)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"grades": []}, "grades"),
        ({"id": "Ауыл"}, "id"),
        ({"names": {"kk": "A", "ru": "B"}}, "names.en"),
        ({"sittings": []}, "without a sitting"),
        ({"colour": "blue"}, "colour"),
    ],
)
def test_a_wrong_file_says_where(change: dict[str, object], said: str) -> None:
    content = {**json.loads(VILLAGE.read_text("utf-8")), **change}
    event, troubles = read_event(json.dumps(content))
    assert event is None
    assert said in troubles[0]


def test_what_is_no_json_says_so() -> None:
    assert read_event("{")[0] is None


def test_a_moment_is_in_the_zone_of_the_deployment() -> None:
    now = datetime(2026, 9, 1, 20, 0, tzinfo=UTC)  # already the second of September in Almaty
    assert moment(FromToday(in_days=0, at="10:00"), now, ALMATY).isoformat() == (  # type: ignore[arg-type]
        "2026-09-02T10:00:00+05:00"
    )
    assert moment(datetime(2026, 12, 1, 10, 0), now, ALMATY).isoformat() == (  # noqa: DTZ001
        "2026-12-01T10:00:00+05:00"
    )
