"""Keys that sign, RSA and GOST, for an authority that exists only in tests."""

import hashlib
import secrets
from dataclasses import dataclass
from functools import cache
from typing import ClassVar, Protocol

from asn1crypto import core, keys
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from adapters.signatures.gost import PARAMETERS, curve
from adapters.signatures.streebog import streebog

SHA = {"sha1": hashes.SHA1, "sha256": hashes.SHA256, "sha512": hashes.SHA512}


class Key(Protocol):
    digest: str
    """The digest's number or name for CMS."""
    algorithm: str

    @property
    def info(self) -> keys.PublicKeyInfo: ...

    def sign(self, content: bytes) -> bytes: ...

    def hash(self, content: bytes) -> bytes: ...


@dataclass(frozen=True)
class RsaKey:
    private: rsa.RSAPrivateKey
    digest: str = "sha256"

    @property
    def algorithm(self) -> str:
        return f"{self.digest}_rsa"

    @property
    def info(self) -> keys.PublicKeyInfo:
        der = self.private.public_key().public_bytes(
            serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        return keys.PublicKeyInfo.load(der)

    def sign(self, content: bytes) -> bytes:
        return self.private.sign(content, padding.PKCS1v15(), SHA[self.digest]())

    def hash(self, content: bytes) -> bytes:
        return hashlib.new(self.digest, content).digest()


class Parameters(core.Sequence):
    _fields: ClassVar = [("curve", core.ObjectIdentifier), ("digest", core.ObjectIdentifier)]


class Algorithm(core.Sequence):
    _fields: ClassVar = [("algorithm", core.ObjectIdentifier), ("parameters", Parameters)]


class Info(core.Sequence):
    _fields: ClassVar = [("algorithm", Algorithm), ("public_key", core.OctetBitString)]


@dataclass(frozen=True)
class GostKey:
    """Signs as Kalkan does: everything little-endian."""

    secret: int
    size: int = 64

    @property
    def number(self) -> int:
        return 2 if self.size == 64 else 1

    @property
    def curve(self):
        parameters = f"1.2.398.3.10.1.1.2.{self.number}.1"
        return curve(PARAMETERS[parameters], self.size)

    @property
    def digest(self) -> str:
        return f"1.2.398.3.10.1.3.{self.number + 1}"

    @property
    def algorithm(self) -> str:
        return f"1.2.398.3.10.1.1.2.3.{self.number}"

    @property
    def info(self) -> keys.PublicKeyInfo:
        x, y = self.curve.sum(self.secret, 0, self.curve.base)
        octets = b"".join(c.to_bytes(self.size, "little") for c in (x, y))
        own = f"1.2.398.3.10.1.1.2.{self.number}"
        algorithm = {
            "algorithm": own,
            "parameters": {"curve": f"{own}.1", "digest": self.digest},
        }
        der = Info({"algorithm": algorithm, "public_key": core.OctetString(octets).dump()}).dump()
        return keys.PublicKeyInfo.load(der)

    def sign(self, content: bytes) -> bytes:
        q = self.curve.q
        e = int.from_bytes(self.hash(content), "little") % q or 1
        k = secrets.randbelow(q - 1) + 1
        r = self.curve.sum(k, 0, self.curve.base)[0] % q
        s = (r * self.secret + k * e) % q
        return r.to_bytes(self.size, "little") + s.to_bytes(self.size, "little")

    def hash(self, content: bytes) -> bytes:
        return streebog(self.size, content)


@cache
def rsa_key(name: str, bits: int = 2048) -> RsaKey:
    """Always the same key for a name, within a run."""
    return RsaKey(rsa.generate_private_key(65537, bits))


@cache
def gost_key(name: str, size: int = 64) -> GostKey:
    return GostKey(secrets.randbits(250) + 2, size)
