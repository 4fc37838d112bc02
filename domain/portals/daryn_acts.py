"""What is done with the filled forms of the olympiad portal: accounts opened, events applied
for."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from domain import reminders
from domain.accounts import (
    Account,
    LetterTooSoon,
    open_account,
    send_letter,
)
from domain.forms.model import Answers, Desk, Draft
from domain.olympiads import (
    CLOSING,
    Event,
    EventGone,
    Registration,
    refuse_unless_open,
    register,
    subjects_for,
)
from domain.people import AccountId
from domain.portals.daryn import APPLY, PORTAL
from domain.schools import UNLISTED, SchoolRequest

NOT_KEPT = frozenset({"consent", "password", "password_again", "truth"})


def open_from(
    desk: Desk, draft: Draft, held: Answers, labels: Mapping[str, str]
) -> tuple[Account, SchoolRequest | None]:
    """Opens the account that a filled form describes, owes the letter, and notes a school that
    isn't listed (the second part). Raises EmailTaken or IinHasAccount."""
    profile = {key: value for key, value in held.items() if key not in NOT_KEPT}
    account = open_account(
        desk.store,
        desk.person,
        portal=PORTAL,
        role=held["role"],
        draft=draft.id,
        profile={**profile, "labels": dict(labels)},
        password_hash=held["password"]["hash"],
        now=desk.now,
    )
    desk.store.drafts.drop(draft.id)
    asked = ask_for_school(desk, account, held)
    with suppress(LetterTooSoon):
        send_letter(
            desk.store,
            account,
            "confirm",
            person=desk.person,
            language=desk.language,
            now=desk.now,
        )
    return account, asked


def ask_for_school(desk: Desk, account: Account, held: Answers) -> SchoolRequest | None:
    """Notes that a school is missing from the list; staff will answer."""
    if held.get("school") != UNLISTED:
        return None
    number = desk.store.staff.request_school(
        desk.person, account.id, held["locality"], held["school_name"], desk.now
    )
    return SchoolRequest(number, desk.person, account.id, held["locality"], held["school_name"])


ADDRESS = ("region", "district", "locality", "school", "school_name")


@dataclass(frozen=True, slots=True)
class Applied:
    """A registration made, and whether the address in the account was changed on the way."""

    registration: Registration
    moved: bool
    asked: SchoolRequest | None = None


def start_apply(desk: Desk, account: Account, event: Event) -> Draft:
    """Opens the registration form of an event, filled with the address of the account. Raises
    what `refuse_unless_open` raises."""
    refuse_unless_open(event, account, desk.now)
    desk.store.drafts.drop_form(desk.person, APPLY)
    known = {key: account.profile[key] for key in ADDRESS if account.profile.get(key)}
    offered = {s.code: dict(s.names) for s in subjects_for(event, account)}
    draft = desk.store.drafts.open(
        desk.person,
        APPLY,
        desk.now,
        answers={**known, "event": event.id, "account": account.id, "offered": offered},
    )
    reminders.plan(
        desk.store,
        CLOSING,
        event.closes,
        cause=f"draft:{draft.id}",
        about=f"event:{event.id}",
        now=desk.now,
        person=desk.person,
        facts={"form": APPLY, "event": dict(event.names)},
    )
    return draft


def apply_from(desk: Desk, draft: Draft, held: Answers, labels: Mapping[str, str]) -> Applied:
    """Registers for the subject, after keeping a changed address. Raises what `register` does."""
    account = desk.store.accounts.load(AccountId(held["account"]))
    if account is None:
        raise EventGone
    address = {key: held.get(key) for key in ADDRESS}
    moved = any(account.profile.get(key) != value for key, value in address.items())
    registration = register(
        desk.store,
        account,
        held["event"],
        held["subject"],
        draft=draft.id,
        snapshot={**held, "labels": dict(labels)},
        now=desk.now,
    )
    asked = None
    if moved:
        said = {**account.profile["labels"], **labels}
        desk.store.accounts.change_profile(account, {**address, "labels": said})
        asked = ask_for_school(desk, account, held)
    desk.store.drafts.drop(draft.id)
    return Applied(registration, moved, asked)


def change_password(desk: Desk, draft: Draft, held: Answers) -> AccountId:
    """Ends a password reset: the new password holds, and the person is signed in."""
    account = AccountId(held["account"])
    desk.store.accounts.change_password(account, held["password"]["hash"])
    desk.store.accounts.confirm(account, desk.now)
    desk.store.accounts.sign_in(account, desk.person, desk.now)
    desk.store.drafts.drop(draft.id)
    return account
