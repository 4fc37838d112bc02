"""Cabinets of the kindergarten portals: a parent's IIN, password, and a phone proven by the own
contact. Both parents may use one; nobody else can be let in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.accounts import Account, IinHasAccount
from domain.codes import About, Purpose, Render
from domain.errors import Refusal
from domain.forms.chat_codes import REQUEST, SESSION
from domain.forms.checks import REGISTER
from domain.forms.model import Answers, Desk, Draft, Lookup
from domain.forms.person import OWN
from domain.own_codes import answered_by, ask
from domain.people import AccountId, PersonId
from domain.values.passwords import Rules
from domain.values.phone import masked_phone

PASSWORD = Rules(least=8, most=40, kinds=())
"""8 to 40 characters of any sort (the manual of balabaqsha.snation.kz; INDIGO's is the same)."""
CODE_NEEDED = "code_needed"
NOT_KEPT = frozenset(
    {
        *("consent", "codes_consent", "password", "password_again"),
        *(REQUEST, SESSION, CODE_NEEDED, REGISTER),
    }
)


@dataclass(eq=False)
class IinHasCabinet(Refusal):
    """There is a cabinet with this IIN already: sign in to it instead."""


@dataclass(eq=False)
class OtherParentIsYou(Refusal):
    """The phone typed for the other parent is the holder's own."""


def iin_is_free(portal: str) -> Lookup:
    def free(desk: Desk, value: Any, before: Answers) -> None:
        if desk.store.accounts.has_iin(portal, value):
            raise IinHasCabinet

    return free


def code_needed(before: Answers) -> bool:
    return bool(before.get(CODE_NEEDED))


def proves_holder(portal: str, purpose: Purpose, render: Render) -> Lookup:
    """The own contact is the proof where it is the cabinet's phone. Otherwise a code goes to the
    chat of that phone. Whether there is such a cabinet is not told by either."""

    def lookup(desk: Desk, value: Any, before: Answers) -> Mapping[str, Any]:
        account = desk.store.accounts.by_iin(portal, before["login"])
        session = str(desk.person)
        proven = {"phone": {**value, "for": before["login"]}}
        if account is not None and account.profile["phone"] == value[OWN]:
            return {**proven, CODE_NEEDED: False}
        about = About(session=session)
        request = ask(desk, account.profile["phone"], purpose, render, about) if account else ""
        return {**proven, CODE_NEEDED: True, REQUEST: request, SESSION: session}

    return lookup


def invites(title: str, render: Render) -> Lookup:
    """Sends the other parent a code that they tell the holder if they want to join; the message
    says who asks and for which cabinet."""

    def lookup(desk: Desk, value: Any, before: Answers) -> Mapping[str, Any]:
        account = desk.store.accounts.load(AccountId(before["account"]))
        mine = account.profile["phone"] if account else ""
        if value == mine:
            raise OtherParentIsYou
        session = str(desk.person)
        about = About(device=holder(account), city=title, session=session)
        return {REQUEST: ask(desk, value, "sign", render, about), SESSION: session}

    return lookup


def holder(account: Account | None) -> str:
    """Whom the other parent knows: by name where the portal has it, else by the phone."""
    if account is None:
        return ""
    names = [account.profile.get(part) for part in ("surname", "given")]
    return " ".join(filter(None, names)) or masked_phone(account.profile["phone"])


def open_cabinet(
    desk: Desk, portal: str, draft: Draft, held: Answers, labels: Mapping[str, str]
) -> Account:
    """Opens the cabinet a filled form describes. It needs no letter: the phone is proven. Raises
    IinHasCabinet, decided by a unique index."""
    profile = {key: value for key, value in held.items() if key not in NOT_KEPT}
    profile |= {"phone": held["phone"][OWN], "labels": dict(labels)}
    try:
        account = added(desk, portal, draft, held, profile)
    except IinHasAccount:
        raise IinHasCabinet from None
    desk.store.accounts.join(account.id, desk.person, desk.now)
    desk.store.accounts.confirm(account.id, desk.now)
    desk.store.drafts.drop(draft.id)
    return account


def added(
    desk: Desk, portal: str, draft: Draft, held: Answers, profile: Mapping[str, Any]
) -> Account:
    return desk.store.accounts.add(
        portal=portal,
        role="parent",
        draft=draft.id,
        profile=profile,
        password_hash=held["password"]["hash"],
        now=desk.now,
    )


def enter(desk: Desk, portal: str, draft: Draft, held: Answers) -> Account | None:
    """Ends a sign-in: the person may act for the cabinet."""
    desk.store.drafts.drop(draft.id)
    account = desk.store.accounts.by_iin(portal, held["login"])
    if account is not None:
        desk.store.accounts.join(account.id, desk.person, desk.now)
    return account


def change_password(desk: Desk, portal: str, draft: Draft, held: Answers) -> Account | None:
    """Ends "forgot password": the new one holds, and the person is signed in."""
    account = enter(desk, portal, draft, held)
    if account is not None:
        desk.store.accounts.change_password(account.id, held["password"]["hash"])
        desk.store.tallies.clear("sign-in", held["login"])
    return account


def add_parent(desk: Desk, draft: Draft, held: Answers) -> PersonId | None:
    """Ends the invitation: whoever got the code uses the cabinet too. None if their chat is gone
    by now."""
    desk.store.drafts.drop(draft.id)
    person = answered_by(desk, held[REQUEST])
    if person is not None:
        desk.store.accounts.join(AccountId(held["account"]), person, desk.now)
    return person


def mine(desk: Desk, portal: str) -> Account | None:
    """The person's cabinet on this portal."""
    return next((a for a in desk.store.accounts.of(desk.person) if a.portal == portal), None)
