"""aiogram's contract of a storage, over every one the bot may run on, and a step's view of it."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import BaseStorage, StorageKey
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.fsm.storage.redis import RedisStorage

from adapters.db.engine import Database
from bot.fsm.storage import DatabaseStorage, States, StatesElsewhere, StatesInDatabase
from domain.people import Person, PersonId
from tests.ports.servers import SEAL, Postgres, sqlite_url

NOW = datetime(2026, 9, 1, 6, tzinfo=UTC)
BOT = 4242
ASEL, BOLAT = PersonId(7_000_000_001), PersonId(7_000_000_002)
KEY = StorageKey(bot_id=BOT, chat_id=ASEL, user_id=ASEL)
OTHERS = [
    replace(KEY, bot_id=BOT + 1),
    replace(KEY, chat_id=-100),
    replace(KEY, user_id=BOLAT),
    replace(KEY, thread_id=9),
]


class Signup(StatesGroup):
    name = State()


@pytest.fixture(params=["memory", "redis", "sqlite", "postgresql"])
async def storage(request: pytest.FixtureRequest) -> AsyncIterator[BaseStorage]:
    """Each storage, empty."""
    match request.param:
        case "memory":
            yield MemoryStorage()
        case "redis":
            redis = RedisStorage.from_url(request.getfixturevalue("redis_url"))
            redis.key_builder.with_bot_id = True
            await redis.redis.flushall()
            yield redis
            await redis.close()
        case "sqlite":
            database = Database.open(sqlite_url(request.getfixturevalue("sqlite_file")), SEAL)
            yield DatabaseStorage(database)
            await database.close()
        case "postgresql":
            server: Postgres = request.getfixturevalue("postgres")
            database = Database.open(await server.emptied(), SEAL)
            yield DatabaseStorage(database)
            await database.close()


async def test_a_conversation_begins_without_state_and_data(storage: BaseStorage) -> None:
    assert await storage.get_state(KEY) is None
    assert await storage.get_data(KEY) == {}
    assert await storage.get_value(KEY, "page") is None
    assert await storage.get_value(KEY, "page", 1) == 1


async def test_a_state_is_kept_until_it_is_cleared(storage: BaseStorage) -> None:
    await storage.set_state(KEY, "form:daryn-account")
    assert await storage.get_state(KEY) == "form:daryn-account"
    await storage.set_state(KEY, None)
    assert await storage.get_state(KEY) is None


async def test_a_state_may_be_given_as_a_class(storage: BaseStorage) -> None:
    await storage.set_state(KEY, Signup.name)
    assert await storage.get_state(KEY) == "Signup:name"


async def test_data_are_replaced_as_a_whole(storage: BaseStorage) -> None:
    await storage.set_data(KEY, {"page": 2, "buttons": [["a", "Бәрі"]]})
    await storage.set_data(KEY, {"page": 3, "nested": {"ә": None}})
    assert await storage.get_data(KEY) == {"page": 3, "nested": {"ә": None}}
    assert await storage.get_value(KEY, "page") == 3
    await storage.set_data(KEY, {})
    assert await storage.get_data(KEY) == {}


async def test_data_are_updated_by_parts(storage: BaseStorage) -> None:
    assert await storage.update_data(KEY, {"a": 1}) == {"a": 1}
    assert await storage.update_data(KEY, {"b": 2}) == {"a": 1, "b": 2}
    assert await storage.get_data(KEY) == {"a": 1, "b": 2}


async def test_what_was_read_is_a_copy(storage: BaseStorage) -> None:
    await storage.set_data(KEY, {"a": 1})
    (await storage.get_data(KEY))["a"] = 2
    (await storage.update_data(KEY, {}))["a"] = 3
    assert await storage.get_data(KEY) == {"a": 1}


async def test_state_and_data_leave_each_other_alone(storage: BaseStorage) -> None:
    await storage.set_state(KEY, "s")
    await storage.set_data(KEY, {"a": 1})
    await storage.set_state(KEY, None)
    assert await storage.get_data(KEY) == {"a": 1}
    await storage.set_state(KEY, "t")
    await storage.set_data(KEY, {})
    assert await storage.get_state(KEY) == "t"


@pytest.mark.parametrize("other", OTHERS, ids=["bot", "chat", "user", "thread"])
async def test_conversations_do_not_mix(storage: BaseStorage, other: StorageKey) -> None:
    await storage.set_state(KEY, "s")
    await storage.set_data(KEY, {"a": 1})
    assert await storage.get_state(other) is None
    assert await storage.get_data(other) == {}
    await storage.set_state(other, "t")
    await storage.set_data(other, {"b": 2})
    assert (await storage.get_state(KEY), await storage.get_data(KEY)) == ("s", {"a": 1})


async def test_two_updates_of_data_at_once_both_stay(database: Database) -> None:
    storage = DatabaseStorage(database)
    await storage.set_state(KEY, "s")
    for n in range(3):
        await asyncio.gather(*(storage.update_data(KEY, {f"{n}.{k}": k}) for k in range(4)))
    assert len(await storage.get_data(KEY)) == 12


# How a step reads and keeps its state


async def in_database(database: Database) -> tuple[States, BaseStorage]:
    return StatesInDatabase(database, BOT), DatabaseStorage(database)


async def elsewhere(database: Database) -> tuple[States, BaseStorage]:
    storage = MemoryStorage()
    return StatesElsewhere(database, storage, BOT), storage


async def step(
    database: Database, states: States, state: str | None, data: dict[str, Any]
) -> None:
    """What a step of a conversation does with its state."""
    await database.run(lambda store: states.keep(store, ASEL, state, data))
    await states.kept(ASEL, state, data)


@pytest.mark.parametrize("where", [in_database, elsewhere])
async def test_a_step_finds_what_the_last_one_kept(database: Database, where: Any) -> None:
    states, storage = await where(database)
    await database.run(lambda s: s.people.speak(ASEL, "ru", NOW))
    assert await states.load(ASEL) == (Person(ASEL, "ru"), None, {})
    await step(database, states, "form:f", {"page": 2})
    assert await states.load(ASEL) == (Person(ASEL, "ru"), "form:f", {"page": 2})
    assert await storage.get_state(KEY) == "form:f"
    await step(database, states, None, {})
    assert await states.load(ASEL) == (Person(ASEL, "ru"), None, {})


@pytest.mark.parametrize("where", [in_database, elsewhere])
async def test_nobody_sees_the_state_of_another(database: Database, where: Any) -> None:
    states, _ = await where(database)
    await database.run(lambda s: (s.people.meet(ASEL, NOW), s.people.meet(BOLAT, NOW)))
    await step(database, states, "form:f", {"page": 2})
    assert await states.load(BOLAT) == (Person(BOLAT), None, {})


async def test_a_state_kept_in_a_refused_step_is_not_kept(database: Database) -> None:
    states = StatesInDatabase(database, BOT)
    await database.run(lambda s: s.people.meet(ASEL, NOW))

    def refusing(store: Any) -> None:
        states.keep(store, ASEL, "form:f", {})
        raise LookupError

    with pytest.raises(LookupError):
        await database.run(refusing)
    assert (await states.load(ASEL))[1] is None


@pytest.mark.parametrize("where", [in_database, elsewhere])
async def test_somebody_forgotten_is_met_anew_with_their_state_gone(
    database: Database, where: Any
) -> None:
    states, _ = await where(database)
    await step(database, states, None, {})
    assert await states.load(ASEL) == (Person(ASEL), None, {})
