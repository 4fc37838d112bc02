import csv
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.lists import LONGEST_LABEL, Places
from domain.romanisation import romanised
from domain.school_table import (
    SchoolCellEmpty,
    SchoolIdTwice,
    SchoolIdUnfit,
    SchoolLanguagesUnknown,
    SchoolNameTooLong,
    SchoolPlaceUnknown,
    SchoolTableUnreadable,
    SchoolTableWithoutColumns,
    read_schools,
)
from domain.search import Index

LISTS = Path(__file__).parents[2] / "lists"
HEAD = "id,locality,name_kk,name_ru,name_en,languages\n"


@pytest.fixture(scope="module")
def places():
    return Places.load(LISTS / "kato.csv")


def everything(places):
    districts = [d for r in places.regions() for d in places.districts(r.kato)]
    return districts, [p for d in districts for p in places.localities(d.kato)]


def test_there_are_seventeen_regions_and_three_cities(places):
    assert Counter(p.kind for p in places.regions()) == {"region": 17, "capital": 3}
    assert len({p.kato for p in places.regions()}) == 20


def test_every_district_has_localities_and_every_label_fits_a_button(places):
    districts, localities = everything(places)
    assert len(districts) == 209 + 19
    assert all(p.kind != "site" for p in localities)
    labels = [n for p in (*places.regions(), *districts, *localities) for n in p.names.values()]
    assert max(map(len, labels)) <= LONGEST_LABEL
    assert all(label == " ".join(label.split()) for label in labels)


def test_no_letters_of_old_fonts_are_left(places):
    _, localities = everything(places)
    assert not [p for p in localities if set('ќЌўїј"\u00a0') & set(p.name_kk + p.name_ru)]


def test_no_marks_stick_to_bare_names(places):
    _, localities = everything(places)
    assert not [p for p in localities if p.name_kk.endswith((" а.", " а", ".", " қ"))]


def test_a_locality_is_found_on_its_way(places):
    assert [p.name("kk") for p in places.path("103671306")] == [
        "Абай облысы",
        "Аягөз ауданы",
        "Мыңбұлақ а.о.",
        "Мыңбұлақ а.",
    ]


@pytest.mark.parametrize(
    ("kato", "way"),
    [
        ("113820100", ["Ақмола облысы", "Атбасар ауданы", "Атбасар қ."]),
        ("475220100", ["Маңғыстау облысы", "Түпқараған ауданы", "Форт-Шевченко қ."]),
        ("711110000", ["Астана қаласы", "Алматы ауданы"]),
    ],
)
def test_a_place_without_a_direct_parent_lies_in_the_next_one(places, kato, way):
    assert [p.name("kk") for p in places.path(kato)] == way


def test_names_come_in_three_languages(places):
    assert places.place("103671306").names == {
        "kk": "Мыңбұлақ а.",
        "ru": "с. Мынбулак",
        "en": "Mynbulak",
    }
    assert places.place("611600000").names == {
        "kk": "Арыс қаласы",
        "ru": "г. Арысь",
        "en": "Arys (city)",
    }
    assert places.place("104100000").name("en") == "Zhanasemey District"


def test_two_localities_of_one_name_carry_their_rural_districts(places):
    twins = [p.name("kk") for p in places.localities("103600000") if p.name_kk == "Қарабұлақ"]
    assert twins[:2] == ["Қарабұлақ а., Ақшәулі а.о.", "Қарабұлақ а., Қосағаш а.о."]


def test_a_quarter_of_a_city_is_its_own_locality(places):
    quarters = places.districts("710000000")
    assert len(quarters) == 6
    assert places.localities(quarters[0].kato) == (quarters[0],)


def test_cities_stand_first_and_the_rest_by_the_kazakh_alphabet(places):
    names = [p.name_kk for p in places.localities("611600000")]
    assert names[0] == "Арыс"
    assert names.index("Қожатоғай") < names.index("Монтайтас")


def test_a_code_that_is_not_there_is_unknown(places):
    assert not places.has("999999999")
    with pytest.raises(KeyError):
        places.place("999999999")


def test_a_village_is_found_without_kazakh_letters(places):
    villages = places.localities("103600000")
    index = Index(p.name("kk") for p in villages)
    assert villages[index.rank("мынбулак")[0]].name_kk == "Мыңбұлақ"


@pytest.mark.parametrize(
    ("kazakh", "english"),
    [
        ("Мыңбұлақ", "Mynbulak"),
        ("Жезқазған", "Zhezkazgan"),
        ("Шымкент", "Shymkent"),
        ("Ақтөбе", "Aktobe"),
        ("Өскемен", "Oskemen"),
        ("Щучинск", "Shchuchinsk"),
        ("Красный Яр", "Krasny Yar"),
        ("Һ", "H"),
    ],
)
def test_names_are_spelled_in_english_letters(kazakh, english):
    assert romanised(kazakh) == english


def test_the_shipped_schools_are_right_and_everywhere(places):
    schools, wrong = read_schools((LISTS / "schools.csv").read_text(encoding="utf-8"), places)
    assert not wrong
    assert 300 <= len(schools) <= 500
    assert {s.locality[:2] for s in schools} == {r.kato[:2] for r in places.regions()}
    offered = {p.kato for p in everything(places)[1]}
    assert all(s.locality in offered for s in schools)


def test_the_shipped_schools_can_be_made_again(tmp_path):
    before = (LISTS / "schools.csv").read_bytes()
    for name in ("invent_schools.py", "kato.csv"):
        (tmp_path / "lists").mkdir(exist_ok=True)
        (tmp_path / "lists" / name).write_bytes((LISTS / name).read_bytes())
    subprocess.run(
        [sys.executable, tmp_path / "lists" / "invent_schools.py"],
        env={"PYTHONPATH": str(LISTS.parent)},
        check=True,
    )
    assert (tmp_path / "lists" / "schools.csv").read_bytes() == before


def test_an_operators_table_is_read_as_table_programs_write_it(places):
    head, row = "Languages;name_kk;ID;locality;note", "KK + ru;  Абай\u00a0мектебі;a-1;103671306;x"
    text = f"\ufeff{head}\r\n{row}\r\n;;;;\r\n"
    (school,), wrong = read_schools(text, places)
    assert not wrong
    assert (school.id, school.languages) == ("a-1", ("kk", "ru"))
    assert school.names == {"kk": "Абай мектебі", "ru": "Абай мектебі", "en": "Abay mektebi"}


@pytest.mark.parametrize(
    ("line", "refusal"),
    [
        (",103671306,Мектеп,,,kk", SchoolCellEmpty(3, "id")),
        ("b,103671306,,,,kk", SchoolCellEmpty(3, "name_kk")),
        ("b", SchoolCellEmpty(3, "locality")),
        ("ә,103671306,Мектеп,,,kk", SchoolIdUnfit(3, "ә")),
        ("a,103671306,Мектеп,,,kk", SchoolIdTwice(3, "a")),
        ("b,999999999,Мектеп,,,kk", SchoolPlaceUnknown(3, "999999999")),
        ("b,103671306,Мектеп,,,қазақша", SchoolLanguagesUnknown(3, "қазақша")),
        (f"b,103671306,{'м' * 121},,,kk", SchoolNameTooLong(3, 120)),
        ("b" * 200_000, SchoolTableUnreadable(3)),
    ],
)
def test_a_wrong_line_is_named_and_the_others_are_read(places, line, refusal):
    text = f"{HEAD}a,103671306,Мектеп,,,kk\n{line}\n"
    schools, (wrong,) = read_schools(text, places)
    assert [s.id for s in schools] == ["a"]
    assert (type(wrong), wrong.arguments) == (type(refusal), refusal.arguments)


def test_a_table_without_its_columns_is_refused_as_a_whole(places):
    _, (wrong,) = read_schools("id,name\n1,2\n", places)
    assert type(wrong) is SchoolTableWithoutColumns
    assert wrong.columns == "locality, name_kk, languages"


@given(st.text(st.characters(), max_size=200))
def test_any_text_is_read_to_the_end(text):
    places = Places(())
    for table in (text, HEAD + text):
        schools, _ = read_schools(table, places)
        assert schools == ()


def test_the_register_is_whole():
    with (LISTS / "kato.csv").open(encoding="utf-8", newline="") as lines:
        codes = [row["kato"] for row in csv.DictReader(lines)]
    assert len(codes) == len(set(codes)) == 15_594
