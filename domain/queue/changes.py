"""Why a place changed since the last look: causes by category, never anybody's name. The shifts
add up to the difference, to the last place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.queue.applications import Cause
from domain.queue.order import Rank, Totals, Turns, place
from domain.queue.position import Standing


@dataclass(frozen=True, slots=True)
class Moves:
    """So many came (`change` 1) or left (-1) for one cause. `ahead` is whether they stand before
    the one who asks; of another class everybody may matter."""

    cause: Cause
    rank: Rank
    change: int
    people: int
    ahead: bool


@dataclass(frozen=True, slots=True)
class Reason:
    """What so many people's coming or leaving did to the place: 3 got a place, 4 places nearer
    (where classes take turns, one leaving can move another by two)."""

    cause: Cause
    rank: Rank
    change: int
    people: int
    shift: int


@dataclass(frozen=True, slots=True)
class Why:
    """`own` is the shift that the asker's own change of class made."""

    own: int
    reasons: tuple[Reason, ...]


def explain(before: int, now: Standing, moves: Sequence[Moves], turns: Turns | None) -> Why:
    """From the place seen last to the place now. Goes back from what is counted now, then forward
    again, one cause at a time."""
    at = now
    for m in moves:
        at = moved(at, m, -1)
    was = place(at.rank, at.nth, at.totals, turns)
    own, reasons = was - before, []
    for m in moves:
        at = moved(at, m, 1)
        is_now = place(at.rank, at.nth, at.totals, turns)
        if is_now != was:
            reasons.append(Reason(m.cause, m.rank, m.change, m.people, is_now - was))
        was = is_now
    return Why(own, tuple(reasons))


def moved(s: Standing, m: Moves, direction: int) -> Standing:
    by = m.change * m.people * direction
    sizes = [s.totals.out_of_turn, s.totals.first_priority, s.totals.general]
    sizes[m.rank] += by
    nth = s.nth + by if m.rank is s.rank and m.ahead else s.nth
    return replace(s, nth=nth, totals=Totals(*sizes))
