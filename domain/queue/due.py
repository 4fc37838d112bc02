"""What time alone does: priority windows close, referrals lapse, stop-lists end. Rows say when;
a tick claims those that are due."""

from datetime import datetime

from domain.queue.bulletins import allocate
from domain.queue.leaving import lapse
from domain.queue.windows import Rules
from domain.store import Store

AT_ONCE = 100
"""Rows of each sort in one transaction."""


def sweep(store: Store, rules: Rules, now: datetime, most: int = AT_ONCE) -> int:
    """Does what is due, at most so many of each sort; answers how many were done, so that a tick
    goes on until it is nought. Each is done once, whoever sweeps at the same time."""
    closing = store.bulletins.closing(now, most)
    for vacancy in closing:
        allocate(store, vacancy, rules, now)
    lapsing = store.queue.due(now, most)
    for candidate in lapsing:
        lapse(store, candidate, rules, now)
    return len(closing) + len(lapsing)
