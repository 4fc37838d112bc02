"""The sandbox's phone in a browser at 360 px: it shows what will be signed, signs, says why a
signature didn't count, and can refuse. With SHOTS=folder there are pictures."""

import os
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest
import pytest_asyncio
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser, Page, expect

from sandbox.server import Settings, running
from tests.browser.road import PHONE
from tests.browser.walker import listen, overflow
from tests.sandbox.qr_portal import IIN, Portal

pytestmark = pytest.mark.asyncio(loop_scope="package")
SHOTS = os.environ.get("SHOTS")


@dataclass
class House:
    browser: Browser
    portal: Portal
    url: str
    link: str

    async def phone(self, lang: str, complaints: list[str]) -> Page:
        room = await self.browser.new_context(**PHONE)
        listen(room, complaints)
        page = await room.new_page()
        await page.goto(f"{self.url}/phone/?lang={lang}&link={quote(self.link, safe='')}")
        return page


@pytest_asyncio.fixture(loop_scope="package")
async def house(browser: Browser, tmp_path: Path) -> AsyncIterator[House]:
    portal = Portal()
    async with (
        TestServer(portal.app()) as server,
        running(settings=Settings(authority=tmp_path)) as sandbox,
    ):
        yield House(browser, portal, sandbox.url, str(server.make_url("/one")))


async def shot(page: Page, name: str) -> None:
    assert await overflow(page) <= 0
    if SHOTS:
        await page.screenshot(path=Path(SHOTS) / f"signing-{name}.png")


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
async def test_it_shows_the_document_and_signs_it(house: House, lang: str) -> None:
    complaints: list[str] = []
    page = await house.phone(lang, complaints)
    name = {"kk": "K", "ru": "R", "en": "E"}[lang]
    await expect(page.get_by_test_id("phone-document").locator("b")).to_have_text(name)
    await expect(page.get_by_test_id("phone-iin")).to_have_value(IIN)
    await shot(page, f"{lang}-document")
    await page.get_by_test_id("phone-sign").click()
    await expect(page.get_by_test_id("phone-done")).to_be_visible()
    await shot(page, f"{lang}-done")
    assert (len(house.portal.brought), house.portal.language, complaints) == (1, lang, [])


async def test_it_says_why_a_signature_does_not_count_and_can_refuse(house: House) -> None:
    house.portal.brought = [{}, {}, {}]  # from now on it takes none
    page = await house.phone("kk", [])
    await page.locator("summary").click()
    await page.get_by_test_id("phone-revoked").click()
    await expect(page.get_by_test_id("phone-trouble")).to_have_text("Қолтаңба жарамады")
    await shot(page, "trouble")
    await page.locator("summary").click()
    await page.get_by_test_id("phone-refuse").click()
    await expect(page.get_by_test_id("phone-refused")).to_be_visible()
