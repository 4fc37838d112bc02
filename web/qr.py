"""The QR of a portal's link, as SVG and PNG, while the link lives. Drawn here: no other server
learns of it."""

from dataclasses import dataclass
from typing import Literal

from aiohttp import web

from adapters.db.engine import Database
from adapters.gateway import link_url
from adapters.qr import drawn
from domain.ports import Clock

HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
}
TYPES = {"svg": "image/svg+xml", "png": "image/png"}


@dataclass(frozen=True)
class Qr:
    database: Database
    clock: Clock
    bot_url: str

    def routes(self) -> list[web.RouteDef]:
        return [web.get(r"/qr/{token:[\w-]{1,64}}.{kind:svg|png}", self.draw)]

    async def draw(self, request: web.Request) -> web.Response:
        """404 for a link that is over: this draws no links but ours."""
        token = request.match_info["token"]
        kind: Literal["svg", "png"] = "svg" if request.match_info["kind"] == "svg" else "png"
        now = self.clock.now()
        if not await self.database.read(lambda store: store.links.token_lives(token, now)):
            return web.Response(status=404, headers=HEADERS)
        picture = drawn(link_url(self.bot_url, token), kind)
        return web.Response(body=picture, content_type=TYPES[kind], headers=HEADERS)
