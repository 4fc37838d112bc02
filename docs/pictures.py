"""`make pictures`: takes the README's pictures from the running program, in Chromium."""

import asyncio
import shutil
import tempfile
from pathlib import Path

from playwright.async_api import Browser, async_playwright

from adapters.words import Words
from app.config import LOCALES
from bench.program import started
from docs.families_pictures import kindergarten, school
from docs.notice_picture import notice
from docs.preview_picture import preview
from tests.browser import road
from tests.browser.road import Pupil, asked
from tests.browser.walker import Walker, arrives

FOLDER = Path(__file__).parent / "img"
DESKTOP = {"viewport": {"width": 1360, "height": 850}}
SHARP_PHONE = {**road.PHONE, "device_scale_factor": 2}
PUPIL = Pupil("kk", "pupil", ("Сапарова", "Аружан"), 0, SHARP_PHONE)
PARENT = Pupil("ru", "parent", ("Ахметова", "Дана"), 1, SHARP_PHONE)


async def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    words = Words.load(LOCALES)
    with tempfile.TemporaryDirectory() as data:
        env = {"BOT_TOKEN": "", "HTTP_PORT": "0", "DATA_DIR": data, "LOG_LEVEL": "WARNING"}
        async with (
            started("app", env=env, says="Otinim is ready") as (_, url),
            async_playwright() as playwright,
        ):
            browser = await playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox"]
            )
            await asyncio.gather(pupil(browser, url, words), parent(browser, url, words))
            await both(browser, url, words)
            await demo_portal(browser, url)
            await kindergarten(browser, url, words, SHARP_PHONE, FOLDER)
            await school(browser, url, words, SHARP_PHONE, FOLDER)
            await taken(await preview(browser, url, words, SHARP_PHONE), "preview")
            await taken(await notice(browser, url, words, data, SHARP_PHONE), "notice")


async def pupil(browser: Browser, url: str, words: Words) -> None:
    """Walks the whole road; the phone's picture is what is there at its end."""
    walker = await arrives(browser, url, words, "kk", "person=pupil", **SHARP_PHONE)
    await road.greeting(walker)
    await road.account(walker, PUPIL)
    await road.confirmation(walker, PUPIL)
    await road.registration(walker)
    await walker.taps(walker.says("button-my-events"))
    await walker.reads("my-events-title")
    await taken(walker, "phone")


async def parent(browser: Browser, url: str, words: Words) -> None:
    """Stops in the middle of a form, with a wrong number mended."""
    walker = await arrives(browser, url, words, "ru", "person=parent", **SHARP_PHONE)
    await road.greeting(walker)
    await walker.taps(walker.says("button-open-account"))
    await asked(walker, "consent")
    await walker.taps(walker.says("consent-give"))
    await asked(walker, "role")
    await walker.taps(walker.says("role-pupil"))
    for key, name in zip(("surname", "given"), PARENT.names, strict=True):
        await asked(walker, key)
        await walker.types(name)
    await asked(walker, "patronymic")
    await walker.taps(walker.says("button-no-patronymic"))
    await asked(walker, "iin")
    await walker.types(PARENT.iin[:-1])
    await walker.page.wait_for_timeout(500)
    await walker.types(PARENT.iin)
    await asked(walker, "sex")
    await walker.taps(walker.says("sex-female"))
    await asked(walker, "born")


async def both(browser: Browser, url: str, words: Words) -> None:
    """A desktop with two chats side by side and the letter that came."""
    walker = await arrives(browser, url, words, "en", "people=pupil,parent", **DESKTOP)
    await walker.page.get_by_test_id("mailbox").click()
    await walker.page.get_by_test_id("letter").first.click()
    await walker.page.mouse.move(5, 5)
    await taken(walker, "sandbox")


async def demo_portal(browser: Browser, url: str) -> None:
    """What a portal shows when a phone has no chat: link, QR and pairing code."""
    page = await browser.new_page(viewport={"width": 900, "height": 700}, locale="kk-KZ")
    await page.goto(f"{url}/demo/?lang=kk")
    await page.get_by_test_id("demo-phone").fill("+7 700 000 00 03")
    await page.get_by_test_id("demo-get").click()
    await page.get_by_test_id("demo-pairing").wait_for()
    await page.wait_for_timeout(500)  # the QR is another request
    await page.screenshot(path=FOLDER / "demo-portal.png")
    await page.context.close()


async def taken(walker: Walker, name: str) -> None:
    await walker.page.evaluate("document.activeElement.blur()")
    await walker.page.wait_for_timeout(4_000)  # notices go away by themselves
    await walker.page.screenshot(path=FOLDER / f"{name}.png")
    await walker.page.context.close()


if __name__ == "__main__":
    asyncio.run(main())
