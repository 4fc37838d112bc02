"""In the sandbox only: its page moves our clock."""

import hmac
from collections.abc import Callable
from datetime import timedelta

from aiohttp import web

HEADER = "X-Sandbox-Key"


def route(key: str, move: Callable[[timedelta], None]) -> web.RouteDef:
    """POST {"offset_seconds": n}: our time is the machine's plus that, from now on."""

    async def moved(request: web.Request) -> web.Response:
        given = request.headers.get(HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, key.encode()):
            return web.Response(status=401)
        try:
            move(timedelta(seconds=float((await request.json())["offset_seconds"])))
        except (ValueError, KeyError, TypeError, OverflowError):
            return web.Response(status=400)
        return web.json_response({"moved": True})

    return web.post("/sandbox/clock", moved)
