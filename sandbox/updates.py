"""The queue of updates for the bot: numbered, kept until confirmed, taken by polling or by a
webhook.
"""

import random
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from sandbox.wire import Json

BY_DEFAULT_SILENT = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass(frozen=True, slots=True)
class Update:
    """One update as the bot gets it; `chat` orders webhook deliveries."""

    number: int
    chat: int
    tree: Json


@dataclass(slots=True)
class Webhook:
    """Where updates are posted, and the last trouble (`error_date` is unix seconds)."""

    url: str
    secret: str = ""
    max_connections: int = 40
    error_date: int = 0
    error: str = ""


def random_start() -> int:
    """Telegram begins update ids anywhere; so do we, so that nobody counts from one."""
    return random.randrange(100_000_000, 900_000_000)  # noqa: S311 - not a secret


@dataclass(slots=True)
class Updates:
    next_number: int = field(default_factory=random_start)
    pending: deque[Update] = field(default_factory=deque)
    allowed: list[str] = field(default_factory=list)
    webhook: Webhook | None = None
    watchers: list[Callable[[], None]] = field(default_factory=list)

    def wanted(self, kind: str) -> bool:
        """Whether the bot asked for this kind; an empty list asks for the usual ones."""
        return kind in self.allowed if self.allowed else kind not in BY_DEFAULT_SILENT

    def push(self, kind: str, payload: Json, chat: int) -> int | None:
        """Queue an update; its number, or None when the bot did not ask for the kind."""
        return self.push_raw({kind: payload}, chat) if self.wanted(kind) else None

    def push_raw(self, tree: Json, chat: int) -> int:
        """Queue anything at all as an update."""
        number = self.next_number
        self.next_number += 1
        self.pending.append(Update(number, chat, {"update_id": number, **tree}))
        self.wake()
        return number

    def wake(self) -> None:
        for watcher in self.watchers:
            watcher()

    def take(self, offset: int, limit: int) -> list[Json]:
        """The next updates. A positive offset confirms all before it; a negative one keeps the
        last few.
        """
        if offset > 0:
            while self.pending and self.pending[0].number < offset:
                self.pending.popleft()
        while offset < 0 and len(self.pending) > -offset:
            self.pending.popleft()
        return [u.tree for u, _ in zip(self.pending, range(limit), strict=False)]

    def firsts(self, busy: set[int]) -> list[Update]:
        """The oldest update of each chat that is not busy: what a webhook may be sent now."""
        seen = set(busy)
        found = []
        for update in self.pending:
            if update.chat not in seen:
                seen.add(update.chat)
                found.append(update)
        return found

    def done(self, update: Update) -> None:
        """The webhook has this update."""
        if update in self.pending:
            self.pending.remove(update)
