"""What becomes of broadcasts: done when nobody is left, told to others of an account when nobody
has pressed Seen."""

from dataclasses import dataclass
from datetime import datetime

import structlog

from adapters.db.engine import Database
from adapters.db.store import Store
from domain import changes
from domain.ports import Clock

log = structlog.get_logger()
DROPPED_AT_ONCE = 2_000


@dataclass(frozen=True)
class BroadcastWatch:
    """Follows broadcasts to their end."""

    database: Database
    clock: Clock

    async def tick(self) -> None:
        await self.database.run(self.follow)

    def follow(self, store: Store) -> None:
        now = self.clock.now()
        for number in store.broadcasts.finish(now):
            log.info("a broadcast is done", broadcast=number)
        store.broadcasts.drop_replaced(DROPPED_AT_ONCE)
        self.ask_again(store, now)

    def ask_again(self, store: Store, now: datetime) -> None:
        for b in store.broadcasts.unanswered(now):
            if changes.asks_again_at(b) <= now:
                again = changes.asked_again(b, now)
                sitting = b.content["sitting"]
                store.broadcasts.start_for_unanswered(again, b.id, sitting, now)
