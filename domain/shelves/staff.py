"""Who decides for an organisation and what waits for them; their keys, tables and acts."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from domain.audit import Entry, Row
    from domain.imports import Import, ImportId
    from domain.people import AccountId, PersonId
    from domain.schools import SchoolRequest
    from domain.staff import Grant, GrantId, Role
    from domain.staff_keys import StaffKey, StaffKeyId


class StaffShelf(Protocol):
    def grant(
        self,
        person: "PersonId",
        organisation: str,
        area: str,
        role: "Role",
        by: str,
        now: datetime,
    ) -> "Grant | None": ...

    def revoke(self, number: "GrantId", by: str, now: datetime) -> bool: ...

    def grant_of(self, number: "GrantId") -> "Grant | None": ...

    def grants(self, person: "PersonId") -> "list[Grant]": ...

    def all_grants(self) -> "list[Grant]": ...

    def request_school(
        self, person: "PersonId", account: "AccountId", locality: str, name: str, now: datetime
    ) -> int: ...

    def undecided(self, beginnings: Sequence[str], most: int) -> "list[SchoolRequest]": ...

    def school_request(self, number: int) -> "SchoolRequest | None": ...

    def decide_request(
        self, number: int, decision: str, by: "PersonId", now: datetime
    ) -> "SchoolRequest | None": ...

    def forget(self, person: "PersonId") -> None: ...


class StaffKeysShelf(Protocol):
    def add(
        self,
        name: str,
        organisation: str,
        area: str,
        person: "PersonId | None",
        key: str,
        now: datetime,
    ) -> "StaffKey": ...

    def of(self, key: str) -> "StaffKey | None": ...

    def live(self) -> "list[StaffKey]": ...

    def end(self, number: "StaffKeyId", now: datetime) -> None: ...


class AuditShelf(Protocol):
    def add(
        self, actor: str, act: str, subject: str, facts: Mapping[str, Any], now: datetime
    ) -> int: ...

    def rows(self) -> "Iterator[Row]": ...

    def of(self, subject: str) -> "list[Entry]": ...


class ImportsShelf(Protocol):
    def keep(
        self, kind: str, raw: bytes, organisation: str, area: str, by: str, now: datetime
    ) -> "ImportId": ...

    def waiting(self, number: "ImportId", kind: str) -> "Import | None": ...

    def end(
        self, number: "ImportId", kind: str, by: str, now: datetime, *, confirmed: bool
    ) -> "Import | None": ...
