"""The parts that deliver codes for portals, put together."""

from dataclasses import dataclass

from aiohttp import web

from adapters.code_message import CodeWords
from bot.talk import House
from domain.outbox import Lane
from scheduler.build import Tick
from scheduler.callbacks import Callbacks
from scheduler.codes import CodePost, CodeWatch
from scheduler.delivery import Delivery, beside
from web import openapi
from web.codes import Gateway, unknown_methods
from web.qr import Qr


@dataclass(frozen=True)
class CodeParts:
    """The post of codes, and what is done from time to time."""

    post: CodePost
    ticks: dict[str, tuple[Tick, float]]


def code_parts(house: House, common: Delivery) -> CodeParts:
    """`common` is the way out of everything else: codes go first in its pace."""
    apart = beside(common, f"{house.worker}-codes", Lane.CODE)
    watch = CodeWatch(house.database, house.clock, CodeWords(house.words))
    callbacks = Callbacks(house.database, house.clock)
    ticks: dict[str, tuple[Tick, float]] = {
        "codes": (watch.tick, 1),
        "callbacks": (callbacks.tick, 1),
        "codes-clean-up": (watch.clean, 600),
    }
    return CodeParts(CodePost(apart), ticks)


def code_routes(
    house: House, post: CodePost, *, bot_url: str, url: str, hops: int
) -> list[web.RouteDef]:
    """To come after all other routes: the last answers methods that aren't there."""
    gateway = Gateway(
        house.database,
        house.clock,
        CodeWords(house.words).message,
        post.wake,
        bot_url,
        url,
        hops,
    )
    qr = Qr(house.database, house.clock, bot_url)
    return [*gateway.routes(), *qr.routes(), *openapi.routes(url), *unknown_methods()]
