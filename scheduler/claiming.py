"""What goes out next: rows of the outbox and of running broadcasts, in the order of the lanes."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from adapters.db.store import Store
from domain import quiet
from domain.outbox import Lane, Owed

LEASE = timedelta(seconds=60)
"""Rows of a process that died are taken by another after that (reliability.md C2, C3)."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Takes up to `most` rows for a worker. `last` is the last lane to look at."""

    worker: str
    now: datetime
    most: int
    last: Lane = Lane.BROADCAST

    def take(self, store: Store) -> list[Owed]:
        """Codes, replies and urgent ones, then urgent broadcasts, then the others."""
        running = store.broadcasts.running(self.now) if self.last > Lane.REPLY else []
        if quiet.quiet(self.now):
            running = [b for b in running if b.loud]
        if not running:
            return self.single(store, Lane.CODE, self.last, self.most)
        urgent = [b for b in running if b.lane <= Lane.URGENT]
        found = self.single(store, Lane.CODE, Lane.URGENT, self.most)
        for b in urgent:
            found += store.broadcasts.claim(
                b, self.worker, self.now, LEASE, self.most - len(found)
            )
        found += self.single(store, Lane.REMINDER, self.last, self.most - len(found))
        for b in running[len(urgent) :]:
            found += store.broadcasts.claim(
                b, self.worker, self.now, LEASE, self.most - len(found)
            )
        return found

    def single(self, store: Store, first: Lane, last: Lane, most: int) -> list[Owed]:
        if most <= 0:
            return []
        return store.outbox.claim(
            "telegram", self.worker, self.now, LEASE, most, first=first, last=last
        )
