"""E-signatures (ЭЦҚ): who signed, whether it counts, and why not. What a signature is made of is
the verifiers' business; a verifier never asks for a key or its password."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, Protocol

from domain.errors import Refusal
from domain.values.iin import Iin

Purpose = Literal["sign", "sign-in"]
"""To sign a document, or to show who one is by signing a challenge. A key made for sign-in only
(AUTH) never signs a document."""
Algorithm = Literal["rsa", "gost"]

MOST_BYTES = 256 * 1024
"""Of a signature without the document in it (reliability.md E2)."""


@dataclass(eq=False)
class SignatureUnreadable(Refusal):
    """Not a CMS signature, damaged, or with something added to it."""


@dataclass(eq=False)
class SignatureTooLarge(Refusal):
    """More bytes than any honest signature has."""

    most: int = MOST_BYTES // 1024


@dataclass(eq=False)
class SignatureNotOne(Refusal):
    """Nobody signed, or several people did."""

    signers: int


@dataclass(eq=False)
class SignatureIncomplete(Refusal):
    """What must be signed beside the document is missing, twice there or contradicts it."""


@dataclass(eq=False)
class SignatureOfOtherDocument(Refusal):
    """Made for other bytes than those shown, or with other bytes inside."""


@dataclass(eq=False)
class SignatureBroken(Refusal):
    """The mathematics do not hold: changed afterwards, or made by another key."""


@dataclass(eq=False)
class SignatureByUnsupportedKey(Refusal):
    """An algorithm that is too old or unknown: SHA-1, short RSA, GOST of 2004."""


@dataclass(eq=False)
class SignatureByStranger(Refusal):
    """The certificate does not come from the authorities that are trusted here."""


@dataclass(eq=False)
class SignatureKeyExpired(Refusal):
    """The certificate is over, by our clock."""

    day: date


@dataclass(eq=False)
class SignatureKeyTooNew(Refusal):
    """The certificate begins later, by our clock."""

    day: date


@dataclass(eq=False)
class SignatureKeyRevoked(Refusal):
    """The certificate was revoked, whatever time the signature claims."""

    day: date


@dataclass(eq=False)
class SignatureBySignInKey(Refusal):
    """The key is for signing in (AUTH_RSA…), not for signing."""


@dataclass(eq=False)
class SignatureByOtherKind(Refusal):
    """The key is an organisation's or for another use, not an individual's for signing."""


@dataclass(eq=False)
class SignatureByNobody(Refusal):
    """The certificate names no individual: there is no IIN in it, or not one that exists."""


@dataclass(eq=False)
class SignatureByOtherPerson(Refusal):
    """Another person's IIN than the applicant's."""


@dataclass(eq=False)
class SignatureNotCheckedNow(Refusal):
    """Whether the key is still good can't be found out now: nothing is wrong with the signature,
    and the same one may be tried again. Never taken for good."""


@dataclass(frozen=True, slots=True)
class Signer:
    """The person in the certificate. NCA keeps the patronymic in the field of the given name."""

    iin: Iin
    name: str = field(repr=False)
    patronymic: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Revocation:
    """What said that nothing on the path is revoked, in DER."""

    kind: Literal["ocsp", "crl"]
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A signature that counts, and all that is needed to say so again."""

    signer: Signer
    algorithm: Algorithm
    purpose: Purpose
    at: datetime
    by: Literal["here", "ncanode"]
    certificates: Sequence[bytes] = field(repr=False)
    """In DER, the signer's first, the trusted one last."""
    revocations: Sequence[Revocation] = field(repr=False)
    answer: bytes = field(default=b"", repr=False)
    """What another verifier said, word for word."""


class SignatureVerifier(Protocol):
    async def verify(
        self,
        cms: bytes,
        shown: bytes,
        *,
        applicant: Iin | None,
        now: datetime,
        purpose: Purpose = "sign",
    ) -> Verdict:
        """Holds a CMS signature (DER, PEM or base64) to the bytes that were shown and to the
        applicant. None where the person is to be learned from the signature: sign-in only. Takes
        up to half a minute. Refuses by any class of this module."""
        ...
