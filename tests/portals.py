"""A portal and the people it writes to, over a database: for tests of codes."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import aiohttp
import sqlalchemy as sa
from aiohttp.test_utils import TestServer

from adapters.checker import Checker
from adapters.code_message import CodeWords
from adapters.db.engine import Database
from adapters.db.rows.codes import codes
from adapters.db.rows.messages import outbox
from adapters.db.store import Store
from adapters.fakes import FixedClock
from adapters.words import Words
from domain import clients, links
from domain.clients import LIVE, TEST, Caller, Terms
from domain.code_check import Guess, Verdict
from domain.codes import About, Code, CodeMessage, Order, send
from domain.links import Linked
from domain.people import PersonId
from scheduler.codes import CodeWatch
from web import openapi
from web.build import application
from web.codes import Gateway, unknown_methods
from web.qr import Qr

T = TypeVar("T")
ASEL, BOLAT = PersonId(7_000_000_001), PersonId(7_000_000_002)
PHONE, OTHER = "+77000000001", "+77000000002"
ANYWHERE = Path(__file__).parent.parent / "locales"


@cache
def words() -> CodeWords:
    return CodeWords(Words.load(ANYWHERE, ZoneInfo("Asia/Almaty")))


@dataclass
class Town:
    """A database, a clock that stands still, and what the chats were sent."""

    database: Database
    clock: FixedClock = field(default_factory=FixedClock)
    messages: list[CodeMessage] = field(default_factory=list)

    @property
    def now(self) -> Any:
        return self.clock.now()

    def wait(self, **span: float) -> None:
        self.clock.advance(timedelta(**span))

    def render(self, message: CodeMessage) -> Mapping[str, Any]:
        self.messages.append(message)
        return words().message(message)

    @property
    def value(self) -> str:
        """The last code a chat was sent."""
        return self.messages[-1].value

    async def run(self, work: Callable[[Store], T]) -> T:
        return await self.database.run(work)

    async def key(self, name: str = "INDIGO", prefix: str = LIVE, **terms: Any) -> str:
        """A new portal's key."""
        given = Terms(**terms)
        return await self.run(lambda s: clients.open_client(s, name, given, prefix, self.now))

    async def portal(self, name: str = "INDIGO", prefix: str = LIVE, **terms: Any) -> Caller:
        key = await self.key(name, prefix, **terms)
        caller = await self.run(lambda s: s.clients.caller(key))
        assert caller is not None
        return caller

    async def link(self, person: PersonId = ASEL, phone: str = PHONE, how: Any = "contact") -> Any:
        def linked(store: Store) -> Any:
            store.people.meet(person, self.now)
            return links.link(store, person, phone, how, self.now, self.render)

        return await self.run(linked)

    async def send(self, portal: Caller, phone: str = PHONE, **order: Any) -> Code:
        about = About(**order.pop("about", {}))
        wish = Order(phone, about=about, **order)
        return await self.run(lambda s: send(s, portal, wish, self.now, self.render))

    async def check(self, portal: Caller, code: Code, value: str, **guess: Any) -> Verdict | None:
        checker = Checker(self.database, self.clock)
        typed = Guess(code.request, value, **guess)
        return await checker.check(portal, typed, lambda store, code, verdict: verdict)

    async def code(self, code: Code) -> Code:
        found = await self.run(lambda s: s.codes.load(code.id))
        assert found is not None
        return found

    async def deliver(self) -> list[dict[str, Any]]:
        """Everything due goes out; what was sent, in order."""

        def out(store: Store) -> list[dict[str, Any]]:
            owed = store.outbox.claim("telegram", "town", self.now, timedelta(0), 100)
            late = [o for o in owed if o.useful_until and o.useful_until <= self.now]
            for o in late:
                store.outbox.close(o.id, "expired")
            for at, o in enumerate(sent := [o for o in owed if o not in late]):
                store.outbox.sent(o.id, 100 + at)
            return [dict(o.payload) for o in sent]

        return await self.run(out)

    async def watch(self) -> None:
        await CodeWatch(self.database, self.clock, words()).tick()

    async def states(self) -> dict[str, int]:
        query = sa.select(codes.c.state, sa.func.count()).group_by(codes.c.state)
        return await self.run(lambda s: dict(s.connection.execute(query).all()))

    async def owed(self) -> dict[str, int]:
        query = sa.select(outbox.c.state, sa.func.count()).group_by(outbox.c.state)
        return await self.run(lambda s: dict(s.connection.execute(query).all()))


@dataclass
class Portal:
    """A portal's program: speaks HTTP to the API with its key."""

    town: Town
    session: aiohttp.ClientSession
    url: str
    key: str

    async def call(self, method: str, key: str | None = None, **params: Any) -> Any:
        """The whole envelope of a JSON POST."""
        headers = {"Authorization": f"Bearer {self.key if key is None else key}"}
        async with self.session.post(
            f"{self.url}/{method}", json=params, headers=headers
        ) as answer:
            return await answer.json()

    async def result(self, method: str, **params: Any) -> Any:
        answer = await self.call(method, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def error(self, method: str, **params: Any) -> str:
        answer = await self.call(method, **params)
        assert not answer["ok"], answer
        return answer["error"]

    async def send(self, phone: str = PHONE, **params: Any) -> Any:
        return await self.result("sendVerificationMessage", phone_number=phone, **params)

    async def check(self, request: str, **params: Any) -> Any:
        return await self.result("checkVerificationStatus", request_id=request, **params)

    async def verdict(self, request: str, code: str) -> str:
        return (await self.check(request, code=code))["verification_status"]["status"]


@asynccontextmanager
async def portal_of(town: Town, hops: int = 0, **terms: Any) -> AsyncIterator[Portal]:
    """The API behind a real server (and `hops` proxies), and a portal with a key of it."""
    key = await town.key(**terms)
    async with serving(town, hops) as url, aiohttp.ClientSession() as session:
        yield Portal(town, session, url, key)


@asynccontextmanager
async def serving(town: Town, hops: int = 0) -> AsyncIterator[str]:
    bot = "https://t.me/otinim_bot"
    gateway = Gateway(
        town.database, town.clock, town.render, lambda: None, bot, "https://otinim.example", hops
    )
    qr = Qr(town.database, town.clock, bot)
    described = openapi.routes("https://otinim.example")
    routes = [*gateway.routes(), *qr.routes(), *described, *unknown_methods()]
    async with TestServer(application(routes)) as server:
        yield str(server.make_url("")).rstrip("/")


__all__ = ["ASEL", "BOLAT", "LIVE", "OTHER", "PHONE", "TEST", "Linked", "Portal", "Town"]
