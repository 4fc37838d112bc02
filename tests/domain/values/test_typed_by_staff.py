"""Times of day, texts of several lines and notice numbers, as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.values import notice_number
from domain.values.passages import Passage
from domain.values.times import DayTime, TimeNoSuch, TimeNotATime


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("10:00", "10:00"),
        ("10.30", "10:30"),
        ("9-05", "09:05"),
        ("1430", "14:30"),
        ("930", "09:30"),
        ("10", "10:00"),
        ("сағат 10", "10:00"),
        ("10 сағ 30 мин", "10:30"),
        ("в 10 часов", "10:00"),
        ("в 10 ч. 30 мин.", "10:30"),
        ("at 3 pm", "15:00"),
        ("12 pm", "12:00"),
    ],
)
def test_a_time_is_read_as_it_is_said(typed: str, kept: str) -> None:
    assert DayTime.read(typed).text == kept
    assert DayTime.read(kept).text == kept


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("", TimeNotATime),
        ("ертең", TimeNotATime),
        ("10:00:00", TimeNotATime),
        ("25:00", TimeNoSuch),
        ("10:75", TimeNoSuch),
        ("6.10.2026", TimeNotATime),
    ],
)
def test_what_is_no_time_is_refused(typed: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        DayTime.read(typed)


def test_a_text_keeps_its_lines() -> None:
    typed = "  Бірінші жол \r\n\n\n\n екінші\u200b жол\n"
    assert Passage.read(typed, least=1, most=100).text == "Бірінші жол\n\nекінші жол"


@given(st.text())
def test_a_text_read_twice_is_the_same(raw: str) -> None:
    try:
        once = Passage.read(raw, least=1, most=1000).text
    except Refusal:
        return
    assert Passage.read(once, least=1, most=1000).text == once


@given(st.integers(0, 7), st.integers(1, 9))
def test_one_wrong_figure_is_never_another_number(place: int, by: int) -> None:
    number = notice_number.new()
    wrong = str((int(number[place]) + by) % 10)
    assert not notice_number.right(number[:place] + wrong + number[place + 1 :])


@given(st.integers(0, 6))
def test_two_swapped_figures_are_never_another_number(place: int) -> None:
    number = notice_number.new()
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    assert swapped == number or not notice_number.right(swapped)


def test_a_number_is_read_however_it_is_typed() -> None:
    number = notice_number.new()
    shown = notice_number.shown(number)
    for typed in (number, shown, f"№ {shown}", f"{number[:4]}-{number[4:]}", f" {shown}. "):
        assert notice_number.typed(typed) == number
    assert notice_number.typed("12") is None
    assert notice_number.named_in(f"Хабарлама № {shown}. Тексеру: /check") == (number,)
    assert notice_number.named_in("110320690007") == ()
