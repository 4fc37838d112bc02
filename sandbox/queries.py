"""Callback queries: born by a tap, answered once, forgotten by Telegram after 150 seconds."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from sandbox.wire import Json

LIFE_SECONDS = 150  # callback queries live so long in tdlib/telegram-bot-api (Client.cpp)


@dataclass(slots=True)
class Query:
    """A tap that waits for its answer; `asked` is unix seconds by the sandbox clock."""

    id: str
    chat_id: int
    person_id: int
    asked: float
    answer: Json | None = None
    watchers: list[Callable[[], None]] = field(default_factory=list)

    def reply(self, answer: Json) -> None:
        self.answer = answer
        for watcher in self.watchers:
            watcher()


@dataclass(slots=True)
class Queries:
    by_id: dict[str, Query] = field(default_factory=dict)

    def ask(self, chat_id: int, person_id: int, now: float) -> Query:
        """A new query; those too old to be answered are dropped on the way."""
        self._drop_old(now)
        number = str(random.randrange(10**17, 10**18))  # noqa: S311 - not a secret
        return self.by_id.setdefault(number, Query(number, chat_id, person_id, now))

    def _drop_old(self, now: float) -> None:
        while self.by_id:
            oldest = next(iter(self.by_id.values()))
            if not oldest.answer and abs(now - oldest.asked) <= LIFE_SECONDS:
                return
            del self.by_id[oldest.id]

    def open(self, query_id: str, now: float) -> Query | None:
        """The query, if it can still be answered."""
        query = self.by_id.get(query_id)
        fresh = query is not None and query.answer is None and now - query.asked < LIFE_SECONDS
        return query if fresh else None
