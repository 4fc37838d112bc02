"""What becomes of codes: sent ahead of all else, followed to their end, told in the chat."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta

import structlog

from adapters.code_message import CodeWords
from adapters.db.engine import Database
from adapters.db.store import Store
from domain import codes
from domain.codes import Code, language_of
from domain.outbox import Lane, Notice
from domain.ports import Clock
from scheduler.delivery import LOOK_EVERY, MARK_EVERY, Delivery
from scheduler.loops import forever

log = structlog.get_logger()
BATCH = 50
KEPT = timedelta(hours=24)


@dataclass
class CodePost:
    """Sends the lane of codes beside the common delivery, which may be busy with a broadcast."""

    delivery: Delivery
    woken: asyncio.Event = field(default_factory=asyncio.Event)

    def wake(self) -> None:
        """A code was just committed."""
        self.woken.set()

    async def run(self) -> None:
        """Sends what is due, until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(forever(self.delivery.mark, MARK_EVERY))
            await forever(lambda: self.step(tasks), 0)

    async def step(self, tasks: asyncio.TaskGroup) -> int:
        """Starts what is due; when that is nothing, waits for the next code for a moment."""
        self.woken.clear()
        started = await self.delivery.turn(tasks)
        if not started:
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_EVERY):
                    await self.woken.wait()
        return started

    async def stopped(self) -> None:
        await self.delivery.stopped()


@dataclass(frozen=True)
class CodeWatch:
    """Follows codes: out or refused, expired, and what their messages say in the end."""

    database: Database
    clock: Clock
    words: CodeWords

    async def tick(self) -> None:
        await self.database.run(self.follow)

    def follow(self, store: Store) -> None:
        now = self.clock.now()
        for code, state in store.codes.newly_sent(BATCH):
            if state != "sent":
                store.codes.bounced(code.id)
            elif store.codes.delivered(code.id, now):
                store.callbacks.add(code, "sent", now)
        codes.expire(store, now, BATCH)
        for code, messages in store.codes.untold(BATCH):
            self.tell(store, code, messages)
            store.codes.told(code.id, now)

    def tell(self, store: Store, code: Code, messages: Sequence[int]) -> None:
        """The chat's messages with this code say what became of it."""
        if code.person is None:
            return
        lang = store.people.language(code.person) or language_of(code.about.locale)
        for at in messages:
            call = self.words.ended(code, code.person, lang, at)
            store.outbox.add(Notice(code.person, call, Lane.REMINDER), self.clock.now())

    async def clean(self) -> None:
        """Drops what is over for a day (reliability.md A9)."""
        now = self.clock.now()

        def drop(store: Store) -> dict[str, int]:
            return {
                "codes": store.codes.purge(now - KEPT),
                "callbacks": store.callbacks.purge(),
                "offers": store.links.purge(now),
                "marks": store.limits.purge(now - KEPT),
                "answers": store.answers.purge(now - KEPT),
                "days": store.clients.purge_usage(now),
            }

        dropped = await self.database.run(drop)
        if any(dropped.values()):
            log.info("cleaned up codes", **dropped)
