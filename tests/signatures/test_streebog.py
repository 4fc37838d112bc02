"""Streebog, held to its standard and to gostcrypto."""

import pytest
from gostcrypto import gosthash
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.signatures.streebog import BLOCK, streebog

DIGITS = b"012345678901234567890123456789012345678901234567890123456789012"
WINDS = "Се ветри, Стрибожи внуци, веютъ с моря стрелами на храбрыя плъкы Игоревы".encode("cp1251")


@pytest.mark.parametrize(
    ("size", "content", "digest"),
    [
        (64, DIGITS, "1b54d01a4af5b9d5cc3d86d68d285462b19abc2475222f35c085122be4ba1ffa"
                     "00ad30f8767b3a82384c6574f024c311e2a481332b08ef7f41797891c1646f48"),
        (32, DIGITS, "9d151eefd8590b89daa6ba6cb74af9275dd051026bb149a452fd84e5e57b5500"),
        (64, WINDS, "1e88e62226bfca6f9994f1f2d51569e0daf8475a3b0fe61a5300eee46d961376"
                    "035fe83549ada2b8620fcd7c496ce5b33f0cb9dddc2b6460143b03dabac9fb28"),
        (32, WINDS, "9dd2fe4e90409e5da87f53976d7405b0c0cac628fc669a741d50063c557e8f50"),
        (64, b"", "8e945da209aa869f0455928529bcae4679e9873ab707b55315f56ceb98bef0a7"
                  "362f715528356ee83cda5f2aac4c6ad2ba3a715c1bcd81cb8e9f90bf4c1c1a8a"),
    ],
)  # fmt: skip
def test_the_examples_of_the_standard(size: int, content: bytes, digest: str) -> None:
    """RFC 6986, section 10; the digest of nothing as gost-engine has it."""
    assert streebog(size, content).hex() == digest


def theirs(size: int, content: bytes) -> bytes:
    return bytes(gosthash.new(f"streebog{size * 8}", data=bytearray(content)).digest())


@settings(max_examples=60)
@given(st.binary(max_size=4 * BLOCK + 1), st.sampled_from([32, 64]))
def test_it_is_gostcryptos(content: bytes, size: int) -> None:
    assert streebog(size, content) == theirs(size, content)


@pytest.mark.parametrize("filling", [b"\xff", b"\0"])
@pytest.mark.parametrize("length", [BLOCK - 1, BLOCK, BLOCK + 1, 40 * BLOCK])
def test_sums_go_over_their_end_alike(length: int, filling: bytes) -> None:
    """Of blocks of ones the sum is larger than 512 bits."""
    assert streebog(64, filling * length) == theirs(64, filling * length)
