"""From the signer's certificate to one that is trusted, at our time, nothing revoked on the way.
pyhanko-certvalidator walks; it gets nothing but pinned authorities and revocation data."""

from collections.abc import Coroutine, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import TypeVar, cast

from asn1crypto import crl, ocsp, x509
from pyhanko_certvalidator import CertificateValidator
from pyhanko_certvalidator.context import ValidationContext
from pyhanko_certvalidator.errors import (
    DisallowedAlgorithmError,
    ExpiredError,
    InsufficientRevinfoError,
    InvalidCertificateError,
    NotYetValidError,
    PathBuildingError,
    PathValidationError,
    RevokedError,
)

from adapters.signatures.algorithms import OnlyThese, RsaAndGost
from adapters.signatures.structure import ASN1_TROUBLE
from adapters.signatures.trust import Trust
from domain.signatures import (
    Revocation,
    SignatureByStranger,
    SignatureByUnsupportedKey,
    SignatureKeyExpired,
    SignatureKeyRevoked,
    SignatureKeyTooNew,
    SignatureNotCheckedNow,
)

T = TypeVar("T")
CLOCKS_DIFFER = timedelta(minutes=1)
"""An OCSP answer made this moment may be ahead of our clock."""
ID_HASHES = {"sha1", "sha256"}
"""How an OCSP answer may name a certificate; SHA-1 is a name there, not a proof."""


def walked(
    certificate: x509.Certificate,
    trust: Trust,
    revocations: Sequence[Revocation],
    now: datetime,
) -> list[x509.Certificate]:
    """The path, the signer's certificate first. Refuses: SignatureByStranger, SignatureKeyExpired,
    SignatureKeyTooNew, SignatureKeyRevoked, SignatureByUnsupportedKey, SignatureNotCheckedNow."""
    try:
        return finished(path(certificate, context(trust, revocations, now)))
    except RevokedError as revoked:
        raise SignatureKeyRevoked(revoked.revocation_dt.date()) from None
    except InsufficientRevinfoError:
        raise SignatureNotCheckedNow from None
    except ExpiredError as expired:
        raise SignatureKeyExpired(expired.expired_dt.date()) from None
    except NotYetValidError as early:
        raise SignatureKeyTooNew(early.valid_from.date()) from None
    except DisallowedAlgorithmError:
        raise SignatureByUnsupportedKey from None
    except (PathBuildingError, PathValidationError, InvalidCertificateError, *ASN1_TROUBLE):
        raise SignatureByStranger from None


def held_to_dates(certificate: x509.Certificate, now: datetime) -> None:
    """By our clock, whatever the signature says. Refuses: SignatureKeyExpired,
    SignatureKeyTooNew."""
    if certificate.not_valid_after < now - CLOCKS_DIFFER:
        raise SignatureKeyExpired(certificate.not_valid_after.date())
    if certificate.not_valid_before > now + CLOCKS_DIFFER:
        raise SignatureKeyTooNew(certificate.not_valid_before.date())


def of_use(word: Revocation, path: Sequence[x509.Certificate]) -> bool:
    """Whether it can have said something about this path."""
    if word.kind == "ocsp":
        numbers = {certificate.serial_number for certificate in path}
        return any(
            one["cert_id"]["serial_number"].native in numbers
            for answer in readable_answer(word.content)
            for one in answer.response_data["responses"]
        )
    issuers = {certificate.issuer.hashable for certificate in path}
    return any(one.issuer.hashable in issuers for one in readable_list(word.content))


def finished(walk: Coroutine[None, None, T]) -> T:
    """The result of a coroutine that waits for nothing: all it asks for has been fetched."""
    try:
        walk.send(None)
    except StopIteration as end:
        return cast("T", end.value)
    walk.close()
    raise RuntimeError


async def path(certificate: x509.Certificate, given: ValidationContext) -> list[x509.Certificate]:
    found = await CertificateValidator(certificate, [], given).async_validate_path()
    return list(reversed(list(found.iter_certs(include_root=True))))


def context(trust: Trust, revocations: Sequence[Revocation], now: datetime) -> ValidationContext:
    return ValidationContext(
        trust_roots=list(trust.anchors),
        other_certs=list(trust.others),
        moment=now,
        revocation_mode="require",
        allow_fetching=False,
        crls=[lst for r in revocations if r.kind == "crl" for lst in readable_list(r.content)],
        ocsps=[a for r in revocations if r.kind == "ocsp" for a in readable_answer(r.content)],
        time_tolerance=CLOCKS_DIFFER,
        algorithm_usage_policy=OnlyThese(),
        signature_validator=RsaAndGost(),
    )


@lru_cache(maxsize=16)
def readable_list(der: bytes) -> list[crl.CertificateList]:
    """The list, or nothing: what can't be read says nothing about anybody."""
    try:
        found = crl.CertificateList.load(der, strict=True)
        found["tbs_cert_list"].native  # noqa: B018 read now, not in the middle of a path
    except ASN1_TROUBLE:
        return []
    return [found]


def readable_answer(der: bytes) -> list[ocsp.OCSPResponse]:
    try:
        found = ocsp.OCSPResponse.load(der, strict=True)
        if found["response_status"].native != "successful":
            return []
        found.native  # noqa: B018
        answers = found.response_data["responses"]
        hashes = {a["cert_id"]["hash_algorithm"]["algorithm"].native for a in answers}
    except ASN1_TROUBLE:
        return []
    return [found] if hashes <= ID_HASHES else []
