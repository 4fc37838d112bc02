"""Documents we give out: what stands in one, and who may check that it is ours."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal, TypeAlias

from domain.errors import Refusal
from domain.ports import Lang
from domain.queue.referrals import CameTo, ReferralId

if TYPE_CHECKING:
    from domain.store import Store

Kind: TypeAlias = Literal["application", "decision", "referral"]
Status: TypeAlias = Literal["sent", "accepted", "refused", "withdrawn"] | CameTo
NEVER = datetime(1, 1, 1, tzinfo=UTC)
TOKEN_BYTES = 16
"""128 bits: nobody finds a document by guessing."""


@dataclass(eq=False)
class DocumentNotMade(Refusal):
    """It can't be drawn just now; asked for again it will be."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines: a label and what was answered, as the person saw both."""

    title: str
    lines: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Document:
    """Everything that stands in a document, in its language. The same document always gives the
    same bytes. `check` is the address of its page, drawn as a QR; `keywords` are for machines, not
    drawn."""

    kind: Kind
    language: Lang
    title: str
    number: str
    made: datetime
    sections: Sequence[Section]
    note: str = ""
    check: str = ""
    keywords: str = ""


@dataclass(frozen=True, slots=True)
class Issued:
    """What the page of a document tells: nothing of a person but initials. `until` is told of a
    referral only."""

    kind: Kind
    number: str
    initials: str
    status: Status
    issued: datetime
    changed: datetime
    until: datetime | None = None


def issue(
    store: "Store",
    *,
    kind: Kind,
    number: str,
    holder: str,
    full_name: str,
    now: datetime,
    status: Status = "sent",
    token: str = "",
) -> str:
    """Notes a document and gives the token of its page, `/v/<token>`, which is kept nowhere; a
    document that is drawn before it is noted has its `token` from `new_token` or `lasting_token`.
    One that is noted already stays as it is.
    `holder` ("school:17") is what it belongs to: `store.issued.turn(holder, status, now)` when
    that is decided."""
    token = token or new_token()
    store.issued.add(
        token,
        Issued(kind, number, initials(full_name), status, now, now),
        holder=holder,
    )
    return token


def checked(store: "Store", token: str, now: datetime) -> Issued | None:
    """What the page tells now; None: no document of ours. What a referral has come to is asked of
    the referral itself, so that the page is never behind it."""
    found = store.issued.by_token(token)
    if found is None or found.kind != "referral":
        return found
    r = store.referrals.referral(ReferralId(int(found.number)))
    return None if r is None else replace(found, status=r.by(now), until=r.due)


def lasting_token(store: "Store", holder: str, document: Document) -> str:
    """The token of a document that is drawn whenever somebody asks: as long as what stands in it
    is the same, so is its page."""
    stands = replace(document, made=NEVER, check="")
    return store.issued.token(f"{holder} {hashlib.sha256(repr(stands).encode()).hexdigest()}")


def new_token() -> str:
    return secrets.token_urlsafe(TOKEN_BYTES)


def initials(full_name: str) -> str:
    """`Сапарова Аружан Ерланқызы` is `С. А. Е.`."""
    return " ".join(f"{part[0].upper()}." for part in full_name.split() if part[0].isalpha())
