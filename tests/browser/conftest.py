"""A real sandbox, a real Chromium, and a bot played by the test over the Bot API."""

import asyncio
import os
import shutil
import signal
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright

from adapters.phrases import ALMATY
from bench.program import ROOT, line_of
from sandbox.server import Running, Settings, Telegram, running

ENV = os.environ
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium() -> str:
    """The browser's path; skips without one, except in CI, where it must be there."""
    path = ENV.get("CHROMIUM") or shutil.which("chromium")
    if path:
        return path
    if ENV.get("CI") == "true":
        pytest.fail("CI has no Chromium: the chat page cannot be tested")
    pytest.skip("no Chromium here (apt-get install chromium, or set CHROMIUM)")


@pytest_asyncio.fixture(loop_scope="package", scope="package")
async def browser() -> AsyncIterator[Browser]:
    path = chromium()
    async with async_playwright() as playwright:
        yield await playwright.chromium.launch(executable_path=path, args=FLAGS)


@pytest_asyncio.fixture(loop_scope="package")
async def sandbox() -> AsyncIterator[Running]:
    async with running(Telegram(limits=None), Settings()) as served:
        yield served


@dataclass(frozen=True)
class Program:
    """Where it runs, and the day it was first started."""

    url: str
    opened: date


@pytest_asyncio.fixture(loop_scope="package", scope="package")
async def program(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Program]:
    """`make run` without a token: the first thing a newcomer starts. One for all tests that walk
    in it, each with people of its own."""
    folder = tmp_path_factory.mktemp("data")
    ours = {"BOT_TOKEN": "", "HTTP_PORT": "0", "DATA_DIR": str(folder), "LOG_LEVEL": "WARNING"}
    process = await asyncio.create_subprocess_exec(
        "make",
        "run",
        cwd=ROOT,
        env={**os.environ, **ours},
        stdout=asyncio.subprocess.PIPE,
        start_new_session=True,
    )
    try:
        url = await line_of(process, "Otinim is ready")
        yield Program(url, datetime.now(ALMATY).date())
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        await process.communicate()


class Bot:
    """A bot that does what the test says."""

    def __init__(self, url: str, session: aiohttp.ClientSession) -> None:
        self.url, self.session, self.seen = url, session, 0

    async def call(self, method: str, **params: Any) -> Any:
        async with self.session.post(f"{self.url}/bot1:sandbox/{method}", json=params) as answer:
            tree = await answer.json()
        assert tree["ok"], tree
        return tree["result"]

    async def hears(self, kind: str) -> Any:
        """The next update of that kind."""
        while True:
            updates = await self.call("getUpdates", offset=self.seen + 1, limit=1, timeout=5)
            assert updates, f"the bot heard no {kind}"
            self.seen = updates[0]["update_id"]
            if kind in updates[0]:
                return updates[0][kind]

    async def act(self, person: int, verb: str, **fields: Any) -> Any:
        """What a person does elsewhere than on the page."""
        url = f"{self.url}/sandbox/people/{person}/{verb}"
        async with self.session.post(url, json=fields) as answer:
            return await answer.json()

    async def mails(self, **letter: str) -> None:
        async with self.session.post(f"{self.url}/sandbox/mail", json=letter) as answer:
            assert answer.status == 201


@pytest_asyncio.fixture(loop_scope="package")
async def bot(sandbox: Running) -> AsyncIterator[Bot]:
    async with aiohttp.ClientSession() as session:
        yield Bot(sandbox.url, session)


class Window:
    """Opens pages and remembers what their consoles complained of."""

    def __init__(self, browser: Browser, url: str) -> None:
        self.browser, self.url = browser, url
        self.complaints: list[str] = []

    async def open(self, query: str = "", width: int = 1280, height: int = 800) -> Page:
        size = {"width": width, "height": height}
        page = await self.browser.new_page(viewport=size, has_touch=width < 500, locale="kk-KZ")
        page.set_default_timeout(5_000)
        page.on("console", lambda line: self._note(line.type, line.text, line.location))
        page.on("pageerror", lambda problem: self.complaints.append(str(problem)))
        await page.goto(f"{self.url}/{query}")
        await page.wait_for_selector("[data-chat-id]")
        return page

    def _note(self, kind: str, text: str, place: Any) -> None:
        looked_for_demo = place["url"].endswith("/demo/")  # only the whole program has it
        if kind in {"error", "warning"} and not looked_for_demo:
            self.complaints.append(text)


@pytest_asyncio.fixture(loop_scope="package")
async def window(browser: Browser, sandbox: Running) -> AsyncIterator[Window]:
    opened = Window(browser, sandbox.url)
    yield opened
    for context in browser.contexts:
        await context.close()
    assert opened.complaints == []
