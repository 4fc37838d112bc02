"""Stand-ins for tests and for those who embed the bot: they keep the ports' promises in memory."""

from collections import deque
from datetime import UTC, datetime, timedelta

from domain.ports import Letter


class FixedClock:
    """Time stands still until it is told to move."""

    def __init__(self, moment: datetime = datetime(2026, 9, 1, 4, 0, tzinfo=UTC)) -> None:
        self.moment = moment.astimezone(UTC)

    def now(self) -> datetime:
        return self.moment

    def set(self, moment: datetime) -> None:
        self.moment = moment.astimezone(UTC)

    def advance(self, by: timedelta) -> None:
        self.moment += by


class RecordingMailer:
    """Keeps letters in `sent`; `fail` makes the next sending raise what is given. Like a mailbox,
    it keeps one copy of a letter sent twice under one message id."""

    def __init__(self) -> None:
        self._letters: dict[str, Letter] = {}
        self._failures: deque[Exception] = deque()

    @property
    def sent(self) -> list[Letter]:
        return list(self._letters.values())

    def fail(self, failure: Exception) -> None:
        self._failures.append(failure)

    async def send(self, letter: Letter) -> None:
        if self._failures:
            raise self._failures.popleft()
        self._letters.setdefault(letter.message_id, letter)
