import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.values.email import (
    Email,
    EmailEmpty,
    EmailLookAlike,
    EmailNoAt,
    EmailNoDomainDot,
    EmailNoName,
    EmailNoSuchDomain,
    EmailSpaceInside,
    EmailTooLong,
    EmailTwoAts,
    EmailWrongCharacter,
    EmailWrongFormat,
)


@pytest.mark.parametrize(
    "typed",
    [
        "asel@mail.kz",
        "mailto:asel@mail.kz",
        "<asel@mail.kz>",
        " asel@MAIL.kz. ",
        "asel@mail.kz,",
        "asel @ mail.kz",
        "Асель <asel@mail.kz>",
        "e-mail: asel@mail.kz",
        "пошта: asel@mail.kz;",
        "«asel@mail.kz»",
        "asel\u200b@mail.kz",
    ],
)
def test_what_people_put_around_an_address_does_not_matter(typed):
    assert Email.read(typed).text == "asel@mail.kz"


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("", EmailEmpty()),
        ("<>", EmailEmpty()),
        ("asel.mail.kz", EmailNoAt()),
        ("asel@@mail.kz", EmailTwoAts()),
        ("asel@mail.kz, asan@mail.kz", EmailSpaceInside()),
        ("asel k@mail.kz", EmailSpaceInside()),
        ("@mail.kz", EmailNoName()),
        ("asel@mail", EmailNoDomainDot("mail")),
        ("asel@", EmailNoDomainDot("")),
        ("asel@mаil.kz", EmailLookAlike("mаil.kz", "mail.kz")),
        ("asel@маil.kz", EmailLookAlike("маil.kz", "mail.kz")),
        ("аsel@mail.kz", EmailWrongCharacter("а")),
        ("asel@mailж.kz", EmailWrongCharacter("ж")),
        ("asel,k@mail.kz", EmailWrongCharacter(",")),
        ("asel@ma_il.kz", EmailWrongCharacter("_")),
        ("asel@mail.test", EmailNoSuchDomain("mail.test")),
        ("a..b@mail.kz", EmailWrongFormat()),
        (".a@mail.kz", EmailWrongFormat()),
        ("asel@1.2.3.4", EmailWrongFormat()),
        ("a" * 65 + "@mail.kz", EmailTooLong(65)),
        ("a@" + "b" * 5000 + ".kz", EmailTooLong(5005)),
    ],
)
def test_each_slip_has_its_own_refusal(typed, refusal):
    with pytest.raises(type(refusal)) as caught:
        Email.read(typed)
    assert caught.value.arguments == refusal.arguments


def test_a_wholly_cyrillic_domain_is_right():
    assert Email.read("asel@ПОЧТА.рф").text == "asel@почта.рф"


def test_addresses_that_differ_in_case_are_one():
    assert Email.read("Asel@mail.kz").key == Email.read("aSEL@MAIL.KZ").key


@pytest.mark.parametrize(
    ("domain", "meant"),
    [
        ("gmial.com", "gmail.com"),
        ("gmail.con", "gmail.com"),
        ("gmai.com", "gmail.com"),
        ("mail.ry", "mail.ru"),
        ("mal.kz", "mail.kz"),
        ("school.kzz", "school.kz"),
        ("yandexx.ru", "yandex.ru"),
    ],
)
def test_a_usual_slip_is_asked_about(domain, meant):
    assert Email.read(f"asel@{domain}").suggestion == f"asel@{meant}"


@pytest.mark.parametrize(
    "domain", ["mail.kz", "ymail.com", "nis.edu.kz", "example.com", "mail.kg", "bk.ru", "vk.ru"]
)
def test_a_real_domain_is_not_asked_about(domain):
    assert Email.read(f"asel@{domain}").suggestion is None


def test_an_address_is_shown_masked():
    assert Email.read("asel@mail.kz").masked == "a***@mail.kz"
    assert "asel" not in repr(Email.read("asel@mail.kz"))


@given(st.emails())
def test_any_address_of_the_standard_reads_back_or_is_refused(address):
    try:
        text = Email.read(address).text
    except Refusal:
        return
    assert Email.read(text).text == text
