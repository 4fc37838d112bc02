"""Test keys: every answer a portal may get, without anything being sent.

The last digit of `+7 700 000 00 0x` says what happens; any other number is like the first. The
code is all ones (`111111`) unless the portal gave its own, and is checked as a real one is.
"""

from datetime import datetime

from domain import code_limits as limits
from domain.clients import Caller
from domain.codes import LENGTH, Code, Order, State, end, fresh, open_of
from domain.denials import Denied
from domain.store import Store

MAGIC = "+7700000000"
SENT, UNLINKED, EXPIRED, REVOKED, UNAVAILABLE, FLOOD, LOCKED, UNDELIVERABLE = "12345678"
ENDS: dict[str, State] = {EXPIRED: "expired", REVOKED: "revoked", LOCKED: "locked"}


def digit(phone: str) -> str:
    """What a phone stands for."""
    rest = phone.removeprefix(MAGIC)
    return rest if len(rest) == 1 and rest in "12345678" else SENT


def send(
    store: Store, caller: Caller, order: Order, now: datetime, asked: Code | None = None
) -> Code:
    """As codes.send, with a test key. Raises Denied where the number stands for it."""
    limits.count_client(store, caller.client, now)
    refuse(order.phone)
    store.limits.hold("phone", order.phone)
    known = open_of(store, caller, order, now)
    value = order.code or "1" * (order.length or LENGTH)
    return shape(store, fresh(store, caller, order, known, asked, now, value), now)


def refuse(phone: str) -> None:
    match digit(phone):
        case "5":
            raise Denied("PHONE_NUMBER_NOT_AVAILABLE")
        case "6":
            raise Denied.wait(30)
        case _:
            return


def shape(store: Store, code: Code, now: datetime) -> Code:
    """Brings a new code to where its number says."""
    told = digit(code.phone)
    waits = told in (UNLINKED, UNDELIVERABLE)
    code = store.codes.sent(code, now, state="waiting" if waits else "issued", person=None)
    if told == UNDELIVERABLE:
        store.codes.bounced(code.id)
    if not waits:
        store.codes.delivered(code.id, now)
        store.callbacks.add(code, "sent", now)
    if told in ENDS:
        end(store, code, ENDS[told], now)
    return store.codes.load(code.id) or code


def has_chat(phone: str) -> bool:
    """What checkSendAbility says of a number."""
    refuse(phone)
    return digit(phone) not in (UNLINKED, UNDELIVERABLE)
