"""`python -m app evidence check`: everything that proves a signature is looked at again."""

import sys
from datetime import datetime

from adapters.clock import SystemClock
from adapters.db.engine import Database
from adapters.enclosed import Enclosed
from adapters.signatures.again import Again
from adapters.signatures.child import Child
from app.config import Settings
from app.database import StartRefused, kept_papers, open_database
from domain.evidence import EvidenceId, KeptEvidence

AT_ONCE = 50


async def checked(settings: Settings) -> None:
    """Says how many hold; raises StartRefused with the numbers of those that don't."""
    database, child = await open_database(settings), Child()
    try:
        enclosed = Enclosed(database, kept_papers(settings, database))
        count, broken = await looked_through(database, Again(child), enclosed)
    finally:
        await child.close()
        await database.close()
    if broken:
        raise StartRefused(f"{len(broken)} of {count} do not hold: {broken}")
    sys.stdout.write(f"{count}\n")


async def looked_through(
    database: Database, again: Again, enclosed: Enclosed
) -> tuple[int, list[EvidenceId]]:
    """How many there are, and those that don't hold, or whose papers aren't those signed."""
    now, count = SystemClock().now(), 0
    broken: list[EvidenceId] = []
    while batch := await database.read(lambda s: s.evidence.to_look_at(now, AT_ONCE)):
        broken += [kept.id for kept in batch if not await holds(kept, again, enclosed)]
        count += len(batch)
        await looked_at(database, [kept.id for kept in batch], now)
    return count, broken


async def holds(kept: KeptEvidence, again: Again, enclosed: Enclosed) -> bool:
    return await again.holds(kept.evidence) and await enclosed.holds(kept)


async def looked_at(database: Database, seen: list[EvidenceId], now: datetime) -> None:
    await database.run(lambda store: store.evidence.looked_at(seen, now))
