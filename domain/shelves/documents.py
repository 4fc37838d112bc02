"""Documents that were given out, for whoever checks one."""

from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from domain.documents import Issued, Status


class IssuedShelf(Protocol):
    def add(self, token: str, issued: "Issued", *, holder: str) -> None: ...

    def by_token(self, token: str) -> "Issued | None": ...

    def given_since(self, holder: str, moment: datetime) -> int:
        """How many were given out for it since then."""
        ...

    def turn(self, holder: str, status: "Status", now: datetime) -> None:
        """What `holder` has come to; every document of it says so from now on."""
        ...

    def erase(self, holder: str) -> None: ...
