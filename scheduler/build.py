"""The table of ticks. APScheduler only ticks: what is due is a row (reliability.md 0.8)."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from apscheduler.schedulers.asyncio import AsyncIOScheduler

Tick = Callable[[], Awaitable[None]]


def build(ticks: dict[str, tuple[Tick, float]]) -> AsyncIOScheduler:
    """A scheduler of `{name: (tick, seconds)}`; a tick that is late runs once, never twice at
    the same time, and is never dropped."""
    scheduler = AsyncIOScheduler(
        timezone="UTC",
        job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
    )
    for name, (tick, seconds) in ticks.items():
        scheduler.add_job(undisturbed(tick), "interval", seconds=seconds, id=name)
    return scheduler


def undisturbed(tick: Tick) -> Tick:
    """The same, and being cut off when the process ends is no fault worth a line of the log: what
    was due is still a row."""

    async def ticked() -> None:
        with suppress(asyncio.CancelledError):
            await tick()

    return ticked
