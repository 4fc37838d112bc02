"""What time alone does: priority windows close, referrals lapse, stop-lists end. Rows say when;
a tick claims those that are due."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import TypeAlias

from domain.errors import Refusal
from domain.queue.bulletins import allocate
from domain.queue.leaving import lapse
from domain.queue.windows import Rules
from domain.store import Store

AT_ONCE = 100
"""Rows of each sort in one transaction."""
TRIED_AGAIN = timedelta(hours=1)
"""What refused stands in nobody's way meanwhile."""
Skipped: TypeAlias = Callable[[str, int, Refusal], None]
"""What was skipped (vacancy, candidate), its number, and why."""


def unnoted(what: str, number: int, refusal: Refusal) -> None:
    """For who has nowhere to note it."""


def sweep(
    store: Store, rules: Rules, now: datetime, most: int = AT_ONCE, *, skipped: Skipped = unnoted
) -> int:
    """Does what is due, at most so many of each sort; answers how many were done, so that a tick
    goes on until it is nought. Each is done once, whoever sweeps at the same time; one that
    refuses is skipped and stops nobody."""
    closed = [
        tried(store, partial(allocate, store, v, rules, now), partial(skipped, "vacancy", v.id))
        for v in store.bulletins.closing(now, most)
    ]
    lapsing = store.queue.due(now, most)
    for c in lapsing:
        work = partial(lapse, store, c, rules, now)
        if not tried(store, work, partial(skipped, "candidate", c.id)):
            store.queue.extend(c, now + TRIED_AGAIN)
    return sum(closed) + len(lapsing)


def tried(store: Store, work: Callable[[], object], skipped: Callable[[Refusal], None]) -> bool:
    """Whether the work was done; what it wrote before it refused is undone."""
    try:
        store.attempt(work)
    except Refusal as refusal:
        skipped(refusal)
        return False
    return True
