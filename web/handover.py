"""Hands a document over to SIGEX when its link is opened, sends the person on to eGov Mobile, and
brings the signature back. What is under way is a row that whoever waits for it holds a while
longer each time: after a crash the next start goes on waiting, or another process does."""

import asyncio
from collections.abc import Awaitable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog
from aiohttp import web

from adapters.db.engine import Database
from adapters.egov import link
from adapters.signed import Signatures
from domain.errors import Refusal
from domain.signing import SigningAway, SigningOrder, SigningRoute, ToSign
from domain.signing_sessions import CarriedOffer, SigningSession, open_session
from domain.store import Store, StoreUnavailable

log = structlog.get_logger()
PATH = "/handover"
PAUSE = 1.0
"""Between two looks: a connection that is refused at once must not be asked without end."""
LEASE = timedelta(seconds=150)
"""Longer than one look takes: a minute for the phone to come, a minute for it to sign."""
LOOK_EVERY = 20.0
"""Seconds between two looks for what nobody waits for any more."""
MOST_WAITING = 200


@dataclass(frozen=True)
class Handover:
    """`launcher` is what the buttons open instead of eGov Mobile's own."""

    signatures: Signatures
    route: SigningRoute
    public_url: str
    back_url: str
    waiting: asyncio.Queue[CarriedOffer] = field(default_factory=asyncio.Queue)
    places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(MOST_WAITING))

    async def served(self, request: web.Request) -> web.Response:
        """GET with `?link=` as eGov Mobile's launcher has it. Refuses by SigningOver,
        SigningExpired and SigningAway."""
        token = request.query.get("link", "").removeprefix(link(self.public_url, ""))
        found = await self.signatures.opened(token, "requested")
        session = open_session(found, self.signatures.clock.now())
        if self.places.locked():
            raise SigningAway
        offer = await self.route.offer(self.ordered(session))
        carried = await self.database.run(
            lambda store: store.offers.add(session.id, offer, self.until())
        )
        self.waiting.put_nowait(carried)
        raise web.HTTPFound(offer.link)

    @property
    def database(self) -> Database:
        return self.signatures.database

    def until(self) -> datetime:
        return self.signatures.clock.now() + LEASE

    def ordered(self, session: SigningSession) -> SigningOrder:
        wish = session.wish
        document = ToSign(1, wish.names, wish.content, wish.mime)
        return SigningOrder(wish.names[wish.lang], [document], self.back_url)

    async def run(self) -> None:
        """Until cancelled: waits for every signature under way."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self.pick_up())
            while True:
                group.create_task(self.carried(await self.waiting.get()))

    async def pick_up(self) -> None:
        """Goes on with what was left when a process ended, this one's last run among them."""
        while True:
            with suppress(StoreUnavailable):
                for left in await self.database.run(self.take_up):
                    self.waiting.put_nowait(left)
            await asyncio.sleep(LOOK_EVERY)

    def take_up(self, store: Store) -> list[CarriedOffer]:
        left = store.offers.left(self.signatures.clock.now(), MOST_WAITING)
        held = [store.offers.hold(one, self.until()) for one in left]
        return [one for one in held if one is not None]

    async def carried(self, carried: CarriedOffer) -> None:
        """What went wrong is said in the chat; the same button asks for a new link."""
        async with self.places:
            await self.attempted(self.brought(carried))

    async def attempted(self, work: Awaitable[None]) -> None:
        """While nothing can be stored the others are still waited for; what was not stored is
        picked up once its time is over."""
        try:
            await work
        except StoreUnavailable:
            log.warning("a signature under way could not be stored")

    async def brought(self, carried: CarriedOffer) -> None:
        """Until there is a signature or a refusal, the session is over, or another process has
        taken this up."""
        held: CarriedOffer | None = carried
        while held is not None and (session := await self.open(held)) is not None:
            try:
                found = await self.route.outcome(self.ordered(session), held.offer)
            except Refusal as refusal:
                await self.signatures.told(session, refusal)
                break
            if found is not None:
                with suppress(Refusal):  # said by `take` itself
                    await self.signatures.take(session.token, found[0])
                break
            await asyncio.sleep(PAUSE)
            held = await self.hold(held)
        if held is not None:
            done = held.id
            await self.database.run(lambda store: store.offers.drop(done))

    async def open(self, carried: CarriedOffer) -> SigningSession | None:
        """The session, while it can be signed."""
        found = await self.database.read(lambda store: store.signing.load(carried.session))
        if found is None or not found.is_open:
            return None
        return found if found.expires > self.signatures.clock.now() else None

    async def hold(self, carried: CarriedOffer) -> CarriedOffer | None:
        return await self.database.run(lambda store: store.offers.hold(carried, self.until()))
