"""Which chat a phone belongs to: linked by the own contact, led there by a portal's link, its QR
or its pairing code. Nothing here knows Telegram: the bot has checked whose contact it is.

A link of a portal or a pairing code only brings a chat and a waiting request together. The phone
is proven by the own contact every time, or whoever types a stranger's number at a portal and opens
the link would receive the stranger's codes.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from domain.clients import ClientId
from domain.codes import Code, CodeId, Purpose, Render, State, end, issue_waiting
from domain.errors import Refusal
from domain.people import PersonId
from domain.store import Store
from domain.values.iin import Iin
from domain.values.phone import masked_phone

How = Literal["contact", "link", "pairing"]
TOKEN_LIFE = timedelta(minutes=15)
PAIRING_LIFE = timedelta(minutes=10)
PAIRING_DIGITS = 12
"""39.9 bits, in three groups of four as ED24.kz shows them."""
START = "link-"
"""What the parameter of a deep link begins with."""
BAD_GUESSES, GUESSED_WITHIN = 10, timedelta(hours=1)
SILENCE = timedelta(hours=24)
"""If the old chat says nothing for so long, the phone goes to whoever holds it now: operators
give numbers to new people, and the old account can't answer."""
FOR_EVER = timedelta(days=36_500)


@dataclass(eq=False)
class PortalLinkOver(Refusal):
    """The link was used, is older than 15 minutes, or was never given out."""


@dataclass(eq=False)
class PairingCodeWrong(Refusal):
    """No portal shows this number now: mistyped, used, or older than 10 minutes."""


@dataclass(eq=False)
class TooManyGuesses(Refusal):
    """Ten wrong links or pairing codes within an hour."""

    minutes: int


@dataclass(frozen=True, slots=True)
class Link:
    """A phone and its chat, verified by the own contact."""

    phone: str
    person: PersonId
    how: How
    linked: datetime

    @property
    def masked(self) -> str:
        return masked_phone(self.phone)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a portal shows when a phone has no chat. Kept only as digests: this is the only
    moment they can be read."""

    token: str
    pairing: str

    @property
    def spaced(self) -> str:
        """`3870 3177 0024`."""
        p = self.pairing
        return f"{p[:4]} {p[4:8]} {p[8:]}"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A portal's request that a chat has opened: its number, whose it is and what for.

    `linked` tells that this chat's own phone is the one awaited: the code is on its way already.
    """

    request: CodeId
    phone: str
    portal: str
    purpose: Purpose
    how: How
    linked: bool

    @property
    def masked(self) -> str:
        return masked_phone(self.phone)


@dataclass(frozen=True, slots=True)
class Linked:
    """The phone is this chat's now. `codes` went out in the same transaction; `before` is the
    number this chat had until now; `told` the chat that lost the phone."""

    link: Link
    codes: tuple[Code, ...] = ()
    before: str | None = None
    told: PersonId | None = None


@dataclass(frozen=True, slots=True)
class AskOld:
    """Another chat has the phone: it must be asked, `decide` takes its answer."""

    person: PersonId
    move: int
    phone: str


@dataclass(frozen=True, slots=True)
class Move:
    """A phone that wants to go to another chat."""

    id: int
    phone: str
    old: PersonId
    new: PersonId
    how: How
    asked: datetime


@dataclass(frozen=True, slots=True)
class PortalSeen:
    """A portal that has written to this chat, or was frozen here."""

    client: ClientId
    name: str
    last: datetime | None
    frozen_until: datetime | None


@dataclass(frozen=True, slots=True)
class Recent:
    """A code as the codes screen lists it: never its value."""

    id: CodeId
    portal: str
    purpose: Purpose
    state: State
    sent: datetime


def show(store: Store, code: Code, now: datetime) -> Shown:
    """A new link and pairing code for a request; those shown before stop working."""
    shown = Shown(START + secrets.token_urlsafe(24), new_pairing())
    store.links.show(
        code.id,
        shown.token,
        shown.pairing,
        token_until=now + TOKEN_LIFE,
        pairing_until=now + PAIRING_LIFE,
    )
    return shown


def new_pairing() -> str:
    """Twelve digits that are nobody's IIN: one typed is never taken for the other (of 1,000
    numbers two are alike, so 39.9 bits stay)."""
    while True:
        digits = f"{secrets.randbelow(10**PAIRING_DIGITS):012d}"
        try:
            Iin.read_foreign(digits)
        except Refusal:
            return digits


def open_token(
    store: Store, person: PersonId, token: str, now: datetime, render: Render
) -> Waiting:
    """Uses up a portal's link (the whole start parameter). Raises PortalLinkOver, TooManyGuesses;
    run it in a transaction that commits, or the guess is not counted (`Store.attempt` undoes)."""
    refuse_guessing(store, person, now)
    number = store.links.spend_token(token, now)
    found = None if number is None else store.codes.load(number)
    if found is None:
        missed(store, person, now)
        raise PortalLinkOver
    return opened(store, person, found, "link", now, render)


def open_pairing(
    store: Store, person: PersonId, digits: str, now: datetime, render: Render
) -> Waiting:
    """Uses up a pairing code: 12 digits without spaces. Raises PairingCodeWrong, TooManyGuesses;
    the same about the transaction."""
    refuse_guessing(store, person, now)
    number = store.links.spend_pairing(digits, now)
    found = None if number is None else store.codes.load(number)
    if found is None:
        missed(store, person, now)
        raise PairingCodeWrong
    return opened(store, person, found, "pairing", now, render)


def refuse_guessing(store: Store, person: PersonId, now: datetime) -> None:
    store.limits.hold("guess", str(person))
    since = now - GUESSED_WITHIN
    free = store.limits.free_at("guess", str(person), since, BAD_GUESSES)
    if free is not None:
        left = free + GUESSED_WITHIN - now
        raise TooManyGuesses(minutes=max(1, -int(-left.total_seconds() // 60)))


def missed(store: Store, person: PersonId, now: datetime) -> None:
    store.limits.mark("guess", str(person), now)


def opened(
    store: Store, person: PersonId, code: Code, how: How, now: datetime, render: Render
) -> Waiting:
    own = store.links.of(person)
    linked = own is not None and own.phone == code.phone
    if linked:
        issue_waiting(store, person, code.phone, now, render)
    return Waiting(code.id, code.phone, code.client_name, code.purpose, how, linked)


def link(
    store: Store, person: PersonId, phone: str, how: How, now: datetime, render: Render
) -> Linked | AskOld:
    """Links the own contact's phone to this chat; the bot has asked for consent and has checked
    that the contact is the sender's. A phone of another chat is asked for there first, unless
    that chat can't be reached or has been silent for 24 hours."""
    store.limits.hold("phone", phone)
    old = store.links.person_of(phone)
    if old is None or old == person:
        return take(store, person, phone, how, now, render)
    move = store.links.move(phone, old, person, how, now)
    if not store.people.load(old).reachable or move.asked + SILENCE <= now:
        return moved(store, move, now, render)
    return AskOld(old, move.id, phone)


def take(
    store: Store, person: PersonId, phone: str, how: How, now: datetime, render: Render
) -> Linked:
    before = store.links.of(person)
    store.limits.forgive(phone)
    store.links.put(Link(phone, person, how, now))
    codes = tuple(issue_waiting(store, person, phone, now, render))
    other = before.phone if before is not None and before.phone != phone else None
    return Linked(Link(phone, person, how, now), codes, other)


def moved(store: Store, move: Move, now: datetime, render: Render) -> Linked:
    """The phone goes to the new chat; codes that were sent to the old one end."""
    unlink(store, move.old, now)
    store.links.drop_move(move.id)
    done = take(store, move.new, move.phone, move.how, now, render)
    return Linked(done.link, done.codes, done.before, told=move.old)


def agree(
    store: Store, person: PersonId, move: int, now: datetime, render: Render
) -> Linked | None:
    """The old chat lets its phone go. None: nothing is asked of this chat any more."""
    known = store.links.move_from(move, person)
    return None if known is None else moved(store, known, now, render)


def object_to(store: Store, person: PersonId, move: int) -> Move | None:
    """The old chat keeps its phone; the new one may ask again by sharing the contact."""
    known = store.links.move_from(move, person)
    if known is not None:
        store.links.drop_move(move)
    return known


def unlink(store: Store, person: PersonId, now: datetime) -> Link | None:
    """Takes the phone off this chat: open codes end, nothing more is sent here."""
    known = store.links.of(person)
    if known is None:
        return None
    for code in store.codes.open_for(person):
        end(store, code, "revoked", now)
    store.links.drop(person)
    return known


def freeze(store: Store, person: PersonId, client: ClientId, now: datetime) -> None:
    """This portal writes here no more, until unfrozen."""
    store.links.freeze(person, client, now + FOR_EVER)


def unfreeze(store: Store, person: PersonId, client: ClientId) -> None:
    """What was held for this chat is sent by `issue_waiting`."""
    store.links.unfreeze(person, client)


def portals(store: Store, person: PersonId, now: datetime) -> Sequence[PortalSeen]:
    return store.links.portals(person, now)


def recent(store: Store, person: PersonId, most: int = 5) -> Sequence[Recent]:
    """The last codes of this chat (kept a day after their end), the newest first."""
    return store.codes.recent(person, most)


def forget(store: Store, person: PersonId, now: datetime) -> None:
    """Erases what codes and links know of the person (`/forget`)."""
    unlink(store, person, now)
    store.codes.forget(person)
    store.links.forget(person)
