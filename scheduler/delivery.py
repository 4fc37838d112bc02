"""Sends what the outbox owes: in each chat in order, at Telegram's pace, nothing lost. A reply
goes out right after its commit; whatever can't go now is left for the loop."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import structlog

from adapters.db.engine import Database
from adapters.db.store import Store
from adapters.telegram import CallDelayed, CallFailed, CallRefused, CallUnsure, Telegram
from domain.outbox import MOST_TRIES, NO_NEW, Lane, Owed, wait_after
from domain.people import PersonId
from domain.ports import Clock
from domain.store import StoreUnavailable
from scheduler.loops import forever

log = structlog.get_logger()
LEASE = timedelta(seconds=60)
LOOK_EVERY = 0.25
BATCH = 100
FORBIDDEN = 403
UNCHANGED = "message is not modified"
UNPARSED = "can't parse entities"
EDIT_LOST = (
    "message to edit not found",
    "message can't be edited",
    "there is no text in the message to edit",
)
"""Telegram's words for an edit that can't be: the text then goes as a new message, unless it
says nothing without the old one (`NO_NEW`)."""


@dataclass
class Delivery:
    """The way out to Telegram. `rate` is messages a second over all chats."""

    database: Database
    telegram: Telegram
    clock: Clock
    worker: str
    rate: float = 28
    behind: set[PersonId] = field(default_factory=set)
    out: list[tuple[int, int | None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.pace = Pace(self.rate)

    async def hand(self, owed: Sequence[Owed]) -> None:
        """Sends fresh replies to one person, in order; the first that fails keeps the rest."""
        for at, o in enumerate(owed):
            if o.person in self.behind or not await self.send(o):
                self.behind.update({o.person})
                await self.leave(owed[at:])
                return

    async def leave(self, owed: Sequence[Owed]) -> None:
        """Gives rows back to the loop."""
        now = self.clock.now()
        ids = [o.id for o in owed]
        await self.database.run(lambda store: store.outbox.give_back(ids, now))

    async def run(self) -> None:
        """Marks what is out and sends what is due, until cancelled."""
        await forever(self.sweep, LOOK_EVERY)

    async def sweep(self) -> int:
        """Marks what is out, claims due rows and sends them: chats side by side, each in order."""
        await self.mark()
        now = self.clock.now()
        owed = await self.database.run(
            lambda store: store.outbox.claim("telegram", self.worker, now, LEASE, BATCH)
        )
        chats: dict[PersonId, list[Owed]] = {}
        for o in owed:
            chats.setdefault(o.person, []).append(o)
        async with asyncio.TaskGroup() as tasks:
            for waiting in chats.values():
                tasks.create_task(self.send_in_order(waiting))
        await self.mark()
        await self.catch_up()
        return len(owed)

    async def send_in_order(self, owed: Sequence[Owed]) -> None:
        """One chat's rows. If what became of one can't be written down, the rest is left: our
        lease runs out, and it is claimed again."""
        try:
            for at, o in enumerate(sorted(owed, key=lambda o: (o.lane, o.id))):
                if not await self.send(o):
                    await self.leave(owed[at + 1 :])
                    return
        except StoreUnavailable as away:
            log.error("nothing can be stored now", trouble=str(away))

    async def catch_up(self) -> None:
        """People with nothing left waiting get their replies at once again."""
        if not self.behind:
            return
        people = list(self.behind)
        waiting = await self.database.run(
            lambda store: {p for p in people if store.outbox.backlog(p)}
        )
        self.behind &= waiting

    async def send(self, o: Owed) -> bool:
        """One row: sent or closed for good is true; false leaves it for later."""
        await self.pace.wait()
        if o.useful_until is not None and o.useful_until <= self.clock.now():
            await self.close(o, "expired", None)
            return True
        try:
            result = await self.call(o)
        except CallDelayed as told:
            await self.again(o, timedelta(seconds=told.retry_after), told)
        except CallUnsure as unsure:
            if o.tries + 1 >= MOST_TRIES:
                await self.close(o, "failed", unsure)
                return True
            await self.again(o, wait_after(o.tries + 1), unsure)
        except CallRefused as refused:
            await self.refused(o, refused)
            return True
        else:
            self.out.append((o.id, message_of(result)))
            return True
        return False

    async def call(self, o: Owed) -> Any:
        """Carries out the call; an edit that can't be becomes a new message unless it says
        otherwise, and a text that Telegram can't parse goes once more without markup
        (reliability.md B17)."""
        params = {k: value for k, value in o.payload.items() if k not in ("method", NO_NEW)}
        method = str(o.payload["method"])
        try:
            return await self.telegram.call(method, params)
        except CallRefused as refused:
            if lost(o, refused) and not o.payload.get(NO_NEW):
                fresh = {key: value for key, value in params.items() if key != "message_id"}
                return await self.telegram.call("sendMessage", fresh)
            if UNPARSED in refused.description:
                plain = {key: value for key, value in params.items() if key != "parse_mode"}
                return await self.telegram.call(method, plain)
            raise

    async def refused(self, o: Owed, refused: CallRefused) -> None:
        """Telegram said no for good. Somebody who blocked the bot is left alone until they come
        back; an unchanged edit is as good as sent, and one of a lost message is not needed."""
        if UNCHANGED in refused.description:
            self.out.append((o.id, None))
            return
        if refused.code == FORBIDDEN:
            await self.database.run(lambda store: store.people.lose(o.person))
        await self.close(o, "cancelled" if lost(o, refused) else "failed", refused)

    async def again(self, o: Owed, wait: timedelta, trouble: CallFailed) -> None:
        """Tries later. 429 is about the whole chat, so its codes wait too."""
        due = self.clock.now() + wait
        self.behind.add(o.person)
        lane = Lane.CODE if isinstance(trouble, CallDelayed) else o.lane

        def put_off(store: Store) -> None:
            store.outbox.again(o.id, due, str(trouble))
            store.outbox.hold(o.person, lane, due)

        await self.database.run(put_off)

    async def close(self, o: Owed, state: str, trouble: CallFailed | None) -> None:
        reason = None if trouble is None else trouble.description
        log.warning("not sent", row=o.id, state=state, reason=reason)
        await self.database.run(lambda store: store.outbox.close(o.id, state, reason))

    async def stopped(self) -> None:
        """At the end: what is out is marked, what isn't is free for the next start."""
        await self.mark()
        await self.database.run(lambda store: store.outbox.release(self.worker))

    async def mark(self) -> None:
        """Writes down what is out, many at once. A crash before it sends those once more."""
        out, self.out = self.out, []
        if not out:
            return

        def marked(store: Store) -> None:
            for row, message in out:
                store.outbox.sent(row, message)

        try:
            await self.database.run(marked)
        except StoreUnavailable:
            self.out = [*out, *self.out]
            raise


class Pace:
    """At most `rate` sends a second over all, in bursts of a tenth of that."""

    def __init__(self, rate: float) -> None:
        self.step = 1 / rate
        self.slack = max(self.step, 0.1)
        self.next = 0.0

    async def wait(self) -> None:
        now = asyncio.get_running_loop().time()
        self.next = max(self.next, now - self.slack) + self.step
        if self.next > now:
            await asyncio.sleep(self.next - now)


def lost(o: Owed, refused: CallRefused) -> bool:
    """Whether the message to edit is gone."""
    edits = o.payload["method"] == "editMessageText"
    return edits and any(told in refused.description for told in EDIT_LOST)


def message_of(result: Any) -> int | None:
    return result.get("message_id") if isinstance(result, dict) else None
