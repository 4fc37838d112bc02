"""One-time codes: what they are and how one lives, from the request to its end.

Nothing of HTTP and no words: a request comes as an `Order`, and what the chat reads is made by the
`render` it is given. Every function runs inside one transaction.
"""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Any, Final, Literal, NewType, get_args

from domain import code_limits as limits
from domain.clients import Caller, ClientId, KeyId
from domain.denials import Denied
from domain.outbox import Lane, Notice
from domain.people import PersonId
from domain.ports import LANGS, Lang
from domain.staff import everybody
from domain.store import Store

CodeId = NewType("CodeId", int)
Purpose = Literal["login", "register", "sign", "recover"]
PURPOSES: Final[tuple[Purpose, ...]] = get_args(Purpose)
State = Literal[
    "asked", "waiting", "held", "issued", "used", "locked", "revoked", "replaced", "expired"
]
"""`asked`: only checkSendAbility was called. `waiting`: no chat yet. `held`: the person has frozen
the portal, nothing is sent. `locked`: five wrong tries."""
OPEN: Final = frozenset({"waiting", "held", "issued"})

LIFE = timedelta(seconds=300)
LONGEST_OF_OURS = timedelta(seconds=600)
"""Our own flows never ask for more (NIST 800-63B §3.1.3.2: at most ten minutes)."""
ASKED_LIFE = timedelta(seconds=600)
LENGTH = 6
SHORTEST, LONGEST = 4, 8
TRIES = 5
SENDS = 5
WAITS = (30, 60, 120, 300)
"""Seconds before the same code is sent again (reliability.md A7)."""


@dataclass(frozen=True, slots=True)
class About:
    """What a portal told of a request, sealed with it. `session` is compared at the check."""

    device: str = ""
    city: str = ""
    ip: str = ""
    session: str = ""
    payload: str = ""
    callback_url: str = ""
    locale: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """A portal's wish to have a code delivered. `code` is empty when we are to make it."""

    phone: str
    purpose: Purpose = "login"
    code: str = ""
    length: int = LENGTH
    life: timedelta = LIFE
    about: About = About()


@dataclass(frozen=True, slots=True)
class Code:
    """A request and its code. The value itself is never here."""

    id: CodeId
    request: str
    client: ClientId
    client_name: str
    key: KeyId
    phone: str
    person: PersonId | None
    purpose: Purpose
    about: About
    length: int
    state: State
    created: datetime
    expires: datetime
    sends: int
    last_sent: datetime | None
    tries: int
    failed_at: datetime | None
    sent_at: datetime | None
    ended_at: datetime | None
    undeliverable: bool
    test: bool

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def tries_left(self) -> int:
        return max(0, TRIES - self.tries)

    def resend_after(self, now: datetime) -> int:
        """Seconds until it may be sent again; 0 is now."""
        if self.last_sent is None:
            return 0
        wait = WAITS[min(self.sends, len(WAITS)) - 1]
        return max(0, ceil(wait - (now - self.last_sent).total_seconds()))


@dataclass(frozen=True, slots=True)
class CodeMessage:
    """What the chat is to read: the value, whose it is, what for, and until when."""

    person: PersonId
    language: Lang
    id: CodeId
    value: str
    portal: str
    purpose: Purpose
    until: datetime
    device: str = ""
    city: str = ""


Render = Callable[[CodeMessage], Mapping[str, Any]]
"""The Bot API call that sends a code; adapters/code_message.py has ours."""


def new_value(length: int) -> str:
    """Uniform over all numbers of that many digits (A1)."""
    return f"{secrets.randbelow(10**length):0{length}d}"


def send(
    store: Store,
    caller: Caller,
    order: Order,
    now: datetime,
    render: Render,
    *,
    asked: Code | None = None,
) -> Code:
    """Takes a request: issues a code, sends the open one again, or lets it wait for a chat.

    The same client, purpose and phone have one open code. Asked again for it, the same code goes
    out with the same expiry; with another value or session the old one is replaced, which doesn't
    shorten the waits. `asked` is the request of an earlier checkSendAbility. Raises Denied.
    """
    store.limits.hold("phone", order.phone)
    known = open_of(store, caller, order, now)
    limits.refuse_stopped(store, order.phone, now)
    refuse_too_soon(known, now)
    limits.count_client(store, caller.client, now)
    if known is not None and same(store, known, order):
        return again(store, known, order, now, render, asked)
    limits.refuse_many_unanswered(store, order.phone, now)
    limits.count_phone(store, order.phone, order.about.ip, now)
    value = order.code or new_value(order.length)
    return post(store, fresh(store, caller, order, known, asked, now, value), now, render)


def open_of(store: Store, caller: Caller, order: Order, now: datetime) -> Code | None:
    """The code such an order would send again; an expired one is ended here."""
    known = store.codes.open_of(caller, order.purpose, order.phone)
    if known is not None and known.expires <= now:
        end(store, known, "expired", now)
        return None
    return known


def refuse_too_soon(known: Code | None, now: datetime) -> None:
    if known is not None and known.resend_after(now):
        raise Denied.wait(known.resend_after(now))


def fresh(
    store: Store,
    caller: Caller,
    order: Order,
    replaced: Code | None,
    asked: Code | None,
    now: datetime,
    value: str,
) -> Code:
    """A new code, in the place of the open one; it takes over how often that was sent."""
    if replaced is not None:
        end(store, replaced, "replaced", now)
    sends = replaced.sends if replaced is not None else 0
    return store.codes.add(caller, order, value, now, sends=sends, asked=asked)


def same(store: Store, known: Code, order: Order) -> bool:
    """Whether a request is for the code that is open already."""
    if known.about.session != order.about.session:
        return False
    if order.code:
        return store.codes.value(known.id) == order.code
    return known.length == order.length


def again(
    store: Store,
    known: Code,
    order: Order,
    now: datetime,
    render: Render,
    asked: Code | None,
) -> Code:
    if known.sends >= SENDS:
        raise Denied.wait(limits.seconds_to(known.expires, now))
    limits.count_phone(store, order.phone, order.about.ip, now)
    if asked is not None:
        store.codes.alias(asked.id, known.id)
    return post(store, known, now, render)


def post(store: Store, code: Code, now: datetime, render: Render) -> Code:
    """Sends a code to the chat of its phone if there is one; counts as a sending either way."""
    person = store.links.person_of(code.phone)
    if person is None or not store.people.load(person).reachable:
        return store.codes.sent(code, now, state="waiting", person=None)
    if store.links.frozen_until(person, code.client, now) is not None:
        return store.codes.sent(code, now, state="held", person=person)
    owe(store, code, person, now, render)
    return store.codes.sent(code, now, state="issued", person=person)


def owe(store: Store, code: Code, person: PersonId, now: datetime, render: Render) -> None:
    """The message with the code, in the lane of codes; never sent after the code's expiry."""
    value = store.codes.value(code.id)
    if value is None:
        return
    language = store.people.language(person) or language_of(code.about.locale)
    told = CodeMessage(
        person,
        language,
        code.id,
        value,
        code.client_name,
        code.purpose,
        code.expires,
        code.about.device,
        code.about.city,
    )
    notice = Notice(person, render(told), Lane.CODE, useful_until=code.expires)
    store.codes.posted(code.id, store.outbox.add(notice, now), now)
    store.links.visit(person, code.client, now)


def language_of(locale: str) -> Lang:
    return next((lang for lang in LANGS if lang == locale), "kk")


def issue_waiting(
    store: Store, person: PersonId, phone: str, now: datetime, render: Render
) -> list[Code]:
    """The chat is linked, or its person allows a portal again: what waited for that and is still
    good goes out, nobody presses anything (the same transaction links the phone)."""
    store.limits.hold("phone", phone)
    issued = []
    for code in store.codes.waiting_for(phone):
        if code.expires <= now:
            end(store, code, "expired", now)
        elif store.links.frozen_until(person, code.client, now) is None:
            owe(store, code, person, now, render)
            issued.append(store.codes.issued(code, person))
    return issued


def end(store: Store, code: Code, state: State, now: datetime) -> bool:
    """Ends an open code: true for exactly one caller. Its value is wiped, and what is not sent
    yet never will be."""
    if not store.codes.end(code.id, state, now):
        return False
    for row in store.codes.rows_of(code.id):
        store.outbox.close(row, "cancelled")
    if state in ("expired", "revoked"):
        store.callbacks.add(code, state, now)
    return True


def revoke(store: Store, caller: Caller, request: str, now: datetime) -> bool:
    """Withdraws a code. True: heard, as the Gateway promises no more. Raises Denied for a request
    that is not this client's."""
    code = store.codes.by_request(caller, request)
    if code is None:
        raise Denied("REQUEST_ID_INVALID")
    end(store, code, "revoked", now)
    return True


@dataclass(frozen=True, slots=True)
class NotMine:
    """What came of "not me": the portal is frozen for this chat until then; `staff` must hear."""

    portal: str
    until: datetime
    staff: tuple[PersonId, ...]
    for_good: bool = False


FREEZE = timedelta(hours=24)
LONG = timedelta(days=366)
"""A portal frozen for longer is frozen until the person says otherwise."""


def not_me(store: Store, person: PersonId, code: CodeId, now: datetime) -> NotMine | None:
    """The person did not ask for this code: it is revoked, and its portal frozen for this chat
    for 24 hours, or longer where it is already. None if the code was never this chat's; a late
    tap freezes all the same."""
    known = store.codes.load(code)
    if known is None or known.person != person:
        return None
    end(store, known, "revoked", now)
    until = store.links.freeze(person, known.client, now + FREEZE)
    staff = tuple(everybody(store))
    return NotMine(known.client_name, until, staff, for_good=until - now > LONG)


def expire(store: Store, now: datetime, most: int) -> int:
    """Ends codes whose time is over; answers how many."""
    return sum(end(store, code, "expired", now) for code in store.codes.due(now, most))
