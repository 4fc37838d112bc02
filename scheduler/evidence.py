"""Evidence is looked at again, a little every hour: a verdict that no longer follows from what was
kept is told to the operator."""

from dataclasses import dataclass
from datetime import timedelta

import structlog

from adapters.db.engine import Database
from adapters.enclosed import Enclosed
from adapters.signatures.again import Again
from domain.ports import Clock

log = structlog.get_logger()
EVERY = timedelta(days=30)
AT_ONCE = 20


@dataclass(frozen=True)
class LookAgain:
    database: Database
    clock: Clock
    again: Again
    enclosed: Enclosed

    async def tick(self) -> None:
        now = self.clock.now()
        due = await self.database.read(lambda s: s.evidence.to_look_at(now - EVERY, AT_ONCE))
        for kept in due:
            if not await self.again.holds(kept.evidence):
                log.error("evidence of a signature does not hold", evidence=kept.id)
            if not await self.enclosed.holds(kept):
                log.error("papers are not those that were signed", evidence=kept.id)
        seen = [kept.id for kept in due]
        await self.database.run(lambda s: s.evidence.looked_at(seen, now))
