"""Tells subscribers that their place in a queue has changed and why: at most once a day, not at
night."""

from dataclasses import dataclass
from typing import Any

from adapters.db.engine import Database
from adapters.db.store import Store
from adapters.place_words import CARD, UNSUBSCRIBE, PlaceWords
from adapters.words import Words
from domain.outbox import Lane, Notice
from domain.ports import Clock
from domain.queue.looking import Moved, moved
from domain.queue.windows import Rules

BATCH = 200
BUTTONS = ((CARD, "button-place-card"), (UNSUBSCRIBE, "button-place-unsubscribe"))


@dataclass(frozen=True)
class PlaceNews:
    """Puts into the outbox what subscribers are to hear."""

    database: Database
    clock: Clock
    words: Words
    rules: Rules

    async def tick(self) -> None:
        while await self.database.run(self.tell) == BATCH:
            pass

    def tell(self, store: Store) -> int:
        """How many queues of subscribers were looked at."""
        now = self.clock.now()
        count, found = moved(store, self.rules, now, BATCH)
        for m in found:
            call = self.call(store, m)
            if call is not None:
                store.outbox.add(Notice(m.person, call, Lane.REMINDER), now)
        return count

    def call(self, store: Store, m: Moved) -> dict[str, Any] | None:
        """The message in the language of whoever reads it; None when they are gone."""
        lang = store.people.language(m.person)
        if lang is None:
            return None
        said, c = PlaceWords(self.words, lang), m.candidate
        news = said.say("place-news")
        whose = said.brief(c)
        text = f"{news}\n{whose}\n\n{said.place(m.look, several=len(c.entries) > 1)}"
        rows = [[{"text": said.say(w), "callback_data": f"{verb}|{c.id}"}] for verb, w in BUTTONS]
        return {
            "method": "sendMessage",
            "chat_id": m.person,
            "text": text,
            "parse_mode": "HTML",
            "reply_markup": {"inline_keyboard": rows},
        }
