"""When a grade is applied for: at any time, or between two days of its season."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, cast

import pytest

from adapters.admission.cards import reception
from adapters.voice import Voice
from app.admission import RulesWrong, read_rules
from app.admission import rules as in_force
from domain.admission.choosing import NotAppliedForNow, admitted
from domain.admission.rules import Window
from domain.days_off import DaysOff
from domain.forms.model import Desk
from domain.people import PersonId
from tests.web.said import WORDS

OPEN_ALL_YEAR = in_force(DaysOff())
RULES = replace(OPEN_ALL_YEAR, windows=(Window(("1",), (4, 1), (8, 31)),))
CHILD = {"season": 2027, "pupil": {"born": "2020-05-05"}}


@pytest.mark.parametrize(
    ("day", "opens"),
    [
        (date(2026, 11, 21), date(2027, 4, 1)),
        (date(2027, 3, 31), date(2027, 4, 1)),
        (date(2027, 9, 1), date(2028, 4, 1)),
    ],
)
def test_outside_of_its_window_a_grade_says_when_it_is_applied_for(day: date, opens: date) -> None:
    assert RULES.shut("1", 2027, day) == (opens, date(opens.year, 8, 31))
    assert RULES.shut("2", 2027, day) is None
    assert OPEN_ALL_YEAR.shut("1", 2027, day) is None


@pytest.mark.parametrize("day", [date(2027, 4, 1), date(2027, 8, 31)])
def test_within_its_window_a_grade_is_applied_for(day: date) -> None:
    assert RULES.shut("1", 2027, day) is None


def test_the_form_refuses_a_grade_out_of_time_but_not_what_is_put_right() -> None:
    evening_in_utc = datetime(2027, 3, 31, 18, tzinfo=UTC)
    desk = Desk(cast("Any", None), PersonId(1), "kk", evening_in_utc)
    with pytest.raises(NotAppliedForNow):
        admitted(RULES)(desk, "1", CHILD)
    admitted(RULES)(desk, "2", CHILD)
    admitted(RULES)(desk, "1", {**CHILD, "mends": 7})
    april = replace(desk, now=datetime(2027, 3, 31, 20, tzinfo=UTC))
    admitted(RULES)(april, "1", CHILD)


def test_the_page_says_from_when() -> None:
    said = reception(Voice(WORDS, "ru"), RULES, 2027)
    assert said == "Приём заявлений (1 класс): 01.04.2027 – 31.08.2027"
    assert reception(Voice(WORDS, "ru"), OPEN_ALL_YEAR, 2027) == ""


def test_a_day_that_isnt_there_is_refused() -> None:
    text = (
        '{"season": 2027, "originals": "09-05", "decision_days": 1, "grades": ["1"],'
        ' "languages": ["kk"], "papers": [],'
        ' "windows": [{"grades": ["1"], "opens": "04-31", "closes": "08-31"}]}'
    )
    with pytest.raises(RulesWrong, match="04-31"):
        read_rules(text)
    assert read_rules(text.replace("04-31", "04-01")).windows == RULES.windows
