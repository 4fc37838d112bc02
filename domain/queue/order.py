"""The order of a queue: out-of-turn first, then first-priority and general in turn, each by the
ticket, which is the date and time of the application. Arithmetic over places within a class: no
list of people is ever walked."""

from dataclasses import dataclass
from enum import IntEnum


class Rank(IntEnum):
    """The class of an entry. Out-of-turn: children of the military and of special state bodies.
    First-priority: disability, orphans, large families and others a region names."""

    OUT_OF_TURN = 0
    FIRST_PRIORITY = 1
    GENERAL = 2


@dataclass(frozen=True, slots=True)
class Turns:
    """How many first-priority and general entries go by turns: 1 and 3 (bilim.astana.kz 49434).
    None of a `Regime` means one class after the other."""

    first_priority: int = 1
    general: int = 3


@dataclass(frozen=True, slots=True)
class Totals:
    """How many wait in each class of one queue."""

    out_of_turn: int
    first_priority: int
    general: int

    @property
    def all(self) -> int:
        return self.out_of_turn + self.first_priority + self.general


def place(rank: Rank, nth: int, totals: Totals, turns: Turns | None) -> int:
    """The place in the whole queue of the `nth` of its class, both counted from 1. When one of
    the two classes that take turns has ended, the other goes on alone."""
    if rank is Rank.OUT_OF_TURN:
        return nth
    ahead = totals.out_of_turn
    if turns is None:
        return ahead + nth + (totals.first_priority if rank is Rank.GENERAL else 0)
    if rank is Rank.FIRST_PRIORITY:
        rounds = (nth - 1) // turns.first_priority
        return ahead + nth + min(totals.general, rounds * turns.general)
    rounds = (nth - 1) // turns.general + 1
    return ahead + nth + min(totals.first_priority, rounds * turns.first_priority)
