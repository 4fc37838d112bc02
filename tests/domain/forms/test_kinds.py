"""Laws of every sort of answer, those of the real forms with the real lists included: anything is
read or refused, and what was read once is read again to the same."""

import csv
import json
import os
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from adapters.fakes import ListedPeople
from app.queues import rules
from bot.taps import MOST_BYTES, on_draft
from domain.errors import Refusal
from domain.forms.cabinets import Tools
from domain.forms.checks import hashed, opens, repeats
from domain.forms.engine import keep
from domain.forms.lists import PlaceChoices
from domain.forms.model import Answers, Choice, Draft, DraftId, Field, Form, Kind
from domain.forms.papers import PaperExpected
from domain.forms.person import PasswordsDiffer
from domain.lists import Places
from domain.people import AccountId
from domain.portals import akmola, daryn, indigo, linking, snation
from domain.schools import UNLISTED, SchoolList
from domain.values.passwords import PasswordEmpty
from tests.domain.forms.sample import ANSWERS, IINS, SAMPLE, TODAY, asked, refusal_of

LISTS = Path(__file__).parent.parent.parent.parent / "lists"
LARGE = DraftId(2**53)
TRIES = int(os.environ.get("FIELD_TRIES", "20"))
"""For each of some two hundred fields; `make faults` tries more."""
VERBS = "abcdegkpstwxyz"
"""Of one letter, as all verbs of forms are."""


class Plain:
    """Hashes nothing, opens every door: for tests of what goes through it."""

    async def hash(self, password: str) -> str:
        return f"#{password}"

    async def same(self, password: str, hashed: str) -> bool:
        return hashed == f"#{password}"

    async def open(self, portal: str, login: str, password: str) -> AccountId:
        return AccountId(len(login))

    async def spend(self, request: str, value: str, session: str) -> None:
        """Every code is right."""


@cache
def atlas() -> Places:
    return Places.load(LISTS / "kato.csv")


@cache
def rows(name: str) -> list[dict[str, str]]:
    with (LISTS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def named(row: dict[str, str]) -> dict[str, str]:
    return {lang: row[f"name_{lang}"] for lang in ("kk", "ru", "en")}


@cache
def forms() -> dict[str, Form]:
    schools = SchoolList()
    schools.replace((row["id"], row["locality"], named(row)) for row in rows("schools.csv"))
    places = PlaceChoices(atlas(), schools)
    tools = Tools(Plain(), Plain(), Plain(), lambda message: {})
    ethnicities = tuple(Choice(r["code"], names=named(r)) for r in rows("ethnicities.csv"))
    made = daryn.forms(
        places=places,
        ethnicities=ethnicities,
        today=lambda: TODAY,
        hasher=Plain(),
        door=Plain(),
    )
    people, queue = ListedPeople(), rules(ZoneInfo("Asia/Almaty"))
    cabinets = (
        *indigo.forms(places, tools, register=people, rules=queue, today=lambda: TODAY),
        *akmola.forms(
            places, tools, register=people, mobile=people, rules=queue, today=lambda: TODAY
        ),
        *snation.forms(
            people,
            tools,
            places=places,
            rules=queue,
            ethnicities=ethnicities,
            today=lambda: TODAY,
        ),
    )
    return {form.name: form for form in (SAMPLE, *made, *linking.forms(), *cabinets)}


def offered() -> dict[str, dict[str, str]]:
    events = [json.loads(p.read_text("utf-8")) for p in (LISTS / "olympiads").glob("*.json")]
    return {s["code"]: s["names"] for event in events for s in event["subjects"]}


SEMEY = {"region": "100000000", "district": "101000000", "locality": "101010000"}
BEFORE: Answers = {
    **ANSWERS,
    **SEMEY,
    "school": UNLISTED,
    "role": "pupil",
    "account": 5,
    "offered": offered(),
    "login": "pupil@example.com",
    "request": "r5",
    "city": "710000000",
    "proven": [],
    "children": [[1, IINS[0], "Сынақова", "2023-05-14"]],
    **dict.fromkeys(("iin2", "iin3", "iin4"), IINS[0]),
    "together": "4",
    "benefit": "none",
    "status": "none",
    "out_of_turn": "no",
    "group": "general",
    "foreign": "no",
}


def field_of(name: str) -> tuple[Field, Answers]:
    """A field by `form.key`, and answers it may come after."""
    form, key = name.split(".")
    field = forms()[form].field(key)
    assert field is not None
    return field, ANSWERS if form == SAMPLE.name else BEFORE


FIELDS = [f"{form.name}.{f.key}" for form in forms().values() for f in form.fields]

texts = st.one_of(
    st.text(st.characters(), max_size=60),
    st.text(st.characters(categories=["Cs", "Cf", "Cc", "Zs", "Nd", "Lu", "Ll"]), max_size=30),
    st.text("0123456789 +-.@", max_size=16),
    st.text("аәбғиійқңөұүһАӘІЖоqәQBCabco -'’.", max_size=40),
    st.sampled_from(
        [*IINS, "+77000000001", "8 700 000 00 01", "15.04.2009", "'жоқ", "-", "Aa1!aaaa"]
    ),
    st.from_regex(r"[a-z0-9.]{1,9}@[a-z0-9-]{1,12}\.(kz|ru|com)", fullmatch=True),
)
papers = st.fixed_dictionaries(
    {},
    optional={
        "file": st.text(max_size=9),
        "type": st.sampled_from(["application/pdf", "image/png", "text/html", "", None]),
        "bytes": st.one_of(st.none(), st.integers(0, 2**40)),
        "more": st.none(),
    },
)
anything = st.one_of(
    texts,
    papers,
    st.none(),
    st.booleans(),
    st.integers(),
    st.lists(texts, max_size=3),
    st.fixed_dictionaries({"typed": texts}),
    st.sampled_from([{"same": "h1"}, {"hash": "h"}, {"proved": 5}, {"proved": 6}, {"same": True}]),
    st.sampled_from([{"proved": "r5"}, {"proved": "r6"}, {"account": 5, "for": BEFORE["login"]}]),
    st.fixed_dictionaries(
        {"own": texts}, optional={"for": st.sampled_from([BEFORE["login"], "850903390010"])}
    ),
)


def reading(kind: Kind, raw: Any, before: Answers) -> Any:
    try:
        return kind.read(raw, before)
    except Refusal:
        return ...


@pytest.mark.parametrize("name", FIELDS)
def test_anything_is_read_or_refused_and_reading_again_changes_nothing(name: str) -> None:
    f, before = field_of(name)
    codes = [c.code for c in f.kind.choices(before)]
    raws = st.one_of(anything, st.sampled_from(codes)) if codes else anything

    @settings(max_examples=TRIES)
    @given(raws)
    @example("")
    @example("\ud800\x00\u202e<b>😀</b>")
    @example("1" * 5000)
    def law(raw: Any) -> None:
        value = reading(f.kind, raw, before)
        if value is ... or (f.kind.asks == "secret" and "typed" in value):
            return  # what is typed at a password is never stored
        stored = json.loads(json.dumps(value))
        assert f.kind.read(stored, before) == value
        f.kind.show(stored, before)

    law()


@pytest.mark.parametrize("name", FIELDS)
def test_every_listed_choice_is_taken_and_shown(name: str) -> None:
    f, before = field_of(name)
    for choice in f.kind.choices(before):
        value = f.kind.read(choice.code, before)
        assert value in (choice.code, [choice.code])
        assert f.kind.show(value, before) in (choice, (choice,))


@pytest.mark.parametrize("name", FIELDS)
def test_suggestions_and_remarks_never_fail(name: str) -> None:
    f, before = field_of(name)
    for number in (*IINS, "040415750008", "000000000000"):
        about = {**before, "iin": number}
        suggested = f.suggest(about) if f.suggest else None
        if suggested is not None:
            assert f.kind.read(suggested, about) == suggested
            assert f.remark is None or f.remark(suggested, about) is None


# What a button says fits into 64 bytes


def tap_bytes(form: Form, *parts: str) -> int:
    data = on_draft("a", Draft(LARGE, form.name), *parts)
    return len(data.encode())


@pytest.mark.parametrize("name", FIELDS)
def test_every_buttons_data_fit(name: str) -> None:
    f, before = field_of(name)
    form = forms()[name.split(".", maxsplit=1)[0]]
    codes = [c.code for c in f.kind.choices(before)]
    longest = max((*codes, *f.actions, "999"), key=len)
    assert tap_bytes(form, f.key, longest) <= MOST_BYTES
    assert all("|" not in part for part in (form.name, f.key, *codes, *f.actions))


def test_every_place_of_the_register_fits_a_button() -> None:
    form = forms()[daryn.ACCOUNT]
    longest = max((p.kato for p in atlas().regions()), key=len)
    assert tap_bytes(form, "locality", longest) <= MOST_BYTES
    assert all(len(row["kato"]) == len(longest) == 9 for row in rows("kato.csv"))


def test_every_school_fits_a_button() -> None:
    form = forms()[daryn.ACCOUNT]
    assert all(tap_bytes(form, "school", row["id"]) <= MOST_BYTES for row in rows("schools.csv"))


def test_every_district_has_somewhere_to_live() -> None:
    """Nobody gets stuck at an empty list."""
    schools = SchoolList()
    places = PlaceChoices(atlas(), schools)
    for region in places.region.choices({}):
        districts = places.district.choices({"region": region.code})
        assert districts, region
        for district in districts:
            assert places.locality.choices({"district": district.code}), district


# Papers and passwords


@pytest.mark.parametrize(
    ("raw", "refusal"),
    [
        ("text", PaperExpected),
        ({}, PaperExpected),
        ({"pages": []}, PaperExpected),
        (None, PaperExpected),
    ],
)
def test_a_paper_is_no_answer_until_its_pages_are_bound(raw: Any, refusal: type[Refusal]) -> None:
    f, before = field_of("sample.paper")
    assert refusal_of(lambda: f.kind.read(raw, before)) == refusal.__name__


async def test_a_password_is_kept_as_its_hash_only() -> None:
    check = hashed(Plain())
    assert (await check({"typed": "Aa1!"}, {})).value == {"hash": "#Aa1!"}
    assert (await check({"hash": "#Aa1!"}, {})).value == {"hash": "#Aa1!"}


async def test_a_repeated_password_holds_for_the_first_one() -> None:
    check, before = repeats(Plain(), "password"), {"password": {"hash": "#Aa1!"}}
    assert (await check({"typed": "Aa1!"}, before)).value == {"same": "#Aa1!"}
    assert (await check({"same": "#Aa1!"}, before)).value == {"same": "#Aa1!"}
    with pytest.raises(PasswordsDiffer):
        await check({"typed": "Aa2!"}, before)


async def test_a_door_opens_for_what_is_typed_only() -> None:
    check = opens(Plain(), "daryn", "login")
    assert (await check({"typed": "Aa1!"}, {"login": "abc"})).value == {"account": 3}
    with pytest.raises(PasswordEmpty):
        await check({"account": 4}, {"login": "abc"})


def test_a_code_once_spent_proves_one_account_only() -> None:
    f, _ = field_of(f"{daryn.RESET}.code")
    assert f.kind.read({"proved": 5}, {"account": 5}) == {"proved": 5}
    assert refusal_of(lambda: f.kind.read({"proved": 5}, {"account": 6})) == "MailCodeOver"


def test_the_school_is_typed_only_when_it_is_not_listed() -> None:
    f, _ = field_of(f"{daryn.ACCOUNT}.school_name")
    assert f.when({"school": UNLISTED})
    assert not f.when({"school": "101010000-1"})


def test_a_teacher_is_not_asked_for_a_grade() -> None:
    asked = [f.key for f in forms()[daryn.ACCOUNT].fields if f.when({"role": "teacher"})]
    assert not {"grade", "ethnicity"} & set(asked)


def test_birth_and_sex_that_differ_from_the_iin_are_remarked_upon_not_refused() -> None:
    born, before = field_of(f"{daryn.ACCOUNT}.born")
    assert born.remark is not None
    remark = born.remark("2009-04-16", before)
    assert isinstance(remark, daryn.IinSaysOtherDay)
    assert (remark.typed, remark.iin) == (date(2009, 4, 16), date(2009, 4, 15))
    sex, _ = field_of(f"{daryn.ACCOUNT}.sex")
    assert sex.remark is not None
    assert isinstance(sex.remark("male", before), daryn.IinSaysOtherSex)
    assert sex.remark("female", before) is None


# Cabinets

MINE, OTHERS = "880412490003", "850903390010"


def test_whoever_names_another_cabinet_proves_that_one_at_once() -> None:
    """Not after a code and a password that were for the first one."""
    form = forms()["indigo-reset"]
    first = {"login": MINE, "phone": {"own": "+77000000001", "for": MINE}}
    facts = {"code_needed": True, "request": "a", "session": "1"}
    given = dict.fromkeys(facts, "phone")
    of_mine = Draft(DraftId(1), form.name, answers={**first, **facts}, given=given)
    assert asked(form, of_mine) == "code"
    assert asked(form, keep(of_mine, "login", OTHERS)) == "phone"


def test_a_spent_code_is_asked_again_at_once_for_another_request() -> None:
    form = forms()["indigo-reset"]
    answers = {"login": MINE, "phone": {"own": "+77000000001", "for": MINE},
               "code_needed": True, "request": "b", "code": {"proved": "a"}}  # fmt: skip
    assert asked(form, Draft(DraftId(1), form.name, answers=answers)) == "code"


@pytest.mark.parametrize(
    ("form", "refusal"),
    [("daryn-account", "NonResidentAtDaryn"), ("indigo-open", "IinOfNonResident"),
     ("snation-open", "IinOfNonResident"), ("indigo-signin", "IinOfNonResident")],
)  # fmt: skip
def test_a_non_residents_iin_is_told_in_the_words_of_its_portal(form: str, refusal: str) -> None:
    field = next(f for f in forms()[form].fields if f.key in ("iin", "login"))
    assert refusal_of(lambda: field.kind.read("950505090009", {})) == refusal
