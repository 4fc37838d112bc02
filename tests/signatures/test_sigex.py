"""SIGEX as it behaves: long polls that break off, refusals with 200, one use of each link."""

import asyncio
import base64
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web

from adapters import sigex
from adapters.fakes import FixedClock
from adapters.sigex import Sigex
from domain.errors import Refusal
from domain.signing import (
    SigningAway,
    SigningDeclined,
    SigningExpired,
    SigningOrder,
    ToSign,
)
from tests.signatures.authority import NOW

ORDER = SigningOrder(
    "Өтінішке қол қою",
    [ToSign(1, {"kk": "Өтініш", "ru": "Заявление", "en": "Application"}, b"%PDF")],
    "https://t.me/otinim",
)


@dataclass
class FakeSigex:
    """What it is told to say; keeps what it is given. `breaks` is how often a connection breaks
    off before it answers."""

    registered: dict[str, Any] = field(default_factory=dict)
    received: list[dict[str, Any]] = field(default_factory=list)
    changes: dict[str, Any] = field(default_factory=dict)
    answer: Any = None
    breaks: int = 0
    silent: float = 0
    url: str = ""

    async def register(self, request: web.Request) -> web.Response:
        self.registered = await request.json()
        api = f"{self.url}/api/egovQr"
        said = {
            "expireAt": int((NOW + timedelta(minutes=5)).timestamp() * 1000),
            "qrCode": "R0lGOD==",
            "dataURL": f"{api}/AbC123/data",
            "signURL": f"{api}/AbC123/sign",
            "eGovMobileLaunchLink": "https://m.egov.kz/mobileSign/"
            "?link=https%3A%2F%2Fsigex.kz%2Fapi%2FegovQr%2Fegov%2FAbC123%3FmgovSign",
        }
        return web.json_response({**said, **self.changes})

    async def data(self, request: web.Request) -> web.Response:
        self.broken(request)
        if self.received:
            return web.json_response({"message": "already sent", "requestID": "1"})
        self.received.append(await request.json())
        return web.json_response({})

    async def sign(self, request: web.Request) -> web.Response:
        self.broken(request)
        await asyncio.sleep(self.silent)
        return web.json_response(self.answer)

    def broken(self, request: web.Request) -> None:
        if self.breaks:
            self.breaks -= 1
            request.transport.close()
            raise asyncio.CancelledError


def signed(*signatures: bytes) -> dict[str, Any]:
    return {
        "documentsToSign": [
            {"id": n, "document": {"file": {"data": base64.b64encode(s).decode()}}}
            for n, s in enumerate(signatures, 1)
        ]
    }


@asynccontextmanager
async def served() -> AsyncIterator[tuple[FakeSigex, Sigex]]:
    fake = FakeSigex()
    app = web.Application()
    app.router.add_post("/api/egovQr", fake.register)
    app.router.add_post("/api/egovQr/AbC123/data", fake.data)
    app.router.add_get("/api/egovQr/AbC123/sign", fake.sign)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    fake.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield fake, Sigex(fake.url, FixedClock(NOW))
    finally:
        await runner.cleanup()


async def test_a_document_goes_out_and_its_signature_comes_back() -> None:
    async with served() as (fake, route):
        offer = await route.offer(ORDER)
        assert offer.link.startswith("https://m.egov.kz/mobileSign/?link=")
        assert offer.qr == "mobileSign:https://sigex.kz/api/egovQr/egov/AbC123?mgovSign"
        assert offer.expires == NOW + timedelta(minutes=5)
        fake.answer = signed(b"a signature")
        assert await route.outcome(ORDER, offer) == [b"a signature"]
    assert fake.registered == {
        "description": "Өтінішке қол қою",
        "whenDone": {"backUrl": "https://t.me/otinim"},
    }
    assert fake.received == [
        {
            "signMethod": "CMS_SIGN_ONLY",
            "documentsToSign": [
                {
                    "id": 1,
                    "nameKz": "Өтініш",
                    "nameRu": "Заявление",
                    "nameEn": "Application",
                    "document": {"file": {"mime": "@file/pdf", "data": "JVBERg=="}},
                }
            ],
        }
    ]


async def test_a_wait_that_breaks_off_is_taken_up_again() -> None:
    async with served() as (fake, route):
        offer = await route.offer(ORDER)
        fake.breaks, fake.answer = 3, signed(b"a signature")
        outcomes = [await route.outcome(ORDER, offer) for _ in range(4)]
    assert outcomes == [None, None, None, [b"a signature"]]


async def test_a_long_silence_is_no_outcome(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sigex, "LONG_SECONDS", 0.05)
    async with served() as (fake, route):
        offer = await route.offer(ORDER)
        fake.silent, fake.answer = 0.2, signed(b"a signature")
        assert await route.outcome(ORDER, offer) is None
        fake.silent = 0
        assert await route.outcome(ORDER, offer) == [b"a signature"]


async def test_after_a_restart_the_signature_is_still_found() -> None:
    async with served() as (fake, route):
        offer = await route.offer(ORDER)
        fake.received.append({})  # the phone has the documents; only we don't know
        fake.answer = signed(b"a signature")
        assert await Sigex(fake.url, route.clock).outcome(ORDER, offer) == [b"a signature"]


@pytest.mark.parametrize(
    ("answer", "refusal"),
    [
        ({"status": "CANCELED"}, SigningDeclined),
        ({"message": "expired", "requestID": "1"}, SigningAway),
        (signed(), SigningAway),
        (signed(b"one", b"two"), SigningAway),
        ({"documentsToSign": [{}]}, SigningAway),
        ({"documentsToSign": [{"document": {"file": {"data": "?"}}}]}, SigningAway),
        (["no object"], SigningAway),
    ],
)
async def test_other_answers_are_refusals(answer: Any, refusal: type[Refusal]) -> None:
    async with served() as (fake, route):
        offer = await route.offer(ORDER)
        fake.answer = answer
        with pytest.raises(refusal):
            await route.outcome(ORDER, offer)


async def test_a_link_has_an_end() -> None:
    async with served() as (_, route):
        offer = await route.offer(ORDER)
        route.clock.advance(timedelta(minutes=6))
        with pytest.raises(SigningExpired):
            await route.outcome(ORDER, offer)


@pytest.mark.parametrize(
    "changes",
    [
        {"message": "too many", "requestID": "1"},
        {"dataURL": "https://elsewhere.example/data"},
        {"signURL": "http://169.254.169.254/"},
        {"eGovMobileLaunchLink": "https://elsewhere.example/?link=x"},
        {"expireAt": None},
    ],
)
async def test_a_link_that_can_not_be_used_is_not_given(changes: dict[str, Any]) -> None:
    async with served() as (fake, route):
        fake.changes = changes
        with pytest.raises(SigningAway):
            await route.offer(ORDER)


async def test_nobody_there_is_away() -> None:
    with pytest.raises(SigningAway):
        await Sigex("http://127.0.0.1:9", FixedClock(NOW)).offer(ORDER)
