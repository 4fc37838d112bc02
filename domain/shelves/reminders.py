"""What people are to be reminded of."""

from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from domain.people import AccountId, PersonId
    from domain.reminders import Reminder, State


class RemindersShelf(Protocol):
    def add(self, reminder: "Reminder", now: datetime) -> None:
        """Keeps it, unless there is one of this cause and step."""
        ...

    def load(self, number: int) -> "Reminder | None": ...

    def of(self, person: "PersonId") -> "list[Reminder]":
        """What waits for a person, by their accounts too, the next first."""
        ...

    def move(
        self,
        kind: str,
        about: str,
        step: str,
        deadline: datetime,
        due: datetime,
        until: datetime,
        state: "State",
    ) -> None: ...

    def unqueue(self, about: str) -> None:
        """What is in the outbox with the old date is not sent."""
        ...

    def end_about(self, about: str, state: "State") -> None: ...

    def end(self, cause: str, state: "State") -> None: ...

    def put_off(self, number: int, due: datetime, until: datetime) -> None: ...

    def forget(self, person: "PersonId") -> None: ...

    def forget_account(self, account: "AccountId") -> None: ...
