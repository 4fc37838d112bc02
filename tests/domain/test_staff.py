"""What a grant lets somebody do, and where."""

from datetime import UTC, datetime

import pytest

from app.lists import atlas
from domain.people import PersonId
from domain.staff import (
    AreaUnknown,
    Grant,
    GrantId,
    OrganisationUnknown,
    Role,
    beginning,
    beginnings,
    covers,
    may,
    read_area,
    read_organisation,
)

NOW = datetime(2026, 9, 1, tzinfo=UTC)


def grant(organisation: str, area: str, role: Role = "officer") -> Grant:
    return Grant(GrantId(1), PersonId(1), organisation, area, role, "operator", NOW)


@pytest.mark.parametrize(
    ("area", "place"),
    [
        ("*", "*"),
        ("*", "611610000"),
        ("61", "610000000"),
        ("610000000", "61"),
        ("610000000", "611610000"),
        ("6116", "611610000"),
        ("611610000", "611610100"),
        ("100000000", "101010000"),
        ("10", "100000000"),
    ],
)
def test_an_area_covers_what_lies_in_it(area: str, place: str) -> None:
    assert covers(area, place)


@pytest.mark.parametrize(
    ("area", "place"),
    [
        ("61", "*"),
        ("61", "620000000"),
        ("611600000", "610000000"),
        ("611600000", "611800000"),
        ("10", "110000000"),
        ("100000000", "110000000"),
    ],
)
def test_an_area_covers_nothing_else(area: str, place: str) -> None:
    assert not covers(area, place)


def test_every_place_of_the_register_lies_in_those_above_it() -> None:
    places = atlas()
    below = [p.kato for p in places.regions()] + [
        p.kato for r in places.regions() for p in places.districts(r.kato)
    ]
    for kato in below:
        assert all(covers(above.kato, kato) for above in places.path(kato))
        assert kato.startswith(beginning(kato))


def test_only_a_head_gives_grants() -> None:
    officer, head = grant("daryn", "61"), grant("daryn", "61", "head")
    assert may([officer], "daryn", "611600000", "school")
    assert not may([officer], "daryn", "611600000", "grant")
    assert may([head], "daryn", "611600000", "grant")


def test_a_grant_is_of_its_organisation_and_area_alone() -> None:
    head = grant("daryn", "61", "head")
    assert not may([head], "indigo", "61", "read")
    assert not may([head], "daryn", "75", "read")
    assert not may([head], "daryn", "*", "sitting")
    assert may([grant("*", "*", "head")], "indigo", "*", "grant")
    assert not may([], "daryn", "*", "read")


def test_places_may_be_looked_for_by_their_beginnings() -> None:
    grants = [grant("daryn", "611600000"), grant("daryn", "6116"), grant("indigo", "75")]
    assert beginnings(grants, "daryn", "school") == ("6116",)
    assert beginnings([grant("daryn", "*")], "daryn", "school") == ("",)
    assert beginnings(grants, "daryn", "grant") == ()


def test_what_is_typed_for_an_organisation_or_area_is_read() -> None:
    assert (read_organisation(" Daryn "), read_area(" 6116 ")) == ("daryn", "6116")
    for wrong in ("", "дарын", "a b", "**"):
        with pytest.raises(OrganisationUnknown):
            read_organisation(wrong)
    for wrong in ("", "6", "Түркістан", "1234567890"):
        with pytest.raises(AreaUnknown):
            read_area(wrong)
