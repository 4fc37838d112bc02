"""A loop that outlives a full disk or a database that is away."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from domain.store import StoreUnavailable

log = structlog.get_logger()
AWAY_SECONDS = 1.0


async def forever(step: Callable[[], Awaitable[int]], pause: float) -> None:
    """Does `step` again and again, at once while it had something to do, else after `pause`
    seconds. What can't be stored now is tried again."""
    while True:
        try:
            worked = await step()
        except StoreUnavailable as away:
            log.error("nothing can be stored now", trouble=str(away))
            await asyncio.sleep(AWAY_SECONDS)
            continue
        if not worked:
            await asyncio.sleep(pause)
