"""The sandbox in two sizes, the plain core and a server with a client, and what tests share."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

import pytest
from aiohttp import ClientSession

from sandbox import people
from sandbox.errors import ApiError
from sandbox.server import Running, running
from sandbox.telegram import Telegram
from sandbox.world import World

PUPIL, PARENT, TEACHER, STAFF, GROUP = 101, 102, 103, 104, -1001
Call = Callable[..., Any]


@pytest.fixture
def telegram() -> Telegram:
    return Telegram()


@pytest.fixture
def world(telegram: Telegram) -> World:
    return telegram.world


@pytest.fixture
def started(telegram: Telegram) -> Telegram:
    """A telegram whose pupil has pressed Start; the queue is empty."""
    people.start(telegram.world, PUPIL)
    telegram.world.updates.pending.clear()
    return telegram


@pytest.fixture
def call(started: Telegram) -> Call:
    return lambda method, **params: started.call(method, params)


@pytest.fixture
def refusal(started: Telegram) -> Call:
    """The words with which a call is refused."""

    def of(method: str, **params: Any) -> str:
        with pytest.raises(ApiError) as caught:
            started.call(method, params)
        return caught.value.description

    return of


@dataclass
class Client:
    """Speaks to a sandbox: `api` as the bot, `act` as a person, `get` and `post` as the page."""

    sandbox: Running
    http: ClientSession

    async def api(self, method: str, **params: Any) -> Any:
        url = f"{self.sandbox.url}/bot1:sandbox/{method}"
        async with self.http.post(url, json=params) as response:
            return await response.json()

    async def act(self, person: int, act: str, **fields: Any) -> Any:
        return await self.post(f"/sandbox/people/{person}/{act}", fields)

    async def post(self, path: str, body: Any) -> Any:
        async with self.http.post(self.sandbox.url + path, json=body) as response:
            return await response.json()

    async def get(self, path: str) -> Any:
        async with self.http.get(self.sandbox.url + path) as response:
            return await response.json()


@pytest.fixture
async def http() -> AsyncIterator[ClientSession]:
    async with ClientSession() as session:
        yield session


@pytest.fixture
async def client(started: Telegram, http: ClientSession) -> AsyncIterator[Client]:
    async with running(started) as sandbox:
        yield Client(sandbox, http)


async def until(done: Callable[[], object]) -> None:
    """Waits until something holds; fails after five seconds."""
    async with asyncio.timeout(5):
        while not done():
            await asyncio.sleep(0.01)


@pytest.fixture(name="until")
def _until() -> Callable[..., Any]:
    return until


@pytest.fixture
def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
