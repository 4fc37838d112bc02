"""JSON as bytes, fast, and able to carry what hostile text can hold (lone surrogates)."""

import json
from typing import Any

import orjson


def pack(value: Any) -> bytes:
    try:
        return orjson.dumps(value)
    except (orjson.JSONEncodeError, TypeError):
        return json.dumps(value).encode()


def unpack(packed: bytes) -> Any:
    try:
        return orjson.loads(packed)
    except orjson.JSONDecodeError:
        return json.loads(packed)
