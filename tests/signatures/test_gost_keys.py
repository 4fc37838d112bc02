"""A GOST signature is one pair of numbers in their range, by a point of the curve."""

import pytest
from asn1crypto import core

from adapters.signatures.algorithms import made_by_gost
from adapters.signatures.gost import KeyUnknown, key_of
from tests.signatures.keys import GostKey, gost_key

SHORT = gost_key("short", 32)
"""Its curve's order is a quarter of what 32 bytes hold: larger numbers fit."""
CONTENT = b"an application"


def halves(signature: bytes) -> tuple[int, int]:
    size = len(signature) // 2
    return int.from_bytes(signature[:size], "little"), int.from_bytes(signature[size:], "little")


def joined(r: int, s: int, size: int = 32) -> bytes:
    return r.to_bytes(size, "little") + s.to_bytes(size, "little")


def made(key: GostKey, signature: bytes) -> bool:
    return made_by_gost(key.info, f"streebog{key.size}", signature, CONTENT)


def test_the_same_signature_in_other_numbers_does_not_count() -> None:
    r, s = halves(SHORT.sign(CONTENT))
    q = SHORT.curve.q
    assert made(SHORT, joined(r, s))
    for other in (joined(r, s + q), joined(r + q, s), joined(r, s + 2 * q)):
        assert not made(SHORT, other)


@pytest.mark.parametrize("key", [SHORT, gost_key("long")], ids=["256", "512"])
def test_zeros_do_not_count(key: GostKey) -> None:
    r, s = halves(key.sign(CONTENT))
    for other in ((0, 0), (0, s), (r, 0), (key.curve.q, key.curve.q)):
        assert not made(key, joined(*other, size=key.size))


def test_a_signature_of_another_length_does_not_count() -> None:
    whole = SHORT.sign(CONTENT)
    for other in (b"", whole[:-1], whole + b"\0", whole * 2):
        assert not made(SHORT, other)


def test_a_point_beside_the_curve_is_no_key() -> None:
    info = SHORT.info
    octets = bytearray(core.OctetString.load(info["public_key"].native).native)
    octets[-1] ^= 1
    info["public_key"] = core.OctetBitString(core.OctetString(bytes(octets)).dump())
    with pytest.raises(KeyUnknown):
        key_of(info)
