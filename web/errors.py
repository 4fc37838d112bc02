"""How the API says no: the Gateway's envelope, with status 200 as the Gateway has it (clients that
look at the status first would never read the error). Other statuses are for what it doesn't know:
409 and 413."""

from typing import Any

from aiohttp import web

from adapters.pack import pack

NO_STORE = {"Cache-Control": "no-store"}
KEY_REUSED = "IDEMPOTENCY_KEY_REUSED"
TOO_LARGE = "PAYLOAD_INVALID"
UNKNOWN_METHOD = "UNKNOWN_METHOD"


def taken(result: Any) -> web.Response:
    return enveloped({"ok": True, "result": result})


def refused(error: str, status: int = 200) -> web.Response:
    return enveloped({"ok": False, "error": error}, status)


def enveloped(answer: dict[str, Any], status: int = 200) -> web.Response:
    return web.Response(
        body=pack(answer), status=status, content_type="application/json", headers=NO_STORE
    )
