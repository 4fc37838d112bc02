"""What the child process is asked to do with one signature. Everything that opens a stranger's
bytes, and all the slow arithmetic, is here."""

import hashlib
from pathlib import Path

from asn1crypto import ocsp, x509
from cryptography.exceptions import InvalidSignature

from adapters.signatures.algorithms import RsaAndGost, kind_of
from adapters.signatures.case import Case, TrustBroken
from adapters.signatures.check import checked, signed_here
from adapters.signatures.kept import kept_lists
from adapters.signatures.path import held_to_dates
from adapters.signatures.trust import Trust, trusted
from adapters.signatures.usage import signer_of
from domain.errors import Refusal
from domain.signatures import (
    Algorithm,
    Revocation,
    SignatureByStranger,
    Signer,
    Verdict,
)


def question(case: Case, folder: Path) -> bytes:
    """The OCSP request about the signer's certificate, once the signature itself holds and a
    pinned authority has issued the certificate: nobody else can make us ask."""
    certificate = signed_here(case).certificate
    issuer = issuer_of(certificate, trusted(folder))
    held_to_dates(certificate, case.now)
    return asked(certificate, issuer)


def trouble_with(folder: Path) -> str:
    """Why this folder can't be trusted, in one line; nothing if it can."""
    try:
        trusted(folder)
    except TrustBroken as trouble:
        return str(trouble)
    return ""


def issuer_of(certificate: x509.Certificate, trust: Trust) -> x509.Certificate:
    for authority in (*trust.others, *trust.anchors):
        if authority.subject == certificate.issuer and issued(certificate, authority):
            return authority
    raise SignatureByStranger


def issued(certificate: x509.Certificate, authority: x509.Certificate) -> bool:
    try:
        RsaAndGost().validate_signature(
            certificate["signature_value"].native,
            certificate["tbs_certificate"].dump(),
            authority.public_key,
            certificate["signature_algorithm"],
        )
    except InvalidSignature:
        return False
    return True


def asked(certificate: x509.Certificate, issuer: x509.Certificate) -> bytes:
    """By SHA-256, as NCANode asks NCA. Without a nonce: an answer is as good as its times say."""
    key = bytes(issuer.public_key["public_key"])
    about = {
        "hash_algorithm": {"algorithm": "sha256"},
        "issuer_name_hash": hashlib.sha256(issuer.subject.dump()).digest(),
        "issuer_key_hash": hashlib.sha256(key).digest(),
        "serial_number": certificate.serial_number,
    }
    request = {"tbs_request": {"request_list": [{"req_cert": about}]}}
    return bytes(ocsp.OCSPRequest(request).dump())


def verdict(case: Case, folder: Path, lists: Path, answers: list[Revocation]) -> Verdict:
    """With the answers that came, and the lists kept in either folder."""
    given = [*answers, *kept_lists(folder), *kept_lists(lists)]
    return checked(case, trusted(folder), given)


def looked_at(case: Case) -> tuple[Signer, Algorithm, bytes, int, bytes]:
    """For whoever has the path walked elsewhere: who signed, with which sort of key, by which
    certificate of which number; and the signature in DER."""
    signed = signed_here(case)
    certificate = signed.certificate
    held_to_dates(certificate, case.now)
    signer, kind = signer_of(certificate, case.applicant), kind_of(certificate.public_key)
    return signer, kind, certificate.dump(), certificate.serial_number, signed.der


def again(case: Case, certificates: list[bytes], revocations: list[Revocation]) -> Verdict | None:
    """With the authorities and the word of revocation of that time; nothing if it is refused."""
    authorities = [x509.Certificate.load(der) for der in certificates[1:]]
    try:
        return checked(case, Trust.of(authorities), revocations)
    except Refusal:
        return None
