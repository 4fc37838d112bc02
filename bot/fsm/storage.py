"""aiogram's FSM storage over our database, and the way handlers use any storage within a step."""

from collections.abc import Mapping
from typing import Any, Protocol

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, DefaultKeyBuilder, StateType, StorageKey

from adapters.db.engine import Database
from adapters.db.store import Store
from domain.people import Person, PersonId

KEYS = DefaultKeyBuilder(prefix="fsm", with_bot_id=True)


def key_of(bot_id: int, person: PersonId) -> StorageKey:
    """The conversation of a person in their private chat."""
    return StorageKey(bot_id=bot_id, chat_id=person, user_id=person)


def text_of(key: StorageKey) -> str:
    return KEYS.build(key)


class DatabaseStorage(BaseStorage):
    """States in the table `conversations`, beside everything else; data is sealed."""

    def __init__(self, database: Database) -> None:
        self.database = database

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        name = state.state if isinstance(state, State) else state

        def change(store: Store) -> None:
            _, data = store.states.load(text_of(key))
            store.states.save(text_of(key), name, data)

        await self.database.run(change)

    async def get_state(self, key: StorageKey) -> str | None:
        return (await self.database.run(lambda store: store.states.load(text_of(key))))[0]

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        def change(store: Store) -> None:
            state, _ = store.states.load(text_of(key))
            store.states.save(text_of(key), state, data)

        await self.database.run(change)

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        return (await self.database.run(lambda store: store.states.load(text_of(key))))[1]

    async def update_data(self, key: StorageKey, data: Mapping[str, Any]) -> dict[str, Any]:
        """One transaction: two updates at once both stay."""

        def change(store: Store) -> dict[str, Any]:
            state, known = store.states.load(text_of(key))
            store.states.save(text_of(key), state, {**known, **data})
            return {**known, **data}

        return await self.database.run(change)

    async def close(self) -> None:
        """The database is closed by whoever opened it."""


class States(Protocol):
    """How a step of a conversation reads and keeps its state."""

    async def load(self, person: PersonId) -> tuple[Person, str | None, dict[str, Any]]: ...

    def keep(
        self, store: Store, person: PersonId, state: str | None, data: Mapping[str, Any]
    ) -> None:
        """Within the step's transaction, if the state lives in the same database."""
        ...

    async def kept(self, person: PersonId, state: str | None, data: Mapping[str, Any]) -> None:
        """After the commit, if it lives elsewhere."""
        ...


class StatesInDatabase:
    """State, person and language in one look; kept in the transaction of the step."""

    def __init__(self, database: Database, bot_id: int) -> None:
        self.database = database
        self.bot_id = bot_id

    def key(self, person: PersonId) -> str:
        return text_of(key_of(self.bot_id, person))

    async def load(self, person: PersonId) -> tuple[Person, str | None, dict[str, Any]]:
        key = self.key(person)

        def look(store: Store) -> tuple[Person, str | None, dict[str, Any]]:
            known, state, sealed = store.people.with_state(person, key)
            return known, state, store.states.data(sealed, key)

        return await self.database.run(look)

    def keep(
        self, store: Store, person: PersonId, state: str | None, data: Mapping[str, Any]
    ) -> None:
        store.states.save(self.key(person), state, data)

    async def kept(self, person: PersonId, state: str | None, data: Mapping[str, Any]) -> None:
        """Kept already."""


class StatesElsewhere:
    """Any aiogram storage (Redis). A state lost in a crash costs nothing: the place in a form
    follows from its draft, which is in the database."""

    def __init__(self, database: Database, storage: BaseStorage, bot_id: int) -> None:
        self.database = database
        self.storage = storage
        self.bot_id = bot_id

    async def load(self, person: PersonId) -> tuple[Person, str | None, dict[str, Any]]:
        key = key_of(self.bot_id, person)
        known = await self.database.run(lambda store: store.people.load(person))
        return known, await self.storage.get_state(key), dict(await self.storage.get_data(key))

    def keep(
        self, store: Store, person: PersonId, state: str | None, data: Mapping[str, Any]
    ) -> None:
        """Kept after the commit."""

    async def kept(self, person: PersonId, state: str | None, data: Mapping[str, Any]) -> None:
        key = key_of(self.bot_id, person)
        await self.storage.set_state(key, state)
        await self.storage.set_data(key, dict(data))
