"""Sends the document of a fresh referral after the message that tells of it. Drawn outside of
transactions, one at a time; the family can have it again from the referral's screen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from adapters.bulletin_facts import Place, place_of
from adapters.db.engine import Database
from adapters.db.store import Store
from adapters.documents.drawing import Drawer, drawn
from adapters.documents.referrals import language, note, paper, sending
from adapters.words import Words
from domain.documents import DocumentNotMade, new_token
from domain.outbox import Lane, Notice
from domain.people import PersonId
from domain.ports import Clock, Lang
from domain.queue.applications import Candidate
from domain.queue.news import News
from domain.queue.referrals import Referral

BATCH = 50
AGAIN = timedelta(minutes=1)
"""When the process that draws is tried again. Not after the referral is over."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A referral whose family is owed its document, each in the language they read."""

    candidate: Candidate
    referral: Referral
    place: Place
    family: Sequence[tuple[PersonId, Lang]]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A document ready to be sent; `token` is its page's."""

    token: str
    pdf: bytes


@dataclass(frozen=True)
class ReferralPapers:
    """Draws what is owed and puts it into the outbox."""

    database: Database
    clock: Clock
    words: Words
    drawer: Drawer
    public_url: str

    async def tick(self) -> None:
        now = self.clock.now()
        for row, news in await self.database.read(lambda store: store.news.papers(now, BATCH)):
            await self.one(row, news)

    async def one(self, row: int, news: News) -> None:
        wanted = await self.database.read(lambda store: self.wanted(store, news))
        if wanted is None:
            await self.database.run(lambda store: store.news.claim(row, self.clock.now()))
            return
        spoken = {language(lang, wanted.place) for _, lang in wanted.family}
        try:
            made = {lang: await self.drawn(wanted, lang) for lang in spoken}
        except DocumentNotMade:
            later = self.clock.now() + AGAIN
            await self.database.run(lambda store: store.news.put_off([row], later))
            return
        await self.database.run(lambda store: self.owe(store, row, wanted, made))

    def wanted(self, store: Store, news: News) -> Wanted | None:
        """None when the referral has ended, or nobody is there to read of it."""
        c = store.queue.candidate(news.candidate)
        r = None if news.referral is None else store.referrals.referral(news.referral)
        at = None if r is None else place_of(store, r.vacancy)
        if c is None or r is None or at is None or r.by(self.clock.now()) != "open":
            return None
        return Wanted(c, r, at, store.queue.hearers([c.id]).get(c.id, ()))

    async def drawn(self, w: Wanted, lang: Lang) -> Drawn:
        token = new_token()
        document = paper(
            *(self.words, lang, w.candidate, w.referral, w.place),
            made=self.clock.now(),
            check=f"{self.public_url}/v/{token}",
        )
        return Drawn(token, await drawn(document, self.words, self.drawer))

    def owe(self, store: Store, row: int, w: Wanted, made: Mapping[Lang, Drawn]) -> None:
        """Once, whoever else draws it at the same time. Without a sound: the message before it
        had one."""
        now = self.clock.now()
        if not store.news.claim(row, now):
            return
        for document in made.values():
            note(store, w.candidate, w.referral, document.token, now)
        for person, lang in w.family:
            pdf = made[language(lang, w.place)].pdf
            call = {
                **sending(self.words, lang, person, w.referral, pdf),
                "disable_notification": True,
            }
            once, until = f"queue-paper:{row}:{person}", w.referral.due
            store.outbox.add(Notice(person, call, Lane.URGENT, once=once, useful_until=until), now)
