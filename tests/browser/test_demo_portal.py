"""The demo portal in a browser, beside the real program: a phone without a chat is linked and its
code comes by itself; a phone with one gets its code at once. With SHOTS=folder there are pictures.
"""

import os
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from adapters.words import Words
from app.config import LOCALES
from bench.program import started
from tests.browser.road import PHONE
from tests.browser.walker import Walker, listen, overflow

pytestmark = pytest.mark.asyncio(loop_scope="package")

SHOTS = os.environ.get("SHOTS")
CODE = re.compile(r"\d{6}")


@pytest_asyncio.fixture(loop_scope="package", scope="module")
async def url(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    folder = tmp_path_factory.mktemp("data")
    env = {"BOT_TOKEN": "", "HTTP_PORT": "0", "DATA_DIR": str(folder), "LOG_LEVEL": "WARNING"}
    async with started("app", env=env, says="Otinim is ready") as (_, address):
        yield address


class Visitor:
    """Somebody with the portal in one tab and their chat in another."""

    def __init__(self, portal: Page, complaints: list[str]) -> None:
        self.portal = portal
        self.complaints = complaints

    async def asks(self, phone: str) -> None:
        await self.portal.get_by_test_id("demo-phone").fill(phone)
        await self.portal.get_by_test_id("demo-get").click()

    async def types(self, code: str) -> None:
        await self.portal.get_by_test_id("demo-code").fill(code)
        await self.portal.get_by_test_id("demo-check").click()

    async def follows(self, lang: str) -> Walker:
        """The link opens the chat in a new tab; the person chooses a language there."""
        async with self.portal.context.expect_page() as opened:
            await self.portal.get_by_test_id("demo-link").click()
        walker = Walker(await opened.value, Words.load(LOCALES), lang, self.complaints)
        await walker.reads("language-ask")
        await walker.taps(walker.says(f"language-name-{lang}"))
        return walker

    async def is_inside(self) -> None:
        await expect(self.portal.get_by_test_id("demo-inside")).to_be_visible()

    async def shot(self, name: str) -> None:
        assert await overflow(self.portal) <= 0
        if SHOTS:
            await self.portal.screenshot(path=Path(SHOTS) / f"demo-{name}.png")


async def visits(browser: Browser, url: str, lang: str, **screen: object) -> Visitor:
    room = await browser.new_context(**screen)
    room.set_default_timeout(10_000)
    complaints: list[str] = []
    listen(room, complaints)
    portal = await room.new_page()
    await portal.goto(f"{url}/demo/?lang={lang}")
    return Visitor(portal, complaints)


async def links(walker: Walker) -> None:
    """Consent, and the own contact."""
    await walker.reads("ask-link-consent")
    await walker.taps(walker.says("link-consent-give"))
    await walker.reads("ask-link-phone")
    await walker.shares_contact()


async def newest_code(walker: Walker) -> str:
    """The code of the newest code message; it is under a spoiler."""
    text = walker.page.locator("[data-from='bot'] .text").filter(has_text=CODE)
    await text.last.wait_for()
    found = CODE.search(await text.last.text_content() or "")
    assert found
    return found[0]


async def test_the_chat_page_leads_to_the_demo_portal(browser: Browser, url: str) -> None:
    page = await browser.new_page(locale="kk-KZ")
    await page.goto(f"{url}/?lang=kk")
    await expect(page.locator("a.demo")).to_be_visible()
    await page.context.close()


async def test_a_phone_without_a_chat_is_linked_and_its_code_comes_by_itself(
    browser: Browser, url: str
) -> None:
    visitor = await visits(browser, url, "kk", **PHONE)
    await visitor.shot("phone")
    await visitor.asks("8 (700) 000-00-01")
    await expect(visitor.portal.get_by_test_id("demo-pairing")).to_have_text(
        re.compile(r"\d{4} \d{4} \d{4}")
    )
    await expect(visitor.portal.locator("img.qr")).to_have_js_property("complete", value=True)
    await visitor.shot("link")
    walker = await visitor.follows("kk")
    await links(walker)
    code = await newest_code(walker)
    await expect(visitor.portal.get_by_test_id("demo-code")).to_be_visible()
    await visitor.shot("code")
    await visitor.types(f"{(int(code) + 1) % 10**6:06d}")
    await expect(visitor.portal.get_by_test_id("demo-trouble")).to_contain_text("4")
    await visitor.shot("wrong")
    await visitor.types(code)
    await visitor.is_inside()
    await visitor.shot("inside")
    inside = await visitor.portal.get_by_test_id("demo-inside").locator("..").text_content()
    assert "+7\xa0700\xa0000\xa000\xa001" in (inside or "")  # one line on the narrowest screen
    await expect(walker.page.get_by_text(code)).to_have_count(0)
    assert visitor.complaints == []
    await visitor.portal.context.close()


async def test_the_pairing_code_links_as_well_and_a_linked_phone_needs_nothing_more(
    browser: Browser, url: str
) -> None:
    visitor = await visits(browser, url, "ru", viewport={"width": 1000, "height": 760})
    await visitor.asks("+7 700 000 00 02")
    pairing = await visitor.portal.get_by_test_id("demo-pairing").inner_text()
    chat = await visitor.portal.context.new_page()
    walker = Walker(chat, Words.load(LOCALES), "ru", visitor.complaints)
    await chat.goto(f"{url}/?lang=ru&person=parent")
    await chat.get_by_test_id("start").click()
    await walker.taps(walker.says("language-name-ru"))
    await walker.types(pairing)
    await links(walker)
    await visitor.types(await newest_code(walker))
    await visitor.is_inside()
    await visitor.portal.reload()
    await visitor.asks("87000000002")
    await expect(visitor.portal.get_by_test_id("demo-code")).to_be_visible()
    await visitor.types(await newest_code(walker))
    await visitor.is_inside()
    assert visitor.complaints == []
    await visitor.portal.context.close()


async def test_what_cannot_be_is_said_on_the_page(browser: Browser, url: str) -> None:
    visitor = await visits(browser, url, "en", viewport={"width": 1000, "height": 760})
    await visitor.asks("+49 30 123456")
    await expect(visitor.portal.get_by_test_id("demo-trouble")).to_contain_text("Kazakhstan")
    await visitor.asks("+7 700 000 00 03")
    await expect(visitor.portal.get_by_test_id("demo-pairing")).to_be_visible()
    await visitor.portal.reload()
    await visitor.asks("+7 700 000 00 03")
    await expect(visitor.portal.get_by_test_id("demo-trouble")).to_contain_text("seconds")
    assert visitor.complaints == []
    await visitor.portal.context.close()
