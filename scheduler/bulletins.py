"""Tells families of vacancies that fit, in the order of their queue, and of what happened to their
applications: not at night, but for a referral, whose days are running."""

from dataclasses import dataclass
from datetime import datetime

from adapters.bulletin_facts import Place, place_of
from adapters.bulletin_words import BulletinWords, Deed, applying, of_referral
from adapters.db.engine import Database
from adapters.db.store import Store
from domain import quiet
from domain.outbox import Lane, Notice
from domain.ports import Clock, Lang
from domain.queue.applications import Candidate
from domain.queue.bulletins import Offer
from domain.queue.news import News
from domain.queue.referrals import Referral
from domain.queue.windows import Rules

BATCH = 200
OF_REFERRAL = ("referral", "referral_half", "referral_last")
AT_ONCE = frozenset(("referral",))
DEEDS = {
    "asked": Deed("button-interested", "qi|{}", "primary"),
    "inactive": Deed("button-restore", "qr|{}", "primary"),
}
"""What can be done about some news in one tap."""


@dataclass(frozen=True)
class Bulletins:
    """Puts into the outbox what families are to hear."""

    database: Database
    clock: Clock
    words: BulletinWords
    rules: Rules

    async def tick(self) -> None:
        """All that is due: a full batch is followed by the next at once."""
        while await self.database.run(self.offer) == BATCH:
            pass
        while await self.database.run(self.tell) == BATCH:
            pass

    def offer(self, store: Store) -> int:
        """Vacancies to whoever wasn't told of them yet."""
        now = self.clock.now()
        if quiet.quiet(now):
            return 0
        offers = store.bulletins.untold(BATCH)
        for o in offers:
            self.one_offer(store, o, now)
        store.bulletins.told(offers, now)
        return len(offers)

    def one_offer(self, store: Store, o: Offer, now: datetime) -> None:
        lang = store.people.language(o.person)
        c = store.queue.candidate(o.candidate)
        at = place_of(store, o.vacancy.id)
        if lang is None or c is None or at is None or not c.counted:
            return  # taken over from elsewhere, or gone meanwhile
        text = self.words.offer(lang, c, at, o.ahead)
        call = self.words.call(o.person, lang, text, applying(c, o.vacancy))
        once = f"offer:{o.vacancy.id}:{c.id}"
        store.outbox.add(Notice(o.person, call, Lane.BROADCAST, once=once), now)

    def tell(self, store: Store) -> int:
        """News; at night most of it waits for the morning."""
        now = self.clock.now()
        rows = store.news.due(now, BATCH)
        night = quiet.quiet(now)
        later = [n for n, news in rows if night and news.kind not in AT_ONCE]
        if later:
            store.news.put_off(later, quiet.morning_after(now))
        told = [(n, news) for n, news in rows if n not in later]
        for number, news in told:
            self.one_news(store, number, news, now)
        store.news.told([number for number, _ in told], now)
        return len(rows)

    def one_news(self, store: Store, number: int, news: News, now: datetime) -> None:
        c = store.queue.candidate(news.candidate)
        lang = None if c is None else store.people.language(c.person)
        r = None if news.referral is None else store.referrals.referral(news.referral)
        if c is None or lang is None or not needed(news, r, now):
            return
        at = None if r is None else place_of(store, r.vacancy)
        call = self.words.call(
            c.person, lang, self.text(lang, news, c, r, at), self.deeds(news, c, r)
        )
        lane = Lane.URGENT if news.kind in AT_ONCE else Lane.REMINDER
        once = f"queue-news:{number}"
        notice = Notice(c.person, call, lane, once=once, useful_until=news.useful_until)
        store.outbox.add(notice, now)

    def text(
        self, lang: Lang, news: News, c: Candidate, r: Referral | None, at: Place | None
    ) -> str:
        if news.kind == "referral" and r is not None and at is not None:
            return self.words.referral(lang, c, r, at)
        return self.words.news(lang, news.kind, c, r, at)

    def deeds(self, news: News, c: Candidate, r: Referral | None) -> list[list[Deed]]:
        if news.kind in OF_REFERRAL and r is not None:
            return of_referral(c, r, self.rules.of(c.locality).extensions)
        deed = DEEDS.get(news.kind)
        return [] if deed is None else [[Deed(deed.words, deed.data.format(c.id), deed.style)]]


def needed(news: News, r: Referral | None, now: datetime) -> bool:
    """Nobody hears of a deadline that has passed, or of a referral that has ended; whoever has
    just extended theirs has seen it."""
    if news.useful_until is not None and news.useful_until <= now:
        return False
    if news.kind == "referral" and r is not None and r.extensions:
        return False
    return news.kind not in OF_REFERRAL or (r is not None and r.state == "open")
