"""Signatures that don't count. Each case is named for what somebody tries, and is refused with the
sentence that fits. No single library refuses all of these (docs/decisions)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from asn1crypto import cms

from adapters.signatures.check import checked
from adapters.signatures.trust import Trust
from domain.errors import Refusal
from domain.signatures import (
    MOST_BYTES,
    Revocation,
    SignatureBroken,
    SignatureByNobody,
    SignatureByOtherKind,
    SignatureByOtherPerson,
    SignatureBySignInKey,
    SignatureByStranger,
    SignatureByUnsupportedKey,
    SignatureIncomplete,
    SignatureKeyExpired,
    SignatureKeyRevoked,
    SignatureKeyTooNew,
    SignatureNotCheckedNow,
    SignatureNotOne,
    SignatureOfOtherDocument,
    SignatureTooLarge,
    SignatureUnreadable,
)
from tests.signatures.authority import (
    AUTH,
    CLIENT,
    DAY,
    EMAIL,
    GENERAL,
    INDIVIDUAL,
    NOW,
    ORGANISATION,
    OTHER_IIN,
    YEAR,
    Asked,
    Authority,
    Recipe,
    crl_of,
    issued,
    ocsp_of,
    packed,
    person_name,
    signed,
    signer_info,
)
from tests.signatures.cases import DOCUMENT, by, case, judged
from tests.signatures.keys import RsaKey, rsa_key

OTHER = b"%PDF-1.7 another application"
TIMESTAMP = "1.2.840.113549.1.9.16.1.4"
Making = Callable[[Authority], bytes]


def signature_over_attributes(a: Authority) -> bytes:
    """The attributes of a true signature passed off as the document (attribute confusion)."""
    person = a.person()
    info = signer_info(person, DOCUMENT)
    attributes = b"\x31" + info["signed_attrs"].dump()[1:]
    bare = cms.SignerInfo(
        {
            "version": "v1",
            "sid": info["sid"],
            "digest_algorithm": info["digest_algorithm"],
            "signature_algorithm": info["signature_algorithm"],
            "signature": info["signature"],
        }
    )
    return packed(attributes, Recipe(inside=attributes), [bare], (person.certificate,))


def two(a: Authority) -> bytes:
    one, other = a.person(), a.person(f"IIN{OTHER_IIN}")
    infos = [signer_info(one, DOCUMENT), signer_info(other, DOCUMENT)]
    return packed(DOCUMENT, Recipe(), infos, (one.certificate, other.certificate))


def changed(der: bytes) -> bytes:
    """The last byte of the signature's value."""
    return der[:-1] + bytes([der[-1] ^ 1])


def over_sha1(a: Authority) -> bytes:
    return by(a.person(key=RsaKey(rsa_key("old digest").private, "sha1")))


def by_the_same_names(a: Authority) -> bytes:
    """An authority with the names, the serial number and the person of the true one."""
    evil = Authority(a.sort, "Evil")
    true = a.person(serial=77)
    false = evil.person(serial=77, key=evil.key("person"))
    assert false.certificate.issuer == true.certificate.issuer
    chain = (false.certificate, evil.nca.certificate, evil.root.certificate)
    return by(false, certificates=chain)


def by_a_leaf_as_authority(a: Authority) -> bytes:
    leaf = a.person(f"IIN{OTHER_IIN}")
    asked = Asked(person_name("IIN900101310004"))
    made = issued(asked, a.key("leaf's"), leaf.certificate.subject, leaf.key)
    return by(made, certificates=(made.certificate, leaf.certificate))


def self_signed(a: Authority) -> bytes:
    key = a.key("self")
    me = person_name("IIN900101310004")
    return by(issued(Asked(me), key, me, key))


def swapped_certificate(a: Authority) -> bytes:
    """A true signature with the certificate of another key in its place."""
    true = a.person(serial=55)
    other = a.person(serial=55, key=a.key("another"))
    return by(true, certificates=(other.certificate,))


HOSTILE: list[tuple[str, Making, type[Refusal]]] = [
    ("other document", lambda a: signed(a.person(), OTHER), SignatureOfOtherDocument),
    ("other document inside", lambda a: signed(a.person(), OTHER, Recipe(inside=OTHER)),
     SignatureOfOtherDocument),
    ("the right one signed, another inside", lambda a: by(a.person(), inside=OTHER),
     SignatureOfOtherDocument),
    ("another signed, the right one inside",
     lambda a: signed(a.person(), OTHER, Recipe(inside=DOCUMENT)), SignatureOfOtherDocument),
    ("nothing inside but there", lambda a: by(a.person(), inside=b""), SignatureOfOtherDocument),
    ("digest of another", lambda a: by(a.person(), digest_of=OTHER), SignatureOfOtherDocument),
    ("no attributes", lambda a: by(a.person(), attributes=False), SignatureIncomplete),
    ("attribute confusion", signature_over_attributes, SignatureIncomplete),
    ("no digest", lambda a: by(a.person(), leave_out="message_digest"), SignatureIncomplete),
    ("no content type", lambda a: by(a.person(), leave_out="content_type"), SignatureIncomplete),
    ("two digests", lambda a: by(a.person(), twice="message_digest"), SignatureIncomplete),
    ("two values of a digest", lambda a: by(a.person(), two_values="message_digest"),
     SignatureIncomplete),
    ("other content type", lambda a: by(a.person(), content_type="signed_data"),
     SignatureIncomplete),
    ("not data inside", lambda a: by(a.person(), inside=DOCUMENT, inside_type=TIMESTAMP),
     SignatureIncomplete),
    ("without its certificate", lambda a: by(a.person(), certificates=()), SignatureIncomplete),
    ("nobody signed", lambda a: packed(DOCUMENT, Recipe(), [], ()), SignatureNotOne),
    ("two signed", two, SignatureNotOne),
    ("trailing bytes", lambda a: by(a.person()) + b"\0", SignatureUnreadable),
    ("cut short", lambda a: by(a.person())[:-1], SignatureUnreadable),
    ("empty", lambda a: b"", SignatureUnreadable),
    ("a PDF", lambda a: DOCUMENT, SignatureUnreadable),
    ("a certificate", lambda a: a.root.certificate.dump(), SignatureUnreadable),
    ("changed", lambda a: changed(by(a.person())), SignatureBroken),
    ("a certificate of another key", swapped_certificate, SignatureBroken),
    ("an authority with the same names", by_the_same_names, SignatureByStranger),
    ("a person as an authority", by_a_leaf_as_authority, SignatureByStranger),
    ("self-signed", self_signed, SignatureByStranger),
    ("expired", lambda a: by(a.person(ends=NOW - DAY)), SignatureKeyExpired),
    ("expired, back-dated", lambda a: by(a.person(ends=NOW - DAY), signed_at=NOW - 9 * DAY),
     SignatureKeyExpired),
    ("not yet", lambda a: by(a.person(begins=NOW + DAY)), SignatureKeyTooNew),
    ("a sign-in key", lambda a: by(a.person(kinds=(CLIENT, INDIVIDUAL), policy=AUTH)),
     SignatureBySignInKey),
    ("an organisation's key", lambda a: by(a.person(kinds=(EMAIL, ORGANISATION))),
     SignatureByOtherKind),
    ("not for signing", lambda a: by(a.person(usage={"digital_signature", "key_encipherment"})),
     SignatureByOtherKind),
    ("no policy", lambda a: by(a.person(policy="")), SignatureByOtherKind),
    ("other person", lambda a: by(a.person(f"IIN{OTHER_IIN}")), SignatureByOtherPerson),
    ("no IIN", lambda a: by(a.person("BIN900101310004")), SignatureByNobody),
    ("a longer IIN", lambda a: by(a.person("IIN9001013100041")), SignatureByNobody),
    ("a list of people", lambda a: by(a.person("IIN900101310004 IIN900101310014")),
     SignatureByNobody),
]  # fmt: skip


@pytest.mark.parametrize(
    ("make", "refusal"), [h[1:] for h in HOSTILE], ids=[h[0] for h in HOSTILE]
)
def test_it_is_refused(authority: Authority, make: Making, refusal: type[Refusal]) -> None:
    with pytest.raises(Refusal) as refused:
        judged(authority, make(authority))
    assert type(refused.value) is refusal


def test_sha_1_does_not_count(rsa: Authority) -> None:
    with pytest.raises(SignatureByUnsupportedKey):
        judged(rsa, over_sha1(rsa))


def test_sha_1_does_not_count_under_another_name(rsa: Authority) -> None:
    key = RsaKey(rsa_key("old digest").private, "sha1")
    with pytest.raises(SignatureByUnsupportedKey):
        judged(rsa, by(rsa.person(key=key), digest="sha256"))


def test_a_digest_other_than_the_signature_is_made_with_does_not_count(rsa: Authority) -> None:
    key = RsaKey(rsa_key("long digest").private, "sha512")
    with pytest.raises(SignatureByUnsupportedKey):
        judged(rsa, by(rsa.person(key=key), digest="sha256"))


def test_short_rsa_does_not_count(rsa: Authority) -> None:
    with pytest.raises(SignatureByUnsupportedKey):
        judged(rsa, by(rsa.person(key=rsa_key("short", 1024))))


def test_the_general_policy_is_for_gost_only(rsa: Authority) -> None:
    with pytest.raises(SignatureByOtherKind):
        judged(rsa, by(rsa.person(policy=GENERAL)))


def test_a_certificate_signed_with_sha_1_does_not_count(rsa: Authority) -> None:
    old = RsaKey(rsa.nca.key.private, "sha1")  # type: ignore[attr-defined]
    person = issued(
        Asked(person_name("IIN900101310004")), rsa.key("p"), rsa.nca.certificate.subject, old
    )
    with pytest.raises(SignatureByUnsupportedKey):
        judged(rsa, by(person))


class ShortAuthority(Authority):
    """Trusted, but its key is of another time."""

    def key(self, of: str) -> Any:
        return rsa_key("short authority", 1024) if of == "nca" else super().key(of)


def test_an_authority_with_a_short_key_does_not_count() -> None:
    short = ShortAuthority("rsa", "Short")
    with pytest.raises(SignatureByUnsupportedKey):
        judged(short, by(short.person()))


def test_more_than_a_signature_is_too_large(rsa: Authority) -> None:
    whole = by(rsa.person(), certificates=(rsa.root.certificate,) * 400)
    assert len(whole) > MOST_BYTES
    stuffed = by(rsa.person(), inside=bytes(400_000))
    for given in (whole, stuffed, bytes(2_000_000), b"0" * 2_000_000):
        with pytest.raises(SignatureTooLarge):
            judged(rsa, given)
    with pytest.raises(SignatureTooLarge):
        judged(rsa, whole, shown=bytes(600_000))


def test_a_root_that_nobody_pinned_is_a_stranger(rsa: Authority) -> None:
    elsewhere = Authority("gost").trust
    with pytest.raises(SignatureByStranger):
        checked(case(by(rsa.person())), elsewhere, rsa.lists())
    with pytest.raises(SignatureByStranger):
        checked(case(by(rsa.person())), Trust((), ()), rsa.lists())


# Revocation: without fresh word of it nothing is taken for good.


@pytest.mark.parametrize("crl_url", ["http://crl.test/nca.crl", ""])
def test_revoked_is_revoked_with_and_without_a_distribution_point(
    authority: Authority, crl_url: str
) -> None:
    person = authority.person(crl_url=crl_url, ocsp_url="")
    with pytest.raises(SignatureKeyRevoked) as refused:
        checked(case(by(person)), authority.trust, authority.lists(person))
    assert refused.value.day == (NOW - 2 * DAY).date()


def test_a_revoked_key_does_not_sign_with_an_older_date(rsa: Authority) -> None:
    person = rsa.person()
    with pytest.raises(SignatureKeyRevoked):
        checked(case(by(person, signed_at=NOW - YEAR)), rsa.trust, rsa.lists(person))


def test_a_revoked_authority_takes_its_people_with_it(rsa: Authority) -> None:
    lists = [crl_of(rsa.root, 2), crl_of(rsa.nca)]
    with pytest.raises(SignatureKeyRevoked):
        checked(case(by(rsa.person())), rsa.trust, lists)


def forged(a: Authority) -> list:
    return [a.lists()[0], replace(crl_of(replace(a.nca, key=a.key("not its own"))))]


LATER = [
    ("no lists", lambda a, p: []),
    ("only the root's", lambda a, p: a.lists()[:1]),
    ("only the other's", lambda a, p: a.lists()[1:]),
    ("stale lists", lambda a, p: a.lists(this=NOW - 9 * DAY, until=NOW - DAY)),
    ("lists of tomorrow", lambda a, p: a.lists(this=NOW + DAY, until=NOW + 2 * DAY)),
    ("a forged list", lambda a, p: forged(a)),
    ("a stranger's list", lambda a, p: [a.lists()[0], Authority(a.sort, "Evil").lists()[1]]),
    ("a stale answer", lambda a, p: [
        a.lists()[0], ocsp_of(p, a.nca, this=NOW - 9 * DAY, until=NOW - DAY)]),
    ("an old answer without an end", lambda a, p: [
        a.lists()[0], ocsp_of(p, a.nca, this=NOW - timedelta(hours=2), until=None)]),
    ("an answer about somebody else", lambda a, p: [
        a.lists()[0], ocsp_of(a.person(serial=4), a.nca)]),
    ("an answer of “unknown”", lambda a, p: [
        a.lists()[0], ocsp_of(p, a.nca, status="unknown")]),
    ("a stranger's answer", lambda a, p: [
        a.lists()[0], ocsp_of(p, a.nca, Authority(a.sort, "Evil").nca)]),
    ("an answer by a person", lambda a, p: [a.lists()[0], ocsp_of(p, a.nca, a.person())]),
]  # fmt: skip


@pytest.mark.parametrize("given", [given for _, given in LATER], ids=[name for name, _ in LATER])
def test_without_word_of_revocation_it_is_to_be_tried_later(rsa: Authority, given) -> None:
    person = rsa.person()
    with pytest.raises(SignatureNotCheckedNow):
        checked(case(by(person)), rsa.trust, given(rsa, person))


@pytest.mark.parametrize("name", ["stale lists", "a forged list", "a stranger's answer"])
def test_word_of_revocation_signed_by_gost_is_held_to_its_key(name: str) -> None:
    gost, given = Authority("gost"), dict(LATER)[name]
    person = gost.person()
    with pytest.raises(SignatureNotCheckedNow):
        checked(case(by(person)), gost.trust, given(gost, person))


def test_revocation_data_that_is_no_data_says_nothing(rsa: Authority) -> None:
    rubbish = [
        Revocation("crl", b"\x30\x03abc"),
        Revocation("ocsp", b""),
        Revocation("ocsp", b"0"),
    ]
    with pytest.raises(SignatureNotCheckedNow):
        checked(case(by(rsa.person())), rsa.trust, rubbish)
    assert checked(case(by(rsa.person())), rsa.trust, [*rubbish, *rsa.lists()])
