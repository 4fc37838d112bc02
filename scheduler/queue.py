"""What time alone does to the kindergarten queue: windows close, referrals lapse, stop-lists end,
families are asked whether they still want a place, queues are sorted anew once a year."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

import structlog

from adapters.db.engine import Database
from domain.errors import Refusal
from domain.ports import Clock
from domain.queue import interest
from domain.queue.due import sweep
from domain.queue.looking import KEPT
from domain.queue.resort import sort_due
from domain.queue.windows import Rules

log = structlog.get_logger()


def note_skipped(what: str, number: int, refusal: Refusal) -> None:
    log.error("left as it is", what=what, number=number, refusal=type(refusal).__name__)


@dataclass(frozen=True)
class QueueDue:
    """Claims what is due, as often as there is more."""

    database: Database
    clock: Clock
    rules: Rules

    async def tick(self) -> None:
        now = self.clock.now()
        while await self.database.run(
            lambda store: sweep(store, self.rules, now, skipped=note_skipped)
        ):
            pass

    async def ask(self) -> None:
        """Whether families still want a place, on the days their region asks: each queue in a
        transaction of its own, so that a stop in the middle is gone on from."""
        now, rules = self.clock.now(), self.rules
        if not any(interest.asking(regime, rules, now) for regime in rules.regimes.all):
            return
        for locality in await self.database.read(lambda store: store.queue.localities()):
            due = partial(interest.due, locality=locality, rules=rules, now=now)
            if await self.database.read(due):
                await self.ask_in(locality, now)

    async def ask_in(self, locality: str, now: datetime) -> None:
        asked = 0
        for queue in await self.database.read(lambda store: store.queue.in_locality(locality)):
            ask = partial(interest.ask, queue=queue, locality=locality, rules=self.rules, now=now)
            asked += await self.database.run(ask)
        await self.database.run(lambda store: store.queue.note_asked(locality, now))
        log.info("families asked whether interested", locality=locality, asked=asked)

    async def sort(self) -> None:
        """Each locality in a transaction of its own."""
        now = self.clock.now()
        for locality in await self.database.read(lambda store: store.queue.localities()):
            sort = partial(sort_due, locality=locality, rules=self.rules, now=now)
            moved = await self.database.run(sort)
            if moved:
                log.info("queues sorted anew", locality=locality, moved=moved)
        await self.database.run(lambda store: store.queue.purge(now - KEPT))
