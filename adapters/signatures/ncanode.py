"""NCANode instead of our own walk (kazakhstan.md 2.4): it knows NCA's authorities and asks about
revocation; all else is still held here.

It is not asked whether the signature is that of the document: it takes a document inside the
signature for the one that was meant, takes a time stamp's time for ours, and accepts several
signers and any holder.
"""

import base64
from dataclasses import dataclass
from datetime import UTC, date, datetime

import aiohttp
import structlog
from pydantic import BaseModel, Field, ValidationError

from adapters.signatures.case import Case
from adapters.signatures.child import Child
from adapters.signatures.lists import body
from domain.signatures import (
    Purpose,
    SignatureByStranger,
    SignatureKeyRevoked,
    SignatureNotCheckedNow,
    Verdict,
)
from domain.values.iin import Iin

log = structlog.get_logger()
SECONDS = 30.0
MOST_BYTES = 256 * 1024
FINE = "OK"


class Word(BaseModel):
    """What one source says of revocation."""

    revoked: bool
    revocation_time: datetime | None = Field(None, alias="revocationTime")
    reason: str | None = None


class Certificate(BaseModel):
    valid: bool
    serial_number: str = Field(alias="serialNumber")
    revocations: list[Word] = []


class SignerSaid(BaseModel):
    """Older versions list certificates, the signer's first; newer ones name it."""

    certificates: list[Certificate] = []
    certificate: Certificate | None = None


class Answer(BaseModel):
    valid: bool
    signers: list[SignerSaid]


@dataclass(frozen=True, slots=True)
class NcaNode:
    """A SignatureVerifier."""

    child: Child
    url: str

    async def verify(
        self,
        cms: bytes,
        shown: bytes,
        *,
        applicant: Iin | None,
        now: datetime,
        purpose: Purpose = "sign",
    ) -> Verdict:
        case = Case(cms, shown, applicant, now, purpose)
        signer, algorithm, certificate, serial, der = await self.child.run("looked_at", case)
        said = await self.asked(der, shown)
        held_to_answer(said, serial)
        return Verdict(signer, algorithm, purpose, now, "ncanode", [certificate], [], said)

    async def asked(self, der: bytes, shown: bytes) -> bytes:
        """What it answers with 200. Anything else is no word on the signature, which holds by
        itself."""
        given = {"cms": text(der), "data": text(shown), "revocationCheck": ["OCSP", "CRL"]}
        timeout = aiohttp.ClientTimeout(total=SECONDS)
        try:
            async with (
                aiohttp.ClientSession(timeout=timeout, trust_env=False) as session,
                session.post(
                    f"{self.url}/cms/verify", json=given, allow_redirects=False
                ) as answer,
            ):
                return await body(answer, MOST_BYTES)
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as trouble:
            log.warning("NCANode does not answer", trouble=type(trouble).__name__)
            raise SignatureNotCheckedNow from None


def held_to_answer(said: bytes, serial: int) -> None:
    """Refuses: SignatureKeyRevoked, SignatureByStranger, SignatureNotCheckedNow."""
    answer = read(said)
    about = [c for s in answer.signers for c in (s.certificate, *s.certificates[:1]) if c]
    if len(answer.signers) != 1 or not about or serial_of(about[0]) != serial:
        raise SignatureNotCheckedNow
    words = about[0].revocations
    for word in words:
        if word.revoked:
            raise SignatureKeyRevoked(day_of(word))
    if not words or any((word.reason or FINE) != FINE for word in words):
        raise SignatureNotCheckedNow
    if not (answer.valid and about[0].valid):
        raise SignatureByStranger


def read(said: bytes) -> Answer:
    try:
        return Answer.model_validate_json(said)
    except ValidationError:
        log.warning("NCANode answers in another shape")
        raise SignatureNotCheckedNow from None


def serial_of(certificate: Certificate) -> int:
    try:
        return int(certificate.serial_number, 16)
    except ValueError:
        return 0


def day_of(word: Word) -> date:
    return (word.revocation_time or datetime.fromtimestamp(0, UTC)).date()


def text(content: bytes) -> str:
    return base64.b64encode(content).decode()
