import pytest

from domain.values.passwords import (
    PasswordEmpty,
    PasswordLacks,
    PasswordTooLong,
    PasswordUnreadable,
    Rules,
    missing_parts,
)


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("", ("length", "upper", "lower", "digit", "special")),
        ("aaaaaaaa", ("upper", "digit", "special")),
        ("Aa1!", ("length",)),
        ("AAAA1111!", ("lower",)),
        ("Aaaaaaa1", ("special",)),
        ("Aaaaaa1 ", ("special",)),
        ("Aaaaaaa!", ("digit",)),
        ("Aaaaaa!٨", ("digit",)),
        ("Құпия-сөз1", ()),
        ("Aa1!aaaa", ()),
    ],
)
def test_each_missing_part_is_named_in_one_order(typed, parts):
    assert missing_parts(typed) == parts


def test_rules_of_another_portal_are_its_own():
    rules = Rules(least=8, most=40, kinds=())
    assert rules.read("құпиясөз") == "құпиясөз"
    with pytest.raises(PasswordTooLong) as caught:
        rules.read("a" * 41)
    assert caught.value.arguments == {"characters": 41, "most": 40}


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("", PasswordEmpty),
        ("a", PasswordLacks),
        ("Aa1!aaaa\x00", PasswordUnreadable),
        ("Aa1!aaaa\ud800", PasswordUnreadable),
        ("Aa1!" * 1250, PasswordTooLong),
    ],
)
def test_each_slip_has_its_own_refusal(typed, refusal):
    with pytest.raises(refusal):
        Rules().read(typed)


def test_one_letter_typed_on_two_phones_is_one_password():
    assert Rules().read("Aa1!аааи\u0306") == Rules().read("Aa1!ааай")
