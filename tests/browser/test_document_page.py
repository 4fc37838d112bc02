"""The page behind a document's QR, on the narrowest phones: all of it on the screen, by day and by
night, and nothing of the person but initials. SHOTS=folder leaves pictures there."""

import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser, expect

from adapters.db.engine import Database
from adapters.fakes import FixedClock
from adapters.words import Words
from app.config import LOCALES
from domain.documents import issue
from tests.browser.walker import listen, overflow
from tests.ports.servers import migrated_file, sqlite, sqlite_file
from web.build import application
from web.documents import Checks

__all__ = ["migrated_file", "sqlite", "sqlite_file"]
pytestmark = pytest.mark.asyncio(loop_scope="package")
NOW = datetime(2026, 9, 1, 4, tzinfo=UTC)
WORDS = Words.load(LOCALES)
SHOTS = os.environ.get("SHOTS")


@pytest_asyncio.fixture(loop_scope="package")
async def link(sqlite: Database) -> AsyncIterator[str]:
    """The address in the QR of an application that was sent."""
    token = await sqlite.run(
        lambda store: issue(
            store,
            kind="application",
            number="PV-2026-00017",
            holder="school:17",
            full_name="Сапарова Аружан Ерланқызы",
            now=NOW,
        )
    )
    server = TestServer(application(Checks(sqlite, WORDS, FixedClock(NOW)).routes()))
    await server.start_server()
    yield str(server.make_url(f"/v/{token}"))
    await server.close()


@pytest.mark.parametrize(("lang", "scheme"), [("kk", "light"), ("ru", "dark"), ("en", "light")])
async def test_a_document_fits_a_phone(
    browser: Browser, link: str, lang: str, scheme: str
) -> None:
    complaints: list[str] = []
    room = await browser.new_context(
        locale=lang, color_scheme=scheme, viewport={"width": 360, "height": 740}, is_mobile=True
    )
    listen(room, complaints)
    page = await room.new_page()
    await page.goto(link)
    await expect(page.locator("h1")).to_have_text(WORDS.say(lang, "page-document.title"))
    await expect(page.locator("dd").nth(2)).to_have_text("С. А. Е.")
    await expect(page.locator("dd").last).to_be_in_viewport()
    assert await overflow(page) <= 0
    assert "Сапарова" not in await page.content()
    if SHOTS:
        await page.screenshot(path=Path(SHOTS) / f"document-{lang}.png")
    await page.goto(link[:-3])
    await expect(page.locator("h1")).to_have_text(WORDS.say(lang, "page-document-unknown.title"))
    assert await overflow(page) <= 0
    await room.close()
    assert [line for line in complaints if "404" not in line] == []
