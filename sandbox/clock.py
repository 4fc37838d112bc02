"""The sandbox's clock: real time plus an offset that a person may move, so that days can pass in a
second.
"""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from sandbox.wire import Json


@dataclass(slots=True)
class Clock:
    """`offset_seconds` is added to `real`, which gives unix seconds."""

    offset_seconds: int = 0
    real: Callable[[], float] = time.time

    def now(self) -> float:
        """Unix seconds by this clock."""
        return self.real() + self.offset_seconds

    def date(self) -> int:
        """Whole unix seconds, as messages carry them."""
        return int(self.now())

    def set_to(self, moment: datetime) -> None:
        """Make it this moment, a second later at most; without a zone it is read as UTC."""
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        self.offset_seconds = math.ceil(aware.timestamp() - self.real())

    def view(self) -> Json:
        """The clock as the page sees it."""
        return {
            "now": datetime.fromtimestamp(self.now(), UTC).isoformat(timespec="seconds"),
            "offset_seconds": self.offset_seconds,
            "moved": self.offset_seconds != 0,
        }
