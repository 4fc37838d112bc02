"""Children that parents listed in their cabinets."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from domain.children import Child, ChildId
    from domain.people import AccountId


class ChildrenShelf(Protocol):
    def add(
        self, account: "AccountId", profile: Mapping[str, Any], draft: int, now: datetime
    ) -> "Child":
        """Raises ChildListed; the same draft gives the same child."""
        ...

    def of(self, account: "AccountId") -> "list[Child]": ...

    def change(self, child: "Child", profile: Mapping[str, Any]) -> "Child":
        """Raises ChildListed."""
        ...

    def remove(self, child: "ChildId") -> None: ...

    def erase(self, account: "AccountId") -> None: ...
