"""A stage whose handler can be replaced, to see what the intake does with trouble."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox import people
from tests.chats.stage import Stage, migrated, new_stage


@pytest.fixture(scope="session", autouse=True)
def template() -> None:
    migrated()


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    made = new_stage(tmp_path)
    for person in (101, 102):
        people.start(made.world, person)
    made.world.updates.pending.clear()
    async with made.running():
        yield made


async def until(true: object, seconds: float = 5) -> None:
    """Waits until a condition holds."""
    async with asyncio.timeout(seconds):
        while not true():  # type: ignore[operator]
            await asyncio.sleep(0.01)
