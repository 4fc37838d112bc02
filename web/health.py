"""Whether the program lives (/healthz) and can do its work (/readyz)."""

from collections.abc import Awaitable, Callable

from aiohttp import web

Probe = Callable[[], Awaitable[str]]
"""Does one thing for real; answers what is wrong, or nothing."""


def routes(probes: dict[str, Probe]) -> list[web.RouteDef]:
    async def alive(request: web.Request) -> web.Response:
        return web.Response(text="ok\n")

    async def ready(request: web.Request) -> web.Response:
        wrong = {name: trouble for name, probe in probes.items() if (trouble := await probe())}
        return web.json_response(wrong or {"ready": True}, status=503 if wrong else 200)

    return [web.get("/healthz", alive), web.get("/readyz", ready)]
