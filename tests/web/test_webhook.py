"""The webhook: what Telegram sends is stored, what strangers send is refused without a 500."""

import io
import socket
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any

import aiohttp
import pytest

from web import webhook
from web.build import application, served

SECRET = "Zq3v-8Hk_2mXc7Tn5Rb9Wd4Lf6Jg1Ps0YtUaEiOhNwM"


class Hook:
    """A webhook that serves; `stored` is what it took."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self.session = session
        self.url = url
        self.stored: list[Mapping[str, Any]] = []
        self.broken = False

    async def accept(self, updates: Sequence[Mapping[str, Any]]) -> None:
        if self.broken:
            raise OSError("the disk is full")
        self.stored.extend(updates)

    async def post(self, body: bytes, secret: str = SECRET) -> int:
        headers = {webhook.SECRET: secret}
        async with self.session.post(self.url, data=io.BytesIO(body), headers=headers) as answer:
            return answer.status


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    sock = socket.create_server(("127.0.0.1", 0))
    url = f"http://127.0.0.1:{sock.getsockname()[1]}{webhook.PATH}"
    async with aiohttp.ClientSession() as session:
        made = Hook(session, url)
        async with served(application([webhook.route(SECRET, made.accept)]), sock):
            yield made


async def test_an_update_is_stored_before_it_is_acknowledged(hook: Hook) -> None:
    assert await hook.post(b'{"update_id": 1, "message": {}}') == 200
    assert hook.stored == [{"update_id": 1, "message": {}}]


async def test_what_cannot_be_stored_is_not_acknowledged(hook: Hook) -> None:
    hook.broken = True
    assert await hook.post(b'{"update_id": 1}') == 500


@pytest.mark.parametrize("secret", ["", "wrong", SECRET[:-1], SECRET + "x", "құпия"])
async def test_without_the_secret_nothing_is_taken(hook: Hook, secret: str) -> None:
    assert await hook.post(b'{"update_id": 1}', secret) == 401
    assert hook.stored == []


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b'{"update_id": "x"}', b"\xff\xfe", b"[" * 100_000]
)
async def test_what_is_no_update_is_dropped_and_not_asked_for_again(
    hook: Hook, body: bytes
) -> None:
    assert await hook.post(body) == 200
    assert hook.stored == []


async def test_ten_megabytes_are_too_many(hook: Hook) -> None:
    assert await hook.post(b"x" * 10_000_000) == 413
