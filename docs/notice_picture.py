"""The picture of a moved session: somebody follows a subject, its file is loaded with another day,
and the sandbox's clock goes on."""

import json
from pathlib import Path

import aiohttp
from playwright.async_api import Browser

from adapters.words import Words
from bench.program import run_to_end
from tests.browser import road
from tests.browser.walker import Walker, arrives

VILLAGE = Path(__file__).parent.parent / "lists" / "olympiads" / "village.json"
LATER_DAYS = 3
HALF_A_DAY = 12 * 3600
"""A notice waits ten minutes, and for the morning."""


async def notice(
    browser: Browser, url: str, words: Words, data: str, screen: dict[str, object]
) -> Walker:
    """The chat of whoever follows mathematics, right after it was moved."""
    walker = await arrives(browser, url, words, "ru", "person=teacher", **screen)
    await road.greeting(walker)
    await walker.types("/events")
    await walker.taps(road.VILLAGE["ru"])
    await walker.taps(road.MATHS["ru"])
    await walker.page.get_by_text(walker.says("followed")).wait_for()
    await moved(data)
    await clock(url, HALF_A_DAY)
    await walker.reads("notice-when-title", subject=road.MATHS["ru"])
    await walker.taps(walker.says("button-calendar"))
    await walker.reads("calendar-here")
    return walker


async def moved(data: str) -> None:
    """The organiser loads the file again, with mathematics on a later day."""
    content = json.loads(VILLAGE.read_text("utf-8"))
    maths = next(s for s in content["sittings"] if s["subject"] == "math")
    maths["starts"]["in_days"] += LATER_DAYS
    file = Path(data) / "moved.json"
    file.write_text(json.dumps(content), "utf-8")
    env = {"DATA_DIR": data, "LOG_LEVEL": "ERROR", "BOT_TOKEN": ""}
    await run_to_end("events", str(file), env=env)


async def clock(url: str, seconds: int) -> None:
    async with aiohttp.ClientSession() as session:
        await session.post(f"{url}/sandbox/clock", json={"add_seconds": seconds})
