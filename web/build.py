"""Puts the web part together and serves it."""

import socket
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from aiohttp import web

from web.webhook import MOST_BYTES


def application(routes: Iterable[web.RouteDef]) -> web.Application:
    app = web.Application(client_max_size=MOST_BYTES)
    app.add_routes(list(routes))
    return app


@asynccontextmanager
async def served(app: web.Application, sock: socket.socket) -> AsyncIterator[None]:
    """Serves on a socket that listens already, while inside."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=5)
    await runner.setup()
    try:
        await web.SockSite(runner, sock).start()
        yield
    finally:
        await runner.cleanup()
