"""Telegram's webhook: the update is stored, then answered with 200. Anything else is refused in
a word, and never a 500 for what a stranger sends."""

import hmac
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

import structlog
from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError

from domain.store import StoreUnavailable

log = structlog.get_logger()
PATH = "/telegram/webhook"
SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 the name of a header
MOST_BYTES = 1024 * 1024
Accept = Callable[[Sequence[Mapping[str, Any]]], Awaitable[None]]


def route(secret: str, accept: Accept) -> web.RouteDef:
    """The webhook; compares the secret as bytes, in constant time."""
    expected = secret.encode()

    async def take(request: web.Request) -> web.Response:
        given = request.headers.get(SECRET, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, expected):
            return web.Response(status=401)
        update = read(await body(request))
        if update is None:
            log.warning("webhook body is no update")
            return web.Response()
        try:
            await accept([update])
        except StoreUnavailable:
            return web.Response(status=503)  # not stored: Telegram sends it again
        return web.Response()

    return web.post(PATH, take)


async def body(request: web.Request) -> bytes:
    """The body; too large a one is 413 (reliability.md B3)."""
    if (request.content_length or 0) > MOST_BYTES:
        raise web.HTTPRequestEntityTooLarge(MOST_BYTES, request.content_length or 0)
    try:
        return await request.read()
    except HttpProcessingError:
        return b""


def read(raw: bytes) -> Mapping[str, Any] | None:
    """An update is an object with a number; what is not, is nothing Telegram sent."""
    try:
        update = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    if not isinstance(update, dict) or type(update.get("update_id")) is not int:
        return None
    return update
