"""A delivery before a real HTTP server that can be told to fail."""

import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from adapters.db.engine import Database
from adapters.fakes import FixedClock
from adapters.notices import NoticeWords
from adapters.telegram import Telegram
from domain.outbox import Notice
from domain.people import PersonId
from sandbox import people
from sandbox.server import running
from scheduler.delivery import Delivery
from tests.chats.stage import SEAL, START, migrated, words

PUPIL, PARENT = PersonId(101), PersonId(102)


@pytest.fixture(scope="session", autouse=True)
def template() -> None:
    migrated()


@dataclass
class Post:
    """The outbox, the way out, and the server it leads to."""

    database: Database
    delivery: Delivery
    clock: FixedClock
    server: Any

    def notice(self, person: PersonId, text: str, **more: Any) -> Notice:
        call = {"method": "sendMessage", "chat_id": person, "text": text}
        return Notice(person, call, **more)

    async def owe(self, person: PersonId, *texts: str, **more: Any) -> None:
        now = self.clock.now()
        for text in texts:
            notice = self.notice(person, text, **more)
            await self.database.run(lambda s, n=notice: s.outbox.add(n, now))

    async def owe_call(self, person: PersonId, call: dict[str, Any]) -> None:
        now = self.clock.now()
        await self.database.run(lambda s: s.outbox.add(Notice(person, call), now))

    def fail(self, *rules: dict[str, Any]) -> None:
        self.server.faults.replace(list(rules))

    def told(self, person: PersonId) -> list[str]:
        """What the person sees, in order."""
        messages = self.server.telegram.world.chats[person].messages.values()
        return [e.tree["text"] for e in messages if e.out == "bot" and not e.deleted]

    async def counts(self) -> dict[str, int]:
        return await self.database.run(lambda s: s.outbox.counts())

    def another(self) -> Delivery:
        """As after a crash: nothing in memory."""
        d = self.delivery
        return Delivery(d.database, d.telegram, d.clock, "another", d.rate, d.notices)


@pytest.fixture
async def post(tmp_path: Path) -> AsyncIterator[Post]:
    shutil.copy(migrated(), tmp_path / "otinim.db")
    database = Database.open(f"sqlite+aiosqlite:///{tmp_path / 'otinim.db'}", SEAL)
    clock = FixedClock(START)
    async with running() as server, Telegram(server.url, "1:sandbox") as telegram:
        for person in (PUPIL, PARENT):
            people.start(server.telegram.world, person)
            await database.run(lambda s, person=person: s.people.meet(person, START))
        delivery = Delivery(database, telegram, clock, "one", 1e6, NoticeWords(words()))
        yield Post(database, delivery, clock, server)
    await database.close()
