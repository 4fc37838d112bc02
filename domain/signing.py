"""Getting something signed: a document goes out by a route (eGov Mobile's own protocol, SIGEX),
a CMS signature comes back. A route only carries: what comes back is verified by whoever asked
(domain.signatures), and proves nothing before that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol

from domain.errors import Refusal
from domain.ports import Lang

SignMethod = Literal["CMS_SIGN_ONLY", "CMS_WITH_DATA"]
"""The signature alone, or with the document inside (kazakhstan.md 2.2)."""


@dataclass(eq=False)
class SigningDeclined(Refusal):
    """The person said no in the app."""


@dataclass(eq=False)
class SigningExpired(Refusal):
    """Nobody signed in time; the link works no more."""


@dataclass(eq=False)
class SigningAway(Refusal):
    """The service that carries the document does not answer, or refuses us."""


@dataclass(frozen=True, slots=True)
class ToSign:
    """One document as the app shows it. `mime` as the protocol writes it: `@file/pdf`."""

    number: int
    names: Mapping[Lang, str]
    content: bytes = field(repr=False)
    mime: str = "@file/pdf"
    meta: Sequence[tuple[str, str]] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class SigningOrder:
    """What is to be signed. `description` is read by the person in the app; `back_url` is where
    the app leads afterwards."""

    description: str
    documents: Sequence[ToSign]
    back_url: str
    method: SignMethod = "CMS_SIGN_ONLY"


@dataclass(frozen=True, slots=True)
class SigningOffer:
    """What the person is given: `link` for a button on the same phone (https), `qr` the text of a
    QR code for another device. One use, until `expires`. `token` is the route's own memory of it,
    to be kept (sealed) with the session and handed back."""

    link: str
    qr: str = field(repr=False)
    expires: datetime
    token: Mapping[str, str] = field(repr=False)


class SigningRoute(Protocol):
    """The road a document takes to the person's key and back. Whoever holds the session calls
    `offer` once, shows the offer, then `outcome` until it answers; both are outgoing calls, so
    never inside a transaction. Both refuse by SigningAway: worth trying again."""

    async def offer(self, order: SigningOrder) -> SigningOffer:
        """Asks for a link."""
        ...

    async def outcome(self, order: SigningOrder, offer: SigningOffer) -> Sequence[bytes] | None:
        """Hands the documents over and waits for the signatures: CMS in the order of the
        documents, not verified. None while nobody has signed (a minute at most): call again, also
        after a restart. Refuses by SigningDeclined and SigningExpired: then it is over."""
        ...
