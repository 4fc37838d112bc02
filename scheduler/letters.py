"""Sends the letters that the outbox owes, in the words of the person's language."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from html import escape
from pathlib import Path
from string import Template

import structlog

from adapters.db.engine import Database
from adapters.db.store import Store
from adapters.words import Words
from domain.outbox import MOST_TRIES, Notice, Owed, wait_after
from domain.ports import Clock, Lang, Letter, MailDelayed, Mailer, MailRefused
from scheduler.loops import forever

log = structlog.get_logger()
LEASE = timedelta(seconds=60)
LOOK_EVERY = 0.25
BATCH = 20
PAGE = Template((Path(__file__).parent / "letter.html").read_text("utf-8"))


@dataclass(frozen=True)
class Letters:
    """The way out by mail. `public_url` is where links in letters lead."""

    database: Database
    mailer: Mailer
    words: Words
    clock: Clock
    worker: str
    public_url: str

    async def run(self) -> None:
        await forever(self.sweep, LOOK_EVERY)

    async def sweep(self) -> int:
        now = self.clock.now()
        owed = await self.database.run(
            lambda store: store.outbox.claim("mail", self.worker, now, LEASE, BATCH)
        )
        for o in owed:
            await self.send(o)
        return len(owed)

    async def send(self, o: Owed) -> None:
        """One letter: sent, tried again later, or given up with a word to the person."""
        now = self.clock.now()
        if o.useful_until is not None and o.useful_until <= now:
            await self.database.run(lambda store: store.outbox.close(o.id, "expired"))
            return
        try:
            await self.mailer.send(self.letter(o))
        except MailDelayed as delayed:
            await self.later(o, delayed.reason)
        except MailRefused as refused:
            await self.give_up(o, refused.reason)
        else:
            await self.database.run(lambda store: store.outbox.sent(o.id, None))

    async def later(self, o: Owed, reason: str) -> None:
        if o.tries + 1 >= MOST_TRIES:
            await self.give_up(o, reason)
            return
        due = self.clock.now() + wait_after(o.tries + 1)
        await self.database.run(lambda store: store.outbox.again(o.id, due, reason))

    async def give_up(self, o: Owed, reason: str) -> None:
        """The address doesn't take letters: the person hears of it in the chat."""
        log.warning("letter not sent", row=o.id, reason=reason)
        now = self.clock.now()

        def closed(store: Store) -> None:
            store.outbox.close(o.id, "failed", reason)
            lang = store.people.language(o.person) or "kk"
            address = escape(str(o.payload["to"]), quote=False)
            text = self.words.say(lang, "letter-refused", email=address)
            call = {
                "method": "sendMessage",
                "chat_id": o.person,
                "text": text,
                "parse_mode": "HTML",
            }
            store.outbox.add(Notice(o.person, call), now)

        await self.database.run(closed)

    def letter(self, o: Owed) -> Letter:
        """The letter as it is sent: text and page, link and code."""
        lang: Lang = o.payload["language"]
        name = f"letter-{o.payload['letter']}"
        arguments = {
            "link": f"{self.public_url}/confirm/{o.payload['token']}",
            "code": str(o.payload["code"]),
            "until": datetime.fromisoformat(o.payload["until"]),
        }
        text = self.words.say(lang, name, **arguments)
        subject = self.words.say(lang, f"{name}.subject")
        return Letter(
            o.payload["to"], subject, text, page(lang, subject, text), o.payload["message_id"]
        )


def page(lang: Lang, subject: str, text: str) -> str:
    """The same words as a page; lines that are links can be clicked."""
    lines = [
        f'<p><a href="{escape(line)}">{escape(line)}</a></p>'
        if line.startswith("http")
        else f"<p>{escape(line)}</p>"
        for line in text.splitlines()
        if line.strip()
    ]
    return PAGE.substitute(lang=lang, title=escape(subject), body="\n".join(lines))
