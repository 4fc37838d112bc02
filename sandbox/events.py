"""What happened, for the page: numbered events, the last few thousand kept so that a reader can
resume.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sandbox.wire import Json

KEPT = 5_000


@dataclass(slots=True)
class Events:
    """`last` is the number of the newest event; watchers are called after every one."""

    last: int = 0
    kept: deque[Json] = field(default_factory=lambda: deque(maxlen=KEPT))
    watchers: list[Callable[[], None]] = field(default_factory=list)

    def tell(self, kind: str, **about: Any) -> None:
        """Record an event and wake who waits for it."""
        self.last += 1
        self.kept.append({"n": self.last, "type": kind, **about})
        for watcher in self.watchers:
            watcher()

    def after(self, n: int) -> list[Json]:
        """Events newer than `n`; a single `reset` when some of them are no longer kept."""
        if n == self.last:
            return []
        oldest = self.kept[0]["n"] if self.kept else self.last + 1
        if n > self.last or n < oldest - 1:
            return [{"n": self.last, "type": "reset"}]
        return [self.kept[i] for i in range(n + 1 - oldest, len(self.kept))]
