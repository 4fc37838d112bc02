"""A full disk: nothing is acknowledged that isn't stored, and all goes on when there is room."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot import intake as intakes
from bot.polling import Polling
from domain.store import StoreUnavailable
from sandbox import people
from tests.chats.givens import GIVENS
from tests.chats.stage import Stage, migrated, new_stage


@pytest.fixture(scope="session", autouse=True)
def template() -> None:
    migrated()


@pytest.fixture
async def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    monkeypatch.setattr(intakes, "STORE_SECONDS", 0.01)
    made = new_stage(tmp_path)
    async with made.running():
        await GIVENS["pupil speaks kk"](made)
        yield made


async def pages(stage: Stage, most: int | None) -> None:
    """SQLite's own limit stands for the end of the disk; None takes it away."""
    number = 2**30 if most is None else most
    await stage.house.database.run(
        lambda s: s.connection.exec_driver_sql(f"PRAGMA max_page_count={number}")
    )


async def fill(stage: Stage) -> None:
    """No page is left to grow into, and none inside."""
    await pages(stage, 1)  # SQLite makes it the present size
    with pytest.raises(StoreUnavailable):
        await stage.house.database.run(lambda s: s.facts.keep("filler", "x" * 1_000_000))


async def test_what_cannot_be_stored_is_not_confirmed_and_comes_again(stage: Stage) -> None:
    polling = Polling(stage.house.telegram, stage.intake)
    await fill(stage)
    for n in range(60):
        people.say(stage.world, 101, f"{n} " + "сөз " * 900)
    with pytest.raises(StoreUnavailable):
        await polling.once()
    assert polling.offset is None
    await pages(stage, None)
    await polling.once()
    assert polling.offset is not None
    await stage.intake.idle.wait()


async def test_an_update_waits_for_room_and_is_not_given_up(stage: Stage) -> None:
    people.say(stage.world, 101, "/start")
    updates = stage.telegram.call("getUpdates", {})
    broken = stage.house.database.runner.run
    tries = 0

    async def full(work: object) -> object:
        nonlocal tries
        tries += 1
        if tries < 5:
            raise OSError("no space left")
        return await broken(work)

    await stage.intake.accept(updates)
    stage.house.database.runner.run = full  # type: ignore[method-assign, assignment]
    async with asyncio.timeout(5):
        await stage.intake.idle.wait()
    told = [e for e in stage.world.chats[101].messages.values() if e.out == "bot"]
    assert len(told) == 1
    assert await stage.house.database.run(lambda s: s.inbox.waiting()) == 0
