"""Files fetched from Telegram: no larger, no longer than agreed, no token in what goes wrong."""

import asyncio
import traceback
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from adapters.telegram import CallFailed, Telegram

TOKEN = "1000001:" + "otinim-fetch-" * 3
FILES = {
    "paper": {"file_path": "documents/file_0.pdf", "file_size": 9},
    "declared": {"file_path": "documents/file_0.pdf", "file_size": 10**9},
    "lying": {"file_path": "endless", "file_size": 9},
    "slow": {"file_path": "slow", "file_size": 9},
    "gone": {"file_path": "no/such", "file_size": 9},
    "moved": {"file_path": "moved", "file_size": 9},
    "broken": {"file_path": "broken", "file_size": 9},
}


async def get_file(request: web.Request) -> web.Response:
    file = FILES.get((await request.json())["file_id"])
    if file is None:
        told = {"ok": False, "error_code": 400, "description": "Bad Request: file is too big"}
        return web.json_response(told, status=400)
    return web.json_response({"ok": True, "result": file})


async def content(request: web.Request) -> web.StreamResponse:
    match request.match_info["path"]:
        case "documents/file_0.pdf":
            return web.Response(body=b"%PDF-1.7\n")
        case "slow":
            await asyncio.sleep(5)
        case "moved":
            raise web.HTTPFound(f"http://elsewhere.example/{TOKEN}")
        case "broken":
            response = web.StreamResponse(headers={"Content-Length": "100"})
            await response.prepare(request)
            await response.write(b"half")
            assert request.transport is not None
            request.transport.close()
            return response
        case "endless":
            response = web.StreamResponse()
            await response.prepare(request)
            for _ in range(100):
                await response.write(bytes(100_000))
            return response
    raise web.HTTPNotFound


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    app = web.Application()
    app.add_routes(
        [web.post("/bot{token}/getFile", get_file), web.get("/file/bot{token}/{path:.*}", content)]
    )
    async with (
        TestServer(app) as server,
        Telegram(str(server.make_url("")), TOKEN) as telegram,
    ):
        yield telegram


async def test_a_file_is_fetched(telegram: Telegram) -> None:
    assert await telegram.fetch("paper", most=100) == b"%PDF-1.7\n"


@pytest.mark.parametrize(
    ("file", "trouble"),
    [
        ("declared", "FileTooBig"),
        ("lying", "FileTooBig"),
        ("too big for bots", "FileTooBig"),
        ("slow", "CallUnsure"),
        ("gone", "CallUnsure"),
        ("moved", "CallUnsure"),
        ("broken", "CallUnsure"),
    ],
)
async def test_what_goes_wrong_is_told_without_the_token(
    telegram: Telegram, file: str, trouble: str
) -> None:
    with pytest.raises(CallFailed) as raised:
        await telegram.fetch(file, most=100_000, wait=0.3)
    assert type(raised.value).__name__ == trouble
    assert TOKEN not in "".join(traceback.format_exception(raised.value))
