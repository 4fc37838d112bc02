"""A document goes out by SIGEX when its link is opened, and its signature is taken."""

import asyncio
from collections.abc import Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from domain.errors import Refusal
from domain.signatures import SignatureOfOtherDocument
from domain.signing import SigningAway, SigningDeclined, SigningOffer, SigningOrder
from domain.signing_sessions import SigningSession
from tests.signatures.authority import NOW
from web import handover
from web.handover import Handover


@dataclass
class FakeRoute:
    """Answers `outcomes` one after another."""

    outcomes: list[Any]
    ordered: list[SigningOrder] = field(default_factory=list)

    async def offer(self, order: SigningOrder) -> SigningOffer:
        self.ordered.append(order)
        link = "https://m.egov.kz/mobileSign/?link=x"
        return SigningOffer(link, "mobileSign:x", NOW + timedelta(minutes=5), {})

    async def outcome(self, order: SigningOrder, offer: SigningOffer) -> Sequence[bytes] | None:
        found = self.outcomes.pop(0)
        if isinstance(found, Refusal):
            raise found
        return found


@dataclass
class FakeSignatures:
    """One open session; keeps what is taken and told."""

    session: SigningSession
    clock: Any
    refusal: Refusal | None = None
    taken: list[bytes] = field(default_factory=list)
    said: list[Refusal] = field(default_factory=list)

    async def opened(self, token: str, state: str) -> SigningSession | None:
        return self.session if token == self.session.token else None

    async def take(self, token: str, cms: bytes) -> None:
        self.taken.append(cms)
        if self.refusal is not None:
            raise self.refusal

    async def told(self, session: SigningSession, refusal: Refusal) -> None:
        self.said.append(refusal)


@pytest.fixture
def signatures() -> FakeSignatures:
    from adapters.fakes import FixedClock
    from domain.people import PersonId
    from domain.signing_sessions import SessionId, Wish

    names = {"kk": "Өтініш", "ru": "Заявление", "en": "Application"}
    wish = Wish(PersonId(7_000_000_001), "admission:1", names, b"%PDF", "kk")
    session = SigningSession(SessionId(1), wish, "created", NOW + timedelta(minutes=10), "tok")
    return FakeSignatures(session, FixedClock(NOW))


@asynccontextmanager
async def handing(signatures: FakeSignatures, *outcomes: Any):
    over = Handover(
        signatures,  # type: ignore[arg-type]
        FakeRoute(list(outcomes)),
        "https://otinim.example",
        "https://t.me/otinim",
    )
    app = web.Application()
    app.router.add_get("/handover/", over.served)
    running = asyncio.ensure_future(over.run())
    async with TestClient(TestServer(app)) as client:
        yield over, client
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running


async def opened(client: TestClient, of: str = "tok") -> Any:
    link = {"link": f"https://otinim.example/egov/{of}"}
    return await client.get("/handover/", params=link, allow_redirects=False)


async def settled(signatures: FakeSignatures) -> None:
    for _ in range(200):
        if signatures.taken or signatures.said:
            return
        await asyncio.sleep(0.005)


async def test_the_link_leads_on_and_the_signature_is_taken(
    signatures: FakeSignatures, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handover, "PAUSE", 0)
    async with handing(signatures, None, None, [b"cms"]) as (over, client):
        answer = await opened(client)
        assert answer.status == 302
        assert answer.headers["Location"] == "https://m.egov.kz/mobileSign/?link=x"
        await settled(signatures)
    assert signatures.taken == [b"cms"]
    (order,) = over.route.ordered
    assert order.description == "Өтініш"
    assert order.documents[0].content == b"%PDF"


@pytest.mark.parametrize("refusal", [SigningDeclined(), SigningAway()])
async def test_what_went_wrong_is_told(signatures: FakeSignatures, refusal: Refusal) -> None:
    async with handing(signatures, refusal) as (_, client):
        await opened(client)
        await settled(signatures)
    assert signatures.said == [refusal]
    assert signatures.taken == []


async def test_a_signature_that_does_not_count_stops_nobody_else(
    signatures: FakeSignatures,
) -> None:
    signatures.refusal = SignatureOfOtherDocument()
    async with handing(signatures, [b"bad"], [b"good"]) as (_, client):
        for _ in range(2):
            await opened(client)
        for _ in range(200):
            if len(signatures.taken) == 2:
                break
            await asyncio.sleep(0.005)
    assert signatures.taken == [b"bad", b"good"]


async def test_a_link_that_is_over_asks_sigex_for_nothing(signatures: FakeSignatures) -> None:
    signatures.session = replace(signatures.session, state="signed")
    async with handing(signatures) as (over, client):
        assert (await opened(client)).status == 500  # a refusal; web/signing.py words it
        assert (await opened(client, "other")).status == 500
        assert over.route.ordered == []
