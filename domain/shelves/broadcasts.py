"""What is told to many, and who follows what."""

from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from domain.broadcasts import Audience, Broadcast, BroadcastId, Progress
    from domain.people import PersonId


class BroadcastsShelf(Protocol):
    def count(self, audience: "Audience") -> int:
        """How many people an audience is now."""
        ...

    def start(self, broadcast: "Broadcast", audience: "Audience", now: datetime) -> "Broadcast":
        """Keeps the broadcast and owes it to its audience, in one INSERT … SELECT; gives it back
        with its id. One with the same `once` is given back as it is, and nobody is owed twice."""
        ...

    def load(self, number: "BroadcastId") -> "Broadcast | None": ...

    def progress(self, number: "BroadcastId") -> "Progress | None": ...

    def stop(self, number: "BroadcastId") -> bool:
        """Nothing more of it goes out until `resume`; false if it is not running."""
        ...

    def resume(self, number: "BroadcastId") -> bool: ...

    def replace(self, about: str) -> "list[Broadcast]":
        """Ends the broadcasts about a thing that are still on their way, the newest first: what
        they would have said is old. Gives back those that were."""
        ...

    def acknowledge(self, number: "BroadcastId", person: "PersonId", now: datetime) -> bool:
        """The person has pressed Seen; false if they had before, or it never was for them."""
        ...

    def forget(self, person: "PersonId") -> None: ...


class SubscriptionsShelf(Protocol):
    """`subject` "" is the whole event."""

    def follow(self, person: "PersonId", event: str, subject: str, now: datetime) -> None: ...

    def unfollow(self, person: "PersonId", event: str, subject: str) -> bool: ...

    def of(self, person: "PersonId") -> "list[tuple[str, str]]":
        """(event, subject) of everything a person follows, the latest last."""
        ...

    def forget(self, person: "PersonId") -> None: ...
