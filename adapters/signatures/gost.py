"""GOST R 34.10-2015 signatures as NCA's keys make them. Only checks: no secret passes here, so
nothing has to take the same time.

The curves are gostcrypto's; its own check of a signature takes 0.4 s where this one takes
hundredths of that, and a path has several. The tests hold the two to each other.
"""

from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from asn1crypto import core, keys
from gostcrypto.gostsignature import CURVES_R_1323565_1_024_2019 as CURVES

KEY_SIZES = {"1.2.398.3.10.1.1.2.1": 32, "1.2.398.3.10.1.1.2.2": 64}
"""Algorithms of public keys, and the bytes of a coordinate."""
PARAMETERS = {
    "1.2.398.3.10.1.1.2.1.1": "id-tc26-gost-3410-2012-256-paramSetA",
    "1.2.398.3.10.1.1.2.2.1": "id-tc26-gost-3410-12-512-paramSetA",
}
"""Kalkan's numbers for curves of RFC 7836; all others are refused."""

Point: TypeAlias = tuple[int, int]
Projective: TypeAlias = tuple[int, int, int]
"""Jacobian coordinates (x/z², y/z³): no division until the end."""
NOWHERE: Projective = (1, 1, 0)


class KeyUnknown(ValueError):
    """Not a GOST key of NCA's kinds, or not a point of its curve."""


@dataclass(frozen=True, slots=True)
class Curve:
    """y² = x³ + ax + b over p; the point (x, y) has the order q."""

    p: int
    a: int
    b: int
    q: int
    base: Point
    size: int

    def holds(self, point: Point) -> bool:
        x, y = point
        on_curve = (y * y - x * x * x - self.a * x - self.b) % self.p == 0
        return on_curve and 0 <= x < self.p and 0 <= y < self.p

    def double(self, point: Projective) -> Projective:
        x, y, z = point
        if not y or not z:
            return NOWHERE
        p = self.p
        yy = y * y % p
        s = 4 * x * yy % p
        zz = z * z % p
        m = (3 * x * x + self.a * zz * zz) % p
        x3 = (m * m - 2 * s) % p
        return x3, (m * (s - x3) - 8 * yy * yy) % p, 2 * y * z % p

    def add(self, one: Projective, other: Point) -> Projective:
        x1, y1, z1 = one
        x2, y2 = other
        if not z1:
            return x2, y2, 1
        p = self.p
        zz = z1 * z1 % p
        h = (x2 * zz - x1) % p
        r = (y2 * zz * z1 - y1) % p
        if not h:
            return NOWHERE if r else self.double(one)
        hh = h * h % p
        hhh = h * hh % p
        v = x1 * hh % p
        x3 = (r * r - hhh - 2 * v) % p
        return x3, (r * (v - x3) - y1 * hhh) % p, z1 * h % p

    def plain(self, point: Projective) -> Point | None:
        x, y, z = point
        if not z:
            return None
        inverse = pow(z, -1, self.p)
        square = inverse * inverse % self.p
        return x * square % self.p, y * square * inverse % self.p

    def sum(self, u: int, v: int, key: Point) -> Point | None:
        """u times the base and v times the key, both walked at once (Shamir)."""
        both = self.plain(self.add((*self.base, 1), key))
        steps: dict[tuple[int, int], Point | None] = {
            (1, 0): self.base, (0, 1): key, (1, 1): both,
        }  # fmt: skip
        here = NOWHERE
        for bit in reversed(range(max(u.bit_length(), v.bit_length()))):
            here = self.double(here)
            step = steps.get((u >> bit & 1, v >> bit & 1))
            if step is not None:
                here = self.add(here, step)
        return self.plain(here)


@dataclass(frozen=True, slots=True)
class Key:
    """A public key on its curve."""

    curve: Curve
    point: Point

    def made(self, signature: bytes, digest: bytes) -> bool:
        """Whether this key signed this digest. Kalkan writes r and s little-endian in its CMS and
        certificates, the root reversed as in RFC 9215: either is taken (kazakhstan.md 2.6)."""
        if len(signature) != 2 * self.curve.size or len(digest) != self.curve.size:
            return False
        return self.matches(signature[::-1], digest) or self.matches(signature, digest)

    def matches(self, signature: bytes, digest: bytes) -> bool:
        """`signature` is s and r, big-endian; a digest is a number written little-endian."""
        q, size = self.curve.q, self.curve.size
        s, r = int.from_bytes(signature[:size]), int.from_bytes(signature[size:])
        if not (0 < r < q and 0 < s < q):
            return False
        e = int.from_bytes(digest, "little") % q or 1
        v = pow(e, -1, q)
        point = self.curve.sum(s * v % q, -r * v % q, self.point)
        return point is not None and point[0] % q == r


@cache
def curve(name: str, size: int) -> Curve:
    c = CURVES[name]
    return Curve(c["p"], c["a"], c["b"], c["q"], (c["x"], c["y"]), size)


def key_of(info: keys.PublicKeyInfo) -> Key:
    """x and y, little-endian, in an OCTET STRING in the BIT STRING. Raises KeyUnknown."""
    try:
        algorithm, parameters = info["algorithm"]["algorithm"].dotted, info["algorithm"].native
        size = KEY_SIZES[algorithm]
        found = curve(PARAMETERS[parameters["parameters"]["0"]], size)
        octets = core.OctetString.load(info["public_key"].native, strict=True).native
    except (KeyError, TypeError, ValueError):
        raise KeyUnknown from None
    x, y = int.from_bytes(octets[:size], "little"), int.from_bytes(octets[size:], "little")
    if len(octets) != 2 * size or found.size != size or not found.holds((x, y)):
        raise KeyUnknown
    return Key(found, (x, y))
