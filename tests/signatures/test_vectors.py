"""Signatures made by NCA's own programs with keys of its test authority (from NCANode's tests).
Their certificates are over, and no revocation data of that time is left: the path is walked at
that time, and word of revocation is the only thing missing."""

import base64
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from asn1crypto import cms, pem, x509
from pyhanko_certvalidator.context import ValidationContext

from adapters.signatures.algorithms import OnlyThese, RsaAndGost, Unsupported, kind_of
from adapters.signatures.case import Case, TrustBroken
from adapters.signatures.check import checked, signed_here
from adapters.signatures.path import finished, path
from adapters.signatures.structure import held_to, opened
from adapters.signatures.trust import Trust, trusted
from adapters.signatures.usage import held_to_use
from domain.signatures import (
    SignatureBroken,
    SignatureByOtherKind,
    SignatureByOtherPerson,
    SignatureBySignInKey,
    SignatureByStranger,
    SignatureKeyExpired,
    SignatureNotCheckedNow,
    SignatureNotOne,
    SignatureOfOtherDocument,
)
from domain.values.iin import Iin

HERE = Path(__file__).parent / "vectors"
VECTORS = json.loads((HERE / "eds_cms_vectors.json").read_text())
RSA_THEN, GOST_THEN = datetime(2021, 6, 1, tzinfo=UTC), datetime(2022, 12, 1, tzinfo=UTC)
AUTHORITIES = ("nca_gost2015_test.cer", "nca_rsa_test.crt")
# Numbers of NCA's test people; their control digits are wrong, so `Iin.read` would refuse them.
TESTOV, TESTTOV = Iin("123456789011"), Iin("123456789012")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("trust")
    for name in AUTHORITIES:
        (found / name).write_bytes((HERE / name).read_bytes())
    return found


@pytest.fixture(scope="module")
def trust(folder: Path) -> Trust:
    return trusted(folder)


def without_revocation(trust: Trust, then: datetime) -> ValidationContext:
    """The same walk, with the one thing left out that nobody has for that time."""
    return ValidationContext(
        trust_roots=list(trust.anchors),
        moment=then,
        algorithm_usage_policy=OnlyThese(),
        signature_validator=RsaAndGost(),
    )


def vector(name: str) -> tuple[bytes, bytes]:
    return base64.b64decode(VECTORS[name]["b64"]), VECTORS[name]["content"].encode()


def alone(name: str, at: int) -> tuple[bytes, bytes]:
    """One signer of several, with everything else as it was."""
    whole, content = vector(name)
    info = cms.ContentInfo.load(whole)
    info["content"]["signer_infos"] = [info["content"]["signer_infos"][at]]
    return info.dump(force=True), content


GIVEN = {
    "RSA": (vector("cms_rsa_attached"), TESTOV),
    "RSA, another": (vector("cms_rsa_attached_2"), TESTOV),
    "GOST": (alone("cms_gost2015_and_rsa_attached", 0), TESTTOV),
    "RSA beside GOST": (alone("cms_gost2015_and_rsa_attached", 1), TESTOV),
    "GOST, detached": (alone("cms_gost2015_and_rsa_detached", 0), TESTTOV),
    "RSA, detached": (alone("cms_gost2015_and_rsa_detached", 1), TESTOV),
}


@pytest.mark.parametrize("given", GIVEN.values(), ids=GIVEN)
def test_a_true_signature_is_read_by_the_document_the_key_and_the_person(
    trust: Trust, given: tuple[tuple[bytes, bytes], Iin]
) -> None:
    (whole, content), iin = given
    then = GOST_THEN if iin is TESTTOV else RSA_THEN
    signed = signed_here(Case(whole, content, iin, then))
    walk = finished(path(signed.certificate, without_revocation(trust, then)))
    assert walk[0] == signed.certificate
    assert walk[-1] in trust.anchors
    for cms_, shown in ((whole, b"tampered"), (whole, content + b" ")):
        with pytest.raises(SignatureOfOtherDocument):
            held_to(opened(cms_, len(shown)), shown)


@pytest.mark.parametrize("given", GIVEN.values(), ids=GIVEN)
def test_only_word_of_revocation_is_missing(
    trust: Trust, given: tuple[tuple[bytes, bytes], Iin]
) -> None:
    (whole, content), iin = given
    then = GOST_THEN if iin is TESTTOV else RSA_THEN
    with pytest.raises(SignatureNotCheckedNow):
        checked(Case(whole, content, iin, then), trust, [])
    with pytest.raises(SignatureKeyExpired):
        checked(Case(whole, content, iin, datetime(2026, 9, 1, tzinfo=UTC)), trust, [])
    with pytest.raises(SignatureByStranger):
        checked(Case(whole, content, iin, then), Trust((), ()), [])
    with pytest.raises(SignatureByOtherPerson):
        signed_here(Case(whole, content, Iin("900101310004"), then))


@pytest.mark.parametrize("name", ["attached", "detached"])
def test_two_signers_are_one_too_many(name: str) -> None:
    whole, content = vector(f"cms_gost2015_and_rsa_{name}")
    with pytest.raises(SignatureNotOne) as refused:
        signed_here(Case(whole, content, TESTOV, RSA_THEN))
    assert refused.value.signers == 2


def test_a_changed_signature_by_a_true_key_is_broken() -> None:
    whole, content = GIVEN["GOST"][0]
    with pytest.raises(SignatureBroken):
        held_to(opened(whole[:-1] + bytes([whole[-1] ^ 1]), 0), content)


@pytest.mark.parametrize(
    ("name", "refusal"),
    [
        ("individual_valid_sign_2004_rsa.cer", None),
        ("individual_gost2015_sign.pem", None),
        ("individual_valid_sign_2004_rsa_auth.cer", SignatureBySignInKey),
        ("ceo_gost2015_sign.pem", SignatureByOtherKind),
    ],
)
def test_certificates_of_nca_are_told_apart_by_their_use(name: str, refusal) -> None:
    content = (HERE / name).read_bytes()
    der = pem.unarmor(content)[2] if pem.detect(content) else content
    certificate = x509.Certificate.load(der)
    if refusal is None:
        held_to_use(certificate, "sign")
    else:
        with pytest.raises(refusal):
            held_to_use(certificate, "sign")
    if refusal is SignatureBySignInKey:
        held_to_use(certificate, "sign-in")


def test_a_key_of_2004_is_told_to_be_too_old() -> None:
    content = (HERE / "ceo_valid_sign_2004_gost.cer").read_bytes()
    old = x509.Certificate.load(pem.unarmor(content)[2])
    with pytest.raises(Unsupported):
        kind_of(old.public_key)


def test_the_folder_may_hold_only_authorities(tmp_path: Path) -> None:
    with pytest.raises(TrustBroken, match="no certificates"):
        trusted(tmp_path)
    person = "individual_gost2015_sign.pem"
    (tmp_path / person).write_bytes((HERE / person).read_bytes())
    with pytest.raises(TrustBroken, match="not an authority"):
        trusted(tmp_path)
    (tmp_path / person).write_bytes(b"-----BEGIN nothing")
    with pytest.raises(TrustBroken, match="cannot read"):
        trusted(tmp_path)
