"""Documents that were given out, for whoever checks one."""

from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from domain.documents import Issued, Status


class IssuedShelf(Protocol):
    def token(self, of: str) -> str:
        """Always the same for the same thing; nobody else can work it out."""
        ...

    def add(self, token: str, issued: "Issued", *, holder: str) -> None:
        """A document that is known already stays as it is."""
        ...

    def by_token(self, token: str) -> "Issued | None": ...

    def turn(self, holder: str, status: "Status", now: datetime) -> None:
        """What `holder` has come to; every document of it says so from now on."""
        ...

    def erase(self, holder: str) -> None: ...
