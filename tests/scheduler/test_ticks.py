"""The table of ticks."""

import asyncio
import logging

from scheduler.build import build


async def test_a_tick_cut_off_at_the_end_is_no_fault(caplog) -> None:
    begun = asyncio.Event()

    async def long() -> None:
        begun.set()
        await asyncio.Event().wait()

    scheduler = build({"long": (long, 0.01)})
    scheduler.start()
    await begun.wait()
    with caplog.at_level(logging.WARNING, "apscheduler"):
        scheduler.shutdown(wait=False)
        await asyncio.sleep(0.01)
    assert caplog.messages == []
