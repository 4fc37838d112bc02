"""Everything that is not the sandbox's goes to the bot's own web server, so one address serves
both.
"""

from aiohttp import ClientError, ClientTimeout, web
from multidict import CIMultiDict

from sandbox.house import HOUSE

HOP_BY_HOP = {
    "connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "te", "trailers",
    "transfer-encoding", "upgrade", "content-length", "host",
}  # fmt: skip
UNPACKED = HOP_BY_HOP | {"content-encoding"}  # aiohttp has unpacked the request's body
SECONDS = 60


async def forward(request: web.Request) -> web.StreamResponse:
    """The upstream's answer as it is; 502 with one line if there is none."""
    house = request.app[HOUSE]
    if not house.settings.upstream:
        raise web.HTTPNotFound(text=f"nothing at {request.path}: no --upstream was given")
    target = house.settings.upstream.rstrip("/") + request.raw_path
    try:
        async with house.outward().request(
            request.method,
            target,
            headers=_passed_on(request),
            data=await request.read(),
            allow_redirects=False,
            timeout=ClientTimeout(total=SECONDS),
        ) as answer:
            headers = CIMultiDict(
                (k, v) for k, v in answer.headers.items() if k.lower() not in HOP_BY_HOP
            )
            return web.Response(status=answer.status, headers=headers, body=await answer.read())
    except (ClientError, TimeoutError, OSError):
        raise web.HTTPBadGateway(
            text=f"the bot's web server at {house.settings.upstream} does not answer"
        ) from None


def _passed_on(request: web.Request) -> CIMultiDict[str]:
    headers = CIMultiDict((k, v) for k, v in request.headers.items() if k.lower() not in UNPACKED)
    headers["X-Forwarded-For"] = request.remote or ""
    headers["X-Forwarded-Host"] = request.host
    headers["X-Forwarded-Proto"] = request.scheme
    return headers
