"""Reports to portals over HTTP, signed as the Telegram Gateway signs them, tried up to ten times
more."""

import asyncio
import hmac
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

import structlog

from adapters.db.callbacks import Due
from adapters.db.engine import Database
from adapters.db.store import Store
from adapters.gateway import report
from adapters.outward import NotTaken, post
from adapters.pack import pack
from domain.callbacks import wait_after
from domain.ports import Clock

log = structlog.get_logger()
LEASE = timedelta(seconds=60)
BATCH = 20


@dataclass(frozen=True)
class Letter:
    """One report, ready to be sent. `secret` signs it."""

    due: Due
    url: str
    hosts: tuple[str, ...]
    body: bytes
    secret: bytes


@dataclass(frozen=True)
class Callbacks:
    """The way out to portals."""

    database: Database
    clock: Clock

    async def tick(self) -> None:
        """Sends what is due, portals side by side; a slow one holds nobody up for long."""
        letters = await self.database.run(self.claim)
        async with asyncio.TaskGroup() as tasks:
            for letter in letters:
                tasks.create_task(self.send(letter))

    def claim(self, store: Store) -> list[Letter]:
        due = store.callbacks.claim(self.clock.now(), LEASE, BATCH)
        return [letter for d in due if (letter := self.letter(store, d))]

    def letter(self, store: Store, due: Due) -> Letter | None:
        """None, and the report is lost, when nobody is there to get it any more. A client that
        may not know whether a phone has a chat isn't told that a code was sent."""
        code = store.codes.load(due.code)
        client = None if code is None else store.clients.load(code.client)
        if code is None or client is None:
            store.callbacks.lose(due.id, "gone")
            return None
        secret = store.clients.signing_secret(code.key, code.client)
        url = code.about.callback_url or client.terms.callback_url
        if secret is None or not url or (due.status == "sent" and not client.may("reach")):
            store.callbacks.lose(due.id, "unwanted")
            return None
        body = pack(report(code, due.status, due.happened, self.clock.now()))
        return Letter(due, url, client.terms.hosts, body, secret)

    async def send(self, letter: Letter) -> None:
        timestamp = str(int(self.clock.now().timestamp()))
        headers = {
            "Content-Type": "application/json",
            "X-Request-Timestamp": timestamp,
            "X-Request-Signature": signature(letter.secret, timestamp, letter.body),
        }
        try:
            await post(letter.url, letter.body, headers, letter.hosts)
        except NotTaken as trouble:
            await self.not_taken(letter, trouble.trouble)
        else:
            await self.database.run(lambda store: store.callbacks.done(letter.due.id))

    async def not_taken(self, letter: Letter, trouble: str) -> None:
        wait = wait_after(letter.due.tries)
        number = letter.due.id
        if wait is None:
            log.warning("a report was not taken", row=number, trouble=trouble)
            await self.database.run(lambda store: store.callbacks.lose(number, trouble))
            return
        due = self.clock.now() + wait
        await self.database.run(lambda store: store.callbacks.again(number, due, trouble))


def signature(secret: bytes, timestamp: str, body: bytes) -> str:
    """HMAC-SHA-256 of the timestamp, a new line and the raw body, in lower-case hex."""
    return hmac.digest(secret, timestamp.encode() + b"\n" + body, sha256).hex()
