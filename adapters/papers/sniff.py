"""What a file is by its first bytes. Names and declared types are what the sender says."""

from typing import Literal, TypeAlias

Sniffed: TypeAlias = Literal["pdf", "jpeg", "png", "heic", "keys", "empty", "other"]

HEIC = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")
KEY_NAMES = (".p12", ".pfx", ".jks")
KEY_TYPES = ("application/x-pkcs12", "application/pkcs12", "application/x-java-keystore")
PRIVATE_KEY = b"PRIVATE KEY-----"
PKCS7_DATA = bytes.fromhex("2a864886f70d0107")


def sniffed(content: bytes) -> Sniffed:
    """Only what begins as its format says: a PDF behind other bytes is a polyglot."""
    if not content:
        return "empty"
    if content.startswith(b"%PDF-"):
        return "pdf"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if content[4:8] == b"ftyp" and content[8:12] in HEIC:
        return "heic"
    return "keys" if holds_keys(content) else "other"


def holds_keys(content: bytes) -> bool:
    """A PKCS #12 or Java store of keys, or a private key as text. PKCS #12 is a SEQUENCE of the
    number 3 and signed or plain PKCS #7 data (RFC 7292, 4)."""
    head = content[:64]
    if head.startswith(b"\x30") and b"\x02\x01\x03\x30" in head[:12] and PKCS7_DATA in head:
        return True
    return head.startswith(b"\xfe\xed\xfe\xed") or PRIVATE_KEY in content[:4096]


def named_as_keys(name: str, declared: str) -> bool:
    """Whether the sender's name or type says that it is a store of keys."""
    return name.strip().lower().endswith(KEY_NAMES) or declared.lower() in KEY_TYPES
