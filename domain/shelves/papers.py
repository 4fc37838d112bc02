"""Papers people sent: whose file is which, and what it belongs to."""

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from domain.forms.model import DraftId
    from domain.papers import FileName, FileType, Kept, Weight
    from domain.people import PersonId


class PapersShelf(Protocol):
    def keep(
        self,
        person: "PersonId",
        name: "FileName",
        *,
        type: "FileType",
        bytes: int,
        pages: int,
        draft: "DraftId",
        field: str,
        now: datetime,
    ) -> None:
        """Notes a file that is on the disk. The same file for the same question is one row."""
        ...

    def weight(self, person: "PersonId") -> "Weight": ...

    def drop(self, draft: "DraftId", field: str, names: "Collection[FileName]") -> None: ...

    def give_up(self, draft: "DraftId") -> "list[FileName]":
        """Drops all rows of a draft; names the files that nothing else has."""
        ...

    def of(self, person: "PersonId") -> "list[Kept]": ...

    def held_by(self, holder: str) -> "list[Kept]":
        """The finished papers of what was sent ("school:17"), a PDF each."""
        ...

    def hand_over(
        self, person: "PersonId", draft: "DraftId", holder: str, names: "Collection[FileName]"
    ) -> None:
        """In the transaction that sends a form: exactly these files belong to `holder` from now
        on, and the draft's other files to nobody."""
        ...

    def keep_only(self, holder: str, names: "Collection[FileName]") -> None:
        """Of the files of `holder` these stay, the others go."""
        ...

    def expire(self, holder: str, at: datetime) -> None:
        """The papers of `holder` are erased at that moment."""
        ...

    def needless(self, season: int) -> list[str]:
        """Holders whose papers nobody will look at any more: applications to kindergartens that
        are over for all their children, and to schools for seasons before this one."""
        ...

    def forget(self, person: "PersonId") -> "list[FileName]":
        """Drops all rows of a person; names what can be erased from the disk."""
        ...
