"""One document that waits for one signature: a link with an end, what the phone has done with it,
and what it leads to. It knows no protocol: eGov Mobile, a desktop and a sent file end here alike.

    created -> requested -> shown -> signed
            any of these -> expired | cancelled
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final, Literal, NewType, TypeAlias

from domain.errors import Refusal
from domain.people import PersonId
from domain.ports import Lang
from domain.shelves.signing import SigningShelf
from domain.signatures import Purpose
from domain.signing import SigningExpired, SigningOffer
from domain.values.iin import Iin

SessionId = NewType("SessionId", int)
OfferId = NewType("OfferId", int)
State: TypeAlias = Literal["created", "requested", "shown", "signed", "expired", "cancelled"]
OPEN: Final = ("created", "requested", "shown")
LIFE = timedelta(minutes=10)
"""The protocol's example lives longer; a link that lies about for long is found by others."""
MOST_TRIES = 10
"""Signatures looked at under one link: each costs up to a second of our processor."""


@dataclass(eq=False)
class SigningOver(Refusal):
    """Nothing waits for a signature here: it was signed already, or given up."""


@dataclass(eq=False)
class SigningTooOften(Refusal):
    """So many signatures didn't count that the link takes no more."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be signed. `about` names the thing it belongs to (`admission:17`): whoever made
    the wish finishes it. `applicant` None: whoever signs says who they are (sign-in only)."""

    person: PersonId
    about: str
    names: Mapping[Lang, str]
    content: bytes = field(repr=False)
    lang: Lang
    purpose: Purpose = "sign"
    applicant: Iin | None = field(default=None, repr=False)
    mime: str = "@file/pdf"

    @property
    def kind(self) -> str:
        return self.about.partition(":")[0]

    @property
    def subject(self) -> str:
        """What `about` says after its kind."""
        return self.about.partition(":")[2]


@dataclass(frozen=True, slots=True)
class SigningSession:
    """`card` is the outbox row of the message in the chat that shows how it goes. The wish and
    the token are empty once it is over."""

    id: SessionId
    wish: Wish
    state: State
    expires: datetime
    token: str = field(repr=False)
    card: int | None = None

    @property
    def is_open(self) -> bool:
        return self.state in OPEN


@dataclass(frozen=True, slots=True)
class CarriedOffer:
    """A document under way by somebody else's service. Whoever waits for its signature says so
    until `until`, again and again; once that is past, another one may."""

    id: OfferId
    session: SessionId
    offer: SigningOffer
    until: datetime


def open_session(session: SigningSession | None, now: datetime) -> SigningSession:
    """Refuses by SigningOver and SigningExpired."""
    if session is None:
        raise SigningOver
    if session.state == "expired" or (session.is_open and session.expires <= now):
        raise SigningExpired
    if not session.is_open:
        raise SigningOver
    return session


def count_try(
    shelf: SigningShelf, session: SigningSession | None, now: datetime
) -> SigningSession:
    """The session, one try poorer, before the signature is looked at. Refuses by SigningOver,
    SigningExpired and SigningTooOften."""
    found = open_session(session, now)
    if not shelf.count_try(found.id, now, most=MOST_TRIES):
        open_session(shelf.load(found.id), now)  # somebody else's signature came meanwhile
        raise SigningTooOften
    return found


def finish(shelf: SigningShelf, session: SigningSession, now: datetime) -> None:
    """Takes the signature as the one that counts: of two at once, one. Refuses by SigningOver."""
    if not shelf.end(session.id, "signed", now):
        raise SigningOver
