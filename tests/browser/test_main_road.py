"""The whole road in the real program: from the first "hello" to "my events", in a browser, on a
phone's screen.
"""

import asyncio

import pytest
from playwright.async_api import Browser

from adapters.words import Words
from app.config import LOCALES
from tests.browser.conftest import Program
from tests.browser.road import (
    PHONE,
    Pupil,
    account,
    confirmation,
    greeting,
    my_events,
    registration,
)
from tests.browser.walker import arrives

pytestmark = pytest.mark.asyncio(loop_scope="package")

DESKTOP = {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"}
PUPILS = (
    Pupil("kk", "pupil", ("Сапарова", "Аружан"), 0, PHONE),
    Pupil("ru", "parent", ("Ахметова", "Дана"), 1, PHONE),
    Pupil("en", "teacher", ("Ospanova", "Aigerim"), 2, DESKTOP),
)


@pytest.fixture(scope="module")
def words() -> Words:
    return Words.load(LOCALES)


async def test_three_people_walk_the_main_road_each_in_their_language(
    browser: Browser, program: Program, words: Words
) -> None:
    """At the same time: Telegram bears twenty quick messages to a chat, then one a second, and so
    does the sandbox; three roads one after another would take three times as long."""
    await asyncio.gather(*(walked(browser, program, words, pupil) for pupil in PUPILS))


async def walked(browser: Browser, program: Program, words: Words, pupil: Pupil) -> None:
    query = f"person={pupil.chat}"
    walker = await arrives(browser, program.url, words, pupil.lang, query, **pupil.screen)
    await greeting(walker)
    await account(walker, pupil)
    await confirmation(walker, pupil)
    await registration(walker)
    await my_events(walker, program.opened)
    assert walker.complaints == []
    await walker.page.context.close()
