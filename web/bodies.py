"""Reads a request's parameters wherever they are: query, form or JSON. A body that can't be read
has no parameters; nothing a stranger sends is a 500."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError
from multidict import MultiMapping

MOST_BYTES = 64 * 1024
MOST_FIELDS = 100


class TooLarge(Exception):
    """More than 64 KiB: no request of this API is that long."""


@dataclass(frozen=True, slots=True)
class Params:
    """What was given, by name. Null is nothing."""

    given: Mapping[str, Any]

    def text(self, name: str) -> str:
        """A text; a whole number as its digits; empty for nothing and for any other sort."""
        match self.given.get(name):
            case str() as text:
                return text
            case bool():
                return ""
            case int() as number if abs(number) < 10**20:
                return str(number)
            case _:
                return ""

    def has(self, name: str) -> bool:
        """Whether anything was given, be it of the wrong sort."""
        return self.given.get(name) not in (None, "")

    def fields(self, name: str) -> Mapping[str, Any] | None:
        """An object, itself or as JSON in a text; None for anything else."""
        value = self.given.get(name)
        if isinstance(value, str):
            value = loaded(value.encode("utf-8", "surrogatepass"))
        return value if isinstance(value, dict) else None


async def read(request: web.Request) -> Params:
    """What the body says goes before what the query says. Raises TooLarge."""
    if (request.content_length or 0) > MOST_BYTES:
        raise TooLarge
    query = flat(request.query)
    if request.method == "GET":
        return Params(query)
    if request.content_type.startswith("multipart/"):
        return Params(query | await multipart(request))
    return Params(query | parsed(await whole(request), request.content_type))


async def whole(request: web.Request) -> bytes:
    try:
        raw = await request.read()
    except web.HTTPRequestEntityTooLarge:
        raise TooLarge from None
    except (HttpProcessingError, web.RequestPayloadError):
        return b""
    if len(raw) > MOST_BYTES:
        raise TooLarge
    return raw


async def multipart(request: web.Request) -> dict[str, Any]:
    try:
        return flat(await request.post())
    except web.HTTPRequestEntityTooLarge:
        raise TooLarge from None
    except (ValueError, LookupError, AssertionError, HttpProcessingError, web.RequestPayloadError):
        return {}


def parsed(raw: bytes, content_type: str) -> dict[str, Any]:
    """JSON if it says so or looks so; else a form."""
    if content_type == "application/json" or raw[:1] == b"{":
        found = loaded(raw)
        return found if isinstance(found, dict) else {}
    if len(raw) and content_type in ("application/x-www-form-urlencoded", "text/plain"):
        return form(raw.decode("utf-8", "replace"))
    return {}


def form(text: str) -> dict[str, Any]:
    try:
        return dict(parse_qsl(text, keep_blank_values=True, max_num_fields=MOST_FIELDS))
    except ValueError:
        return {}


def loaded(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None


def flat(pairs: Mapping[str, Any] | MultiMapping[Any]) -> dict[str, Any]:
    """One value for each name, the last one; files are nothing."""
    return {name: value for name, value in pairs.items() if isinstance(value, str)}
