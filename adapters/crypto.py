"""Seals for personal data at rest, blind indexes to find it by, and the file of the keys."""

import base64
import binascii
import hmac
import os
import re
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
NONCE_BYTES = 12  # 96 bits, NIST SP 800-38D §8.2.2: random nonces up to 2^32 seals a key
HEAD_BYTES = 1 + NONCE_BYTES
TAG_BYTES = 16
MOST_KEYS = 255  # the key's number is one byte
LEAST_DISTINCT_BYTES = (
    16  # random keys have about 30 of 32; typed ones and repeated ones fall short
)
KEY_LINE = re.compile(r"(\d{1,3}):([A-Za-z0-9+/_=-]+)")


class KeyRefused(ValueError):
    """The keys cannot be used. For engineers, at start; the text never holds a key."""


class SealBroken(ValueError):
    """Not sealed by our keys, or not for this place, or changed since."""


@dataclass(frozen=True, slots=True)
class Keys:
    """Numbered keys. The highest number seals, all open; the lowest is the root of indexes and
    digests, which therefore outlive rotation."""

    numbered: Mapping[int, bytes] = field(repr=False)

    @property
    def newest(self) -> int:
        return max(self.numbered)

    @property
    def root(self) -> bytes:
        return self.numbered[min(self.numbered)]

    @property
    def fingerprint(self) -> str:
        """12 hex digits, safe to store beside the data, the same after rotation: another value
        means the data were sealed by somebody else's keys."""
        return derived(self.root, "fingerprint")[:6].hex()


class Seal:
    """AES-256-GCM, laid out as key number (1 byte), nonce (12), ciphertext with tag (16)."""

    __slots__ = ("_ciphers", "_digest_key", "_head", "_index_key", "_newest", "fingerprint")

    def __init__(self, keys: Keys) -> None:
        self.fingerprint = keys.fingerprint
        self._ciphers = {number: AESGCM(key) for number, key in keys.numbered.items()}
        self._newest = self._ciphers[keys.newest]
        self._head = bytes([keys.newest])
        self._index_key = derived(keys.root, "index")
        self._digest_key = derived(keys.root, "digest")

    def seal(self, plain: bytes, place: str) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        return self._head + nonce + self._newest.encrypt(nonce, plain, place.encode())

    def open(self, sealed: bytes, place: str) -> bytes:
        """What was sealed for this very place. Raises SealBroken."""
        try:
            cipher = self._ciphers[sealed[0]]
            return cipher.decrypt(sealed[1:HEAD_BYTES], sealed[HEAD_BYTES:], place.encode())
        except (IndexError, KeyError, ValueError, InvalidTag):
            # The cause is dropped: it holds nothing that the place does not say.
            raise SealBroken(place) from None

    def index(self, kind: str, value: str) -> bytes:
        """Equal for values that differ only in letter case, width or outer spaces."""
        return hmac.digest(self._index_key, labelled(kind, normalised(value)), "sha256")

    def digest(self, kind: str, value: str) -> bytes:
        """For codes and tokens: every character counts."""
        return hmac.digest(self._digest_key, labelled(kind, value), "sha256")


def derived(root: bytes, purpose: str) -> bytes:
    """A key of its own for each purpose (RFC 5869), so that one tells nothing of another."""
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=f"otinim {purpose}".encode()).derive(root)


def normalised(value: str) -> str:
    if value.isascii():
        return value.strip().lower()
    return unicodedata.normalize("NFKC", value).strip().casefold()


def labelled(kind: str, value: str) -> bytes:
    """The kind's length leads, so that no kind and value can pass for another pair."""
    return f"{len(kind)}:{kind}{value}".encode("utf-8", "surrogatepass")


def load_keys(path: Path, given: str | None = None) -> tuple[Keys, bool]:
    """The keys, and whether their file was made just now (then say: back it up; and if the
    database already holds data, refuse to start). `given` (DATA_KEY; several keys, oldest first,
    are parted by commas) is used instead of the file. Raises KeyRefused."""
    if given is not None:
        return Keys(dict(enumerate(map(read_key, given.split(",")), start=1))), False
    created = not path.exists() and make_key_file(path)
    return read_key_file(path), created


def add_key(path: Path) -> int:
    """Adds a key to the file and returns its number; from the next start it seals, the others
    still open. Raises KeyRefused."""
    numbered = read_key_file(path).numbered
    number = max(numbered) + 1
    if number > MOST_KEYS:
        raise KeyRefused(f"{path} already holds key {MOST_KEYS}, the last number there is")
    written = write_beside(path, {**numbered, number: secrets.token_bytes(KEY_BYTES)})
    written.replace(path)
    sync_folder(path.parent)
    return number


def make_key_file(path: Path) -> bool:
    """True if we made it; False if another process starting at the same time was first. The name
    appears only when the content is on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    written = write_beside(path, {1: secrets.token_bytes(KEY_BYTES)})
    try:
        path.hardlink_to(written)
    except FileExistsError:
        return False
    finally:
        written.unlink()
    sync_folder(path.parent)
    return True


def write_beside(path: Path, numbered: Mapping[int, bytes]) -> Path:
    beside = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    lines = (f"{number}:{base64.b64encode(key).decode()}\n" for number, key in numbered.items())
    file = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
    with os.fdopen(file, "w") as stream:
        stream.writelines(lines)
        stream.flush()
        os.fsync(file)
    return beside


def sync_folder(folder: Path) -> None:
    file = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def read_key_file(path: Path) -> Keys:
    if path.stat().st_mode & 0o077:
        raise KeyRefused(f"{path} can be read by others: run chmod 400 {path}")
    lines = [line for line in path.read_text().splitlines() if line.strip()]
    if not lines:
        raise KeyRefused(f"{path} is empty: restore it from your backup")
    return Keys(dict(read_line(line, path) for line in lines))


def read_line(line: str, path: Path) -> tuple[int, bytes]:
    match = KEY_LINE.fullmatch(line.strip())
    if not match or not 0 < int(match[1]) <= MOST_KEYS:
        raise KeyRefused(f"{path} holds a line that is not a key: restore it from your backup")
    return int(match[1]), read_key(match[2])


def read_key(text: str) -> bytes:
    try:
        key = base64.b64decode(text.strip().replace("-", "+").replace("_", "/"), validate=True)
    except binascii.Error:
        raise KeyRefused("a key is not base64 text") from None
    if len(key) != KEY_BYTES:
        raise KeyRefused(f"a key has {len(key)} bytes instead of {KEY_BYTES}")
    if len(set(key)) < LEAST_DISTINCT_BYTES:
        raise KeyRefused("a key is too easy to guess: take 32 random bytes")
    return key
