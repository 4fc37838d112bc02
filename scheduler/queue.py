"""What time alone does to the kindergarten queue: windows close, referrals lapse, stop-lists end,
queues are sorted anew once a year."""

from dataclasses import dataclass
from functools import partial

import structlog

from adapters.db.engine import Database
from domain.ports import Clock
from domain.queue.due import sweep
from domain.queue.looking import KEPT
from domain.queue.resort import sort_due
from domain.queue.windows import Rules

log = structlog.get_logger()


@dataclass(frozen=True)
class QueueDue:
    """Claims what is due, as often as there is more."""

    database: Database
    clock: Clock
    rules: Rules

    async def tick(self) -> None:
        now = self.clock.now()
        while await self.database.run(lambda store: sweep(store, self.rules, now)):
            pass

    async def sort(self) -> None:
        """Each locality in a transaction of its own."""
        now = self.clock.now()
        for locality in await self.database.read(lambda store: store.queue.localities()):
            sort = partial(sort_due, locality=locality, rules=self.rules, now=now)
            moved = await self.database.run(sort)
            if moved:
                log.info("queues sorted anew", locality=locality, moved=moved)
        await self.database.run(lambda store: store.queue.purge(now - KEPT))
