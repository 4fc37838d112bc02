"""In the sandbox and in golden chats: the clock goes forward from one due moment to the next, so
that everything of the way happens, in order. A jump would find most reminders of no use any more
(docs/decisions: the clock walks)."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from adapters.clock import MovedClock
from adapters.db.engine import Database
from adapters.db.store import Store
from scheduler.build import Tick
from scheduler.cleanup import NUDGE_AFTER
from scheduler.delivery import Delivery

MOST_STEPS = 1_000
"""A way with more due moments than that ends in a jump."""
A_MOMENT = timedelta(seconds=1)


@dataclass
class Walk:
    """Moves a clock. `ticks` find what is due; the delivery sends it before the next step."""

    database: Database
    now: Callable[[], datetime]
    set: Callable[[datetime], None]
    ticks: Sequence[Tick]
    delivery: Delivery
    calendar: Callable[[datetime], datetime | None] = lambda now: None
    """What isn't in rows: the next day of the year on which something happens."""

    async def to(self, target: datetime) -> None:
        """Goes forward to a moment, stopping wherever something is due."""
        await self.happen()
        for _ in range(MOST_STEPS):
            rows = await self.database.run(lambda store: next_due(store, self.now()))
            found = (moment for moment in (rows, self.calendar(self.now())) if moment is not None)
            due = min(found, default=None)
            if due is None or due > target:
                break
            self.set(due)
            await self.happen()
        self.set(target)
        await self.happen()

    async def happen(self) -> None:
        for tick in self.ticks:
            await tick()
        while await self.delivery.sweep():
            pass
        await self.delivery.emptied()


def next_due(store: Store, now: datetime) -> datetime | None:
    """The next moment after now at which something is to happen."""
    left = store.drafts.left_longest()
    nudge = None if left is None else left + NUDGE_AFTER + A_MOMENT
    moments = (
        store.reminders.next_due(now),
        store.broadcasts.next_due(now),
        store.outbox.next_due(now),
        store.queue.next_due(now),
        store.bulletins.next_closing(now),
        store.news.next_due(now),
        nudge,
    )
    return min((m for m in moments if m is not None and m > now), default=None)


@dataclass
class Walker:
    """Walks in the background wherever the sandbox's clock was moved last."""

    clock: MovedClock
    walk: Walk
    asked: asyncio.Event = field(default_factory=asyncio.Event)
    offset: timedelta = timedelta()

    def move(self, offset: timedelta) -> None:
        """Back at once, forward on foot."""
        self.offset = offset
        if offset <= self.clock.offset:
            self.clock.offset = offset
        else:
            self.asked.set()

    async def run(self) -> None:
        while True:
            await self.asked.wait()
            self.asked.clear()
            offset = self.offset
            await self.walk.to(self.clock.now() - self.clock.offset + offset)
            if not self.asked.is_set():
                self.clock.offset = self.offset
