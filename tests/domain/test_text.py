import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.search import Index, indexed, one_typo, rank
from domain.text import clean, digits_of, fold, layouts, readings, same

anything = st.text(st.characters())
near_home = st.text("аәеёиійїкқнңоөуұүўхһ abcehikmoptxyzABCİıəß'’ʼ-№.0٨\u0306\u0308", max_size=20)


@given(anything | near_home)
def test_cleaning_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)


@given(anything)
def test_clean_text_can_be_stored_anywhere(text):
    kept = clean(text)
    kept.encode()
    assert not {unicodedata.category(c) for c in kept} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert kept == kept.strip() == unicodedata.normalize("NFC", kept)
    assert "  " not in kept


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("a\x00b", "ab"),
        ("a\tb\r\n c", "a b c"),
        ("\ud83d", ""),
        ("\u202eабай\u202c\u200f", "абай"),
        ("ме\u00adк\u200bте\ufeffп", "мектеп"),
        ("a\u00a0\u2003b", "a b"),
        ("и\u0306 е\u0308", "й ё"),
        ("\u3164\u2800", ""),
        ("👍", "👍"),
    ],
)
def test_what_cannot_be_seen_is_dropped(raw, kept):
    assert clean(raw) == kept


@given(anything | near_home)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Мыңбұлақ а.", "мынбулак а"),
        ("Мынбұлақ  а", "мынбулак а"),
        ("Форт-Шевченко ќ.", "форт шевченко к"),
        (
            "Әйтеке би, Үржар, Ғани, Һәм, Іле, Өскемен",
            "айтеке би уржар гани хам иле оскемен",
        ),
        ("Ёлка", "елка"),
        ("O'Brien", "obrien"),
        ("мeктеп", "мектеп"),
        ("HҰРЛАH", "нурлан"),
        ("Qūtty Şymkent", "qutty symkent"),
        ("№ 12 «ЖББОМ»", "12 жббом"),
        ("---", ""),
    ],
)
def test_a_key_forgets_case_marks_and_kazakh_letters(text, key):
    assert fold(text) == key


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ghbdtn", "привет"),
        ("руддщ", "hello"),
        (";jr", "жок"),
        ("vtrntg", "мектеп"),
        ("2kbz", "әлия"),
        ("ғғ", "55"),
    ],
)
def test_the_other_keyboards_are_tried(typed, meant):
    assert layouts(typed)[0] == typed
    assert meant in layouts(typed)


def test_a_number_is_a_number_on_every_keyboard():
    assert layouts("12") == ("12",)


@given(anything)
def test_the_text_itself_is_the_first_reading(text):
    assert layouts(text)[0] == text
    assert all(readings(text))


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("қазақ тілі", "Қазақ тілі"),
        ("казак тили", "Қазақ тілі"),
        ("rfpfr nbkb", "Қазақ тілі"),
        ("9A", "9А"),
        ("жиберу", "✅ Жіберу"),
        ("✅", "✅"),
        ("НЕТ", "Нет"),
        ("ytn", "Нет"),
    ],
)
def test_a_button_can_be_typed(typed, label):
    assert same(typed, label)


@pytest.mark.parametrize(
    ("typed", "label"), [("8 сынып", "9 сынып"), ("", "✅"), ("❌", "✅"), ("қаз", "Қазақ тілі")]
)
def test_another_button_is_not_meant(typed, label):
    assert not same(typed, label)


def test_only_ascii_digits_are_digits():
    assert digits_of("12٨８³a4") == "124"


PLACES = [
    "Абай облысы",
    "Абай ауданы",
    "Жаңа абай а.",
    "Қарабай а.",
    "Түркістан қ.",
    "Абай",
    "Ақтөбе",
    "9 сынып",
    "8 сынып",
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("абай", ["Абай", "Абай облысы", "Абай ауданы", "Жаңа абай а.", "Қарабай а."]),
        ("f,fq", ["Абай", "Абай облысы", "Абай ауданы", "Жаңа абай а.", "Қарабай а."]),
        ("а", ["Абай облысы", "Абай ауданы", "Абай", "Ақтөбе", "Жаңа абай а.", "Қарабай а."]),
        ("ауданы абай", ["Абай ауданы"]),
        ("туркстан", ["Түркістан қ."]),
        ("туркисатн", ["Түркістан қ."]),
        ("туркистаан кала", []),
        ("актобе", ["Ақтөбе"]),
        ("9 сынып", ["9 сынып"]),
        ("7 сынып", []),
        ("", []),
        ("...", []),
        ("абыр", []),
    ],
)
def test_labels_are_found_best_first(typed, found):
    assert [PLACES[i] for i in rank(typed, PLACES)] == found


def test_only_the_label_itself_is_exact():
    index = Index(PLACES)
    assert index.exact("АБАЙ") == [5]
    assert index.exact("аба") == []


@given(st.lists(near_home, max_size=8), near_home)
def test_every_label_finds_itself_first(labels, typed):
    index = Index(labels)
    for label in filter(fold, labels):
        assert fold(labels[index.rank(label)[0]]) == fold(label)
        assert index.exact(label)
    assert set(index.exact(typed)) <= set(index.rank(typed))


@given(near_home, near_home)
def test_a_typo_is_one_both_ways(a, b):
    assert one_typo(a, b) == one_typo(b, a)
    assert one_typo(a, a)


def test_a_list_asked_about_again_is_folded_once():
    assert indexed(("Абай", "Арыс")) is indexed(("Абай", "Арыс"))


def test_one_typo_is_one():
    assert all(
        one_typo("тамыз", x) for x in ("тамы", "тамызд", "тамаз", "тмаыз", "амыз", "ттамыз")
    )
    assert not any(one_typo("тамыз", x) for x in ("там", "тмазы", "шамыс", "тамызда"))
