from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.values.calendar import age_on, is_day_off, working_day_before, working_day_by
from domain.values.days import (
    Day,
    DayEmpty,
    DayInFuture,
    DayInPast,
    DayNoSuchDate,
    DayNotADate,
    DayTooLongAgo,
    DayWithoutYear,
)
from domain.values.months import NAMES, month_of

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    "typed",
    [
        "15.08.2019",
        "15.8.2019",
        "15/08/2019",
        "15-8-2019",
        "15 08 2019",
        "2019-08-15",
        "2019.08.15",
        "15082019",
        "20190815",
        "150819",
        "15.08.19",
        "15 тамыз 2019",
        "15 тамыз 2019 ж.",
        "2019 жылғы 15 тамыз",
        "2019 ж. 15 тамызда",
        "15-тамыз, 2019",
        "15 августа 2019 г.",
        "15 август 2019 года",
        "15-е августа 2019",
        "15 авг. 2019",
        "15авг2019",
        "15 August 2019",
        "August 15, 2019",
        "15th of August 2019",
        "15 Aug 19",
        "15 ТАМЫЗ 2019",
        "15 тaмыз 2019",
        "15 fduecnf 2019",
        "15 nfvsp 2019",
        "15 . 08 . 2019.",
        "15–08–2019",
        "\u200e15.08.2019",
    ],
)
def test_a_day_is_read_in_any_format(typed):
    assert Day.read_birth(typed, today=TODAY).text == "2019-08-15"


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("", DayEmpty()),
        ("\u00ad", DayEmpty()),
        ("кеше", DayNotADate()),
        ("15", DayNotADate()),
        ("15.08.2019 10:00", DayNotADate()),
        ("1.2.3", DayNotADate()),
        ("٨.٨.2019", DayNotADate()),
        ("1" * 5000, DayNotADate()),
        ("15.08", DayWithoutYear()),
        ("15 тамыз", DayWithoutYear()),
        ("31.02.2019", DayNoSuchDate("31.02.2019")),
        ("29 ақпан 2019", DayNoSuchDate("29.02.2019")),
        ("08/15/2019", DayNoSuchDate("08.15.2019")),
        ("00.00.0000", DayNoSuchDate("00.00.0000")),
        ("21.11.2026", DayInFuture(date(2026, 11, 21))),
        ("15.08.1819", DayTooLongAgo(date(1819, 8, 15), date(1906, 1, 1))),
    ],
)
def test_each_slip_has_its_own_refusal(typed, refusal):
    with pytest.raises(type(refusal)) as caught:
        Day.read_birth(typed, today=TODAY)
    assert caught.value.arguments == refusal.arguments


def test_two_figures_of_a_birth_year_mean_the_past():
    years = {f: Day.read_birth(f"1.1.{f}", today=TODAY).on.year for f in ("00", "26", "27", "99")}
    assert years == {"00": 2000, "26": 2026, "27": 1927, "99": 1999}


def test_two_figures_of_another_year_mean_this_century():
    assert Day.read("05.12.27").text == "2027-12-05"


def test_a_day_to_come_may_be_today_but_not_yesterday():
    assert Day.read_ahead("20.11.2026", today=TODAY).on == TODAY
    with pytest.raises(DayInPast):
        Day.read_ahead("19.11.2026", today=TODAY)


@given(st.dates())
def test_what_is_kept_reads_back(day):
    assert Day.read(day.isoformat()).on == day


@given(st.dates(min_value=date(1910, 1, 1), max_value=TODAY), st.integers(0, 3))
def test_a_month_in_words_reads_as_one_in_figures(day, form):
    assert Day.read(f"{day.day} {NAMES[day.month - 1][form]} {day.year}").on == day


def test_no_three_letters_begin_two_months():
    for number, names in enumerate(NAMES, start=1):
        assert [month_of(name[:3]) for name in names] == [number] * 4


def test_age_is_counted_in_full_years():
    born = date(2020, 2, 29)
    assert [age_on(d, born=born) for d in (date(2026, 2, 28), date(2026, 3, 1))] == [5, 6]


def test_a_deadline_on_a_sunday_is_met_on_friday():
    assert working_day_by(date(2027, 9, 5)) == date(2027, 9, 3)
    assert working_day_by(date(2028, 9, 5)) == date(2028, 9, 5)
    assert working_day_before(date(2028, 9, 5)) == date(2028, 9, 4)


def test_a_holiday_is_a_day_off():
    new_year = {date(2027, 1, 1)}
    assert is_day_off(date(2027, 1, 1), new_year)
    assert working_day_by(date(2027, 1, 3), new_year) == date(2026, 12, 31)
