"""Events, their sittings, and who is registered."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from domain.accounts import Account
    from domain.olympiads import Event, Registration, Sitting, Subject
    from domain.people import AccountId


class OlympiadsShelf(Protocol):
    def events(self) -> "list[Event]": ...

    def event(self, number: str) -> "Event | None": ...

    def set_registration(self, event: str, opens: datetime, closes: datetime) -> None: ...

    def sittings(self, event: str) -> "list[Sitting]": ...

    def sitting(self, event: str, stage: int, subject: str) -> "Sitting": ...

    def sitting_by_number(self, number: int) -> "Sitting | None": ...

    def move(
        self,
        number: int,
        expected_version: int,
        starts: datetime,
        minutes: int,
        place: Mapping[str, str],
    ) -> bool:
        """False if the version is another one by now, or the sitting is cancelled."""
        ...

    def cancel(self, number: int, expected_version: int, now: datetime) -> bool: ...

    def take_place(self, number: int) -> bool: ...

    def free_place(self, number: int) -> None: ...

    def register(
        self,
        account: "Account",
        event: "Event",
        subject: "Subject",
        sitting: "Sitting",
        draft: int,
        snapshot: Mapping[str, Any],
        now: datetime,
    ) -> "Registration": ...

    def by_draft(self, draft: int) -> "Registration | None": ...

    def registrations(self, account: "AccountId") -> "Sequence[Registration]": ...

    def snapshots(self, account: "AccountId") -> "list[dict[str, Any]]": ...

    def withdraw(self, number: int, now: datetime) -> bool: ...

    def erase(self, account: "AccountId") -> None: ...
