"""The contract of broadcasts, the same on SQLite and on PostgreSQL."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from adapters.db.engine import Database
from adapters.db.store import Store
from adapters.notices import NothingNew, NoticeWords
from adapters.words import Words
from app.config import LOCALES
from domain import changes
from domain.accounts import Account, open_account
from domain.broadcasts import Audience, Broadcast, BroadcastId, announcement
from domain.changes import SessionChangedMeanwhile, SessionGone, Slot
from domain.olympiads import Registration, register
from domain.outbox import Owed
from domain.people import PersonId

NOW = datetime(2026, 9, 1, 6, tzinfo=UTC)
STARTS = datetime(2026, 10, 2, 5, tzinfo=UTC)
LEASE = timedelta(seconds=60)
ASEL, BOLAT, DANA = PersonId(7_000_000_001), PersonId(7_000_000_002), PersonId(7_000_000_003)
IINS = {ASEL: "090415590000", BOLAT: "090415590010", DANA: "090415590020"}
HALL = {"kk": "Зал", "ru": "Зал", "en": "Hall"}
NAMES = {"kk": "Математика", "ru": "Математика", "en": "Maths"}
PHYSICS = {"kk": "Физика", "ru": "Физика", "en": "Physics"}


@pytest.fixture(scope="module")
def words() -> NoticeWords:
    return NoticeWords(Words.load(LOCALES))


def olympiad(store: Store) -> None:
    """An event of two subjects, a day apart."""
    subjects = [
        {"code": code, "names": names, "languages": [], "not_for": []}
        for code, names in (("math", NAMES), ("physics", PHYSICS))
    ]
    content = {
        "names": {"kk": "Ауыл", "ru": "Село", "en": "Village"},
        "about": NAMES,
        "grades": ["8"],
        "languages": [],
        "stages": [{"number": 1, "names": NAMES, "period": NAMES}],
        "subjects": subjects,
    }
    store.olympiads.put_event("auyl", content, NOW, NOW + timedelta(days=20))
    for at, code in enumerate(("math", "physics")):
        store.olympiads.put_sitting(
            event="auyl",
            stage=1,
            subject=code,
            starts=STARTS + timedelta(days=at),
            minutes=120,
            place=HALL,
        )


def known(store: Store, person: PersonId) -> None:
    store.people.speak(person, "ru", NOW)


def pupil(store: Store, person: PersonId) -> Account:
    known(store, person)
    profile = {"iin": IINS[person], "email": f"{person}@example.com", "grade": "8"}
    account = open_account(
        store,
        person,
        portal="daryn",
        role="pupil",
        draft=int(person),
        profile={**profile, "language": "kk", "region": "61", "labels": {}},
        password_hash="hash",
        now=NOW,
    )
    store.accounts.confirm(account.id, NOW)
    found = store.accounts.load(account.id)
    assert found is not None
    return found


def sign_up(store: Store, account: Account, subject: str = "math") -> Registration:
    return register(
        store,
        account,
        "auyl",
        subject,
        draft=account.id * 10 + len(subject),
        snapshot={"region": "61"},
        now=NOW,
    )


def slot(**later: float) -> Slot:
    return Slot(STARTS + timedelta(**later), 120, HALL)


def claimed(store: Store, b: Broadcast, now: datetime = NOW) -> list[Owed]:
    return store.broadcasts.claim(b, "w", now, LEASE, 100)


def texts(words: NoticeWords, owed: list[Owed]) -> dict[int, str]:
    return {
        o.person: words.call(o.telling.broadcast, o.person, o.telling)["text"]
        for o in owed
        if o.telling is not None
    }


def moved(store: Store, version: int, to: Slot, now: datetime = NOW, **more: Any) -> Broadcast:
    made = changes.move(store, math(store), version, to, None, now, **more)
    assert made is not None
    return made


def math(store: Store) -> int:
    return store.olympiads.sitting("auyl", 1, "math").id


async def test_whoever_is_registered_or_follows_is_told_once(database: Database) -> None:
    def work(store: Store) -> tuple[int, list[int]]:
        olympiad(store)
        sign_up(store, pupil(store, ASEL))
        for person, subject in ((ASEL, ""), (BOLAT, "math"), (DANA, "physics")):
            known(store, person)
            store.subscriptions.follow(person, "auyl", subject, NOW)
        whom = Audience("auyl", "math")
        started = store.broadcasts.start(announcement(NAMES, goes_at=NOW), whom, NOW)
        return store.broadcasts.count(whom), [o.person for o in claimed(store, started)]

    assert await database.run(work) == (2, [ASEL, BOLAT])


async def test_filters_narrow_an_audience(database: Database) -> None:
    def work(store: Store) -> list[int]:
        olympiad(store)
        sign_up(store, pupil(store, ASEL))
        store.people.speak(BOLAT, "kk", NOW)
        store.subscriptions.follow(BOLAT, "auyl", "", NOW)
        audiences = (
            Audience(),
            Audience("auyl", grade="8"),
            Audience("auyl", grade="9"),
            Audience(region="61"),
            Audience("auyl", language="kk"),
            Audience("another"),
        )
        return [store.broadcasts.count(a) for a in audiences]

    assert await database.run(work) == [2, 1, 0, 1, 1, 0]


async def test_who_blocked_the_bot_is_in_no_audience_and_the_next_of_the_account_is(
    database: Database,
) -> None:
    def work(store: Store) -> list[int]:
        olympiad(store)
        account = pupil(store, ASEL)
        sign_up(store, account)
        known(store, BOLAT)
        store.accounts.sign_in(account.id, BOLAT, NOW + timedelta(days=1))
        store.people.lose(ASEL)
        started = store.broadcasts.start(announcement(NAMES, goes_at=NOW), Audience("auyl"), NOW)
        return [o.person for o in claimed(store, started)]

    assert await database.run(work) == [BOLAT]


async def test_rows_of_whoever_leaves_later_end_as_blocked(database: Database) -> None:
    def work(store: Store) -> tuple[list[Owed], int]:
        olympiad(store)
        known(store, BOLAT)
        store.subscriptions.follow(BOLAT, "auyl", "", NOW)
        started = store.broadcasts.start(announcement(NAMES, goes_at=NOW), Audience(), NOW)
        store.people.lose(BOLAT)
        owed = claimed(store, started)
        progress = store.broadcasts.progress(started.id)
        assert progress is not None
        return owed, progress.blocked

    assert await database.run(work) == ([], 1)


async def test_progress_counts_and_a_stopped_broadcast_is_not_claimed(database: Database) -> None:
    def work(store: Store) -> None:
        olympiad(store)
        for person in (ASEL, BOLAT, DANA):
            known(store, person)
            store.subscriptions.follow(person, "auyl", "", NOW)
        made = store.broadcasts.start(announcement(NAMES, goes_at=NOW), Audience(), NOW)
        first, second, _ = claimed(store, made)
        store.outbox.sent(first.id, 5)
        store.flush()
        store.outbox.close(second.id, "failed", "why")
        assert store.broadcasts.acknowledge(made.id, first.person, NOW)
        assert not store.broadcasts.acknowledge(made.id, first.person, NOW)
        assert not store.broadcasts.acknowledge(made.id, PersonId(9), NOW)
        p = store.broadcasts.progress(made.id)
        assert p is not None
        assert (p.people, p.sent, p.failed, p.left, p.acknowledged) == (3, 1, 1, 1, 1)
        assert store.broadcasts.stop(made.id)
        assert not store.broadcasts.stop(made.id)
        assert store.broadcasts.running(NOW) == []
        assert store.broadcasts.resume(made.id)
        assert [b.id for b in store.broadcasts.running(NOW)] == [made.id]
        unseen = store.broadcasts.count(Audience(unseen_of=made.id))
        assert unseen == 0
        assert store.broadcasts.finish(NOW) == []

    await database.run(work)


async def test_the_same_cause_is_not_told_twice(database: Database) -> None:
    def work(store: Store) -> tuple[BroadcastId, BroadcastId, int]:
        olympiad(store)
        sign_up(store, pupil(store, ASEL))
        first = moved(store, 0, slot(days=3))
        again = store.broadcasts.start(first, Audience("auyl"), NOW)
        assert changes.move(store, math(store), 1, slot(days=3), None, NOW) is None
        return first.id, again.id, store.outbox.counts()["waiting"]

    first, again, rows = await database.run(work)
    assert first == again
    assert rows == 1


async def test_a_move_names_old_and_new_and_what_clashes(
    database: Database, words: NoticeWords
) -> None:
    def work(store: Store) -> dict[int, str]:
        olympiad(store)
        account = pupil(store, ASEL)
        sign_up(store, account)
        sign_up(store, account, "physics")
        made = moved(store, 0, slot(days=1, hours=1))
        assert store.olympiads.sitting("auyl", 1, "math").version == 1
        return texts(words, claimed(store, made, NOW + timedelta(hours=1)))

    text = (await database.run(work))[ASEL]
    assert "2 октября 2026" in text
    assert "3 октября 2026" in text
    assert "Физика" in text


async def test_a_spelling_is_no_change(database: Database) -> None:
    def work(store: Store) -> Broadcast | None:
        olympiad(store)
        respelled = {lang: f" {text.upper()} " for lang, text in HALL.items()}
        return changes.move(store, math(store), 0, Slot(STARTS, 120, respelled), None, NOW)

    assert await database.run(work) is None


async def test_an_old_version_is_refused_and_a_cancelled_session_is_gone(
    database: Database,
) -> None:
    def work(store: Store) -> None:
        olympiad(store)
        moved(store, 0, slot(days=2))
        with pytest.raises(SessionChangedMeanwhile):
            moved(store, 0, slot(days=3))
        changes.cancel(store, math(store), 1, None, NOW)
        with pytest.raises(SessionGone):
            moved(store, 2, slot(days=3))

    await database.run(work)


async def test_two_changes_in_a_row_are_one_message_from_the_first_to_the_last(
    database: Database, words: NoticeWords
) -> None:
    def work(store: Store) -> list[str]:
        olympiad(store)
        sign_up(store, pupil(store, ASEL))
        first = moved(store, 0, slot(days=2))
        moved(store, 1, slot(days=4), NOW + timedelta(minutes=9))
        at = first.goes_at
        running = store.broadcasts.running(at)
        return [text for b in running for text in texts(words, claimed(store, b, at)).values()]

    (text,) = await database.run(work)
    assert "2 октября" in text
    assert "6 октября" in text
    assert "4 октября" not in text


async def test_a_change_taken_back_in_time_is_never_told(
    database: Database, words: NoticeWords
) -> None:
    def work(store: Store) -> None:
        olympiad(store)
        sign_up(store, pupil(store, ASEL))
        moved(store, 0, slot(days=2))
        back = moved(store, 1, slot())
        with pytest.raises(NothingNew):
            texts(words, claimed(store, back, back.goes_at))

    await database.run(work)


async def test_everybody_reads_the_difference_to_what_they_know(
    database: Database, words: NoticeWords
) -> None:
    """Asel was told of the first change, Bolat was not, Dana came after it."""

    def work(store: Store) -> dict[int, str]:
        olympiad(store)
        for person in (ASEL, BOLAT):
            sign_up(store, pupil(store, person))
        first = moved(store, 0, slot(days=2))
        (asel,) = store.broadcasts.claim(first, "w", first.goes_at, LEASE, 1)
        store.outbox.sent(asel.id, 1)
        store.flush()
        sign_up(store, pupil(store, DANA))
        second = moved(store, 1, slot(days=4), first.goes_at)
        assert store.broadcasts.drop_replaced(10) == 1
        return texts(words, claimed(store, second, second.goes_at))

    told = await database.run(work)
    assert [("4 октября" in told[p], "2 октября" in told[p]) for p in (ASEL, BOLAT, DANA)] == [
        (True, False),
        (False, True),
        (True, False),
    ]


async def test_others_of_an_account_are_asked_when_nobody_has_seen(database: Database) -> None:
    def work(store: Store) -> list[int]:
        olympiad(store)
        seen, unseen = pupil(store, ASEL), pupil(store, BOLAT)
        for account in (seen, unseen):
            sign_up(store, account)
        known(store, DANA)
        for account in (seen, unseen):
            store.accounts.sign_in(account.id, DANA, NOW + timedelta(days=1))
        made = moved(store, 0, slot(days=2))
        for o in claimed(store, made, made.goes_at):
            store.outbox.sent(o.id, 1)
        store.flush()
        store.broadcasts.acknowledge(made.id, ASEL, NOW)
        again = store.broadcasts.start_for_unanswered(
            changes.asked_again(made, NOW), made.id, math(store), NOW
        )
        return [o.person for o in claimed(store, again, NOW)]

    assert await database.run(work) == [DANA]
