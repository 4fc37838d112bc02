"""The kindergarten queue: applications, who stands where, and the counters of places."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from domain.people import PersonId
    from domain.ports import Lang
    from domain.queue.applications import (
        Application,
        ApplicationId,
        Candidate,
        CandidateId,
        Cause,
        Child,
        Entry,
        EntryId,
        QueueId,
        QueueKey,
        Request,
    )
    from domain.queue.changes import Moves
    from domain.queue.life import State
    from domain.queue.looking import Seen
    from domain.queue.order import Rank, Turns
    from domain.queue.position import Standing
    from domain.queue.taking_over import Placed, Waiting


class QueueShelf(Protocol):
    def tickets(self, count: int) -> int:
        """The first of so many new tickets; their order is the order of commits."""
        ...

    def queues(self, keys: "Sequence[QueueKey]") -> "list[QueueId]":
        """The queues, made if they are new, in the order they are to be locked in."""
        ...

    def open(self, request: "Request", now: datetime) -> "ApplicationId": ...

    def add_candidate(
        self,
        application: "ApplicationId",
        request: "Request",
        child: "Child",
        *,
        rank: "Rank",
        ticket: int,
        benefit_due: datetime | None,
        now: datetime,
    ) -> "CandidateId": ...

    def enter(
        self, queue: "QueueId", candidate: "CandidateId", child: "Child", rank: "Rank", ticket: int
    ) -> bool:
        """False when the child stands there already."""
        ...

    def count(
        self,
        queue: "QueueId",
        rank: "Rank",
        ticket: int,
        change: int,
        cause: "Cause",
        now: datetime,
    ) -> None: ...

    def by_draft(self, draft: int) -> "Application | None": ...

    def application(self, application: "ApplicationId") -> "Application": ...

    def candidate(self, candidate: "CandidateId") -> "Candidate | None": ...

    def of(self, person: "PersonId") -> "Sequence[Candidate]":
        """Every candidate of the person and of the cabinets they use, the newest first."""
        ...

    def snapshots(self, person: "PersonId") -> list[dict[str, Any]]:
        """What a person sent, as it was sent: for their own copy of the data."""
        ...

    def holder(self, queue: "QueueId", iin: str) -> "tuple[PersonId, str]":
        """Whose application has this child in this queue, and its number."""
        ...

    def others_of_child(self, c: "Candidate") -> "list[CandidateId]":
        """Of the same child, whoever applied, as far as they haven't ended."""
        ...

    def has_place(self, iin: str) -> bool: ...

    def move(self, c: "Candidate", to: "State", due: datetime | None, now: datetime) -> bool:
        """From the state it was read in; false when that has changed since, or when the child got
        another place."""
        ...

    def count_out(self, c: "Candidate", cause: "Cause", now: datetime, *, ended: bool) -> None: ...

    def count_in(self, c: "Candidate", cause: "Cause", now: datetime) -> None: ...

    def end_entries(self, c: "Candidate") -> None: ...

    def note_interest(self, c: "Candidate", now: datetime) -> None: ...

    def note_restore(self, c: "Candidate") -> None: ...

    def note_benefit(self, c: "Candidate", state: str, until: datetime | None = None) -> bool:
        """False when somebody has decided since it was read."""
        ...

    def extend(self, c: "Candidate", due: datetime | None) -> None: ...

    def in_locality(self, locality: str) -> "list[QueueId]": ...

    def ask(
        self,
        queue: "QueueId",
        states: "Sequence[State]",
        *,
        since: datetime,
        fresh: datetime,
        due: datetime | None,
        now: datetime,
    ) -> int:
        """Marks everybody of a queue who is to be asked: in one of these states, not asked
        `since`, neither applied nor interested after `fresh`, and somebody of them hears it."""
        ...

    def asked_at(self, locality: str) -> datetime | None: ...

    def note_asked(self, locality: str, now: datetime) -> None: ...

    def hears(self, candidate: "CandidateId") -> bool:
        """Whether somebody of the family can be written to."""
        ...

    def first(
        self,
        key: "QueueKey",
        states: "Sequence[State]",
        turns: "Turns | None",
        count: int,
    ) -> "list[CandidateId]":
        """The first of a queue who are in one of these states; those in the first state go
        before the others."""
        ...

    def hand_over(self, person: "PersonId") -> None:
        """Applications of shared cabinets become the other parent's."""
        ...

    def sever(self, c: "Candidate") -> None: ...

    def erase(self, c: "Candidate") -> None: ...

    def forget_looks(self, person: "PersonId") -> None: ...

    def due(self, now: datetime, most: int) -> "list[Candidate]":
        """Whose present state is over by now; claimed until the transaction ends."""
        ...

    def claimed(self, locality: str, most: int) -> "list[Candidate]":
        """Whose benefit waits for a decision, the most urgent first."""
        ...

    def hearers(
        self, candidates: "Sequence[CandidateId]"
    ) -> "Mapping[CandidateId, Sequence[tuple[PersonId, Lang]]]":
        """Who is written to about them, each in their language: whoever applied, and everybody
        who uses the same cabinet. Those who never wrote to us are left out."""
        ...

    def next_due(self, now: datetime) -> datetime | None:
        """When the next state is over."""
        ...

    def standing(self, entry: "EntryId") -> "Standing | None": ...

    def seen(self, person: "PersonId", entry: "EntryId") -> "tuple[Seen | None, bool]":
        """What the person saw last, and whether they are subscribed."""
        ...

    def see(self, person: "PersonId", s: "Standing", place: int, now: datetime) -> None: ...

    def moves(self, e: "Entry", s: "Standing", version: int) -> "list[Moves]": ...

    def left(self, queue: "QueueId") -> Mapping[int, int]:
        """How many left a queue for good, by month (`202611`)."""
        ...

    def note_left(self, queue: "QueueId", month: int, placed: int) -> None:
        """History from before: how many got a place in a month."""
        ...

    def subscribe(self, person: "PersonId", entry: "EntryId", now: datetime | None) -> None: ...

    def to_tell(
        self, now: datetime, before: datetime, most: int
    ) -> "Iterator[tuple[PersonId, CandidateId, Standing, int]]": ...

    def told(self, person: "PersonId", entry: "EntryId", now: datetime) -> None: ...

    def rerank(self, c: "Candidate", rank: "Rank", cause: "Cause", now: datetime) -> bool:
        """Another class at the same ticket; false when it has another than was read."""
        ...

    def hold(self, area: str) -> None:
        """Nobody else changes the queues of an area until the transaction ends."""
        ...

    def archive(self, area: str, *, youngest: int, now: datetime) -> int: ...

    def localities(self) -> "list[str]":
        """Where there are queues."""
        ...

    def sorted_at(self, locality: str) -> datetime | None: ...

    def note_sorted(self, locality: str, now: datetime) -> None: ...

    def sort_anew(self, area: str, ranks: "Mapping[str, Rank]", now: datetime) -> int: ...

    def take_over(self, known: "Sequence[tuple[Waiting, Rank]]") -> None:
        """Everybody into their queues, in this order, with a fixed number of statements."""
        ...

    def note_placed(self, placed: "Sequence[Placed]") -> None:
        """History from before, many months of many queues at once."""
        ...
