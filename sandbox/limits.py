"""Telegram's pace: about 30 messages a second to everybody, one a second to a chat, 20 a minute to
a group.

Short bursts pass, as they do in Telegram (core.telegram.org/bots/faq). Time is real time, not the
sandbox clock.
"""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from sandbox.errors import too_many

EVERYBODY, CHAT, GROUP = (30.0, 30.0), (20.0, 1.0), (20.0, 20 / 60)  # burst, then a second
KEPT_BUCKETS = 10_000


@dataclass(slots=True)
class Bucket:
    """Holds up to `size` tokens and refills `rate` of them a second."""

    size: float
    rate: float
    at: float
    tokens: float

    def wait(self, now: float) -> float:
        """Seconds until the next token; 0 when there is one."""
        self.tokens = min(self.size, self.tokens + (now - self.at) * self.rate)
        self.at = now
        return 0.0 if self.tokens >= 1 else (1 - self.tokens) / self.rate


@dataclass(slots=True)
class Limits:
    now: Callable[[], float] = time.monotonic
    buckets: dict[int | None, Bucket] = field(default_factory=dict)

    def charge(self, chat_id: int) -> None:
        """Count one message to a chat; raises ApiError 429 when it comes too soon."""
        now = self.now()
        both = (self._bucket(None, now), self._bucket(chat_id, now))
        wait = max(bucket.wait(now) for bucket in both)
        if wait > 0:
            raise too_many(math.ceil(wait))
        for bucket in both:
            bucket.tokens -= 1

    def _bucket(self, key: int | None, now: float) -> Bucket:
        if key not in self.buckets:
            if len(self.buckets) > KEPT_BUCKETS:
                self.buckets.clear()
            size, rate = EVERYBODY if key is None else CHAT if key > 0 else GROUP
            self.buckets[key] = Bucket(size, rate, now, size)
        return self.buckets[key]
