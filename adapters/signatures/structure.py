"""A CMS signature taken apart: exactly one signer, with signed attributes that say what they must.
Whatever the bytes are, the outcome is a `Signed` or a refusal.

The shapes refused here are those of draft-ietf-lamps-cms-euf-cma-signeddata and of reliability.md
E2: a signature without signed attributes can be passed off for one of other content.
"""

import base64
import binascii
import re
from dataclasses import dataclass

from asn1crypto import cms, x509
from cryptography.exceptions import InvalidSignature
from pyhanko_certvalidator.sig_validate import SignatureValidationContext

from adapters.signatures.algorithms import (
    RsaAndGost,
    Unsupported,
    digest,
    digest_name,
    kind_of,
    signature_digest,
)
from adapters.signatures.gost import KeyUnknown, key_of
from domain.signatures import (
    MOST_BYTES,
    SignatureBroken,
    SignatureByUnsupportedKey,
    SignatureIncomplete,
    SignatureNotOne,
    SignatureOfOtherDocument,
    SignatureTooLarge,
    SignatureUnreadable,
)

ARMOUR = re.compile(rb"\s*-----BEGIN (CMS|PKCS7)-----\s(.+?)\s-----END \1-----\s*", re.DOTALL)
ASN1_TROUBLE = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError)
"""What asn1crypto raises for bytes that are no CMS; it looks at them when they are asked for."""


@dataclass(frozen=True, slots=True)
class Signed:
    """One signer's part. `content` is the document inside, if there is one."""

    content: bytes | None
    certificate: x509.Certificate
    signer: cms.SignerInfo
    attributes: dict[str, bytes]
    der: bytes


def opened(given: bytes, shown_bytes: int) -> Signed:
    """Reads DER, PEM or bare base64. Refuses: SignatureUnreadable, SignatureTooLarge,
    SignatureNotOne, SignatureIncomplete."""
    most = MOST_BYTES + shown_bytes
    if len(given) > 2 * most:  # base64 and its lines are a third more
        raise SignatureTooLarge
    try:
        return taken_apart(der_of(given), most)
    except (*ASN1_TROUBLE, RecursionError):
        raise SignatureUnreadable from None


def der_of(given: bytes) -> bytes:
    if given[:1] == b"\x30":
        return given
    armoured = ARMOUR.fullmatch(given)
    text = armoured.group(2) if armoured else given
    try:
        return base64.b64decode(b"".join(text.split()), validate=True)
    except binascii.Error:
        raise SignatureUnreadable from None


def taken_apart(der: bytes, most: int) -> Signed:
    if len(der) > most:
        raise SignatureTooLarge
    info = cms.ContentInfo.load(der, strict=True)  # strict: nothing after the end
    if info["content_type"].native != "signed_data":
        raise SignatureUnreadable
    data = info["content"]
    signers = data["signer_infos"]
    if len(signers) != 1:
        raise SignatureNotOne(len(signers))
    inside = data["encap_content_info"]
    if inside["content_type"].native != "data":
        raise SignatureIncomplete
    content = inside["content"].native
    if len(der) - len(content or b"") > MOST_BYTES:
        raise SignatureTooLarge
    info.native  # noqa: B018 everything is looked at now, so nothing surprises later
    return Signed(
        content, certificate_of(data, signers[0]), signers[0], attributes_of(signers[0]), der
    )


def attributes_of(signer: cms.SignerInfo) -> dict[str, bytes]:
    """The signed attributes that matter, each there once with one value."""
    found: dict[str, bytes] = {}
    for attribute in signer["signed_attrs"]:
        kind = attribute["type"].native
        if kind in found or len(attribute["values"]) != 1:
            raise SignatureIncomplete
        found[kind] = attribute["values"][0].contents
    if "message_digest" not in found or found.get("content_type") != DATA:
        raise SignatureIncomplete
    return found


DATA = cms.ContentType("data").contents


def certificate_of(data: cms.SignedData, signer: cms.SignerInfo) -> x509.Certificate:
    """The only certificate in the message that is the signer's. The others are of no use: paths
    are built from what is pinned."""
    there = {c.chosen.dump(): c.chosen for c in data["certificates"] if c.name == "certificate"}
    named = [c for c in there.values() if names(signer["sid"], c)]
    if len(named) != 1:
        raise SignatureIncomplete
    return named[0]


def names(sid: cms.SignerIdentifier, certificate: x509.Certificate) -> bool:
    if sid.name == "subject_key_identifier":
        return bool(sid.native == certificate.key_identifier)
    one = sid.chosen
    return bool(
        one["serial_number"].native == certificate.serial_number
        and one["issuer"].dump() == certificate.issuer.dump()
    )


def held_to(signed: Signed, shown: bytes) -> None:
    """These bytes, this key. Refuses: SignatureOfOtherDocument, SignatureByUnsupportedKey,
    SignatureBroken."""
    if signed.content is not None and signed.content != shown:
        raise SignatureOfOtherDocument
    name = algorithm_of(signed)
    if signed.attributes["message_digest"] != digest(name, shown):
        raise SignatureOfOtherDocument
    attributes = b"\x31" + signed.signer["signed_attrs"].dump()[1:]  # RFC 5652 5.4: SET OF
    try:
        RsaAndGost().validate_signature(
            signed.signer["signature"].native,
            attributes,
            signed.certificate.public_key,
            signed.signer["signature_algorithm"],
            SignatureValidationContext(contextual_md_algorithm=name),
        )
    except InvalidSignature:
        raise SignatureBroken from None


def algorithm_of(signed: Signed) -> str:
    """The digest's name, when the key, the signature and the digest are ours and agree."""
    try:
        name = digest_name(signed.signer["digest_algorithm"])
        signature_digest(signed.signer["signature_algorithm"], name)
        key = signed.certificate.public_key
        if (kind_of(key) == "gost") != name.startswith("streebog"):
            raise Unsupported
        if kind_of(key) == "gost":
            key_of(key)
    except (Unsupported, KeyUnknown, *ASN1_TROUBLE):
        raise SignatureByUnsupportedKey from None
    return name
