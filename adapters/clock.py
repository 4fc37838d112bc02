"""Clocks for running programs. The only place that reads the machine's time."""

from datetime import UTC, datetime, timedelta


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)  # noqa: TID251  this is the clock everybody else is given


class MovedClock:
    """The machine's time moved by `offset`; time goes on from there. The sandbox moves it."""

    def __init__(self, offset: timedelta = timedelta()) -> None:
        self.offset = offset
        self._system = SystemClock()

    def now(self) -> datetime:
        return self._system.now() + self.offset

    def set(self, moment: datetime) -> None:
        """Makes it `moment` now. An aware moment only."""
        self.offset = moment - self._system.now()
