"""Taking over a queue that was kept elsewhere: everybody at once, in the order of their dates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.people import PersonId
from domain.queue.applications import Child, GroupKind
from domain.queue.order import Rank
from domain.queue.windows import Rules
from domain.store import Store


@dataclass(frozen=True, slots=True)
class Waiting:
    """One child as it stands in a queue kept elsewhere. A benefit counts as confirmed. Families
    without a chat have numbers below nought: nobody writes to them."""

    portal: str
    person: PersonId
    child: Child
    locality: str
    kind: GroupKind
    language: str
    benefit: str | None
    applied: datetime


@dataclass(frozen=True, slots=True)
class Placed:
    """So many got a place in a month (`202611`)."""

    locality: str
    kind: GroupKind
    language: str
    cohort: int
    month: int
    children: int


def take_over(store: Store, waiting: Sequence[Waiting], rules: Rules) -> None:
    """Puts everybody into the queues behind those who stand there, in the order of their dates.
    A fixed number of statements. Nobody may stand in the same queue already."""
    ordered = sorted(waiting, key=lambda w: w.applied)
    ranks: list[Rank] = [rules.of(w.locality).rank(w.benefit) for w in ordered]
    store.queue.take_over(list(zip(ordered, ranks, strict=True)))
