"""What staff are about to tell many people, and the messages that show how far it is."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from domain.broadcasts import BroadcastId
    from domain.people import PersonId
    from domain.proposals import Planned, Proposal, ProposalId, State


class ProposalsShelf(Protocol):
    def add(
        self,
        organisation: str,
        area: str,
        planned: "Sequence[Planned]",
        by: "PersonId",
        now: datetime,
    ) -> "Proposal": ...

    def load(self, number: "ProposalId") -> "Proposal | None": ...

    def recent(self, states: "Sequence[State]", since: datetime) -> "list[Proposal]":
        """Those in these states proposed since then, the newest first."""
        ...

    def notice(self, number: str) -> "tuple[Proposal, Planned] | None":
        """By the short number of a notice, whatever became of it."""
        ...

    def confirm(self, number: "ProposalId", by: "PersonId", launches: datetime) -> bool:
        """False unless it still waits, and was proposed by another."""
        ...

    def undo(self, number: "ProposalId", now: datetime) -> bool:
        """False unless it is confirmed and its minute isn't over."""
        ...

    def due(self, now: datetime) -> "list[ProposalId]": ...

    def launch(self, number: "ProposalId", now: datetime) -> "Proposal | None":
        """Takes it if its minute is over and nobody has taken it."""
        ...

    def end(self, number: "ProposalId", was: "State", state: "State") -> bool: ...

    def started(self, number: str, broadcast: "BroadcastId") -> None: ...


class ProgressPostsShelf(Protocol):
    def say(self, proposal: "ProposalId", person: "PersonId", said: str) -> None: ...
