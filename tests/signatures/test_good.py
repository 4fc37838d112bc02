"""Signatures that count, in every form they come in."""

import base64
from datetime import timedelta

import pytest
from asn1crypto import pem

from adapters.signatures.check import checked
from domain.signatures import SignatureKeyRevoked
from tests.signatures.authority import (
    AUTH,
    CLIENT,
    INDIVIDUAL,
    NOW,
    Authority,
    Recipe,
    ocsp_of,
    signed,
)
from tests.signatures.cases import APPLICANT, DOCUMENT, by, case, judged
from tests.signatures.keys import RsaKey, rsa_key


def test_a_good_signature_names_its_signer(authority: Authority) -> None:
    person = authority.person()
    verdict = judged(authority, by(person))
    assert verdict.signer.iin == APPLICANT
    assert verdict.signer.name == "ТЕСТОВ ТЕСТ"
    assert verdict.algorithm == authority.sort
    assert list(verdict.certificates) == [
        holder.certificate.dump() for holder in (person, authority.nca, authority.root)
    ]


def test_the_document_may_be_inside(authority: Authority) -> None:
    assert judged(authority, by(authority.person(), inside=DOCUMENT))


@pytest.mark.parametrize("form", ["base64", "lines", "CMS", "PKCS7"])
def test_it_may_come_as_text(rsa: Authority, form: str) -> None:
    der = by(rsa.person())
    text = {"base64": base64.b64encode, "lines": base64.encodebytes}.get(
        form, lambda der: pem.armor(form, der)
    )
    assert judged(rsa, text(der))


def test_the_signer_may_be_named_by_the_key(rsa: Authority) -> None:
    assert judged(rsa, by(rsa.person(), by_key_id=True))


def test_other_certificates_beside_it_are_of_no_account(rsa: Authority) -> None:
    person, other = rsa.person(), rsa.person()
    beside = (other.certificate, person.certificate, Authority("rsa", "Evil").root.certificate)
    assert judged(rsa, by(person, certificates=beside))


def test_sha_512_counts(rsa: Authority) -> None:
    key = RsaKey(rsa_key("long digest").private, "sha512")
    assert judged(rsa, by(rsa.person(key=key)))


def test_gost_of_256_bits_counts() -> None:
    short = Authority("gost", "Short", 32)
    assert judged(short, by(short.person())).algorithm == "gost"


def test_a_large_document_may_be_inside(rsa: Authority) -> None:
    document = b"%PDF" + bytes(600_000)
    assert judged(rsa, signed(rsa.person(), document, Recipe(inside=document)), shown=document)


def test_an_ocsp_answer_does_instead_of_a_list(authority: Authority) -> None:
    person = authority.person()
    given = [authority.lists()[0], ocsp_of(person, authority.nca)]
    assert checked(case(by(person)), authority.trust, given)


@pytest.mark.parametrize("no_check", [True, False])
def test_an_ocsp_answer_may_come_from_a_responder(authority: Authority, no_check: bool) -> None:
    responder = authority.person(
        "IIN-OCSP", kinds=("ocsp_signing",), usage={"digital_signature"}, no_check=no_check,
        ocsp_url="",
    )  # fmt: skip
    person = authority.person()
    answer = ocsp_of(person, authority.nca, responder)
    lists = authority.lists() if not no_check else authority.lists()[:1]
    assert checked(case(by(person)), authority.trust, [*lists, answer])


def test_an_ocsp_answer_tells_of_revocation(authority: Authority) -> None:
    person = authority.person()
    given = [authority.lists()[0], ocsp_of(person, authority.nca, status="revoked")]
    with pytest.raises(SignatureKeyRevoked):
        checked(case(by(person)), authority.trust, given)


def test_a_sign_in_key_opens_the_door(rsa: Authority) -> None:
    usage = {"digital_signature", "key_encipherment"}
    person = rsa.person(usage=usage, kinds=(CLIENT, INDIVIDUAL), policy=AUTH)
    assert judged(rsa, by(person), purpose="sign-in", applicant=None).signer.iin == APPLICANT


def test_a_signing_key_opens_the_door_too(authority: Authority) -> None:
    verdict = judged(authority, by(authority.person()), purpose="sign-in", applicant=None)
    assert verdict.purpose == "sign-in"


def test_the_time_in_the_signature_is_of_no_account(rsa: Authority) -> None:
    assert judged(rsa, by(rsa.person(), signed_at=NOW - timedelta(days=3000)))
