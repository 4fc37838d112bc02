"""Who decides for an organisation, and what waits for them."""

from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from domain.people import AccountId, PersonId
    from domain.schools import SchoolRequest


class StaffShelf(Protocol):
    def everybody(self) -> "list[PersonId]": ...

    def request_school(
        self, person: "PersonId", account: "AccountId", locality: str, name: str, now: datetime
    ) -> int: ...

    def undecided(self, most: int) -> "list[SchoolRequest]": ...

    def decide_request(
        self, number: int, decision: str, by: "PersonId", now: datetime
    ) -> "SchoolRequest | None": ...

    def forget(self, person: "PersonId") -> None: ...
