"""The seal holds: bound to a place, rotatable, tamper-evident; and keys are kept safely."""

import base64
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.crypto import (
    KEY_BYTES,
    KeyRefused,
    Keys,
    Seal,
    SealBroken,
    add_key,
    load_keys,
    make_key_file,
)

SEAL = Seal(Keys({1: os.urandom(KEY_BYTES)}))
PLACE = "drafts.answers:17"


def base64_key(key: bytes | None = None) -> str:
    return base64.b64encode(key or os.urandom(KEY_BYTES)).decode()


@given(st.binary(max_size=400), st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_sealed_opens_at_its_place(plain: bytes, place: str) -> None:
    assert SEAL.open(SEAL.seal(plain, place), place) == plain


@given(st.binary(max_size=80), st.data())
def test_one_changed_byte_breaks_the_seal(plain: bytes, data: st.DataObject) -> None:
    sealed = bytearray(SEAL.seal(plain, PLACE))
    at = data.draw(st.integers(0, len(sealed) - 1))
    sealed[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises(SealBroken):
        SEAL.open(bytes(sealed), PLACE)


@given(st.binary(max_size=60))
def test_rubbish_is_a_broken_seal(rubbish: bytes) -> None:
    with pytest.raises(SealBroken):
        SEAL.open(rubbish, PLACE)


def test_a_row_does_not_open_at_another_rows_place() -> None:
    sealed = SEAL.seal(b"answers of one person", "drafts.answers:17")
    with pytest.raises(SealBroken):
        SEAL.open(sealed, "drafts.answers:18")


def test_sealing_twice_gives_different_bytes_and_hides_the_text() -> None:
    first, second = SEAL.seal(b"850101300119", PLACE), SEAL.seal(b"850101300119", PLACE)
    assert first != second
    assert b"850101" not in first + second


def test_after_rotation_the_new_key_seals_and_the_old_one_still_opens(tmp_path: Path) -> None:
    path = tmp_path / "otinim.key"
    old = Seal(load_keys(path)[0])
    sealed, index, digest = old.seal(b"x", PLACE), old.index("iin", "1"), old.digest("code", "1")
    assert add_key(path) == 2
    new = Seal(load_keys(path)[0])
    assert new.open(sealed, PLACE) == b"x"
    assert new.seal(b"x", PLACE)[0] == 2
    assert (new.index("iin", "1"), new.digest("code", "1")) == (index, digest)
    assert new.fingerprint == old.fingerprint
    with pytest.raises(SealBroken):
        old.open(new.seal(b"x", PLACE), PLACE)


def test_an_index_finds_a_value_however_it_was_written() -> None:
    assert SEAL.index("email", " Aigerim@Example.kz ") == SEAL.index("email", "aigerim@example.kz")
    assert SEAL.index("name", "ӘЛИЯ") == SEAL.index("name", "әлия")


def test_indexes_and_digests_differ_by_kind_value_key_and_purpose() -> None:
    other = Seal(Keys({1: os.urandom(KEY_BYTES)}))
    results = {
        SEAL.index("iin", "a"), SEAL.index("iin", "b"), SEAL.index("phone", "a"),
        SEAL.index("ii", "na"), other.index("iin", "a"), SEAL.digest("iin", "a"),
        SEAL.digest("iin", "A"), other.digest("iin", "a"),
    }  # fmt: skip
    assert len(results) == 8
    assert {len(r) for r in results} == {32}


@given(st.text(), st.text())
def test_any_text_has_an_index_and_a_digest(kind: str, value: str) -> None:
    assert len(SEAL.index(kind, value)) == len(SEAL.digest(kind, value)) == 32


def test_the_first_run_makes_a_key_file_only_its_owner_reads(tmp_path: Path) -> None:
    path = tmp_path / "new" / "otinim.key"
    keys, created = load_keys(path)
    assert created
    assert stat.S_IMODE(path.stat().st_mode) == 0o400
    assert load_keys(path) == (keys, False)
    assert [p.name for p in path.parent.iterdir()] == ["otinim.key"]


def test_two_processes_starting_at_once_agree_on_one_key(tmp_path: Path) -> None:
    path = tmp_path / "otinim.key"
    assert make_key_file(path)
    first = path.read_text()
    assert not make_key_file(path)
    assert path.read_text() == first


def test_keys_do_not_show_in_their_repr() -> None:
    assert repr(Keys({1: b"k" * KEY_BYTES})) == "Keys()"


def test_a_given_key_is_used_instead_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "otinim.key"
    one, two = base64_key(), base64_key()
    keys, created = load_keys(path, f"{one},{two}")
    assert not created
    assert not path.exists()
    assert Seal(keys).open(Seal(load_keys(path, f"{one},{two}")[0]).seal(b"x", PLACE), PLACE)
    assert keys.fingerprint == load_keys(path, one)[0].fingerprint
    assert keys.fingerprint != load_keys(path, two)[0].fingerprint


@pytest.mark.parametrize(
    "given_key",
    ["", "not base64!", base64_key(b"short"), base64_key(b"a" * 32), base64_key(b"changeme" * 4)],
)
def test_short_and_guessable_keys_are_refused(given_key: str, tmp_path: Path) -> None:
    with pytest.raises(KeyRefused):
        load_keys(tmp_path / "otinim.key", given_key)


@pytest.mark.parametrize(
    "content", ["", "1:", "0:" + base64_key(bytes(range(32))), "rubbish\n", "1:AAAA\n"]
)
def test_a_damaged_key_file_is_refused_and_left_alone(content: str, tmp_path: Path) -> None:
    path = tmp_path / "otinim.key"
    path.write_text(content)
    path.chmod(0o400)
    with pytest.raises(KeyRefused):
        load_keys(path)
    assert path.read_text() == content


@pytest.mark.parametrize("mode", [0o440, 0o404, 0o644])
def test_a_key_file_others_can_read_is_refused(mode: int, tmp_path: Path) -> None:
    path = tmp_path / "otinim.key"
    load_keys(path)
    path.chmod(mode)
    with pytest.raises(KeyRefused, match="chmod 400"):
        load_keys(path)
