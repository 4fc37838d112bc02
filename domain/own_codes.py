"""Codes of our own conversations: to another chat of the same person, or to a second person. In
the chat that asks, a code would prove nothing: there the own contact is the proof."""

from dataclasses import dataclass

from domain.clients import Caller, KeyId, ourselves
from domain.codes import LONGEST_OF_OURS, About, Order, Purpose, Render, send
from domain.denials import Denied
from domain.errors import Refusal
from domain.forms.model import Desk
from domain.people import PersonId


@dataclass(eq=False)
class ChatCodeNotSixDigits(Refusal):
    """A code has six digits."""


@dataclass(eq=False)
class ChatCodeWrong(Refusal):
    """That is not the code of the chat it was sent to."""

    left: int


@dataclass(eq=False)
class ChatCodeOver(Refusal):
    """The code has expired, was used, or was tried too often: ask for another one."""


def caller(desk: Desk) -> Caller:
    return Caller(ourselves(desk.store, desk.now), KeyId(0))


def ask(desk: Desk, phone: str, purpose: Purpose, render: Render, about: About) -> str:
    """Has a code sent to the chat of a phone; the request to check it by. Where none may be sent
    now, the one of a moment ago is good; with neither, the request is empty and no code is right.
    """
    sender = caller(desk)
    order = Order(phone, purpose, life=LONGEST_OF_OURS, about=about)
    try:
        code = desk.store.attempt(lambda: send(desk.store, sender, order, desk.now, render))
    except Denied:
        known = desk.store.codes.open_of(sender, purpose, phone)
        return known.request if known else ""
    return code.request


def answered_by(desk: Desk, request: str) -> PersonId | None:
    """Whose chat the code of a request came to."""
    code = desk.store.codes.by_request(caller(desk), request)
    return None if code is None else code.person
