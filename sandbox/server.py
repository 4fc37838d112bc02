"""The sandbox as an HTTP server: routes, background work, and a way to run it inside a test.

async with running(Telegram()) as sandbox:
    sandbox.url, sandbox.telegram, sandbox.faults
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import ClientSession, DummyCookieJar, web

from sandbox import bot_api, demo, page_api, people_api, phone, proxy, state
from sandbox.faults import Faults
from sandbox.guard import guard
from sandbox.hooks import deliver_forever
from sandbox.house import HOUSE, House, Settings, cancel_all
from sandbox.telegram import Telegram

if TYPE_CHECKING:
    from sandbox.authority import Authority

SAVE_SECONDS = 1.0
NO_CACHE = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
PLACEHOLDER = "<!doctype html><title>Sandbox</title><p>sandbox/page/index.html is missing"


def build(house: House) -> web.Application:
    """The application: Bot API, page, page API, and the bot's own web behind them."""
    app = web.Application(
        client_max_size=bot_api.BODY_BYTES, middlewares=[too_large, guard, page_api.say_why]
    )
    app[HOUSE] = house
    app.cleanup_ctx.append(_background)
    app.add_routes(_routes())
    return app


def _routes() -> list[web.RouteDef]:
    return [
        web.get("/bot{token}/{method}", bot_api.call, allow_head=False),
        web.post("/bot{token}/{method}", bot_api.call),
        web.route("*", "/bot{token:[^/]*:[^/]*}{rest:.*}", bot_api.no_method),
        web.get("/file/bot{token}/{path:.+}", bot_api.file),
        web.get("/", index),
        web.get("/page/{name}", page_file),
        web.get("/sandbox/state", page_api.state),
        web.get("/sandbox/events", page_api.events),
        web.get("/sandbox/mail", page_api.letters),
        web.post("/sandbox/mail", page_api.post_letter),
        web.get("/sandbox/clock", page_api.clock),
        web.post("/sandbox/clock", page_api.move_clock),
        web.get("/sandbox/faults", page_api.show_faults),
        web.post("/sandbox/faults", page_api.set_faults),
        web.get("/sandbox/journal", page_api.journal),
        web.post("/sandbox/reset", page_api.reset),
        web.post("/sandbox/update", page_api.inject),
        web.get("/sandbox/file/{file_id}", people_api.file),
        web.post("/sandbox/people", people_api.join),
        web.post("/sandbox/people/{id}/upload", people_api.upload),
        web.post("/sandbox/people/{id}/{act}", people_api.act),
        *demo.routes(),
        *phone.routes(),
        web.route("*", "/{rest:.*}", proxy.forward),
    ]


@web.middleware
async def too_large(request: web.Request, handler: page_api.Handler) -> web.StreamResponse:
    """Telegram's envelope for a body over 20 MB, which aiohttp refuses in its own."""
    try:
        return await handler(request)
    except web.HTTPRequestEntityTooLarge:
        tree = {"ok": False, "error_code": 413, "description": "Request Entity Too Large"}
        return bot_api.answer(tree, 413)


async def index(request: web.Request) -> web.StreamResponse:
    """GET /"""
    path = request.app[HOUSE].settings.page / "index.html"
    if not path.is_file():
        return web.Response(text=PLACEHOLDER, content_type="text/html", headers=NO_CACHE)
    return web.FileResponse(path, headers=NO_CACHE)


async def page_file(request: web.Request) -> web.StreamResponse:
    """GET /page/<file>: one folder, no way out of it."""
    folder = request.app[HOUSE].settings.page
    path = folder / Path(request.match_info["name"]).name
    if not path.is_file():
        raise web.HTTPNotFound(text=f"no page file {path.name}")
    return web.FileResponse(path, headers=NO_CACHE)


async def _background(app: web.Application) -> AsyncIterator[None]:
    """The client, the deliveries and the saving live as long as the server does."""
    house = app[HOUSE]
    house.listen()
    async with ClientSession(cookie_jar=DummyCookieJar(), auto_decompress=False) as client:
        house.client = client
        async with asyncio.TaskGroup() as group:
            tasks = [
                group.create_task(deliver_forever(house)),
                group.create_task(_save_forever(house)),
            ]
            yield
            house.close()
            await cancel_all(tasks)
    _save(house)


async def _save_forever(house: House) -> None:
    """Save at most once a second, and only what has changed."""
    saved = _mark(house)
    while house.settings.state:
        await asyncio.sleep(SAVE_SECONDS)
        if saved != _mark(house):
            saved = _mark(house)
            _save(house)


def _mark(house: House) -> tuple[object, ...]:
    """Differs whenever there is something new to save."""
    updates = house.telegram.world.updates
    waiting = (updates.next_number, len(updates.pending))
    return (house.telegram.world.events.last, waiting, str(updates.webhook), str(updates.allowed))


def _save(house: House) -> None:
    if house.settings.state:
        world = house.telegram.world
        state.save(house.settings.state, state.snapshot(world), list(world.files.by_id.values()))


@dataclass(frozen=True, slots=True)
class Running:
    """A server that listens; `url` has no slash at its end."""

    url: str
    house: House

    @property
    def telegram(self) -> Telegram:
        return self.house.telegram

    @property
    def faults(self) -> Faults:
        return self.house.faults


@asynccontextmanager
async def running(
    telegram: Telegram | None = None, settings: Settings | None = None
) -> AsyncIterator[Running]:
    """Serve until the block ends; loads the state file first, if the settings name one."""
    settings = settings or Settings()
    house = House(telegram or Telegram(), settings)
    if settings.state:
        state.load_into(house.telegram.world, settings.state)
    if settings.authority:
        house.authority = await asyncio.to_thread(_authority, settings.authority)
    runner = web.AppRunner(build(house), access_log=None, shutdown_timeout=1.0)
    runner.app.on_shutdown.append(_let_go)
    await runner.setup()
    try:
        site = web.TCPSite(runner, settings.host, settings.port)
        await site.start()
        yield Running(f"http://{settings.host}:{_port(runner)}", house)
    finally:
        await runner.cleanup()


def _authority(folder: Path) -> "Authority":
    """Imported only where there is one: what it needs takes time and memory."""
    from sandbox.authority import Authority

    authority = Authority(folder)
    authority.prepare()
    return authority


async def _let_go(app: web.Application) -> None:
    app[HOUSE].close()


def _port(runner: web.AppRunner) -> int:
    return int(runner.addresses[0][1])


__all__ = ["Running", "Settings", "Telegram", "build", "running"]
