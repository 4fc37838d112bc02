"""Files that went through the sandbox: bytes by file_id, the size of a picture, the shapes
Telegram gives them.
"""

import hashlib
import mimetypes
import struct
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from sandbox.errors import bad
from sandbox.params import Upload
from sandbox.wire import Json

PHOTO_BYTES, SERVED_BYTES = 10 * 2**20, 20 * 2**20  # Bot API: photos to send, files to download
EDGES = (("s", 90), ("m", 320), ("x", 800), ("y", 1280))
FOLDERS = {
    "photo": "photos",
    "voice": "voice",
    "sticker": "stickers",
    "video": "videos",
    "audio": "music",
}


@dataclass(frozen=True, slots=True)
class Stored:
    """A file the bot can download at `path`; `data` is its bytes."""

    file_id: str
    unique_id: str
    path: str
    mime: str
    name: str
    data: bytes

    def handle(self) -> Json:
        """The fields every file object begins with."""
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.data),
        }


@dataclass(slots=True)
class Files:
    by_id: dict[str, Stored] = field(default_factory=dict)

    def keep(self, kind: str, upload: Upload) -> Stored:
        """Store a file; the same bytes under the same name and kind keep their file_id."""
        if not upload.data:
            raise bad("file must be non-empty")
        mark = hashlib.sha256(
            f"{kind}\0{upload.filename}\0".encode("utf-8", "replace") + upload.data
        )
        unique, serial = mark.hexdigest()[:16], len(self.by_id)
        file_id = f"SBX{kind[:3].upper()}{unique}"
        suffix = _suffix(upload)
        path = f"{FOLDERS.get(kind, 'documents')}/file_{serial}{suffix}"
        stored = Stored(file_id, f"AQ{unique}", path, upload.mime, upload.filename, upload.data)
        return self.by_id.setdefault(file_id, stored)

    def find(self, file_id: str) -> Stored | None:
        """The file behind an id; a picture's smaller sizes (`…-m`) lead to the same bytes."""
        return self.by_id.get(file_id.partition("-")[0])

    def at(self, path: str) -> Stored | None:
        """The file the bot downloads from this path."""
        return next((f for f in self.by_id.values() if f.path == path), None)


def _suffix(upload: Upload) -> str:
    suffix = PurePosixPath(upload.filename).suffix
    if suffix.isascii() and suffix[1:].isalnum():
        return suffix.lower()
    return mimetypes.guess_extension(upload.mime) or ""


def photo_sizes(stored: Stored) -> list[Json]:
    """Sizes from small to large, as in `Message.photo`; refuses what is not a picture."""
    dimensions = picture_size(stored.data)
    if dimensions is None:
        raise bad("IMAGE_PROCESS_FAILED")
    width, height = dimensions
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad("PHOTO_INVALID_DIMENSIONS")
    longest = max(width, height)
    edges = [(mark, edge) for mark, edge in EDGES if edge < longest]
    last = ("y", min(longest, EDGES[-1][1]))
    return [_size(stored, mark, edge / longest, dimensions) for mark, edge in [*edges[:3], last]]


def _size(stored: Stored, mark: str, scale: float, dimensions: tuple[int, int]) -> Json:
    width, height = dimensions
    return {
        "file_id": f"{stored.file_id}-{mark}",
        "file_unique_id": f"{stored.unique_id}{mark}",
        "file_size": max(1, round(len(stored.data) * min(1.0, scale * scale))),
        "width": max(1, round(width * scale)),
        "height": max(1, round(height * scale)),
    }


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, GIF, JPEG or WebP, read from its header; None if it is none."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return _some(width, height)
    if data[:6] in {b"GIF87a", b"GIF89a"} and len(data) >= 10:
        width, height = struct.unpack("<HH", data[6:10])
        return _some(width, height)
    if data[:2] == b"\xff\xd8":
        return _jpeg_size(data)
    return _webp_size(data) if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else None


def _some(width: int, height: int) -> tuple[int, int] | None:
    return (width, height) if width and height else None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return _some(width, height)
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None


def _webp_size(data: bytes) -> tuple[int, int] | None:
    kind, body = data[12:16], data[20:30]
    if len(body) < 10:
        return None
    if kind == b"VP8X":
        return 1 + int.from_bytes(body[4:7], "little"), 1 + int.from_bytes(body[7:10], "little")
    if kind == b"VP8L":
        bits = int.from_bytes(body[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = struct.unpack("<HH", body[6:10])
    return _some(width & 0x3FFF, height & 0x3FFF)
