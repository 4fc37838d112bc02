"""kill -9 in the middle of a crowd loses nothing: every answer is kept, every screen comes."""

import asyncio
import os
import random
import signal
from pathlib import Path

import aiohttp

from adapters.crypto import Seal, load_keys
from adapters.db.engine import Database
from bench.people import TYPED, Crowd, iin_of
from bench.program import bot, server
from domain.people import PersonId

PEOPLE = 8
KILLS = int(os.environ.get("KILLS", "1"))
"""`make faults` kills more often; a start takes seconds."""


async def test_kill_9_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    async with server() as url, aiohttp.ClientSession() as session:
        crowd = Crowd(session, url)
        await crowd.join(PEOPLE, first=1)
        async with asyncio.timeout(60 + 30 * KILLS), asyncio.TaskGroup() as tasks:
            walking = tasks.create_task(crowd.walk())
            for _ in range(KILLS):
                await run_and_kill(tmp_path, url)
            async with bot(tmp_path, url):
                await walking
                await asyncio.sleep(0.5)
    await everything_is_kept(tmp_path, crowd)


async def run_and_kill(folder: Path, url: str) -> None:
    """The bot for a moment, ended without a warning."""
    async with bot(folder, url) as program:
        await asyncio.sleep(random.uniform(0.05, 0.4))
        os.kill(program.pid, signal.SIGKILL)
        await asyncio.sleep(0.1)


async def everything_is_kept(folder: Path, crowd: Crowd) -> None:
    keys, _ = load_keys(folder / "otinim.key")
    database = Database.open(f"sqlite+aiosqlite:///{folder / 'otinim.db'}", Seal(keys))
    try:
        for person in crowd.people.values():
            found = PersonId(person.id)
            draft = await database.run(
                lambda store, found=found: store.drafts.find(found, "daryn-account")
            )
            assert draft is not None
            assert draft.answers["surname"] == TYPED["surname"]
            assert draft.answers["iin"] == iin_of(person.number)
            assert draft.answers["grade"]
        assert await database.run(lambda store: store.inbox.waiting()) == 0
        assert "waiting" not in await database.run(lambda store: store.outbox.counts())
    finally:
        await database.close()
