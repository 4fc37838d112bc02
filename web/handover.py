"""Hands a document over to SIGEX when its link is opened, sends the person on to eGov Mobile, and
brings the signature back. What waits lives in this process: after a restart the link is opened
again."""

import asyncio
from collections.abc import Awaitable
from contextlib import suppress
from dataclasses import dataclass, field

import structlog
from aiohttp import web

from adapters.egov import link
from adapters.signed import Signatures
from domain.errors import Refusal
from domain.signing import SigningAway, SigningOffer, SigningOrder, SigningRoute, ToSign
from domain.signing_sessions import SigningSession, open_session
from domain.store import StoreUnavailable

log = structlog.get_logger()
PATH = "/handover"
PAUSE = 1.0
"""Between two looks: a connection that is refused at once must not be asked without end."""
MOST_WAITING = 200


@dataclass(frozen=True, slots=True)
class Waiting:
    session: SigningSession
    order: SigningOrder
    offer: SigningOffer


@dataclass(frozen=True)
class Handover:
    """`launcher` is what the buttons open instead of eGov Mobile's own."""

    signatures: Signatures
    route: SigningRoute
    public_url: str
    back_url: str
    waiting: asyncio.Queue[Waiting] = field(default_factory=asyncio.Queue)
    places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(MOST_WAITING))

    async def served(self, request: web.Request) -> web.Response:
        """GET with `?link=` as eGov Mobile's launcher has it. Refuses by SigningOver,
        SigningExpired and SigningAway."""
        token = request.query.get("link", "").removeprefix(link(self.public_url, ""))
        found = await self.signatures.opened(token, "requested")
        session = open_session(found, self.signatures.clock.now())
        if self.places.locked():
            raise SigningAway
        order = self.ordered(session)
        offer = await self.route.offer(order)
        self.waiting.put_nowait(Waiting(session, order, offer))
        raise web.HTTPFound(offer.link)

    def ordered(self, session: SigningSession) -> SigningOrder:
        wish = session.wish
        document = ToSign(1, wish.names, wish.content, wish.mime)
        return SigningOrder(wish.names[wish.lang], [document], self.back_url)

    async def run(self) -> None:
        """Until cancelled: waits for every signature under way."""
        async with asyncio.TaskGroup() as group:
            while True:
                group.create_task(self.carried(await self.waiting.get()))

    async def carried(self, waiting: Waiting) -> None:
        """What went wrong is said in the chat; the same button asks for a new link."""
        try:
            async with self.places:
                cms = await self.brought(waiting)
        except Refusal as refusal:
            await self.attempted(self.signatures.told(waiting.session, refusal))
            return
        with suppress(Refusal):  # said by `take` itself
            await self.attempted(self.signatures.take(waiting.session.token, cms))

    async def attempted(self, work: Awaitable[object]) -> None:
        """While nothing can be stored the others are still waited for."""
        try:
            await work
        except StoreUnavailable:
            log.warning("a signature that came could not be stored")

    async def brought(self, waiting: Waiting) -> bytes:
        while True:
            found = await self.route.outcome(waiting.order, waiting.offer)
            if found is not None:
                return found[0]
            await asyncio.sleep(PAUSE)
