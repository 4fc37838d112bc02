"""Streebog, the digest of GOST signatures (GOST R 34.11-2012, RFC 6986): a block in 30 µs, where
gostcrypto, whose tables these are, takes 300. The tests hold the two to each other."""

from functools import cache, partial
from typing import Any

import numpy as np
from gostcrypto.gosthash.gost_34_11_2012 import _C, _T

BLOCK = 64
WHOLE = 1 << 512
PAIRS, LANES = 4, 2
"""A round of the key and one of the state are walked at once; bytes are looked up by twos."""


def streebog(size: int, content: bytes) -> bytes:
    """The digest of 32 or 64 bytes."""
    compress = Compression()
    h = np.full(8, 0x0101010101010101 if size == 32 else 0, "<u8")
    sigma = length = 0
    whole = len(content) - len(content) % BLOCK
    for at in range(0, whole, BLOCK):
        block = content[at : at + BLOCK]
        h = compress(h, length, words(block))
        length += 8 * BLOCK
        sigma = (sigma + int.from_bytes(block, "little")) % WHOLE
    last = (content[whole:] + b"\1").ljust(BLOCK, b"\0")
    h = compress(h, length, words(last))
    length += 8 * (len(content) - whole)
    sigma = (sigma + int.from_bytes(last, "little")) % WHOLE
    h = compress(h, 0, words(number(length)))
    h = compress(h, 0, words(number(sigma)))
    return bytes(h.tobytes()[-size:])


def words(block: bytes) -> Any:
    return np.frombuffer(block, "<u8")


def number(value: int) -> bytes:
    return value.to_bytes(BLOCK, "little")


class Compression:
    """The function g of the standard. Every array is made once: at this size NumPy spends its
    time on making arrays, not on what is in them."""

    def __init__(self) -> None:
        table, self.constants = tables()
        self.both = np.zeros((LANES, 8), "<u8")
        places = np.zeros((PAIRS, LANES, 8), "<i8")
        bytes_of = places.view("u1").reshape(PAIRS, LANES, 8, 8)
        bytes_of[..., 2] = np.arange(PAIRS)[:, None, None]
        found = np.zeros((PAIRS, LANES, 8), "<u8")
        halves = np.zeros((2, LANES, 8), "<u8")
        columns = self.both.view("u1").reshape(LANES, PAIRS, 2, 8).transpose(1, 0, 3, 2)
        self.taken = bytes_of[..., :2], columns
        self.looked_up = partial(table.take, places, None, found, "clip")
        self.added = (found[:2], found[2:], halves), (halves[0], halves[1], self.both)

    def __call__(self, h: Any, length: int, block: Any) -> Any:
        key, state = self.both
        xor = np.bitwise_xor
        xor(h, words(number(length)), key)
        self.lps()
        xor(key, block, state)
        for constant in self.constants:
            xor(key, constant, key)
            self.lps()
            xor(state, key, state)
        return state ^ h ^ block

    def lps(self) -> None:
        """S, P and L of the standard, for the key and the state: the eight bytes of a column are
        looked up as four pairs and added."""
        pairs, columns = self.taken
        pairs[...] = columns
        self.looked_up()
        first, second = self.added
        np.bitwise_xor(*first)
        np.bitwise_xor(*second)


@cache
def tables() -> tuple[Any, tuple[Any, ...]]:
    """What two bytes of a column give together (2 MB), and the constants of the rounds."""
    single = np.array([list(row) for row in _T], "<u8")
    pairs = [single[2 * n][None, :] ^ single[2 * n + 1][:, None] for n in range(PAIRS)]
    return np.concatenate([pair.reshape(-1) for pair in pairs]), tuple(map(words, map(bytes, _C)))
