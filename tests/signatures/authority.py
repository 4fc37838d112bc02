"""A certification authority in the image of NCA: root, intermediate, people, revocation lists and
OCSP answers. And signatures by those people, good ones and hostile ones."""

import hashlib
import itertools
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Any

from asn1crypto import algos, cms, core, crl, ocsp, x509

from adapters.signatures.trust import Trust
from domain.signatures import Revocation
from tests.signatures.keys import Key, gost_key, rsa_key

NOW = datetime(2026, 9, 1, 6, tzinfo=UTC)
YEAR, DAY = timedelta(days=365), timedelta(days=1)
IIN, OTHER_IIN = "900101310004", "900101310014"
INDIVIDUAL, EMAIL, CLIENT = "1.2.398.3.3.4.1.1", "email_protection", "client_auth"
ORGANISATION = "1.2.398.3.3.4.1.2"
SIGN, AUTH, GENERAL = "1.2.398.3.3.2.3", "1.2.398.3.3.2.4", "1.2.398.3.3.2"
OCSP_URL, CRL_URL = "http://ocsp.test/", "http://crl.test/nca.crl"
serials = itertools.count(1000)


def name(common: str, **more: str) -> x509.Name:
    return x509.Name.build({"common_name": common, "country_name": "KZ", **more})


def person_name(iin: str) -> x509.Name:
    return name("ТЕСТОВ ТЕСТ", surname="ТЕСТОВ", serial_number=iin, given_name="ТЕСТОВИЧ")


@dataclass(frozen=True)
class Holder:
    """A certificate and its key."""

    certificate: x509.Certificate
    key: Key


@dataclass(frozen=True)
class Asked:
    """What a certificate shall say."""

    subject: x509.Name
    usage: set[str] = field(default_factory=lambda: {"digital_signature", "non_repudiation"})
    kinds: tuple[str, ...] = (EMAIL, INDIVIDUAL)
    policy: str = SIGN
    ca: bool = False
    begins: datetime = NOW - YEAR
    ends: datetime = NOW + YEAR
    serial: int = 0
    crl_url: str = CRL_URL
    ocsp_url: str = OCSP_URL
    no_check: bool = False


def issued(asked: Asked, key: Key, issuer: x509.Name, by: Key) -> Holder:
    tbs = x509.TbsCertificate(
        {
            "version": "v3",
            "serial_number": asked.serial or next(serials),
            "signature": {"algorithm": by.algorithm},
            "issuer": issuer,
            "validity": {
                "not_before": x509.Time({"utc_time": asked.begins}),
                "not_after": x509.Time({"utc_time": asked.ends}),
            },
            "subject": asked.subject,
            "subject_public_key_info": key.info,
            "extensions": extensions(asked, key, by),
        }
    )
    whole = {
        "tbs_certificate": tbs,
        "signature_algorithm": {"algorithm": by.algorithm},
        "signature_value": by.sign(tbs.dump()),
    }
    return Holder(x509.Certificate.load(x509.Certificate(whole).dump()), key)


def extensions(asked: Asked, key: Key, by: Key) -> list[dict[str, Any]]:
    found: list[tuple[str, Any]] = [
        ("key_usage", asked.usage),
        ("key_identifier", key_id(key)),
        ("authority_key_identifier", {"key_identifier": key_id(by)}),
    ]
    if asked.ca:
        found.append(("basic_constraints", {"ca": True}))
    if asked.kinds:
        found.append(("extended_key_usage", list(asked.kinds)))
    if asked.policy:
        found.append(("certificate_policies", [{"policy_identifier": asked.policy}]))
    if asked.crl_url:
        points = {"full_name": [x509.GeneralName("uniform_resource_identifier", asked.crl_url)]}
        found.append(("crl_distribution_points", [{"distribution_point": points}]))
    if asked.ocsp_url:
        at = x509.GeneralName("uniform_resource_identifier", asked.ocsp_url)
        described = [{"access_method": "ocsp", "access_location": at}]
        found.append(("authority_information_access", described))
    if asked.no_check:
        found.append(("ocsp_no_check", core.Null()))
    return [
        {"extn_id": kind, "critical": kind == "key_usage", "extn_value": value}
        for kind, value in found
    ]


def key_id(key: Key) -> bytes:
    return hashlib.sha256(key.info.dump()).digest()[:20]


CA = Asked(
    name("НЕГІЗГІ"), usage={"key_cert_sign", "crl_sign"}, kinds=(), policy="", ca=True,
    begins=NOW - 3 * YEAR, ends=NOW + 5 * YEAR, ocsp_url="",
)  # fmt: skip


@dataclass(frozen=True)
class Authority:
    """Root and intermediate of one sort of key."""

    sort: str = "rsa"
    called: str = "NCA"
    size: int = 64

    def key(self, of: str) -> Key:
        if self.sort == "rsa":
            return rsa_key(f"{self.called} {of}")
        return gost_key(f"{self.called} {of}", self.size)

    @cached_property
    def root(self) -> Holder:
        subject = name(f"НЕГІЗГІ TEST ({self.sort})")
        key = self.key("root")
        return issued(replace(CA, subject=subject, serial=1, crl_url=""), key, subject, key)

    @cached_property
    def nca(self) -> Holder:
        subject = name(f"ҰЛТТЫҚ TEST ({self.sort})")
        asked = replace(CA, subject=subject, serial=2)
        return issued(asked, self.key("nca"), self.root.certificate.subject, self.root.key)

    @cached_property
    def trust(self) -> Trust:
        return Trust.of([self.root.certificate, self.nca.certificate])

    def person(self, iin: str = f"IIN{IIN}", key: Key | None = None, **asked: Any) -> Holder:
        """An individual's signing certificate, but for what is said otherwise."""
        usual: dict[str, Any] = {}
        if self.sort == "gost":
            usual = {"policy": GENERAL, "usage": {*SIGNS, "key_encipherment"}}
        wanted = Asked(person_name(iin), **{**usual, **asked})
        return issued(
            wanted, key or self.key("person"), self.nca.certificate.subject, self.nca.key
        )

    def lists(self, revoked: Holder | None = None, **when: datetime) -> list[Revocation]:
        """Fresh revocation lists of both."""
        return [
            crl_of(self.root, **when),
            crl_of(self.nca, revoked.certificate.serial_number if revoked else 0, **when),
        ]


SIGNS = {"digital_signature", "non_repudiation"}


def crl_of(
    by: Holder, *revoked: int, this: datetime = NOW - DAY, until: datetime = NOW + DAY
) -> Revocation:
    gone = [
        {"user_certificate": number, "revocation_date": x509.Time({"utc_time": NOW - 2 * DAY})}
        for number in revoked
        if number
    ]
    fields: dict[str, Any] = {
        "version": "v2",
        "signature": {"algorithm": by.key.algorithm},
        "issuer": by.certificate.subject,
        "this_update": x509.Time({"utc_time": this}),
        "next_update": x509.Time({"utc_time": until}),
        "crl_extensions": [
            {
                "extn_id": "authority_key_identifier",
                "extn_value": {"key_identifier": by.certificate.key_identifier},
            },
            {"extn_id": "crl_number", "extn_value": 7},
        ],
    }
    tbs = crl.TbsCertList({**fields, **({"revoked_certificates": gone} if gone else {})})
    whole = {
        "tbs_cert_list": tbs,
        "signature_algorithm": {"algorithm": by.key.algorithm},
        "signature": by.key.sign(tbs.dump()),
    }
    return Revocation("crl", crl.CertificateList(whole).dump())


def ocsp_of(
    about: Holder | int,
    issuer: Holder,
    by: Holder | None = None,
    *,
    status: str = "good",
    this: datetime = NOW - timedelta(minutes=5),
    until: datetime | None = NOW + timedelta(hours=1),
) -> Revocation:
    """An answer about a certificate, by its issuer or a responder."""
    by = by or issuer
    key = issuer.certificate.public_key["public_key"]
    said: Any = core.Null()
    if status == "revoked":
        said = ocsp.RevokedInfo({"revocation_time": NOW - 2 * DAY})
    one = {
        "cert_id": {
            "hash_algorithm": {"algorithm": "sha256"},
            "issuer_name_hash": hashlib.sha256(issuer.certificate.subject.dump()).digest(),
            "issuer_key_hash": hashlib.sha256(bytes(key)).digest(),
            "serial_number": (
                about if isinstance(about, int) else about.certificate.serial_number
            ),
        },
        "cert_status": ocsp.CertStatus(status, said),
        "this_update": this,
        **({"next_update": until} if until else {}),
    }
    tbs = ocsp.ResponseData(
        {
            "responder_id": ocsp.ResponderId("by_name", by.certificate.subject),
            "produced_at": this,
            "responses": [one],
        }
    )
    basic = ocsp.BasicOCSPResponse(
        {
            "tbs_response_data": tbs,
            "signature_algorithm": {"algorithm": by.key.algorithm},
            "signature": by.key.sign(tbs.dump()),
            "certs": [by.certificate],
        }
    )
    whole = {
        "response_status": "successful",
        "response_bytes": {"response_type": "basic_ocsp_response", "response": basic},
    }
    return Revocation("ocsp", ocsp.OCSPResponse(whole).dump())


@dataclass(frozen=True)
class Recipe:
    """How a signature is put together; as it should be, unless said otherwise."""

    inside: bytes | None = None
    digest_of: bytes | None = None
    attributes: bool = True
    leave_out: str = ""
    twice: str = ""
    two_values: str = ""
    content_type: str = "data"
    inside_type: str = "data"
    signed_at: datetime = NOW
    certificates: tuple[x509.Certificate, ...] | None = None
    digest: str = ""
    by_key_id: bool = False


def signed(who: Holder, content: bytes, recipe: Recipe = Recipe()) -> bytes:
    return packed(content, recipe, [signer_info(who, content, recipe)], (who.certificate,))


def signer_info(who: Holder, content: bytes, recipe: Recipe = Recipe()) -> cms.SignerInfo:
    key = who.key
    sid = cms.SignerIdentifier(
        "issuer_and_serial_number",
        cms.IssuerAndSerialNumber(
            {
                "issuer": who.certificate.issuer,
                "serial_number": who.certificate.serial_number,
            }
        ),
    )
    if recipe.by_key_id:
        sid = cms.SignerIdentifier("subject_key_identifier", who.certificate.key_identifier)
    info: dict[str, Any] = {
        "version": "v1",
        "sid": sid,
        "digest_algorithm": {"algorithm": recipe.digest or key.digest},
        "signature_algorithm": {"algorithm": key.algorithm},
    }
    if not recipe.attributes:
        return cms.SignerInfo({**info, "signature": key.sign(content)})
    attributes = signed_attributes(who, content, recipe)
    to_sign = b"\x31" + attributes.dump()[1:]
    return cms.SignerInfo({**info, "signed_attrs": attributes, "signature": key.sign(to_sign)})


def signed_attributes(who: Holder, content: bytes, recipe: Recipe) -> cms.CMSAttributes:
    digest = who.key.hash(content if recipe.digest_of is None else recipe.digest_of)
    values: list[tuple[str, Any]] = [
        ("content_type", recipe.content_type),
        ("signing_time", cms.Time({"utc_time": recipe.signed_at})),
        ("message_digest", digest),
    ]
    kept = [v for v in values if v[0] != recipe.leave_out]
    kept += [v for v in values if v[0] == recipe.twice]
    return cms.CMSAttributes(
        [
            cms.CMSAttribute({"type": t, "values": [v] * (1 + (t == recipe.two_values))})
            for t, v in kept
        ]
    )


def packed(
    content: bytes,
    recipe: Recipe,
    signers: list[cms.SignerInfo],
    certificates: tuple[x509.Certificate, ...],
) -> bytes:
    inside: dict[str, Any] = {"content_type": recipe.inside_type}
    if recipe.inside is not None:
        inside["content"] = (
            recipe.inside if recipe.inside_type == "data" else core.OctetString(recipe.inside)
        )
    there = certificates if recipe.certificates is None else recipe.certificates
    data = {
        "version": "v1",
        "digest_algorithms": [algos.DigestAlgorithm({"algorithm": "sha256"})],
        "encap_content_info": inside,
        "certificates": [cms.CertificateChoices("certificate", c) for c in there],
        "signer_infos": signers,
    }
    return cms.ContentInfo({"content_type": "signed_data", "content": cms.SignedData(data)}).dump()
