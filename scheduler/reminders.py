"""Reminders whose moment has come go to the outbox: while they are of use, and not at night."""

from dataclasses import dataclass
from datetime import datetime

from adapters.db.engine import Database
from adapters.db.store import Store
from adapters.reminder_facts import facts_of
from adapters.reminder_words import ReminderWords
from domain import quiet
from domain.outbox import Lane, Notice
from domain.people import PersonId
from domain.ports import Clock
from domain.reminders import Reminder

BATCH = 200


@dataclass(frozen=True)
class Reminding:
    """Fires what is due."""

    database: Database
    clock: Clock
    words: ReminderWords

    async def tick(self) -> None:
        """All that are due: a full batch is followed by the next at once."""
        while await self.database.run(self.fire) == BATCH:
            pass

    def fire(self, store: Store) -> int:
        now = self.clock.now()
        due = store.reminders.due(now, BATCH)
        for r, whom in due:
            self.one(store, r, whom, now)
        return len(due)

    def one(self, store: Store, r: Reminder, whom: PersonId | None, now: datetime) -> None:
        if r.useful_until <= now or whom is None:
            store.reminders.close(r.id, "expired")
        elif not needed(store, r):
            store.reminders.close(r.id, "cancelled")
        elif quiet.quiet(now):
            self.in_the_morning(store, r, now)
        else:
            store.reminders.sent(r.id, self.owe(store, r, whom, now))

    def in_the_morning(self, store: Store, r: Reminder, now: datetime) -> None:
        """It is late, and the night has begun: it waits, if it is of use then."""
        morning = quiet.morning_after(now)
        if morning < r.useful_until:
            store.reminders.put_off(r.id, morning, r.useful_until)
        else:
            store.reminders.close(r.id, "expired")

    def owe(self, store: Store, r: Reminder, whom: PersonId, now: datetime) -> int:
        lang = store.people.language(whom) or "kk"
        call = self.words.call(r, facts_of(store, r), whom, lang, now)
        once = f"reminder:{r.id}:{r.due.timestamp():.0f}"
        notice = Notice(whom, call, Lane.REMINDER, once=once, useful_until=r.useful_until)
        return store.outbox.add(notice, now)


def needed(store: Store, r: Reminder) -> bool:
    """A reminder to send a draft is for one that is still there."""
    what, _, number = r.cause.partition(":")
    return what != "draft" or store.drafts.exists(int(number))
