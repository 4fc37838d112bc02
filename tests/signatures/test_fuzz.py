"""Whatever comes, the answer is a verdict or a refusal, never another exception; and GOST as this
program checks it agrees with gostcrypto."""

import os
from contextlib import suppress
from functools import cache

import pytest
from gostcrypto import gostsignature
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.signatures.gost import PARAMETERS, Key, curve
from domain.errors import Refusal
from tests.signatures.authority import Authority
from tests.signatures.cases import DOCUMENT, by, judged

TRIES = int(os.environ.get("SIGNATURE_TRIES", "10"))
QUIET = settings(
    max_examples=TRIES, deadline=None, suppress_health_check=list(HealthCheck), database=None
)


@cache
def good(sort: str) -> tuple[Authority, bytes]:
    authority = Authority(sort)
    return authority, by(authority.person(), inside=DOCUMENT)


def tried(authority: Authority, cms: bytes) -> None:
    with suppress(Refusal):
        assert judged(authority, cms)


@QUIET
@given(st.binary(max_size=400))
def test_random_bytes_are_refused(cms: bytes) -> None:
    with pytest.raises(Refusal):
        judged(good("rsa")[0], cms)


CHANGE = st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255))


@QUIET
@given(
    st.sampled_from(["rsa", "rsa", "rsa", "gost"]),
    st.lists(CHANGE, min_size=1, max_size=3),
    st.integers(0, 3),
)
def test_a_damaged_signature_gets_an_answer(sort, changes, lost) -> None:
    authority, cms = good(sort)
    damaged = bytearray(cms)
    for at, byte in changes:
        damaged[int(at * len(damaged))] = byte
    tried(authority, bytes(damaged[: len(damaged) - lost]))


def test_gost_agrees_with_another_program() -> None:
    """On the shorter curve, where gostcrypto takes a tenth of a second; the longer one is held to
    NCA's own signatures."""
    name, size = next(iter(PARAMETERS.values())), 32
    curves = gostsignature.CURVES_R_1323565_1_024_2019
    theirs = gostsignature.new(gostsignature.MODE_256, curves[name])
    secret, digest = b"\x01" + os.urandom(size - 1), os.urandom(size)
    x_y = bytes(theirs.public_key_generate(bytearray(secret)))
    r_s = bytes(theirs.sign(bytearray(secret), bytearray(digest)))
    key = Key(curve(name, size), (int.from_bytes(x_y[:size]), int.from_bytes(x_y[size:])))
    s_r = r_s[size:] + r_s[:size]
    assert key.curve.holds(key.point)
    assert key.made(s_r, digest[::-1])
    assert key.made(s_r[::-1], digest[::-1])
    assert not key.made(s_r, digest)
    assert not key.made(bytes(2 * size), digest)
