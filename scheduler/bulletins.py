"""Tells families of vacancies that fit, in the order of their queue, and of what happened to their
applications, both parents where they share a cabinet: not at night, but for a referral or a
voucher, whose days are running."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal, TypeAlias

import structlog

from adapters.bulletin_facts import place_of
from adapters.bulletin_words import (
    ANSWER_VOUCHER,
    REFUSE_VOUCHER,
    SEND_AGAIN,
    VACANCIES,
    BulletinWords,
    Deed,
    of_referral,
    taking,
)
from adapters.db.engine import Database
from adapters.db.store import Store
from adapters.words import WordsMisused
from domain import quiet
from domain.outbox import Lane, Notice
from domain.people import PersonId
from domain.ports import Clock, Lang
from domain.queue.applications import Candidate
from domain.queue.benefits import REFUSED
from domain.queue.bulletins import Offer, offer_more
from domain.queue.life import MAY_TAKE, State
from domain.queue.news import OF_INTEREST, OF_VOUCHER, PAPER, RESTORED, News, tell
from domain.queue.referrals import Referral
from domain.queue.windows import Regime, Rules

BATCH = 200
UNSAID = timedelta(hours=1)
UNWORDABLE = (LookupError, TypeError, WordsMisused)
OF_REFERRAL = ("referral", "referral_half", "referral_last")
AT_ONCE = frozenset(("referral", "voucher"))
INTERESTED = (Deed("button-interested", "qi|{}", "primary"),)
VOUCHER = (
    Deed("button-voucher-confirm", f"{ANSWER_VOUCHER}|{{}}", "success"),
    Deed("button-voucher-refuse", f"{REFUSE_VOUCHER}|{{}}"),
)
ANOTHER = (Deed("button-benefit-again", f"{SEND_AGAIN}|{{}}", "primary"),)
CHOOSE = (Deed("button-voucher-choose", VACANCIES, "primary"),)
DEEDS: Mapping[str, Sequence[Deed]] = {
    "asked": INTERESTED,
    "asked_last": INTERESTED,
    **dict.fromkeys(REFUSED.values(), ANOTHER),
    "voucher": VOUCHER,
    "voucher_half": VOUCHER,
    "voucher_last": VOUCHER,
    "choosing_half": CHOOSE,
    "choosing_last": CHOOSE,
}
"""What can be done about some news in one tap."""
Family: TypeAlias = Sequence[tuple[PersonId, Lang]]
Became: TypeAlias = Literal["told", "needless", "unsaid"]
"""Of some news."""
log = structlog.get_logger()


@dataclass(frozen=True)
class Bulletins:
    """Puts into the outbox what families are to hear."""

    database: Database
    clock: Clock
    words: BulletinWords
    rules: Rules

    async def tick(self) -> None:
        """All that is due: a full batch is followed by the next at once."""
        while await self.database.run(lambda store: offer_more(store, self.rules)):
            pass
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
        family = store.queue.hearers([o.candidate for o in offers])
        told = [o for o in offers if self.one_offer(store, o, family.get(o.candidate, ()), now)]
        store.bulletins.told(told, now)
        store.bulletins.forget([o for o in offers if o not in told])
        return len(offers)

    def one_offer(self, store: Store, o: Offer, family: Family, now: datetime) -> bool:
        """False when the child has left the queue meanwhile, or the vacancy is no more."""
        c = store.queue.candidate(o.candidate)
        at = place_of(store, o.vacancy.id)
        if c is None or at is None or c.state not in MAY_TAKE[self.rules.of(c.locality).life]:
            return False
        for person, lang in family:
            text = self.words.offer(lang, c, at, o.ahead)
            call = self.words.call(person, lang, text, taking(c, o.vacancy))
            once = f"offer:{o.vacancy.id}:{c.id}:{person}"
            store.outbox.add(Notice(person, call, Lane.BROADCAST, once=once), now)
        return True

    def tell(self, store: Store) -> int:
        """News; at night most of it waits for the morning."""
        now = self.clock.now()
        rows = store.news.due(now, BATCH)
        night = quiet.quiet(now)
        later = [n for n, news in rows if night and news.kind not in AT_ONCE]
        if later:
            store.news.put_off(later, quiet.morning_after(now))
        told = [(n, news) for n, news in rows if n not in later]
        family = store.queue.hearers([news.candidate for _, news in told])
        became: dict[Became, list[int]] = {"told": [], "needless": [], "unsaid": []}
        for number, news in told:
            heard = family.get(news.candidate, ())
            became[self.one_news(store, number, news, heard, now)].append(number)
        store.news.told(became["told"], now)
        store.news.forget(became["needless"])
        store.news.put_off(became["unsaid"], now + UNSAID)
        return len(rows)

    def one_news(
        self, store: Store, number: int, news: News, family: Family, now: datetime
    ) -> Became:
        """What can't be put into words is a fault of ours, stops nobody else's news and is tried
        again: after a mended release it is told."""
        c = store.queue.candidate(news.candidate)
        r = None if news.referral is None else store.referrals.referral(news.referral)
        if c is None or not needed(news, c, r, now):
            return "needless"
        if news.kind in OF_INTEREST:
            c = with_twins(store, c)
        at = None if r is None else place_of(store, r.vacancy)
        regime = self.rules.of(c.locality)
        lane = Lane.URGENT if news.kind in AT_ONCE else Lane.REMINDER
        try:
            calls = [
                self.words.call(
                    person,
                    lang,
                    self.words.told(lang, news.kind, c, r, at, regime),
                    deeds(news, c, r, regime),
                )
                for person, lang in family
            ]
        except UNWORDABLE as bug:
            log.error("news cannot be put into words", news=news.kind, trouble=type(bug).__name__)
            return "unsaid"
        for call in calls:
            once = f"queue-news:{number}:{call['chat_id']}"
            person = PersonId(call["chat_id"])
            notice = Notice(person, call, lane, once=once, useful_until=news.useful_until)
            store.outbox.add(notice, now)
        if news.kind == "referral" and r is not None:
            tell(store, News(c.id, PAPER, r.id, now, r.due), f"{PAPER}:{r.id}")
        return "told"


def deeds(news: News, c: Candidate, r: Referral | None, regime: Regime) -> list[list[Deed]]:
    """What can be done about some news in one tap."""
    if news.kind in OF_REFERRAL and r is not None:
        return of_referral(c, r, regime.extensions)
    if news.kind in RESTORED:
        restores = c.restores < regime.restores
        return [[Deed("button-restore", f"qr|{c.id}", "primary")]] if restores else []
    return [[Deed(d.words, d.data.format(c.id), d.style)] for d in DEEDS.get(news.kind, ())]


def with_twins(store: Store, c: Candidate) -> Candidate:
    """Under the names of all the children that one answer is for."""
    family = store.queue.application(c.application).candidates
    names = ", ".join(one.child.name for one in family if one.state is c.state)
    return replace(c, child=replace(c.child, name=names))


def needed(news: News, c: Candidate, r: Referral | None, now: datetime) -> bool:
    """Nobody hears of a deadline that has passed, or of a referral or a voucher that has ended;
    whoever has just extended theirs has seen it."""
    if news.useful_until is not None and news.useful_until <= now:
        return False
    if news.kind in OF_INTEREST:
        unanswered = c.asked is not None and (c.interested is None or c.interested < c.asked)
        return c.state is State.QUEUED and unanswered
    if news.kind in OF_VOUCHER:
        return c.state is OF_VOUCHER[news.kind] and c.due == news.useful_until
    if news.kind == "referral" and r is not None and r.extensions:
        return False
    return news.kind not in OF_REFERRAL or (r is not None and r.state == "open")
