"""A phone that proves something: only the own contact will do, and for one login only."""

import pytest

from domain.accounts import SignInWrong
from domain.errors import Refusal
from domain.forms.chat_codes import CHAT_CODE
from domain.forms.holders import CabinetEntryWrong, Entry, HolderPhone, opens_cabinet
from domain.forms.person import (
    ContactPhone,
    OwnContactNeeded,
    OwnPhone,
    OwnPhoneForeign,
    own_contact,
)
from domain.own_codes import ChatCodeOver
from domain.people import AccountId
from domain.values.passwords import PasswordEmpty

PHONE = "+77000000001"
MINE, OTHERS = {"login": "880412490003"}, {"login": "850903390010"}


def test_a_typed_number_is_no_proof() -> None:
    with pytest.raises(OwnContactNeeded):
        OwnPhone().read(PHONE, {})


def test_the_own_contact_is_read_in_any_format_and_only_once() -> None:
    held = OwnPhone().read(own_contact("77000000001"), {})
    assert held == own_contact(PHONE)
    assert OwnPhone().read(held, {}) == held
    assert OwnPhone().show(held, {}) == "+7 700 000 00 01"


@pytest.mark.parametrize("phone", ["", "79991234567", "77272000000", "49301234567"])
def test_a_number_of_elsewhere_cannot_be_linked(phone: str) -> None:
    with pytest.raises(OwnPhoneForeign):
        OwnPhone().read(own_contact(phone), {})


def test_a_question_that_proves_nothing_takes_both() -> None:
    assert ContactPhone().read(own_contact(PHONE), {}) == PHONE
    assert ContactPhone().read("8 700 000 00 01", {}) == PHONE


def test_a_proof_holds_for_its_own_login_only() -> None:
    proven = {"own": PHONE, "for": MINE["login"]}
    assert HolderPhone().read(proven, MINE) == proven
    with pytest.raises(OwnContactNeeded):
        HolderPhone().read(proven, OTHERS)


def test_a_password_that_opened_one_cabinet_opens_no_other() -> None:
    opened = {"account": 5, "for": MINE["login"]}
    assert Entry().read(opened, MINE) == opened
    with pytest.raises(PasswordEmpty):
        Entry().read(opened, OTHERS)
    with pytest.raises(PasswordEmpty):
        Entry().read({"account": 5}, MINE)


def test_a_spent_code_holds_for_its_own_request_only() -> None:
    assert CHAT_CODE.read("123 456", {"request": "a"}) == "123456"
    assert CHAT_CODE.read({"proved": "a"}, {"request": "a"}) == {"proved": "a"}
    with pytest.raises(ChatCodeOver):
        CHAT_CODE.read({"proved": "a"}, {"request": "b"})


async def test_a_wrong_password_is_told_in_the_words_of_cabinets() -> None:
    check = opens_cabinet(ClosedDoor(), "indigo")
    with pytest.raises(CabinetEntryWrong):
        await check({"typed": "Aa1!aaaa"}, MINE)


class ClosedDoor:
    async def open(self, portal: str, login: str, password: str) -> AccountId:
        raise SignInWrong


@pytest.mark.parametrize(
    "raw", [None, 5, [], {}, {"own": None}, {"own": 7}, {"own": {"own": PHONE}}]
)
def test_forged_answers_are_refused(raw: object) -> None:
    with pytest.raises(Refusal):
        OwnPhone().read(raw, {})
