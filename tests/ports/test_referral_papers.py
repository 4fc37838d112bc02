"""A referral's document comes once, by itself; its page tells what the referral has come to."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from adapters.db.engine import Database
from adapters.db.store import Store
from adapters.fakes import FixedClock
from adapters.papers.fakes import ToldExaminer
from adapters.words import Words
from app.config import LOCALES
from domain import documents
from domain.documents import checked
from domain.papers import PaperNotOpened, Sheet
from domain.people import AccountId, PersonId
from domain.queue import forgetting
from domain.queue.applications import CandidateId
from domain.queue.bulletins import apply
from domain.queue.due import sweep
from domain.queue.enrolment import enrol
from domain.queue.leaving import decline, false_benefit, left, withdraw
from domain.queue.news import PAPER, News, tell
from domain.queue.referrals import Referral, extend, holder_of, register
from scheduler.referral_papers import AGAIN, ReferralPapers
from tests.queue_town import RULES, joined, later, published

PARENT, OTHER = PersonId(7_000_000_001), PersonId(7_000_000_500)
CABINET = AccountId(5)
GIVEN = later(days=2)
MINE = CandidateId(1)


def referred(store: Store) -> Referral:
    """The first family has a referral, and is owed its document."""
    store.people.speak(PARENT, "ru", GIVEN)
    c = joined(store, 1, benefit="large_family", account=CABINET)
    v = published(store)
    apply(store, c.person, c.id, v.id, RULES, later(hours=1))
    sweep(store, RULES, GIVEN)
    r = store.referrals.of(c.id)
    assert r is not None
    tell(store, News(c.id, PAPER, r.id, GIVEN, r.due), "paper")
    return r


class Drawer(ToldExaminer):
    """Draws, but not always."""

    def __init__(self) -> None:
        super().__init__()
        self.away = False
        self.titles: list[str] = []

    async def draw(self, told: dict[str, Any]) -> Sheet:
        await asyncio.sleep(0)
        if self.away:
            raise PaperNotOpened
        self.titles.append(told["title"])
        return await super().draw(told)


def papers(database: Database, clock: FixedClock, drawer: Drawer) -> ReferralPapers:
    words = Words.load(LOCALES)
    return ReferralPapers(database, clock, words, drawer, "https://otinim.example")


async def owed(database: Database) -> int:
    counts = await database.run(lambda s: s.outbox.counts())
    return sum(counts.values())


async def test_whoever_draws_it_too_it_comes_once(database: Database) -> None:
    await database.run(referred)
    clock = FixedClock(GIVEN)
    several = [papers(database, clock, Drawer()) for _ in range(3)]
    await asyncio.gather(*(p.tick() for p in several))
    assert await owed(database) == 1
    await several[0].tick()
    assert await owed(database) == 1


async def test_both_parents_have_it_each_in_their_language(sqlite: Database) -> None:
    def shared(store: Store) -> None:
        store.people.speak(OTHER, "kk", GIVEN)
        store.accounts.join(CABINET, OTHER, GIVEN)

    await sqlite.run(referred)
    await sqlite.run(shared)
    drawer = Drawer()
    await papers(sqlite, FixedClock(GIVEN), drawer).tick()
    assert await owed(sqlite) == 2
    assert sorted(drawer.titles) == ["Балабақшаға жолдама", "Направление в детский сад"]


async def test_what_cannot_be_drawn_now_is_drawn_later(sqlite: Database) -> None:
    await sqlite.run(referred)
    clock, drawer = FixedClock(GIVEN), Drawer()
    drawer.away = True
    await papers(sqlite, clock, drawer).tick()
    drawer.away = False
    await papers(sqlite, clock, drawer).tick()
    assert await owed(sqlite) == 0
    clock.advance(AGAIN)
    await papers(sqlite, clock, drawer).tick()
    assert await owed(sqlite) == 1


async def test_nobody_is_sent_a_referral_that_has_ended(sqlite: Database) -> None:
    await sqlite.run(referred)
    await sqlite.run(lambda s: decline(s, PARENT, MINE, RULES, GIVEN))
    clock = FixedClock(GIVEN)
    await papers(sqlite, clock, Drawer()).tick()
    assert await owed(sqlite) == 0
    assert await sqlite.read(lambda s: s.news.papers(GIVEN, 9)) == []


Act = Callable[[Store, datetime], Any]
ACTS: dict[str, Act] = {
    "declined": lambda s, now: decline(s, PARENT, MINE, RULES, now),
    "withdrawn": lambda s, now: withdraw(s, PARENT, MINE, RULES, now),
    "cancelled": lambda s, now: false_benefit(s, MINE, RULES, now),
    "registered": lambda s, now: register(s, MINE, RULES, now),
    "enrolled": lambda s, now: (ACTS["registered"](s, now), enrol(s, MINE, RULES, now)),
    "left": lambda s, now: (ACTS["enrolled"](s, now), left(s, MINE, RULES, now)),
}


@pytest.mark.parametrize("came_to", ACTS)
async def test_its_page_tells_what_it_has_come_to(sqlite: Database, came_to: str) -> None:
    token = await sqlite.run(noted)
    now = later(days=3)
    await sqlite.run(lambda s: ACTS[came_to](s, now))
    found = await sqlite.read(lambda s: checked(s, token, now))
    assert found is not None
    assert found.status == {"withdrawn": "declined"}.get(came_to, came_to)


async def test_its_page_tells_the_day_it_is_valid_until(sqlite: Database) -> None:
    token = await sqlite.run(noted)
    page = await sqlite.read(lambda s: checked(s, token, GIVEN))
    assert page is not None
    assert page.until is not None
    await sqlite.run(lambda s: extend(s, PARENT, MINE, RULES, GIVEN))
    longer = await sqlite.read(lambda s: checked(s, token, page.until))
    assert longer is not None
    assert longer.until is not None
    assert (longer.status, longer.until > page.until) == ("open", True)
    over = await sqlite.read(lambda s: checked(s, token, longer.until))
    assert over is not None
    assert over.status == "lapsed"  # at its moment, though nobody has noted it yet


async def test_who_is_forgotten_has_no_page(sqlite: Database) -> None:
    token = await sqlite.run(noted)
    await sqlite.run(lambda s: forgetting.forget(s, PARENT, RULES, GIVEN))
    assert await sqlite.read(lambda s: checked(s, token, GIVEN)) is None


def noted(store: Store) -> str:
    r = referred(store)
    return documents.issue(
        store,
        kind="referral",
        number=r.number,
        holder=holder_of(r.candidate),
        full_name="Bala 1",
        now=GIVEN,
        status=r.by(GIVEN),
    )
