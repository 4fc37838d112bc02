"""Accounts of portals: one per IIN and e-mail (where the portal asks for one), signed in to."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import ceil
from typing import Any, Literal, NoReturn, TypeAlias

from domain.errors import Refusal
from domain.outbox import Notice
from domain.people import AccountId, PersonId
from domain.ports import Lang
from domain.store import Store

Role: TypeAlias = Literal["pupil", "teacher", "parent"]
Purpose: TypeAlias = Literal["confirm", "reset"]

LIFE = {"confirm": timedelta(hours=24), "reset": timedelta(minutes=10)}
"""How long a link and a code from a letter are good for. A code that opens an account without
anything else lives at most ten minutes (reliability.md A2)."""
TRIES = 5
RESEND_WAITS = (30, 60, 120, 300)
"""Seconds before the same letter is sent again (A7); the last wait repeats."""
SIGN_IN_FAILURES = 10
SIGN_IN_PAUSE = timedelta(hours=1)
CORRECTIONS = 5
DAY = timedelta(days=1)


@dataclass(eq=False)
class EmailTaken(Refusal):
    """Another account has this e-mail: one e-mail, one person."""

    email: str


@dataclass(eq=False)
class IinHasAccount(Refusal):
    """There is an account with this IIN already: sign in instead."""


@dataclass(eq=False)
class SignInWrong(Refusal):
    """No account has this login and password together; never says which of them is wrong."""


@dataclass(eq=False)
class SignInPaused(Refusal):
    """Ten failures in a row: an hour's pause."""

    minutes: int


@dataclass(eq=False)
class CodeNotSixDigits(Refusal):
    """The code in the letter has six digits."""


@dataclass(eq=False)
class MailCodeWrong(Refusal):
    """The code is not the one in the letter."""

    left: int


@dataclass(eq=False)
class MailCodeOver(Refusal):
    """The code has expired, was used, or was tried too often: ask for a new letter."""


@dataclass(eq=False)
class LetterTooSoon(Refusal):
    """A letter was sent moments ago; another one may be asked for later."""

    seconds: int


@dataclass(eq=False)
class AddressChangedTooOften(Refusal):
    """Five other addresses were tried today."""


@dataclass(eq=False)
class SignInNeeded(Refusal):
    """Nobody is signed in here, and this is about somebody's account."""


@dataclass(eq=False)
class EmailNotConfirmed(Refusal):
    """Nothing else of the portal is open until the e-mail is confirmed."""


@dataclass(frozen=True, slots=True)
class Account:
    """`profile` holds the answers as codes and, under `labels`, as the person saw them."""

    id: AccountId
    portal: str
    role: Role
    profile: Mapping[str, Any]
    password_hash: str
    confirmed_at: datetime | None

    @property
    def email(self) -> str:
        return str(self.profile["email"])


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A letter's link and code, until one of them is used."""

    id: int
    account: AccountId
    purpose: Purpose
    language: Lang
    expires: datetime
    sends: int
    last_sent: datetime
    tries: int
    token: str
    code: str


def open_account(
    store: Store,
    person: PersonId,
    *,
    portal: str,
    role: Role,
    draft: int,
    profile: Mapping[str, Any],
    password_hash: str,
    now: datetime,
) -> Account:
    """Opens an account and signs the person in to it. The same draft opens one account, however
    often it is sent. Raises EmailTaken or IinHasAccount, decided by unique indexes."""
    account = store.accounts.add(
        portal=portal,
        role=role,
        draft=draft,
        profile=profile,
        password_hash=password_hash,
        now=now,
    )
    store.accounts.sign_in(account.id, person, now)
    return account


def send_letter(
    store: Store,
    account: Account,
    purpose: Purpose,
    *,
    person: PersonId,
    language: Lang,
    now: datetime,
) -> Confirmation:
    """Owes the person a letter with a link and a code. Asked again it is the same letter, after
    growing waits; raises LetterTooSoon within them. An expired one is replaced, and so is one
    whose code was tried too often; but that doesn't shorten the waits, or codes could be guessed
    at any pace."""
    known = store.confirmations.open_of(account.id, purpose)
    if known is None or known.expires <= now:
        sent = issue(store, account, purpose, language, known, now)
    else:
        refuse_too_soon(known, now)
        if known.tries >= TRIES:
            new = issue(store, account, purpose, language, known, now)
            known = replace(new, sends=known.sends)
        sent = store.confirmations.sent_again(known, now)
    store.outbox.add(letter(account, sent, person), now)
    return sent


def issue(
    store: Store,
    account: Account,
    purpose: Purpose,
    language: Lang,
    old: Confirmation | None,
    now: datetime,
) -> Confirmation:
    if old is not None:
        store.confirmations.end(old.id, now)
    return store.confirmations.add(
        account.id,
        purpose,
        language=language,
        token=secrets.token_urlsafe(24),
        code=f"{secrets.randbelow(10**6):06d}",
        expires=now + LIFE[purpose],
        now=now,
    )


def refuse_too_soon(known: Confirmation, now: datetime) -> None:
    wait = RESEND_WAITS[min(known.sends - 1, len(RESEND_WAITS) - 1)]
    left = wait - (now - known.last_sent).total_seconds()
    if left > 0:
        raise LetterTooSoon(seconds=ceil(left))


def letter(account: Account, c: Confirmation, person: PersonId) -> Notice:
    """The letter as an outbox row: its words are made when it is sent."""
    return Notice(
        person,
        {
            "letter": f"{account.portal}-{c.purpose}",
            "to": account.email,
            "language": c.language,
            "token": c.token,
            "code": c.code,
            "until": c.expires.isoformat(),
            "message_id": f"{c.id}.{c.sends}@otinim",
        },
        channel="mail",
        useful_until=c.expires,
    )


def spend_code(
    store: Store, account: AccountId, purpose: Purpose, code: str, now: datetime
) -> Confirmation:
    """Uses up the code of a letter. The try is counted before comparing; success happens once.
    Raises MailCodeWrong or MailCodeOver."""
    known = store.confirmations.open_of(account, purpose)
    if known is None or known.expires <= now:
        raise MailCodeOver
    tries = store.confirmations.count_try(known.id, most=TRIES)
    if tries is None:
        raise MailCodeOver
    if not secrets.compare_digest(known.code.encode(), code.encode()):
        raise MailCodeWrong(left=TRIES - tries) if tries < TRIES else MailCodeOver
    if not store.confirmations.use(known.id, now):
        raise MailCodeOver
    return known


def miss_code(store: Store, login: str, now: datetime) -> NoReturn:
    """Refuses a code for a login nobody has, in the words and with the counting of a wrong code:
    nobody learns by trying who has an account."""
    tries = store.tallies.add("no-account", login, now, now + LIFE["reset"])
    raise MailCodeWrong(left=TRIES - tries) if tries < TRIES else MailCodeOver


def spend_token(store: Store, token: str, purpose: Purpose, now: datetime) -> Confirmation | None:
    """Uses up the link of a letter; None if it is unknown, expired or used."""
    known = store.confirmations.by_token(token)
    if known is None or known.purpose != purpose or known.expires <= now:
        return None
    return known if store.confirmations.use(known.id, now) else None


def confirm(store: Store, account: AccountId, now: datetime) -> None:
    """The e-mail belongs to the person: everything of the portal is open now."""
    store.accounts.confirm(account, now)


def readdress(store: Store, account: Account, email: str, now: datetime) -> Account:
    """Corrects a mistyped address before it is confirmed. Raises EmailTaken, and after five
    corrections in a day AddressChangedTooOften: letters must not be sent to just anybody."""
    if store.tallies.add("readdress", str(account.id), now, now + DAY) > CORRECTIONS:
        raise AddressChangedTooOften
    letter = store.confirmations.open_of(account.id, "confirm")
    if letter is not None:
        store.confirmations.end(letter.id, letter.last_sent)
    return store.accounts.change_email(account, email)


def count_sign_in(store: Store, login: str, now: datetime) -> None:
    """Counts a try before the password is compared. Raises SignInPaused after ten failures."""
    tries = store.tallies.add("sign-in", login, now, now + SIGN_IN_PAUSE)
    if tries > SIGN_IN_FAILURES:
        raise SignInPaused(minutes=int(SIGN_IN_PAUSE.total_seconds() // 60))


def sign_in(store: Store, person: PersonId, account: AccountId, login: str, now: datetime) -> None:
    """Lets the person act for the account; the failures before are forgotten."""
    store.tallies.clear("sign-in", login)
    store.accounts.sign_in(account, person, now)
