"""Sends tables as systems of staff do."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from typing import Any, TypeAlias

from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from tests.web.described import hold
from web.build import application

Sent: TypeAlias = Callable[..., Awaitable[tuple[int, dict[str, Any]]]]


@asynccontextmanager
async def posting(routes: Iterable[web.RouteDef], path: str, key: str) -> AsyncIterator[Sent]:
    """`sent(table, "?check")` answers the status and what was told, as openapi has it."""
    async with TestServer(application(routes)) as server, ClientSession() as session:

        async def sent(table: str, query: str = "") -> tuple[int, dict[str, Any]]:
            headers = {"Authorization": f"Bearer {key}"}
            url = server.make_url(path + query)
            async with session.post(url, data=table.encode(), headers=headers) as answer:
                told = await answer.json()
                hold("POST", path, answer.status, told)
                return answer.status, told

        yield sent
