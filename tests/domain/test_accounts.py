"""Accounts: opened once, confirmed by letter, signed in to; guessing is slow and counted."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.db.store import Store
from domain.accounts import (
    LIFE,
    RESEND_WAITS,
    SIGN_IN_FAILURES,
    SIGN_IN_PAUSE,
    TRIES,
    Account,
    AddressChangedTooOften,
    Confirmation,
    EmailTaken,
    IinHasAccount,
    LetterTooSoon,
    MailCodeOver,
    MailCodeWrong,
    Purpose,
    SignInPaused,
    confirm,
    count_sign_in,
    open_account,
    readdress,
    send_letter,
    sign_in,
    spend_code,
    spend_token,
)
from domain.forms.model import Desk, Draft
from domain.portals import daryn, daryn_acts
from tests.domain.stores import ASEL, BOLAT, NOW, account, later, letters, opened


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path) as found:
        yield found


@pytest.fixture
def pupil(store: Store) -> Account:
    return account(store)


def written(
    store: Store, pupil: Account, purpose: Purpose = "confirm", seconds: float = 0
) -> Confirmation:
    return send_letter(
        store, pupil, purpose, person=ASEL, language="ru", now=later(seconds=seconds)
    )


def wrong(letter: Confirmation) -> str:
    return f"{(int(letter.code) + 1) % 10**6:06d}"


def tried(store: Store, pupil: Account, letter: Confirmation, times: int = TRIES) -> list[str]:
    """Wrong codes in a row: the names of the refusals."""
    names = []
    for _ in range(times):
        with pytest.raises((MailCodeWrong, MailCodeOver)) as refused:
            spend_code(store, pupil.id, letter.purpose, wrong(letter), letter.last_sent)
        names.append(f"{refused.type.__name__} {getattr(refused.value, 'left', '')}".strip())
    return names


# Opening


def test_who_opens_an_account_is_signed_in_to_it(store: Store, pupil: Account) -> None:
    assert pupil.confirmed_at is None
    assert store.accounts.of(ASEL) == [pupil]
    assert store.people.load(ASEL).account == pupil.id


def test_sending_the_same_draft_again_opens_nothing(store: Store, pupil: Account) -> None:
    assert account(store).id == pupil.id


def test_an_iin_and_an_address_have_one_account(store: Store, pupil: Account) -> None:
    with pytest.raises(IinHasAccount):
        account(store, 1, iin=pupil.profile["iin"])
    with pytest.raises(EmailTaken) as taken:
        account(store, 1, email="PUPIL0@example.com")
    assert taken.value.email == "PUPIL0@example.com"


def test_another_portal_has_accounts_of_its_own(store: Store, pupil: Account) -> None:
    other = open_account(
        store,
        ASEL,
        portal="akmola",
        role="pupil",
        draft=900,
        profile=dict(pupil.profile),
        password_hash="hash",
        now=NOW,
    )
    assert other.id != pupil.id


# Letters


def test_a_letter_carries_link_code_and_end(store: Store, pupil: Account) -> None:
    letter = written(store, pupil)
    assert letters(store) == [
        {
            "letter": "daryn-confirm",
            "to": "pupil0@example.com",
            "language": "ru",
            "token": letter.token,
            "code": letter.code,
            "until": later(hours=24).isoformat(),
            "message_id": f"{letter.id}.1@otinim",
        }
    ]


def test_asked_again_it_is_the_same_letter_after_growing_waits(
    store: Store, pupil: Account
) -> None:
    first, at = written(store, pupil), 0.0
    for wait in (*RESEND_WAITS, RESEND_WAITS[-1]):
        with pytest.raises(LetterTooSoon) as soon:
            written(store, pupil, seconds=at)
        assert soon.value.seconds == wait
        with pytest.raises(LetterTooSoon) as soon:
            written(store, pupil, seconds=at + wait - 0.5)
        assert soon.value.seconds == 1
        at += wait
        again = written(store, pupil, seconds=at)
        assert (again.code, again.token, again.expires) == (
            first.code,
            first.token,
            first.expires,
        )
    ids = [owed["message_id"] for owed in letters(store)]
    assert ids == [f"{first.id}.{n}@otinim" for n in range(1, 7)]


def test_an_expired_letter_is_replaced_at_once(store: Store, pupil: Account) -> None:
    first = written(store, pupil, "reset")
    second = written(store, pupil, "reset", seconds=LIFE["reset"].total_seconds())
    assert second.token != first.token
    assert second.sends == 1
    assert spend_token(store, first.token, "reset", NOW) is None


def test_a_code_tried_too_often_is_replaced_but_no_sooner(store: Store, pupil: Account) -> None:
    """Or ten thousand letters would make fifty thousand guesses."""
    first = written(store, pupil)
    tried(store, pupil, first)
    with pytest.raises(LetterTooSoon):
        written(store, pupil, seconds=29)
    second = written(store, pupil, seconds=30)
    assert (second.token != first.token, second.sends, second.tries) == (True, 2, 0)
    tried(store, pupil, second)
    with pytest.raises(LetterTooSoon) as soon:
        written(store, pupil, seconds=30)
    assert soon.value.seconds == RESEND_WAITS[1]


# Codes and links


@pytest.mark.parametrize("purpose", ["confirm", "reset"])
def test_a_code_is_good_once_until_it_expires(
    store: Store, pupil: Account, purpose: Purpose
) -> None:
    letter = written(store, pupil, purpose)
    with pytest.raises(MailCodeOver):
        spend_code(store, pupil.id, purpose, letter.code, NOW + LIFE[purpose])
    last = NOW + LIFE[purpose] - timedelta(seconds=1)
    assert spend_code(store, pupil.id, purpose, letter.code, last).account == pupil.id
    with pytest.raises(MailCodeOver):
        spend_code(store, pupil.id, purpose, letter.code, NOW)
    assert spend_token(store, letter.token, purpose, NOW) is None


def test_five_wrong_codes_close_even_the_right_one(store: Store, pupil: Account) -> None:
    letter = written(store, pupil)
    left = [f"MailCodeWrong {n}" for n in range(TRIES - 1, 0, -1)]
    assert tried(store, pupil, letter) == [*left, "MailCodeOver"]
    with pytest.raises(MailCodeOver):
        spend_code(store, pupil.id, "confirm", letter.code, NOW)


def test_a_code_serves_its_own_purpose_and_account_only(store: Store, pupil: Account) -> None:
    letter = written(store, pupil, "confirm")
    other = account(store, 1, BOLAT)
    with pytest.raises(MailCodeOver):
        spend_code(store, pupil.id, "reset", letter.code, NOW)
    with pytest.raises(MailCodeOver):
        spend_code(store, other.id, "confirm", letter.code, NOW)
    assert spend_token(store, letter.token, "reset", NOW) is None


def test_a_link_is_good_once_until_it_expires(store: Store, pupil: Account) -> None:
    letter = written(store, pupil)
    assert spend_token(store, letter.token, "confirm", NOW + LIFE["confirm"]) is None
    assert spend_token(store, letter.token, "confirm", NOW) == letter
    assert spend_token(store, letter.token, "confirm", NOW) is None
    assert spend_token(store, "unknown", "confirm", NOW) is None


def test_an_account_is_confirmed_at_its_first_time(store: Store, pupil: Account) -> None:
    confirm(store, pupil.id, NOW)
    confirm(store, pupil.id, later(days=1))
    found = store.accounts.load(pupil.id)
    assert found is not None
    assert found.confirmed_at == NOW


def test_a_corrected_address_gets_a_letter_of_its_own(store: Store, pupil: Account) -> None:
    first = written(store, pupil)
    pupil = readdress(store, pupil, "right@example.com", NOW)
    second = written(store, pupil)
    assert [owed["to"] for owed in letters(store)] == ["pupil0@example.com", "right@example.com"]
    assert spend_token(store, first.token, "confirm", NOW) is None
    assert spend_token(store, second.token, "confirm", NOW) is not None
    assert store.accounts.by_email("daryn", "pupil0@example.com") is None


def test_an_address_of_another_is_not_taken(store: Store, pupil: Account) -> None:
    account(store, 1, BOLAT)
    with pytest.raises(EmailTaken):
        readdress(store, pupil, "pupil1@example.com", NOW)


def test_an_address_is_corrected_five_times_a_day(store: Store, pupil: Account) -> None:
    for n in range(5):
        pupil = readdress(store, pupil, f"try{n}@example.com", NOW)
    with pytest.raises(AddressChangedTooOften):
        readdress(store, pupil, "try6@example.com", NOW)
    readdress(store, pupil, "try6@example.com", later(days=2))


# Signing in


def failed(store: Store, times: int, seconds: float = 0) -> None:
    for _ in range(times):
        count_sign_in(store, "pupil0@example.com", later(seconds=seconds))


def test_ten_failures_pause_for_an_hour(store: Store) -> None:
    failed(store, SIGN_IN_FAILURES - 1)
    failed(store, 1, seconds=1800)
    with pytest.raises(SignInPaused) as paused:
        store.attempt(lambda: failed(store, 1, seconds=1801))
    assert paused.value.minutes == 60
    with pytest.raises(SignInPaused):
        store.attempt(lambda: failed(store, 1, seconds=1800 + 3599))
    failed(store, 1, seconds=1800 + SIGN_IN_PAUSE.total_seconds())


def test_a_pause_is_one_logins_only(store: Store) -> None:
    failed(store, SIGN_IN_FAILURES)
    count_sign_in(store, "other@example.com", NOW)


def test_signing_in_forgets_the_failures(store: Store, pupil: Account) -> None:
    failed(store, SIGN_IN_FAILURES)
    sign_in(store, BOLAT, pupil.id, "pupil0@example.com", NOW)
    failed(store, SIGN_IN_FAILURES)
    assert store.accounts.people_of(pupil.id) == [ASEL, BOLAT]


# The reset of a password


def desk(store: Store) -> Desk:
    return Desk(store, ASEL, "ru", NOW)


def test_a_letter_is_sent_only_to_a_login_there_is(store: Store, pupil: Account) -> None:
    for login in (pupil.email, pupil.profile["iin"]):
        assert daryn.letter_to_login(desk(store), login, {}) == {"account": pupil.id}
    assert daryn.letter_to_login(desk(store), "nobody@example.com", {}) == {"account": 0}
    assert len(letters(store)) == 1


def test_guessing_codes_tells_nobody_who_has_an_account(store: Store, pupil: Account) -> None:
    field = daryn.mail_code("reset", ())
    assert field.lookup is not None
    seen = []
    for login, number in ((pupil.email, pupil.id), ("nobody@example.com", 0)):
        letter = written(store, pupil, "reset", seconds=len(seen) * 1000)
        names = []
        for _ in range(TRIES + 1):
            with pytest.raises((MailCodeWrong, MailCodeOver)) as refused:
                field.lookup(desk(store), wrong(letter), {"login": login, "account": number})
            names.append((refused.type, getattr(refused.value, "left", None)))
        seen.append(names)
    assert seen[0] == seen[1]


def test_a_code_proves_the_account_it_was_sent_for(store: Store, pupil: Account) -> None:
    """Who proved their own account and then names another login proves nothing of that one."""
    field = daryn.mail_code("reset", ())
    assert field.lookup is not None
    letter = written(store, pupil, "reset")
    facts = field.lookup(desk(store), letter.code, {"account": pupil.id})
    assert facts == {"code": {"proved": pupil.id}}
    with pytest.raises(MailCodeOver):
        field.kind.read(facts["code"], {"account": pupil.id + 1})


def test_a_new_password_holds_confirms_and_signs_in(store: Store, pupil: Account) -> None:
    store.accounts.sign_out(pupil.id, ASEL)
    draft = store.drafts.open(ASEL, daryn.RESET, NOW, answers={})
    held = {"account": pupil.id, "password": {"hash": "new"}}
    assert daryn_acts.change_password(desk(store), Draft(draft.id, daryn.RESET), held) == pupil.id
    (found,) = store.accounts.of(ASEL)
    assert (found.password_hash, found.confirmed_at) == ("new", NOW)
    assert store.drafts.find(ASEL, daryn.RESET) is None
