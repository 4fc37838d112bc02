import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from synthetic import synthetic

from domain.errors import Refusal
from domain.values.bin import Bin, BinNotOrganisation, BinWrongChecksum
from domain.values.control import FIRST_PASS, control_digit
from domain.values.iin import (
    Iin,
    IinEmpty,
    IinNeverIssued,
    IinNoSuchDate,
    IinOfNonResident,
    IinTooLong,
    IinTooShort,
    IinWrongCharacter,
    IinWrongChecksum,
    IinWrongSeventhDigit,
)

VECTORS = json.loads((Path(__file__).parent / "iin_vectors.json").read_text())
SEXES = {"M": "male", "F": "female"}
BOY = "190815590006"

days = st.dates(min_value=date(1800, 1, 1), max_value=date(2099, 12, 31))


@st.composite
def numbers(draw):
    number = synthetic(
        draw(days), draw(st.sampled_from(["male", "female"])), draw(st.integers(9000, 9999))
    )
    assume(number is not None)
    return number


@pytest.mark.parametrize("vector", VECTORS["valid_synthetic"], ids=lambda v: v["iin"])
def test_a_right_number_tells_birth_date_and_sex(vector):
    number = Iin.read_foreign(vector["iin"])
    born = vector["born"] and date.fromisoformat(vector["born"])
    assert (number.text, number.born, number.sex) == (
        vector["iin"],
        born,
        SEXES.get(vector["sex"]),
    )


@pytest.mark.parametrize("vector", VECTORS["invalid"], ids=lambda v: v["why"])
def test_a_wrong_number_is_refused(vector):
    with pytest.raises(Refusal):
        Iin.read_foreign(vector["iin"])


@pytest.mark.parametrize("number", VECTORS["test_cert_iins_fail_control"])
def test_numbers_of_test_certificates_fail_the_control_digit(number):
    assert control_digit(number[:11]) != int(number[11])


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("", IinEmpty()),
        ("  \u200f\x00 ", IinEmpty()),
        ("ЖСН:", IinEmpty()),
        ("19081559000", IinTooShort(11)),
        ("1908155900066", IinTooLong(13)),
        ("19081559000O", IinWrongCharacter("O")),
        ("٠٦١٢١١٦٠٠٠١٢", IinWrongCharacter("٠")),
        ("１90815590006", IinWrongCharacter("１")),
        ("190815590007", IinWrongChecksum()),
        ("191315590000", IinNoSuchDate("191315")),
        ("190230590000", IinNoSuchDate("190230")),
        ("821214240092", IinNeverIssued()),
        ("950505090009", IinOfNonResident()),
        ("190815790000", IinWrongSeventhDigit("7")),
    ],
)
def test_each_slip_has_its_own_refusal(typed, refusal):
    with pytest.raises(type(refusal)) as caught:
        Iin.read(typed)
    assert caught.value.arguments == refusal.arguments


@pytest.mark.parametrize(
    "typed",
    [
        "190815 590006",
        "1908-1559-0006",
        "190815\u00a0590\u202f006",
        "ЖСН: 190815590006",
        "ИИН 190815590006.",
        "iin190815590006",
        "\u200e190815590006\u200f",
        "190815–590006",
    ],
)
def test_what_people_put_around_the_digits_does_not_matter(typed):
    assert Iin.read(typed).text == BOY


@given(numbers(), st.integers(1, 9))
def test_a_wrong_last_digit_is_always_found(number, shift):
    with pytest.raises(Refusal):
        Iin.read(number[:11] + str((int(number[11]) + shift) % 10))


@given(numbers(), st.integers(0, 9), st.integers(1, 9))
def test_a_wrong_digit_is_found_unless_the_second_pass_hides_it(number, place, shift):
    slip = number[:place] + str((int(number[place]) + shift) % 10) + number[place + 1 :]
    assume(passes(number) == passes(slip) == 1)
    with pytest.raises(Refusal):
        Iin.read(slip)


@given(numbers(), st.integers(0, 8))
def test_swapped_neighbours_are_found_unless_the_second_pass_hides_them(number, place):
    slip = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    assume(slip != number and passes(number) == passes(slip) == 1)
    with pytest.raises(Refusal):
        Iin.read(slip)


def passes(number):
    return 1 + (sum(int(d) * w for d, w in zip(number[:11], FIRST_PASS, strict=True)) % 11 == 10)


@given(numbers())
def test_reading_again_changes_nothing(number):
    assert Iin.read(str(Iin.read(number))) == Iin.read(number)


@given(days, st.sampled_from(["male", "female"]), st.integers(9000, 9999))
def test_the_number_tells_what_it_was_made_of(born, sex, serial):
    number = synthetic(born, sex, serial)
    assume(number is not None)
    read = Iin.read(number)
    assert (read.born, read.sex) == (born, sex)
    assert read.differs_from(born=born, sex=sex) == ()


def test_what_differs_from_the_number_is_named():
    number = Iin.read(BOY)
    assert number.differs_from(born=date(2019, 8, 16), sex="female") == ("born", "sex")
    assert number.differs_from(born=None, sex="male") == ()
    assert Iin.read_foreign("950505090009").differs_from(born=date(1995, 5, 6), sex="male") == ()


def test_a_number_does_not_show_itself_in_logs():
    assert "081559" not in f"{Iin.read(BOY)!r}"


@pytest.mark.parametrize("number", VECTORS["bin_valid"])
def test_a_right_bin_is_read(number):
    assert Bin.read(f"БСН {number}").text == number


def test_a_wrong_bin_is_refused():
    with pytest.raises(BinWrongChecksum):
        Bin.read(VECTORS["bin_invalid"][0])
    with pytest.raises(BinNotOrganisation):
        Bin.read(BOY)
