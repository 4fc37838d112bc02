"""JSON on the wire: fast when the text is clean, and still exact when it is not."""

import json
from typing import Any

import orjson

Json = dict[str, Any]


def dump(value: Any) -> bytes:
    """Compact JSON. Lone surrogates, which orjson refuses, leave as `\\udXXX` escapes."""
    try:
        return orjson.dumps(value)
    except TypeError:
        return json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode()


def load(raw: bytes | str) -> Any:
    """The value of a JSON text; ValueError if it is none. Lone surrogates survive."""
    try:
        return orjson.loads(raw)
    except orjson.JSONDecodeError:
        return json.loads(raw)
