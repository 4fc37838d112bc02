"""Reminders: at their moment, not at night, not too late, not with an old date; on both
databases."""

from datetime import UTC, datetime, timedelta

import pytest

from adapters.db.engine import Database
from adapters.db.store import Store
from adapters.fakes import FixedClock
from adapters.reminder_words import ReminderWords
from adapters.words import Words
from app.config import LOCALES
from app.lists import days_off
from domain import originals, reminders
from domain.people import PersonId
from domain.reminders import Deadline, Step
from scheduler.reminders import Reminding

NOW = datetime(2026, 9, 1, 6, tzinfo=UTC)
ASEL = PersonId(7_000_000_001)
SORT = Deadline("closing", (Step("1d", timedelta(days=1)), Step("2h", timedelta(hours=2))))
NAMES = {"kk": "Ауыл", "ru": "Село", "en": "Village"}


@pytest.fixture(scope="module")
def words() -> ReminderWords:
    return ReminderWords(Words.load(LOCALES))


class House:
    """A database with one deadline in it, and what fires its reminders."""

    def __init__(self, database: Database, words: ReminderWords) -> None:
        self.database, self.clock = database, FixedClock(NOW)
        self.reminding = Reminding(database, self.clock, words)

    async def plan(self, at: datetime, cause: str = "thing:1") -> None:
        def work(store: Store) -> None:
            store.people.speak(ASEL, "ru", NOW)
            facts = {"event": NAMES}
            reminders.plan(
                store, SORT, at, cause=cause, about="event:a", now=NOW, person=ASEL, facts=facts
            )

        await self.database.run(work)

    async def fired(self, at: datetime) -> int:
        """How many messages are owed after the tick of that moment."""
        self.clock.set(at)
        await self.reminding.tick()
        return (await self.database.run(lambda s: s.outbox.counts())).get("waiting", 0)

    async def waiting(self) -> list[tuple[str, datetime]]:
        found = await self.database.run(lambda s: s.reminders.of(ASEL))
        return [(r.step, r.due) for r in found]


@pytest.fixture
def house(database: Database, words: ReminderWords) -> House:
    return House(database, words)


async def test_each_comes_once_at_its_moment(house: House) -> None:
    at = NOW + timedelta(days=3)
    await house.plan(at)
    await house.plan(at)
    assert await house.fired(at - timedelta(days=1, seconds=1)) == 0
    assert await house.fired(at - timedelta(days=1)) == 1
    assert await house.fired(at - timedelta(hours=23)) == 1
    assert await house.fired(at - timedelta(hours=2)) == 2


async def test_after_a_long_silence_only_what_is_of_use_is_said(house: House) -> None:
    at = NOW + timedelta(days=3)
    await house.plan(at)
    assert await house.fired(at - timedelta(hours=1)) == 1
    await house.plan(at, "thing:2")
    assert await house.fired(at + timedelta(seconds=1)) == 1


async def test_what_would_wake_comes_in_the_morning_or_the_evening_before(house: House) -> None:
    early = datetime(2026, 9, 5, 3, 30, tzinfo=UTC)  # 08:30 in Almaty: two hours before is night
    await house.plan(early)
    assert await house.waiting() == [
        ("1d", early - timedelta(days=1)),
        ("2h", datetime(2026, 9, 5, 3, tzinfo=UTC)),
    ]
    dawn = datetime(2026, 9, 8, 2, tzinfo=UTC)  # 07:00
    await house.plan(dawn, "thing:2")
    assert (await house.waiting())[-1] == ("2h", datetime(2026, 9, 7, 16, 30, tzinfo=UTC))


async def test_what_is_late_at_night_waits_for_the_morning(house: House) -> None:
    at = datetime(2026, 9, 5, 12, tzinfo=UTC)
    await house.plan(at)
    night = datetime(2026, 9, 4, 19, tzinfo=UTC)
    assert await house.fired(night) == 0
    assert await house.fired(datetime(2026, 9, 5, 3, tzinfo=UTC)) == 1


async def test_a_moved_deadline_takes_back_what_is_queued(house: House) -> None:
    at = NOW + timedelta(days=3)
    await house.plan(at)
    assert await house.fired(at - timedelta(days=1)) == 1
    later, now = at + timedelta(days=7), house.clock.now()
    await house.database.run(lambda s: reminders.move(s, SORT, "event:a", later, now))
    counts = await house.database.run(lambda s: s.outbox.counts())
    assert counts == {"cancelled": 1}
    assert [step for step, _ in await house.waiting()] == ["1d", "2h"]


async def test_done_ends_all_of_a_cause_and_later_puts_one_off(house: House) -> None:
    at = NOW + timedelta(days=3)
    await house.plan(at)
    await house.plan(at, "thing:2")
    mine = await house.database.run(lambda s: s.reminders.of(ASEL))
    second = next(r for r in mine if r.cause == "thing:2")
    await house.fired(at - timedelta(days=1))
    now = house.clock.now()

    def work(store: Store) -> datetime | None:
        reminders.done(store, "thing:1")
        return reminders.later(store, second, now)

    assert await house.database.run(work) == now + timedelta(hours=1)
    assert [step for step, _ in await house.waiting()] == ["1d", "2h"]
    assert await house.fired(at + timedelta(hours=1)) <= 2


@pytest.mark.parametrize(("year", "day"), [(2025, 5), (2026, 4), (2027, 3), (2028, 5)])
def test_originals_are_due_on_a_working_day(year: int, day: int) -> None:
    last = originals.last_day(year, days_off())
    assert (last.month, last.day) == (9, day)


def test_the_list_of_days_off_is_on_weekdays() -> None:
    assert [day for day in days_off().off if day.weekday() > 4] == []
