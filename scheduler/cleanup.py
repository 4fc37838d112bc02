"""What is kept no longer than it must be (reliability.md D18), and drafts that were left."""

from dataclasses import dataclass
from datetime import timedelta

import structlog

from adapters.db.engine import Database
from adapters.db.store import Store
from adapters.words import Words
from domain.outbox import Lane, Notice
from domain.ports import Clock

log = structlog.get_logger()
INBOX_KEPT = timedelta(hours=48)
OUTBOX_KEPT = timedelta(days=30)
DRAFTS_KEPT = timedelta(days=30)
CODES_KEPT = timedelta(hours=24)
IMPORTS_KEPT = timedelta(days=7)
NUDGE_AFTER = timedelta(hours=24)
NUDGES_AT_ONCE = 100


@dataclass(frozen=True)
class CleanUp:
    """Drops what is old."""

    database: Database
    clock: Clock

    async def tick(self) -> None:
        now = self.clock.now()

        def drop(store: Store) -> dict[str, int]:
            return {
                "inbox": store.inbox.purge(now - INBOX_KEPT),
                "outbox": store.outbox.purge(now - OUTBOX_KEPT),
                "drafts": store.drafts.purge(now - DRAFTS_KEPT),
                "confirmations": store.confirmations.purge(now - CODES_KEPT),
                "tallies": store.tallies.purge(now),
                "imports": store.imports.purge(now - IMPORTS_KEPT),
            }

        dropped = await self.database.run(drop)
        if any(dropped.values()):
            log.info("cleaned up", **dropped)


@dataclass(frozen=True)
class Nudge:
    """Tells people once, a day later, that a form they began is not sent (rule 22): the forms
    that have words for it, because somebody may believe them to be sent already."""

    database: Database
    clock: Clock
    words: Words

    async def tick(self) -> None:
        await self.database.run(self.remind)

    def remind(self, store: Store) -> None:
        now = self.clock.now()
        for person, draft in store.drafts.left_alone(now - NUDGE_AFTER, NUDGES_AT_ONCE):
            store.drafts.nudged(draft.id, now)
            words = f"form-{draft.form}.nudge"
            if self.words.has(words):
                lang = store.people.language(person) or "kk"
                call = {
                    "method": "sendMessage",
                    "chat_id": person,
                    "parse_mode": "HTML",
                    "text": self.words.say(lang, words),
                    "reply_markup": {
                        "inline_keyboard": [
                            [
                                {
                                    "text": self.words.say(lang, "button-go-on"),
                                    "callback_data": f"go|{draft.form}",
                                }
                            ]
                        ]
                    },
                }
                once = f"nudge:{draft.id}"
                store.outbox.add(Notice(person, call, Lane.REMINDER, once=once), now)
