"""The picture of the staff desk: the head moves a session and sees, before anybody else does, what
people will read."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from playwright.async_api import Browser

from adapters.clock import MovedClock
from adapters.words import Words
from tests.browser import road
from tests.browser.walker import Walker, arrives

ALMATY = ZoneInfo("Asia/Almaty")
LATER = timedelta(days=40)


async def preview(browser: Browser, url: str, words: Words, screen: dict[str, object]) -> Walker:
    """The chat of the staff person, with the exact texts and the number of people."""
    walker = await arrives(browser, url, words, "ru", "person=staff", **screen)
    await road.greeting(walker)
    await walker.types("/desk")
    await walker.taps(road.VILLAGE["ru"])
    await walker.taps(walker.says("button-desk-stage", number="1", name="").rstrip())
    await walker.taps(road.MATHS["ru"])
    await walker.taps(walker.says("button-desk-move"))
    day = MovedClock().now().astimezone(ALMATY) + LATER
    await walker.types(f"{day:%d.%m.%Y}")
    await road.asked(walker, "desk-time")
    await walker.types("14:30")
    await road.asked(walker, "desk-reason")
    await walker.taps(walker.says("reason-venue"))
    await walker.reads("proposal-check")
    return walker
