import pytest

from domain.values.phone import (
    Phone,
    PhoneEmpty,
    PhoneForeign,
    PhoneLandline,
    PhoneNotMobile,
    PhoneTooLong,
    PhoneTooShort,
    PhoneWrongCharacter,
)


@pytest.mark.parametrize(
    "typed",
    [
        "+77000000001",
        "77000000001",
        "87000000001",
        "7000000001",
        "8 700 000 00 01",
        "8-700-000-00-01",
        "+7 (700) 000-00-01",
        "+7(700)0000001",
        "8 (700) 000.00.01",
        "+7\t700\u00a0000\u202f00 01",
        "тел. 87000000001",
        "тел:87000000001",
        "ұялы: 8 700 000 00 01",
        "tel +7 700 000 00 01",
        "\u202a+77000000001\u202c",
        "+8 700 000 00 01",
        "00 7 700 000 00 01",
        "8 10 7 700 000 00 01",
        "+7 — 700 — 000 — 00 — 01",
        "[8] 700 000 00 01",
    ],
)
def test_a_mobile_is_read_in_any_format(typed):
    assert Phone.read(typed).text == "+77000000001"


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("", PhoneEmpty()),
        ("+", PhoneEmpty()),
        ("тел.", PhoneEmpty()),
        ("менде жоқ", PhoneWrongCharacter("м")),
        ("８7000000001", PhoneWrongCharacter("８")),
        ("٨7000000001", PhoneWrongCharacter("٨")),
        ("700 000 00 0", PhoneTooShort(9)),
        ("8700000000", PhoneTooShort(10)),
        ("112", PhoneTooShort(3)),
        ("8 700 000 00 011", PhoneTooLong(12)),
        ("8 700 000 00 01, 8 700 000 00 02", PhoneTooLong(22)),
        ("+7 916 000 00 01", PhoneForeign()),
        ("9160000001", PhoneForeign()),
        ("+996 700 000 001", PhoneForeign()),
        ("+86 139 0000 0001", PhoneForeign()),
        ("8 727 300 00 01", PhoneLandline()),
        ("8 799 000 00 01", PhoneNotMobile("799")),
    ],
)
def test_each_slip_has_its_own_refusal(typed, refusal):
    with pytest.raises(type(refusal)) as caught:
        Phone.read(typed)
    assert caught.value.arguments == refusal.arguments


def test_a_number_is_shown_in_groups_or_masked():
    phone = Phone.read("87000000001")
    assert (phone.spaced, phone.masked) == ("+7 700 000 00 01", "+7 700 *** ** 01")
    assert "00000" not in repr(phone)
