"""Links of letters, behind a real server: looked at by anybody, used once."""

import socket
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest

from domain.accounts import send_letter
from domain.people import PersonId
from tests.chats.givens import GIVENS
from tests.chats.stage import Stage, migrated, new_stage
from web.build import application, served


@pytest.fixture(scope="session", autouse=True)
def template() -> None:
    migrated()


class Site:
    """A pupil who was sent a letter, and the page behind its link."""

    def __init__(self, stage: Stage, session: aiohttp.ClientSession, base: str) -> None:
        self.stage = stage
        self.session = session
        self.base = base

    async def letter(self) -> str:
        """Sends the letter; gives its link's path."""
        now = self.stage.clock.now()
        person = PersonId(101)

        def send(store: object) -> str:
            account = store.accounts.of(person)[0]  # type: ignore[attr-defined]
            sent = send_letter(
                store,
                account,
                "confirm",
                person=person,  # type: ignore[arg-type]
                language="kk",
                now=now,
            )
            return sent.token

        return f"/confirm/{await self.stage.house.database.run(send)}"

    async def look(self, path: str, **headers: str) -> tuple[int, str]:
        async with self.session.get(self.base + path, headers=headers) as answer:
            return answer.status, await answer.text()

    async def press(self, path: str) -> tuple[int, str]:
        async with self.session.post(self.base + path) as answer:
            return answer.status, await answer.text()

    async def confirmed(self) -> bool:
        account = await self.stage.house.database.run(lambda s: s.accounts.of(PersonId(101))[0])
        return account.confirmed_at is not None


@pytest.fixture
async def site(tmp_path: Path) -> AsyncIterator[Site]:
    stage = new_stage(tmp_path)
    async with stage.running(), aiohttp.ClientSession() as session:
        await GIVENS["unconfirmed pupil in kk"](stage)
        sock = socket.create_server(("127.0.0.1", 0))
        async with served(application(stage.links.routes()), sock):
            yield Site(stage, session, f"http://127.0.0.1:{sock.getsockname()[1]}")


async def test_a_mail_scanner_that_opens_the_link_confirms_nothing(site: Site) -> None:
    status, page = await site.look(await site.letter())
    assert status == 200
    assert "<form" in page
    assert not await site.confirmed()


async def test_the_button_confirms_once_and_the_chat_hears_of_it(site: Site) -> None:
    path = await site.letter()
    status, page = await site.press(path)
    assert (status, "E-mail сәтті расталды" in page) == (200, True)
    assert await site.confirmed()
    await site.stage.delivery.sweep()
    told = [e for e in site.stage.world.chats[101].messages.values() if e.out == "bot"]
    assert len(told) == 1
    assert (await site.press(path))[0] == 410


async def test_an_old_link_says_what_to_do(site: Site) -> None:
    path = await site.letter()
    site.stage.clock.advance(timedelta(hours=25))
    assert (await site.look(path))[0] == 410
    assert (await site.press(path))[0] == 410
    assert not await site.confirmed()


@pytest.mark.parametrize("wanted", ["kk", "ru", "en"])
async def test_an_unknown_link_answers_in_the_language_of_the_browser(
    site: Site, wanted: str
) -> None:
    status, page = await site.look("/confirm/nothing", **{"Accept-Language": wanted})
    assert (status, f'lang="{wanted}"' in page) == (410, True)


async def test_pages_let_nothing_in_from_outside(site: Site) -> None:
    async with site.session.get(site.base + await site.letter()) as answer:
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Referrer-Policy"] == "no-referrer"
