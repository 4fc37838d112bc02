"""How the bot and the process that opens files speak: a header as JSON, then bytes."""

import json
import struct
from typing import Any, BinaryIO, TypeAlias

LENGTHS = struct.Struct(">II")
Frame: TypeAlias = tuple[dict[str, Any], bytes]


def packed(header: dict[str, Any], body: bytes = b"") -> bytes:
    head = json.dumps(header).encode()
    return LENGTHS.pack(len(head), len(body)) + head + body


def unpacked(content: bytes) -> Frame | None:
    """The frame that these bytes are; None if they are none, or not whole."""
    if len(content) < LENGTHS.size:
        return None
    head, body = LENGTHS.unpack_from(content)
    if len(content) != LENGTHS.size + head + body:
        return None
    at = LENGTHS.size + head
    try:
        header = json.loads(content[LENGTHS.size : at])
    except ValueError:
        return None
    return (header, content[at:]) if isinstance(header, dict) else None


def read(stream: BinaryIO) -> bytes | None:
    """The next whole frame, still packed; None at the end of the stream."""
    lengths = stream.read(LENGTHS.size)
    if len(lengths) < LENGTHS.size:
        return None
    rest = sum(LENGTHS.unpack(lengths))
    content = stream.read(rest)
    return lengths + content if len(content) == rest else None
