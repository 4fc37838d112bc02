"""A broadcast under fire: storms of 429, chats that go away, clocks that jump, two processes. What
was owed is sent, once; what can't be is counted."""

import asyncio
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from adapters.db.engine import Database
from adapters.db.store import Store
from adapters.fakes import FixedClock
from adapters.notices import NoticeWords
from adapters.telegram import CallDelayed, CallRefused, CallUnsure
from adapters.words import Words
from app.config import LOCALES
from domain.broadcasts import Audience, Broadcast, Progress, announcement
from domain.outbox import Lane, Notice
from domain.people import PersonId
from scheduler.claiming import Claim
from scheduler.delivery import Delivery

NOW = datetime(2026, 9, 1, 6, tzinfo=UTC)
TEXT = {"kk": "Хабар", "ru": "Новость", "en": "News"}
PEOPLE = [PersonId(5_000 + n) for n in range(60)]


class Server:
    """Stands for Telegram; `trouble` may raise before or after a call is carried out."""

    def __init__(self) -> None:
        self.told: Counter[int] = Counter()
        self.texts: dict[int, str] = {}
        self.troubles: dict[int, list[Exception]] = {}
        self.dropped: set[int] = set()

    async def call(self, method: str, params: Any, wait: float = 0) -> Any:
        chat = params["chat_id"]
        await asyncio.sleep(0)
        if self.troubles.get(chat):
            raise self.troubles[chat].pop(0)
        self.told[chat] += 1
        self.texts[chat] = params["text"]
        if chat in self.dropped:
            self.dropped.remove(chat)
            raise CallUnsure(method, "ServerDisconnectedError")
        return {"message_id": sum(self.told.values())}


@dataclass
class Post:
    database: Database
    server: Server
    clock: FixedClock
    words: NoticeWords

    def delivery(self, worker: str = "one") -> Delivery:
        server: Any = self.server
        return Delivery(self.database, server, self.clock, worker, 1e6, self.words, chat_seconds=0)

    async def start(self) -> Broadcast:
        def work(store: Store) -> Broadcast:
            for person in PEOPLE:
                store.people.speak(person, "ru", NOW)
                store.subscriptions.follow(person, "auyl", "", NOW)
            return store.broadcasts.start(announcement(TEXT, goes_at=NOW), Audience(), NOW)

        return await self.database.run(work)

    async def progress(self, b: Broadcast) -> Progress:
        found = await self.database.run(lambda store: store.broadcasts.progress(b.id))
        assert found is not None
        return found

    async def sweep_through(self, *deliveries: Delivery, seconds: float) -> None:
        """Until the clock has gone on so far."""
        end = self.clock.now() + timedelta(seconds=seconds)
        while self.clock.now() < end:
            for d in deliveries:
                d.flood.until = 0.0
                await d.sweep()
            self.clock.advance(timedelta(seconds=1))


@pytest.fixture(scope="module")
def words() -> NoticeWords:
    return NoticeWords(Words.load(LOCALES))


@pytest.fixture
def post(database: Database, words: NoticeWords) -> Post:
    return Post(database, Server(), FixedClock(NOW), words)


def each_once(server: Server) -> bool:
    return server.told == Counter(PEOPLE)


async def test_a_storm_of_429_delays_a_broadcast_and_loses_nothing(post: Post) -> None:
    b = await post.start()
    for person in PEOPLE[::2]:
        post.server.troubles[person] = [CallDelayed("sendMessage", "flood", 3)] * 2
    await post.sweep_through(post.delivery(), seconds=12)
    assert each_once(post.server)
    assert (await post.progress(b)).sent == len(PEOPLE)


async def test_in_a_storm_codes_and_replies_still_go(post: Post) -> None:
    await post.start()
    for person in PEOPLE:
        post.server.troubles[person] = [CallDelayed("sendMessage", "flood", 30)]
    d = post.delivery()
    await d.sweep()
    call = {"method": "sendMessage", "chat_id": 77, "text": "123456"}
    notice = Notice(PersonId(77), call, Lane.CODE)
    await post.database.run(lambda store: store.outbox.add(notice, NOW))
    assert not d.flood.over(asyncio.get_running_loop().time())
    post.clock.advance(timedelta(seconds=31))
    assert await d.sweep() == 1
    assert post.server.told == Counter([77])


async def test_chats_that_go_away_in_the_middle_are_counted_and_left_alone(post: Post) -> None:
    b = await post.start()
    gone = CallRefused("sendMessage", "Forbidden: bot was blocked by the user", 403)
    lost = CallRefused("sendMessage", "Bad Request: chat not found", 400)
    for person in PEOPLE[:10]:
        post.server.troubles[person] = [gone]
    post.server.troubles[PEOPLE[10]] = [lost]
    await post.delivery().sweep()
    p = await post.progress(b)
    assert (p.blocked, p.sent, p.left, p.failed) == (11, len(PEOPLE) - 11, 0, 0)
    again = await post.database.run(lambda store: store.broadcasts.count(Audience()))
    assert again == len(PEOPLE) - 11


async def test_answers_that_are_dropped_cost_one_duplicate_each_and_no_loss(post: Post) -> None:
    b = await post.start()
    post.server.dropped = set(PEOPLE[:7])
    await post.sweep_through(post.delivery(), seconds=4)
    assert post.server.told == Counter(PEOPLE) + Counter(PEOPLE[:7])
    assert (await post.progress(b)).sent == len(PEOPLE)


async def test_two_processes_send_every_row_once(post: Post) -> None:
    await post.start()
    one, two = post.delivery("one"), post.delivery("two")
    one.most = two.most = 7
    for _ in range(len(PEOPLE)):
        if not sum(await asyncio.gather(one.sweep(), two.sweep())):
            break
    assert each_once(post.server)


async def test_what_a_dead_process_held_is_sent_within_90_seconds(post: Post) -> None:
    await post.start()
    held = await post.database.run(Claim("dead", NOW, 20).take)
    assert len(held) == 20
    await post.delivery().sweep()
    assert sum(post.server.told.values()) == len(PEOPLE) - 20
    post.clock.advance(timedelta(seconds=61))
    await post.delivery().sweep()
    assert each_once(post.server)


@pytest.mark.parametrize("hours", [1, -1])
async def test_a_clock_that_jumps_by_an_hour_loses_and_doubles_nothing(
    post: Post, hours: int
) -> None:
    await post.start()
    post.clock.advance(timedelta(hours=2))
    held = await post.database.run(Claim("dead", post.clock.now(), 20).take)
    assert len(held) == 20
    post.clock.advance(timedelta(hours=hours))
    await post.sweep_through(post.delivery(), seconds=70)
    assert each_once(post.server)


async def test_a_stopped_broadcast_waits_and_a_night_too(post: Post) -> None:
    b = await post.start()
    await post.database.run(lambda store: store.broadcasts.stop(b.id))
    assert await post.delivery().sweep() == 0
    await post.database.run(lambda store: store.broadcasts.resume(b.id))
    post.clock.set(datetime(2026, 9, 1, 18, tzinfo=UTC))  # 23:00 in Almaty
    assert await post.delivery().sweep() == 0
    post.clock.set(datetime(2026, 9, 2, 3, tzinfo=UTC))
    assert await post.delivery().sweep() == len(PEOPLE)


async def test_whoever_changes_the_language_meanwhile_reads_the_new_one(post: Post) -> None:
    await post.start()
    await post.database.run(lambda store: store.people.speak(PEOPLE[0], "en", NOW))
    await post.delivery().sweep()
    assert (post.server.texts[PEOPLE[0]], post.server.texts[PEOPLE[1]]) == ("News", "Новость")
