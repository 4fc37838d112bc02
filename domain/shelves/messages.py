"""What came from Telegram, and what is owed to people."""

from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from domain.outbox import Notice
    from domain.people import PersonId


class InboxShelf(Protocol):
    def done(self, update: int, now: datetime) -> None: ...

    def forget(self, person: "PersonId") -> None: ...


class OutboxShelf(Protocol):
    def add(self, notice: "Notice", now: datetime) -> int: ...

    def cancel_for(self, person: "PersonId") -> None: ...

    def close(self, row: int, state: str, trouble: str | None = None) -> None: ...
