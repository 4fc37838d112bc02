"""The sandbox's town holds together, whenever it is made."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from shutil import copy

import pytest

from adapters.db.engine import Database
from adapters.db.store import Store
from app.families import ARYS, KOKSHETAU
from app.queues import rules
from app.town import DINARA, fill_town
from domain.queue.looking import looks
from tests.chats.stage import SEAL, START, ZONE, migrated, with_town

RULES = rules(ZONE)


@pytest.fixture(scope="module", autouse=True)
def template() -> None:
    with_town()


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """With the town in it."""
    copy(with_town(), tmp_path / "town.db")
    found = Database.open(f"sqlite+aiosqlite:///{tmp_path / 'town.db'}", SEAL)
    yield found
    await found.close()


async def test_the_town_is_made_once(database: Database) -> None:
    assert not await database.run(lambda store: fill_town(store, START, RULES))
    waiting = await database.read(lambda store: store.kindergartens.waiting_by_place(""))
    assert set(waiting) == {KOKSHETAU, ARYS}
    assert sum(waiting.values()) > 350


async def test_a_place_has_a_history_and_a_forecast(database: Database) -> None:
    def look(store: Store) -> None:
        daughter = store.queue.of(DINARA)[0]
        seen = looks(store, DINARA, daughter.id, RULES, START)[0]
        assert seen.why is not None
        assert seen.forecast is not None
        assert {r.cause for r in seen.why.reasons} == {"placed", "withdrawn", "joined"}
        assert seen.before is not None
        moved = seen.why.own + sum(r.shift for r in seen.why.reasons)
        assert seen.before.place + moved == seen.place.number

    await database.run(look)


async def test_nobody_is_owed_a_message_about_what_is_past(database: Database) -> None:
    assert await database.read(lambda store: store.bulletins.untold(10)) == []
    assert await database.read(lambda store: store.news.due(START, 10)) == []


async def test_the_town_does_not_grow_old(tmp_path: Path) -> None:
    copy(migrated(), tmp_path / "later.db")
    database = Database.open(f"sqlite+aiosqlite:///{tmp_path / 'later.db'}", SEAL)
    now = datetime(2031, 2, 28, 23, 59, tzinfo=UTC)
    assert await database.run(lambda store: fill_town(store, now, RULES))
    assert await database.read(lambda store: store.bulletins.now(KOKSHETAU))
    await database.close()
