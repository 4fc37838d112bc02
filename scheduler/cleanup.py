"""What is kept no longer than it must be (reliability.md D18), and drafts that were left."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

import structlog

from adapters.db.engine import Database
from adapters.db.store import Store
from adapters.words import Words
from domain.evidence import SIGN_INS_KEPT
from domain.outbox import Lane, Notice
from domain.papers import KEPT_AFTER_DECISION, KEPT_UNHELD, FileName
from domain.ports import Clock, Files

log = structlog.get_logger()
INBOX_KEPT = timedelta(hours=48)
OUTBOX_KEPT = timedelta(days=30)
DRAFTS_KEPT = timedelta(days=30)
CODES_KEPT = timedelta(hours=24)
IMPORTS_KEPT = timedelta(days=7)
NUDGE_AFTER = timedelta(hours=24)
NUDGES_AT_ONCE = 100
NAMES_AT_ONCE = 500


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
                "reminders": store.reminders.purge(now - OUTBOX_KEPT),
                "drafts": store.drafts.purge(now - DRAFTS_KEPT),
                "confirmations": store.confirmations.purge(now - CODES_KEPT),
                "tallies": store.tallies.purge(now),
                "papers": store.papers.purge(now),
                "evidence": store.evidence.purge_sign_ins(now - SIGN_INS_KEPT),
                "signing": store.signing.purge(now - OUTBOX_KEPT),
                "imports": store.imports.purge(now - IMPORTS_KEPT),
            }

        dropped = await self.database.run(drop)
        if any(dropped.values()):
            log.info("cleaned up", **dropped)


@dataclass(frozen=True)
class Sweep:
    """Erases files from the disk that no row names: their form was dropped or their time is over,
    or the process ended before a row was written."""

    database: Database
    files: Files

    async def tick(self) -> None:
        before = time.time() - KEPT_UNHELD.total_seconds()
        old = await self.files.old(before)
        erased = 0
        for at in range(0, len(old), NAMES_AT_ONCE):
            nobodys = await self.nobodys(old[at : at + NAMES_AT_ONCE])
            erased += await self.files.erase_older(nobodys, before)
        if erased:
            log.info("papers erased", count=erased)

    async def nobodys(self, names: Sequence[FileName]) -> list[FileName]:
        known = await self.database.read(lambda store: store.papers.known(names))
        return [name for name in names if name not in known]


@dataclass(frozen=True)
class NeedlessPapers:
    """Papers are kept for thirty days after the last moment anybody may have to look at them.
    `season` is the year that schools take applications for now."""

    database: Database
    clock: Clock
    season: Callable[[], int]

    async def tick(self) -> None:
        found = await self.database.read(lambda store: store.papers.needless(self.season()))
        for at in range(0, len(found), NAMES_AT_ONCE):
            some = found[at : at + NAMES_AT_ONCE]
            await self.database.run(lambda store, some=some: self.expire(store, some))  # type: ignore[misc]

    def expire(self, store: Store, holders: Sequence[str]) -> None:
        for holder in holders:
            store.papers.expire(holder, self.clock.now() + KEPT_AFTER_DECISION)


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
