"""Families in the real program, in a browser, on a phone's screen: from the photo of a paper to
the number and the page behind its QR; from the town's queues to a place in one.
"""

import asyncio
from pathlib import Path

import pytest
from playwright.async_api import Browser

from adapters.words import Words
from app.config import LOCALES
from domain.ports import Lang
from tests.browser import school_road, town_road
from tests.browser.conftest import Program
from tests.browser.road import PHONE, greeting
from tests.browser.walker import Walker, arrives

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def test_two_families_get_their_numbers(
    browser: Browser, program: Program, tmp_path: Path
) -> None:
    """At the same time: Telegram bears twenty quick messages to a chat."""
    words = Words.load(LOCALES)
    sharp, dark = await asyncio.to_thread(school_road.photos, tmp_path)
    father = await newcomer(browser, program.url, words, "ru")
    mother = await newcomer(browser, program.url, words, "kk")
    await asyncio.gather(to_school(father, sharp, dark), to_kindergarten(mother))


async def newcomer(browser: Browser, url: str, words: Words, lang: Lang) -> Walker:
    """Somebody whom no other test knows."""
    walker = await arrives(browser, url, words, lang, "", **PHONE)
    data = {"first_name": "Жаңа", "role": "parent", "language_code": lang}
    joined = await walker.page.request.post(f"{url}/sandbox/people", data=data)
    await walker.page.goto(f"{url}/?lang={lang}&person={(await joined.json())['id']}")
    await greeting(walker)
    return walker


async def to_school(walker: Walker, sharp: Path, dark: Path) -> None:
    await school_road.signing_in(walker)
    await school_road.application(walker)
    await school_road.spoilt(walker, dark)
    await school_road.papers(walker, sharp)
    number = await school_road.signature(walker, await school_road.wrong_key(walker))
    await school_road.document(walker, number)
    assert [line for line in walker.complaints if "409" not in line] == []  # a refused key
    await walker.page.context.close()


async def to_kindergarten(walker: Walker) -> None:
    await town_road.statistics(walker)
    await town_road.found(walker)
    await town_road.cabinet(walker)
    await town_road.twins(walker)
    assert walker.complaints == []
    await walker.page.context.close()
