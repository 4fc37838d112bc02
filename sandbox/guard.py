"""Who may use the page's API: only the page itself. Against other sites in the same browser, and
DNS rebinding.
"""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

from sandbox.house import HOUSE

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
OURS = ("/sandbox/", "/demo/", "/phone/")
LOOPBACK = {"127.0.0.1", "localhost", "::1"}


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuses a strange Host when bound to loopback, and a strange Origin for the page's API."""
    host = _name(request.host)
    bound = request.app[HOUSE].settings.host
    if bound in LOOPBACK and host not in LOOPBACK:
        raise web.HTTPForbidden(text=f"host {host} is not this machine")
    if request.path.startswith(OURS) and _foreign(request):
        raise web.HTTPForbidden(text="only the sandbox's own page may do this")
    return await handler(request)


def _name(host: str) -> str:
    return (urlsplit(f"//{host}").hostname or "").lower()


def _foreign(request: web.Request) -> bool:
    """Browsers name the origin of a request that changes something or crosses sites."""
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc.lower() != request.host.lower():
        return True
    return request.headers.get("Sec-Fetch-Site") in {"cross-site", "same-site"}
