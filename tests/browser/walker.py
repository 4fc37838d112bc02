"""A person in front of the sandbox's page, who taps and types and reads what comes; tied to the
messages of `locales/`, not to their sentences."""

import re
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, BrowserContext, Locator, Page, expect

from adapters.words import Words
from domain.ports import Lang

ATTACH = re.compile("^(Тіркеме қосу|Прикрепить|Attach)$")
PATIENCE_MS = 20_000  # a busy machine, and Telegram's pace


def plain(text: str) -> str:
    """A message as it looks, without its markup."""
    return unescape(re.sub(r"</?\w+[^>]*>", "", text))


@dataclass
class Walker:
    """`complaints` is what the consoles of their tabs said."""

    page: Page
    words: Words
    lang: Lang
    complaints: list[str] = field(default_factory=list)

    def says(self, message: str, **arguments: Any) -> str:
        return plain(self.words.say(self.lang, message, **arguments))

    @property
    def newest(self) -> Locator:
        """The newest words of the bot."""
        return self.page.locator("[data-from='bot'] .text").last

    async def reads(self, message: str, **arguments: Any) -> None:
        """The newest message of the bot says this. (`wait_for` looks at every frame; `expect`
        would look again only after a tenth of a second.)"""
        said = " ".join(self.says(message, **arguments).split())
        await self.newest.filter(has_text=said).wait_for()

    async def taps(self, label: str) -> None:
        """The newest button that begins with these words (after its number)."""
        face = re.compile(rf"^(\S+ )?{re.escape(label)}")
        await self.page.get_by_test_id("inline-button").filter(has_text=face).last.click()

    async def types(self, text: str) -> None:
        composer = self.page.get_by_test_id("composer")
        await composer.fill(text)
        await composer.press("Enter")

    async def shares_contact(self) -> None:
        await self.page.get_by_test_id("reply-button").first.click()
        await self.page.get_by_test_id("confirm").click()

    async def attaches(self, file: Path) -> None:
        """Sends a photo by the clip."""
        await self.page.get_by_role("button", name=ATTACH).last.click()
        async with self.page.expect_file_chooser() as opened:
            await self.page.get_by_role("menuitem").first.click()
        await (await opened.value).set_files(file)
        await self.page.get_by_test_id("confirm").click()

    async def opens(self, label: str) -> Page:
        """Follows a button that leads to another page."""
        async with self.page.context.expect_page() as opened:
            await self.taps(label)
        return await opened.value

    async def confirms_by_letter(self, address: str) -> None:
        """Opens the newest letter to this address and its link in a new tab, presses the button
        there and comes back."""
        await self.page.get_by_test_id("mailbox").click()
        await self.page.get_by_test_id("letter").filter(has_text=address).first.click()
        async with self.page.context.expect_page() as opened:
            await self.page.frame_locator("iframe").locator("a[href*='/confirm/']").first.click()
        tab = await opened.value
        await tab.get_by_role("button", name=self.says("page-confirm.button")).click()
        await expect(tab.locator("h1")).to_have_text(self.says("page-confirmed.title"))
        assert await overflow(tab) <= 0
        await tab.close()
        await self.page.get_by_test_id("panel-close").click()


async def overflow(page: Page) -> int:
    """How many pixels one would have to scroll sideways."""
    wide: int = await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return wide


async def arrives(
    browser: Browser, url: str, words: Words, lang: Lang, query: str, **context: Any
) -> Walker:
    """A new person's tab on the sandbox's page; all their tabs are listened to."""
    room = await browser.new_context(locale={"kk": "kk-KZ", "ru": "ru-RU"}.get(lang), **context)
    room.set_default_timeout(PATIENCE_MS)
    walker = Walker(await room.new_page(), words, lang)
    listen(room, walker.complaints)
    await walker.page.goto(f"{url}/?lang={lang}&{query}")
    return walker


def listen(room: BrowserContext, complaints: list[str]) -> None:
    def noted(line: Any) -> None:
        if line.type in {"error", "warning"}:
            complaints.append(f"{line.location['url']}: {line.text}")

    room.on("console", noted)
    room.on("weberror", lambda problem: complaints.append(str(problem.error)))
