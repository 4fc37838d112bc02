"""A document goes out by SIGEX when its link is opened, and its signature is taken: also when the
process that waited for it is killed."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from adapters.db.engine import Database
from adapters.db.rows.offers import signing_offers
from adapters.enclosed import Enclosed
from adapters.fakes import FixedClock, KnownSignatures
from adapters.papers.fakes import MemoryFiles
from adapters.signed import Signatures
from adapters.signing_card import Cards
from domain.errors import Refusal
from domain.outbox import Notice
from domain.people import PersonId
from domain.signing import SigningAway, SigningDeclined, SigningOffer, SigningOrder
from domain.signing_sessions import Wish
from domain.values.iin import Iin
from tests.portals import words
from tests.ports.servers import migrated_file, sqlite, sqlite_file
from web import handover
from web.handover import LEASE, Handover

__all__ = ["migrated_file", "sqlite", "sqlite_file"]
ASEL, IIN, OTHER = PersonId(7_000_000_001), "880412490003", "850903390010"
PDF = b"%PDF-1.7 an application"
NAMES = {"kk": "Өтініш", "ru": "Заявление", "en": "Application"}
TOKEN = "t" * 43
GOOD, BAD = KnownSignatures.sign(IIN, PDF), KnownSignatures.sign(OTHER, PDF)


@dataclass
class Sigex:
    """Answers `outcomes` one after another, then nothing; each offer has a number of its own."""

    clock: FixedClock
    outcomes: list[Any]
    ordered: list[SigningOrder] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    async def offer(self, order: SigningOrder) -> SigningOffer:
        self.ordered.append(order)
        link = "https://m.egov.kz/mobileSign/?link=x"
        end = self.clock.now() + timedelta(minutes=5)
        return SigningOffer(link, "mobileSign:x", end, {"signURL": f"s{len(self.ordered)}"})

    async def outcome(self, order: SigningOrder, offer: SigningOffer) -> Sequence[bytes] | None:
        self.asked.append(offer.token["signURL"])
        assert order.documents[0].content == PDF
        if not self.outcomes:
            await asyncio.sleep(3600)
        found = self.outcomes.pop(0)
        if isinstance(found, Refusal):
            raise found
        return found


class World:
    """Somebody's document, and SIGEX."""

    def __init__(self, database: Database) -> None:
        self.database, self.clock = database, FixedClock()
        self.done: list[str] = []
        self.sigex = Sigex(self.clock, [])
        cards = Cards(words().words, "https://launch.example", "https://otinim.example")
        enclosed = Enclosed(database, MemoryFiles())
        self.signatures = Signatures(
            database, self.clock, KnownSignatures(), cards, self.finish, enclosed
        )

    def finish(self, store: Any, session: Any, verdict: Any) -> list[Notice]:
        self.done.append(session.wish.about)
        return []

    async def begin(self) -> None:
        wish = Wish(ASEL, "try:1", NAMES, PDF, "en", applicant=Iin(IIN))
        await self.database.run(lambda store: store.signing.begin(wish, TOKEN, self.clock.now()))

    @asynccontextmanager
    async def running(self, *outcomes: Any) -> AsyncIterator[TestClient]:
        """A process that carries documents, and is killed at the end."""
        self.sigex.outcomes = list(outcomes)
        over = Handover(
            self.signatures, self.sigex, "https://otinim.example", "https://t.me/otinim"
        )
        app = web.Application()
        app.router.add_get("/handover/", over.served)
        task = asyncio.ensure_future(over.run())
        async with TestClient(TestServer(app)) as client:
            yield client
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    async def under_way(self) -> int:
        count = sa.select(sa.func.count()).select_from(signing_offers)
        return await self.database.read(lambda s: s.connection.execute(count).scalar_one())

    async def restarted(self) -> None:
        await self.database.run(lambda store: store.offers.leave_all())


@pytest.fixture
async def world(sqlite: Database, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setattr(handover, "PAUSE", 0)
    monkeypatch.setattr(handover, "LOOK_EVERY", 0.01)
    made = World(sqlite)
    await made.begin()
    return made


async def opened(client: TestClient, of: str = TOKEN) -> Any:
    link = {"link": f"https://otinim.example/egov/{of}"}
    return await client.get("/handover/", params=link, allow_redirects=False)


async def until(done: Any) -> None:
    async with asyncio.timeout(5):
        while not await done():
            await asyncio.sleep(0.005)


async def test_the_link_leads_on_and_the_signature_is_taken(world: World) -> None:
    async def signed() -> bool:
        return world.done == ["try:1"] and not await world.under_way()

    async with world.running(None, None, [GOOD]) as client:
        answer = await opened(client)
        assert answer.status == 302
        assert answer.headers["Location"] == "https://m.egov.kz/mobileSign/?link=x"
        await until(signed)
    (order,) = world.sigex.ordered
    assert order.description == "Application"


async def test_after_a_crash_the_next_start_goes_on_waiting(world: World) -> None:
    """The failing case this was written for: killed while the person signs in eGov Mobile."""

    async def asked() -> bool:
        return bool(world.sigex.asked)

    async def signed() -> bool:
        return world.done == ["try:1"] and not await world.under_way()

    async with world.running() as client:
        await opened(client)
        await until(asked)
    assert await world.under_way() == 1
    await world.restarted()
    async with world.running([GOOD]):
        await until(signed)
    assert world.sigex.asked == ["s1", "s1"]


async def test_what_another_process_carries_is_left_to_it_until_its_time_is_over(
    world: World,
) -> None:
    async def asked() -> bool:
        return bool(world.sigex.asked)

    async def signed() -> bool:
        return world.done == ["try:1"]

    async with world.running() as client:
        await opened(client)
        await until(asked)
    async with world.running([GOOD]):
        await asyncio.sleep(0.05)
        assert world.done == []
        world.clock.advance(LEASE)
        await until(signed)


@pytest.mark.parametrize("refusal", [SigningDeclined(), SigningAway()])
async def test_what_went_wrong_is_told_once_and_carried_no_more(
    world: World, refusal: Refusal
) -> None:
    said: list[Refusal] = []

    async def told(session: Any, why: Refusal) -> None:
        said.append(why)

    async def over() -> bool:
        return bool(said) and not await world.under_way()

    object.__setattr__(world.signatures, "told", told)
    async with world.running(refusal) as client:
        await opened(client)
        await until(over)
    assert said == [refusal]


async def test_a_signature_that_does_not_count_stops_nobody_else(world: World) -> None:
    async def signed() -> bool:
        return world.done == ["try:1"] and not await world.under_way()

    async with world.running([BAD], [GOOD]) as client:
        for _ in range(2):
            await opened(client)
        await until(signed)
    assert sorted(world.sigex.asked) == ["s1", "s2"]


async def test_what_is_signed_or_given_up_elsewhere_is_waited_for_no_more(world: World) -> None:
    async def over() -> bool:
        return not await world.under_way()

    async with world.running() as client:
        await opened(client)
    await world.database.run(
        lambda store: store.signing.end(
            store.signing.by_token(TOKEN).id, "cancelled", world.clock.now()
        )
    )
    await world.restarted()
    before = len(world.sigex.asked)
    async with world.running([GOOD]):
        await until(over)
    assert (world.done, len(world.sigex.asked)) == ([], before)


async def test_a_link_that_is_over_asks_sigex_for_nothing(world: World) -> None:
    world.clock.advance(timedelta(minutes=11))
    async with world.running() as client:
        assert (await opened(client)).status == 500  # a refusal; web/signing.py words it
        assert (await opened(client, "other")).status == 500
        assert world.sigex.ordered == []


async def test_a_document_under_way_is_sealed_and_goes_with_the_person(world: World) -> None:
    async with world.running() as client:
        await opened(client)
    row = sa.select(signing_offers.c.offer_sealed)
    sealed = await world.database.read(lambda s: s.connection.execute(row).scalar_one())
    assert b"signURL" not in sealed
    await world.database.run(lambda store: store.offers.forget(ASEL))
    assert await world.under_way() == 0
