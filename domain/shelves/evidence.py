"""What proves signatures."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from domain.evidence import Evidence, EvidenceId, KeptEvidence
    from domain.people import PersonId


class EvidenceShelf(Protocol):
    def keep(self, evidence: "Evidence", now: datetime) -> "EvidenceId": ...

    def load(self, number: "EvidenceId") -> "KeptEvidence | None": ...

    def about(self, about: str) -> "list[KeptEvidence]":
        """The newest first."""
        ...

    def of(self, person: "PersonId") -> "list[KeptEvidence]":
        """The newest first."""
        ...

    def to_look_at(self, before: datetime, most: int) -> "list[KeptEvidence]":
        """Those not looked at since, the longest ago first."""
        ...

    def looked_at(self, numbers: "Sequence[EvidenceId]", now: datetime) -> None: ...

    def forget(self, person: "PersonId") -> None: ...
