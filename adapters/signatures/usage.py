"""What a certificate says it is for, and whose it is (kazakhstan.md 2.6)."""

import re

from asn1crypto import x509

from adapters.signatures.algorithms import kind_of
from domain.errors import Refusal
from domain.signatures import (
    Purpose,
    SignatureByNobody,
    SignatureByOtherKind,
    SignatureByOtherPerson,
    SignatureBySignInKey,
    Signer,
)
from domain.values.iin import Iin

INDIVIDUAL = "1.2.398.3.3.4.1.1"
SIGN, AUTH = "1.2.398.3.3.2.3", "1.2.398.3.3.2.4"
GENERAL = "1.2.398.3.3.2"
"""GOST certificates have this one, for either use; their key usage tells."""
GOOD: dict[Purpose, set[str]] = {"sign": {SIGN}, "sign-in": {SIGN, AUTH}}
NEEDED: dict[Purpose, set[str]] = {
    "sign": {"digital_signature", "non_repudiation"},
    "sign-in": {"digital_signature"},
}
SERIAL_NUMBER = "2.5.4.5"
NAMED = re.compile(r"IIN(\d{12})", re.ASCII)


def held_to_use(certificate: x509.Certificate, purpose: Purpose) -> None:
    """Refuses: SignatureBySignInKey, SignatureByOtherKind."""
    usage = native_set(certificate.key_usage_value)
    policies = {
        p["policy_identifier"].dotted for p in certificate.certificate_policies_value or ()
    }
    kinds = {k.dotted for k in certificate.extended_key_usage_value or ()}
    if purpose == "sign" and AUTH in policies:
        raise SignatureBySignInKey
    general = {GENERAL} if kind_of(certificate.public_key) == "gost" else set()
    good = policies & (GOOD[purpose] | general)
    if INDIVIDUAL not in kinds or not NEEDED[purpose] <= usage or not good:
        raise SignatureByOtherKind


def native_set(usage: x509.KeyUsage | None) -> set[str]:
    return set() if usage is None else set(usage.native)


def signer_of(certificate: x509.Certificate, applicant: Iin | None) -> Signer:
    """The person named. Refuses: SignatureByNobody, SignatureByOtherPerson."""
    found = [value for kind, value in names_in(certificate.subject) if kind == SERIAL_NUMBER]
    named = NAMED.fullmatch(found[0]) if len(found) == 1 else None
    if named is None:
        raise SignatureByNobody
    iin = applicant or existing(named.group(1))
    if iin.text != named.group(1):
        raise SignatureByOtherPerson
    person = dict(names_in(certificate.subject))
    return Signer(iin, person.get("2.5.4.3", ""), person.get("2.5.4.42", ""))


def existing(number: str) -> Iin:
    try:
        return Iin.read_foreign(number)
    except Refusal:
        raise SignatureByNobody from None


def names_in(subject: x509.Name) -> list[tuple[str, str]]:
    return [
        (pair["type"].dotted, str(pair["value"].native))
        for part in subject.chosen
        for pair in part
    ]
