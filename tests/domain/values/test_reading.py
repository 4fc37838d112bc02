"""Laws every value keeps, whatever is typed."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.values.bin import Bin
from domain.values.days import Day
from domain.values.email import Email
from domain.values.iin import Iin
from domain.values.lines import Line, LineEmpty, LineTooLong, LineTooShort
from domain.values.names import FullName, Name, none_said
from domain.values.numbers import (
    NumberEmpty,
    NumberTooBig,
    NumberTooSmall,
    NumberWrongCharacter,
    Whole,
)
from domain.values.passwords import Rules
from domain.values.phone import Phone
from domain.values.yesno import yes_or_no

TODAY = date(2026, 11, 20)
READERS = {
    "iin": lambda raw: Iin.read(raw).text,
    "foreign iin": lambda raw: Iin.read_foreign(raw).text,
    "bin": lambda raw: Bin.read(raw).text,
    "phone": lambda raw: Phone.read(raw).text,
    "email": lambda raw: Email.read(raw).text,
    "day": lambda raw: Day.read(raw).text,
    "birth": lambda raw: Day.read_birth(raw, today=TODAY).text,
    "ahead": lambda raw: Day.read_ahead(raw, today=TODAY).text,
    "name": lambda raw: Name.read(raw).text,
    "full name": lambda raw: FullName.read(raw).text,
    "line": lambda raw: Line.read(raw, most=60).text,
    "number": lambda raw: Whole.read(raw, least=-5, most=1200).text,
    "password": lambda raw: Rules(kinds=()).read(raw),
}
ALPHABETS = "аәбгғдеёиійкқлмнңоөпрстуұүфхһцчшщъыьэюяАӘІҢҚÄßİəabcehikmoptxyzABCEHZ"
anything = st.one_of(
    st.text(st.characters(), max_size=80),
    st.text(st.characters(categories=["Cs", "Cf", "Cc", "Zs", "Nd", "Lu", "Ll"]), max_size=30),
    st.text("0123456789 +-().@٨８\u00a0\u200f\x00", max_size=24),
    st.text(ALPHABETS + " -'’.@", max_size=70),
    st.from_regex(r"[78+]7[0-9 ()-]{9,12}", fullmatch=True),
    st.from_regex(r"[0-9]{1,4}[./ -][0-9]{1,2}[./ -][0-9]{1,4}", fullmatch=True),
    st.from_regex(r"[a-zа-я.@0-9-]{1,9}@[a-zа-яё0-9.-]{1,12}\.(kz|ru|қаз)", fullmatch=True),
)


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
def test_anything_is_read_to_the_end_or_refused(reader):
    @given(anything)
    @example("a" * 5000)
    @example("1" * 5000)
    @example("\ud800\x00\u202e<b>😀</b>")
    @example("@" * 300)
    def holds(raw):
        try:
            text = reader(raw)
        except Refusal:
            return
        assert reader(text) == text

    holds()


@given(anything)
def test_yes_no_and_none_never_fail(raw):
    assert yes_or_no(raw) in {True, False, None}
    assert none_said(raw) in {True, False}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("иә", True),
        ("Ия", True),
        ("ДА!", True),
        ("yes", True),
        ("ok", True),
        ("+", True),
        ("👍", True),
        ("lf", True),
        ("жоқ", False),
        ("Жок", False),
        ("нет", False),
        ("No.", False),
        ("-", False),
        ("ytn", False),
        (";jr", False),
        ("тщ", False),
        ("нуы", True),
        ("мүмкін", None),
        ("", None),
        ("да нет", None),
    ],
)
def test_yes_and_no_are_understood_in_three_languages(typed, meant):
    assert yes_or_no(typed) is meant


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("", NumberEmpty()),
        ("он екі", NumberWrongCharacter("о")),
        ("١٢", NumberWrongCharacter("١")),
        ("1,5", NumberWrongCharacter(",")),
        ("0", NumberTooSmall(1)),
        ("-5", NumberTooSmall(1)),
        ("13", NumberTooBig(12)),
        ("9" * 5000, NumberTooBig(12)),
    ],
)
def test_a_number_is_refused_for_its_own_reason(typed, refusal):
    with pytest.raises(type(refusal)) as caught:
        Whole.read(typed, least=1, most=12)
    assert caught.value.arguments == refusal.arguments


def test_a_number_may_have_spaces_and_zeros_in_front():
    assert Whole.read(" 1 000 ", least=0, most=5000).value == 1000
    assert Whole.read("007", least=0, most=9).text == "7"


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        (" \n\u200b", LineEmpty()),
        ("ab", LineTooShort(2, 3)),
        ("a" * 5000, LineTooLong(5000, 200)),
    ],
)
def test_a_line_is_refused_for_its_own_reason(typed, refusal):
    with pytest.raises(type(refusal)) as caught:
        Line.read(typed, least=3)
    assert caught.value.arguments == refusal.arguments
