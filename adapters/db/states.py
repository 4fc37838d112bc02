"""Conversation states: the FSM storage kept in the same database as everything else."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import sqlalchemy as sa

from adapters.db.rows.people import conversations
from adapters.db.shelf import Shelf, insert_in

HOLD = sa.text("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))")
"""Not a row lock: the row may not be there yet."""


LOAD = sa.select(conversations.c.state, conversations.c.data_sealed).where(
    conversations.c.key == sa.bindparam("of")
)


class States(Shelf):
    """Rows of `conversations`, by the key that the bot makes of bot, chat and person."""

    __slots__ = ()

    def load(self, key: str) -> tuple[str | None, dict[str, Any]]:
        """Held until the transaction ends, so that what is made of it may be saved."""
        if self.connection.dialect.name == "postgresql":  # SQLite has one writer anyway
            self.connection.execute(HOLD, {"key": key})
        row = self.connection.execute(LOAD, {"of": key}).one_or_none()
        return (None, {}) if row is None else (row.state, self.data(row.data_sealed, key))

    def data(self, sealed: bytes | None, key: str) -> dict[str, Any]:
        return {} if sealed is None else dict(self.opened(sealed, place(key)))

    def save(self, key: str, state: str | None, data: Mapping[str, Any]) -> None:
        """Keeps the state and its data; nothing at all is kept for a closed conversation."""
        if state is None and not data:
            self.drop(key)
            return
        values = {
            "key": key,
            "state": state,
            "data_sealed": self.sealed(dict(data), place(key)) if data else None,
        }
        self.connection.execute(keeping(self.connection.dialect.name), values)

    def drop(self, key: str) -> None:
        self.connection.execute(conversations.delete().where(conversations.c.key == key))


@cache
def keeping(dialect: str) -> Any:
    """The statement that writes a state, made once: making it costs more than running it."""
    new = insert_in(dialect, conversations)
    changed = {name: new.excluded[name] for name in ("state", "data_sealed")}
    return new.on_conflict_do_update(index_elements=["key"], set_=changed)


def place(key: str) -> str:
    return f"conversations.data:{key}"
