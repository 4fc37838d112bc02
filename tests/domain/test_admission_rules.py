"""Catchment areas, seasons and reasons, as rules."""

from datetime import date

import pytest

from domain.admission.catchment import Stretch, school_of
from domain.admission.reasons import fields_of
from domain.admission.rules import Rules
from domain.values.streets import house_number, street_key

RULES = Rules(2027, (9, 5), 1, ("1",), ("kk",), ())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ломов көшесі", "ломов"),
        ("улица Ломова", "Ломова ул."),
        ("проспект Назарбаева", "пр-т Назарбаева"),
        ("Қабанбай батыр көшесі", "КАБАНБАЙ БАТЫР"),
        ("Абай шағын ауданы", "Абай ш/а"),
    ],
)
def test_a_street_is_known_however_it_is_written(one: str, other: str) -> None:
    assert street_key(one) == street_key(other)


def test_other_streets_stay_other_streets() -> None:
    assert street_key("улица Ломова") != street_key("улица Ломоносова")
    assert street_key("көшесі")  # a street called Street keeps its name


@pytest.mark.parametrize(
    ("house", "number"), [("12", 12), ("12А", 12), ("12/1", 12), ("А", None), ("", None)]
)
def test_a_house_has_a_number(house: str, number: int | None) -> None:
    assert house_number(house) == number


def stretch(school: str, *of: object) -> Stretch:
    return Stretch("551010000", "Ломов", school, *of)  # type: ignore[arg-type]


STREET = [
    stretch("low", "all", 1, 39),
    stretch("even", "even", 40, 98),
    stretch("odd", "odd", 41, 99),
]


@pytest.mark.parametrize(
    ("house", "school"),
    [("1", "low"), ("39/2", "low"), ("40", "even"), ("64А", "even"), ("65", "odd"), ("99", "odd")],
)
def test_a_house_has_its_school(house: str, school: str) -> None:
    assert school_of(STREET, house) == school


@pytest.mark.parametrize("house", ["100", "", "А"])
def test_a_house_outside_has_none(house: str) -> None:
    assert school_of(STREET, house) is None


def test_a_few_houses_are_taken_out_of_a_whole_street() -> None:
    street = [stretch("street"), stretch("corner", "all", 1, 9)]
    assert school_of(street, "5") == "corner"
    assert school_of(street, "11") == "street"
    assert school_of(street, "А") == "street"


def test_a_season_ends_with_the_day_for_originals() -> None:
    assert RULES.season_on(date(2026, 9, 1)) == 2027
    assert RULES.last_day(2027) == date(2027, 9, 3)  # 5 September is a Sunday
    assert RULES.season_on(date(2027, 9, 3)) == 2027
    assert RULES.season_on(date(2027, 9, 4)) == 2028
    assert RULES.last_day(2028) == date(2028, 9, 5)


def test_a_reason_opens_the_answers_it_is_about() -> None:
    assert fields_of("unreadable", ["paper_health", "child"]) == ("paper_health",)
    assert fields_of("not-in-catchment", ["paper_health"]) == ("basis", "school")
    assert fields_of("not-representative", ["paper_health"]) == ()
