"""The algorithms that count, and no others: RSA from 2048 bits with SHA-2, GOST R 34.10-2015 with
Streebog. One place says how a signature of either is checked; the path asks it too."""

import hashlib
from datetime import datetime

from asn1crypto import algos, core, keys
from cryptography.exceptions import InvalidSignature
from pyhanko_certvalidator import context
from pyhanko_certvalidator.policy_decl import AlgorithmUsageConstraint, AlgorithmUsagePolicy
from pyhanko_certvalidator.sig_validate import (
    DEFAULT_VALIDATION_CONTEXT,
    DefaultSignatureValidator,
    SignatureValidationContext,
)

from adapters.signatures.gost import KEY_SIZES, KeyUnknown, key_of
from adapters.signatures.streebog import streebog
from domain.signatures import Algorithm

LEAST_RSA_BITS = 2048  # ASVS 11.4.3
SHA2 = ("sha256", "sha384", "sha512")
STREEBOG = {"1.2.398.3.10.1.3.2": 32, "1.2.398.3.10.1.3.3": 64}
"""Digests of GOST R 34.11-2015 by Kalkan's numbers, and their bytes."""
GOST_SIGNATURES = {"1.2.398.3.10.1.1.2.3.1": 32, "1.2.398.3.10.1.1.2.3.2": 64}
"""GOST R 34.10-2015 with Streebog of as many bytes."""
KEY_AND_DIGEST = "1.2.840.113549.1.1.1"
"""rsaEncryption as the algorithm of a signature: the digest is named beside it."""


class Unsupported(ValueError):
    """An algorithm that doesn't count."""


def digest_name(algorithm: algos.DigestAlgorithm) -> str:
    """`sha256`, `streebog32`, … Raises Unsupported."""
    dotted, name = algorithm["algorithm"].dotted, algorithm["algorithm"].native
    if dotted in STREEBOG:
        return f"streebog{STREEBOG[dotted]}"
    if name not in SHA2:
        raise Unsupported
    return str(name)


def digest(name: str, content: bytes) -> bytes:
    if name in SHA2:
        return hashlib.new(name, content).digest()
    return streebog(int(name.removeprefix("streebog")), content)


def kind_of(key: keys.PublicKeyInfo) -> Algorithm:
    """Which sort of key. Raises Unsupported for short ones and all others."""
    algorithm = key["algorithm"]["algorithm"]
    if algorithm.dotted in KEY_SIZES:
        return "gost"
    if algorithm.native not in ("rsa", "rsassa_pss") or key.bit_size < LEAST_RSA_BITS:
        raise Unsupported
    return "rsa"


def signature_digest(algorithm: algos.SignedDigestAlgorithm, beside: str = "") -> str:
    """The digest a signature is made with. `beside` is the one named beside the signature, if
    any: they must agree. Raises Unsupported."""
    dotted = algorithm["algorithm"].dotted
    if dotted in GOST_SIGNATURES:
        name = f"streebog{GOST_SIGNATURES[dotted]}"
    elif dotted == KEY_AND_DIGEST:
        name = beside
    else:
        name = rsa_digest(algorithm)
    if (dotted not in GOST_SIGNATURES and name not in SHA2) or (beside and name != beside):
        raise Unsupported
    return name


def rsa_digest(algorithm: algos.SignedDigestAlgorithm) -> str:
    try:
        if algorithm.signature_algo not in ("rsassa_pkcs1v15", "rsassa_pss"):
            raise Unsupported
        return str(algorithm.hash_algo)
    except ValueError:
        raise Unsupported from None


def made_by_gost(info: keys.PublicKeyInfo, name: str, signature: bytes, content: bytes) -> bool:
    """Whether it is so. What was found true is remembered: authorities and revocation lists come
    again with every signature, and Streebog takes 0.6 s for a megabyte."""
    parts = (info.dump(), name.encode(), signature, content)
    about = hashlib.sha256(b"".join(len(p).to_bytes(8) + p for p in parts)).digest()
    if about in KNOWN_TRUE:
        return True
    made = key_of(info).made(signature, digest(name, content))
    if made:
        if len(KNOWN_TRUE) >= MOST_KNOWN:
            KNOWN_TRUE.clear()
        KNOWN_TRUE.add(about)
    return made


KNOWN_TRUE: set[bytes] = set()
MOST_KNOWN = 10_000


class RsaAndGost(DefaultSignatureValidator):
    """Checks one signature by one key: RSA by `cryptography`, GOST by ours."""

    def validate_signature(
        self,
        signature: bytes,
        signed_data: bytes,
        public_key_info: keys.PublicKeyInfo,
        signature_algorithm: algos.SignedDigestAlgorithm,
        context: SignatureValidationContext = DEFAULT_VALIDATION_CONTEXT,
    ) -> None:
        """Raises InvalidSignature, also for what is unsupported."""
        try:
            name = signature_digest(signature_algorithm, context.contextual_md_algorithm or "")
            if kind_of(public_key_info) == "gost":
                made = made_by_gost(public_key_info, name, signature, signed_data)
            else:
                super().validate_signature(
                    signature, signed_data, public_key_info, signature_algorithm, context
                )
                made = True
        except (Unsupported, KeyUnknown, ValueError, TypeError, AssertionError):
            raise InvalidSignature from None
        if not made:
            raise InvalidSignature


class OnlyThese(AlgorithmUsagePolicy):
    """What pyhanko asks before it looks at a signature."""

    def digest_algorithm_allowed(
        self, algo: algos.DigestAlgorithm, moment: datetime | None
    ) -> AlgorithmUsageConstraint:
        try:
            digest_name(algo)
        except Unsupported:
            return AlgorithmUsageConstraint(allowed=False)
        return AlgorithmUsageConstraint(allowed=True)

    def signature_algorithm_allowed(
        self,
        algo: algos.SignedDigestAlgorithm,
        moment: datetime | None,
        public_key: keys.PublicKeyInfo | None,
    ) -> AlgorithmUsageConstraint:
        try:
            signature_digest(algo)
            if public_key is not None:
                kind_of(public_key)
        except Unsupported:
            return AlgorithmUsageConstraint(allowed=False)
        return AlgorithmUsageConstraint(allowed=True)


def taught() -> None:
    """asn1crypto can't open a public key it doesn't know, and pyhanko makes a context of its own
    for OCSP responders, with its default validator: both are told of GOST here."""
    known = keys.PublicKeyInfo._spec_callbacks["public_key"]

    def spec(info: keys.PublicKeyInfo) -> object:
        if info["algorithm"]["algorithm"].dotted in KEY_SIZES:
            return (core.OctetBitString, None)
        return known(info)

    keys.PublicKeyInfo._spec_callbacks = {"public_key": spec}
    setattr(context, "DefaultSignatureValidator", RsaAndGost)  # noqa: B010 it isn't exported


taught()
