"""Telling families what happened: to both parents of a cabinet, in words that are there, and a
fault in one family's news stops nobody else's."""

from dataclasses import replace
from itertools import product
from typing import Any, get_args

import sqlalchemy as sa
import structlog

from adapters.bulletin_facts import Place, place_of
from adapters.bulletin_words import BulletinWords
from adapters.db.engine import Database
from adapters.db.outbox import Outbox
from adapters.db.rows.bulletins import queue_news
from adapters.db.store import Store
from adapters.fakes import FixedClock
from domain.outbox import Owed
from domain.people import AccountId, PersonId
from domain.ports import LANGS
from domain.queue import vouchers
from domain.queue.applications import Candidate
from domain.queue.bulletins import apply
from domain.queue.due import sweep
from domain.queue.news import PAPER, Kind, News, tell
from domain.queue.notified import look, notified, of_portal, unread
from domain.queue.referrals import Referral, ReferralId
from scheduler.bulletins import Bulletins, deeds
from tests.chats.stage import words
from tests.queue_town import NOW, REGIMES, RULES, joined, later, published

MOTHER, FATHER = PersonId(7_000_000_001), PersonId(7_000_000_500)
CABINET = AccountId(5)
VOUCHER = next(r for r in REGIMES.all if r.name == "voucher")
HERE = replace(RULES, regimes=replace(REGIMES, default=VOUCHER, places={}))


def telling(database: Database, rules: Any = RULES) -> Bulletins:
    return Bulletins(database, FixedClock(NOW), BulletinWords(words()), rules)


def family(store: Store, n: int = 1) -> Candidate:
    """A child of a cabinet that both parents use; the mother applied."""
    for person, lang in ((MOTHER, "kk"), (FATHER, "en")):
        store.people.speak(person, lang, NOW)
        store.accounts.join(CABINET, person, NOW)
    return joined(store, n, family=1, account=CABINET)


def owed(store: Store) -> list[Owed]:
    store.flush()
    outbox: Outbox = store.outbox
    return outbox.claim("telegram", "w", later(days=400), later(seconds=1) - NOW, 1000)


def told(store: Store) -> dict[int, str]:
    return {o.person: str(o.payload["text"]) for o in owed(store)}


def referred(store: Store) -> tuple[Candidate, Referral, Place]:
    c, v = replace(family(store), due=later(days=3)), published(store)
    at = place_of(store, v.id)
    assert at is not None
    return c, Referral(ReferralId(1), v.id, c.id, "open", NOW, later(days=3), 0), at


async def test_every_sort_of_news_has_words_and_buttons(sqlite: Database) -> None:
    c, r, at = await sqlite.run(referred)
    said = BulletinWords(words())
    for kind, lang, regime in product({*get_args(Kind)} - {PAPER}, LANGS, REGIMES.all):
        assert c.child.name in said.told(lang, kind, c, r, at, regime)
        for row in deeds(News(c.id, kind, None, NOW), c, r, regime):
            assert all(said.button(lang, d)["text"] for d in row)


async def test_both_parents_hear_of_a_place_and_one_may_take_it(database: Database) -> None:
    c = await database.run(family)
    v = await database.run(lambda s: published(s, places=1))
    bulletins = telling(database)
    await bulletins.tick()
    heard = await database.run(told)
    assert set(heard) == {MOTHER, FATHER}
    assert heard[MOTHER] != heard[FATHER]
    for person in (FATHER, MOTHER):
        await database.run(lambda s, p=person: apply(s, p, c.id, v.id, RULES, NOW))
    await database.run(lambda s: sweep(s, RULES, later(days=2)))
    await Bulletins(database, FixedClock(later(days=2)), bulletins.words, RULES).tick()
    assert set(await database.run(told)) == {MOTHER, FATHER}


async def test_what_cannot_be_said_waits_and_stops_nobody_else(database: Database) -> None:
    def two(store: Store) -> None:
        for n, kind in ((1, "benefit_confirmed"), (2, "nonsense")):
            c = family(store, n)
            tell(store, News(c.id, kind, None, NOW), f"{kind}:{c.id}")  # type: ignore[arg-type]

    await database.run(two)
    with structlog.testing.capture_logs() as lines:
        await telling(database).tick()
    assert [line["event"] for line in lines] == ["news cannot be put into words"]
    assert set(await database.run(told)) == {MOTHER, FATHER}
    mended = sa.update(queue_news).where(queue_news.c.told_at.is_(None))
    await database.run(lambda s: s.connection.execute(mended.values(kind="cancelled")))
    clock = FixedClock(later(hours=1))
    await Bulletins(database, clock, BulletinWords(words()), RULES).tick()
    assert set(await database.run(told)) == {MOTHER, FATHER}


async def test_a_voucher_is_told_at_once_even_at_night_and_reminded_of_twice(
    database: Database,
) -> None:
    night = later(hours=14)

    def issued(store: Store) -> Candidate:
        c = family(store)
        return vouchers.issue(store, c.entries[0].key, 1, HERE, night)[0]

    c = await database.run(issued)
    assert c.due is not None
    moments = (night, night + (c.due - night) / 2, c.due.replace(hour=c.due.hour - 3))
    for moment in moments:
        await Bulletins(database, FixedClock(moment), BulletinWords(words()), HERE).tick()
        assert set(await database.run(told)) == {MOTHER, FATHER}, moment
    await database.run(lambda s: vouchers.confirm(s, FATHER, c.id, HERE, moments[2]))


async def test_what_was_told_is_listed_newest_first_and_nothing_else(database: Database) -> None:
    def early(store: Store) -> Candidate:
        c = family(store)
        published(store)
        tell(store, News(c.id, "benefit_confirmed", None, NOW), "told")
        tell(store, News(c.id, "referral_half", None, NOW), "needed no more")
        tell(store, News(c.id, "archived", None, later(days=9)), "to come")
        return c

    c = await database.run(early)
    await telling(database).tick()
    clock = FixedClock(later(days=1))
    await database.run(lambda s: tell(s, News(c.id, "back", None, later(days=1)), "next day"))
    await Bulletins(database, clock, BulletinWords(words()), RULES).tick()
    listed = await database.run(lambda s: notified(s, of_portal(s, FATHER, "snation")))
    assert [(t.at, t.what) for t in listed] == [
        (later(days=1), "back"),
        (NOW, "benefit_confirmed"),
        (NOW, "offer"),
    ]
    assert await database.run(lambda s: unread(s, MOTHER, "snation")) == 3
    assert await database.run(lambda s: look(s, MOTHER, later(hours=1))) is None
    assert await database.run(lambda s: unread(s, MOTHER, "snation")) == 1
    assert await database.run(lambda s: unread(s, FATHER, "snation")) == 3
    assert await database.run(lambda s: of_portal(s, FATHER, "indigo")) == []


async def test_every_sort_of_news_has_a_line_in_the_list() -> None:
    for what, lang in product({*get_args(Kind), "offer"} - {PAPER}, LANGS):
        assert words().say(lang, f"notified-{what.replace('_', '-')}", kindergarten="Балапан")
