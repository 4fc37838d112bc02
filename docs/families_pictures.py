"""Pictures of the roads of families: the town's queues and a place in one, a photo that is too
dark, the phone that signs."""

import tempfile
from pathlib import Path

from playwright.async_api import Browser, Page

from adapters.words import Words
from tests.browser import school_road, town_road
from tests.browser.road import greeting
from tests.browser.walker import Walker, arrives

SETTLED_MS = 4_000
"""Notices of the page go away by themselves."""


async def kindergarten(
    browser: Browser, url: str, words: Words, screen: dict[str, object], folder: Path
) -> None:
    walker = await newcomer(browser, url, words, screen)
    await town_road.statistics(walker)
    await shot(walker.page, folder / "town.png")
    await town_road.cabinet(walker)
    await town_road.twins(walker)
    await shot(walker.page, folder / "place.png")
    await walker.page.context.close()


async def school(
    browser: Browser, url: str, words: Words, screen: dict[str, object], folder: Path
) -> None:
    walker = await newcomer(browser, url, words, screen)
    with tempfile.TemporaryDirectory() as kept:
        sharp, dark = school_road.photos(Path(kept))
        await school_road.signing_in(walker)
        await school_road.application(walker)
        await school_road.spoilt(walker, dark)
        await shot(walker.page, folder / "paper.png")
        await school_road.papers(walker, sharp)
        phone = await school_road.wrong_key(walker)
        await shot(phone, folder / "phone-signs.png")
    await walker.page.context.close()


async def newcomer(browser: Browser, url: str, words: Words, screen: dict[str, object]) -> Walker:
    """Somebody new, who reads English as these pages are written."""
    walker = await arrives(browser, url, words, "en", "", **screen)
    data = {"first_name": "Ayaulym", "role": "parent", "language_code": "en"}
    joined = await walker.page.request.post(f"{url}/sandbox/people", data=data)
    await walker.page.goto(f"{url}/?lang=en&person={(await joined.json())['id']}")
    await greeting(walker)
    return walker


async def shot(page: Page, file: Path) -> None:
    await page.evaluate("document.activeElement.blur()")
    await page.wait_for_timeout(SETTLED_MS)
    await page.screenshot(path=file)
