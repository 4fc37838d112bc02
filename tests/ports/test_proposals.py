"""What two people decide, on both databases: races have one winner, and nothing goes out without a
second person."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from adapters.db.engine import Database
from adapters.db.store import Store
from domain import changes, proposals, staff, windows
from domain.audit import OPERATOR
from domain.broadcasts import Audience
from domain.changes import Slot
from domain.errors import Refusal
from domain.people import PersonId
from domain.proposals import UNDO, WAITS, Proposal, ProposalId

NOW = datetime(2026, 9, 1, 6, tzinfo=UTC)
STARTS = datetime(2026, 10, 6, 5, tzinfo=UTC)
HEAD, SECOND, THIRD, NOBODY = (PersonId(7_000_000_000 + n) for n in range(1, 5))
PUPIL = PersonId(7_000_000_009)
NAMES = {"kk": "Ауыл", "ru": "Село", "en": "Village"}
TEXT = {"kk": "Сәлем, оқушылар!", "ru": "Здравствуйте!", "en": "Hello, pupils!"}


def begun(store: Store) -> int:
    """An event with a session, three staff, and one person who follows it."""
    content = {
        "names": NAMES,
        "about": NAMES,
        "grades": ["9"],
        "languages": [],
        "stages": [{"number": 1, "names": NAMES, "period": NAMES}],
        "subjects": [{"code": "math", "names": NAMES, "languages": [], "not_for": []}],
    }
    store.olympiads.put_event("auyl", content, NOW, NOW + timedelta(days=14))
    store.olympiads.put_sitting(
        event="auyl", stage=1, subject="math", starts=STARTS, minutes=180, place=NAMES
    )
    for person in (HEAD, SECOND, THIRD):
        staff.grant(store, person, "daryn", "*", "officer", by=OPERATOR, now=NOW)
    store.people.speak(PUPIL, "kk", NOW)
    store.subscriptions.follow(PUPIL, "auyl", "", NOW)
    return store.olympiads.sitting("auyl", 1, "math").id


async def proposed(database: Database) -> Proposal:
    """HEAD proposes to move the session by a day, and asks."""

    def work(store: Store) -> Proposal:
        sitting = begun(store)
        to = Slot(STARTS + timedelta(days=1), 180, NAMES)
        planned = proposals.moving(store, sitting, to, None, NOW)
        made = proposals.propose(store, [planned], HEAD, NOW, through="chat")
        return proposals.ask(store, made.id, HEAD, NOW)

    return await database.run(work)


async def said(database: Database, work: Any) -> str:
    try:
        done = await database.run(work)
    except Refusal as refusal:
        return type(refusal).__name__
    return "nothing" if done is None else done.state


def confirming(number: ProposalId, person: PersonId, now: datetime = NOW) -> Any:
    return lambda store: proposals.confirm(store, number, person, now)


async def test_a_second_person_makes_it_happen_a_minute_later(database: Database) -> None:
    made = await proposed(database)
    assert (made.people, made.state) == (1, "waiting")
    assert await said(database, confirming(made.id, HEAD)) == "SecondPersonNeeded"
    assert await said(database, confirming(made.id, NOBODY)) == "NotAllowed"
    assert await said(database, confirming(made.id, SECOND)) == "confirmed"
    early = NOW + UNDO - timedelta(seconds=1)
    assert await said(database, lambda s: proposals.launch(s, made.id, early)) == "nothing"
    assert await said(database, lambda s: proposals.launch(s, made.id, NOW + UNDO)) == "launched"
    sitting = await database.read(lambda s: s.olympiads.sitting("auyl", 1, "math"))
    assert sitting.starts == STARTS + timedelta(days=1)
    found = await database.read(lambda s: s.proposals.notice(made.planned[0].number))
    assert found is not None
    broadcast = found[1].broadcast
    assert broadcast is not None
    progress = await database.read(lambda s: s.broadcasts.progress(broadcast))
    assert progress is not None
    assert (progress.people, progress.left) == (1, 1)


async def test_of_two_confirmers_one_confirms(database: Database) -> None:
    made = await proposed(database)
    both = (confirming(made.id, p) for p in (SECOND, THIRD) * 3)
    done = await asyncio.gather(*(said(database, work) for work in both))
    assert sorted(done) == ["ProposalGone"] * 5 + ["confirmed"]


async def test_of_undo_and_launch_one_happens(database: Database) -> None:
    """Whatever either of them believes the time to be."""
    made = await proposed(database)
    await database.run(confirming(made.id, SECOND))
    last = NOW + UNDO - timedelta(milliseconds=1)
    works = [
        *(lambda s, p=p: proposals.undo(s, made.id, p, last) for p in (HEAD, SECOND)),
        *[lambda s: proposals.launch(s, made.id, NOW + UNDO)] * 2,
    ]
    done = await asyncio.gather(*(said(database, work) for work in works))
    assert sorted(done).count("undone") + sorted(done).count("launched") == 1
    at = await database.read(lambda s: s.olympiads.sitting("auyl", 1, "math"))
    moved = at.starts != STARTS
    assert moved == ("launched" in done)


async def test_only_the_two_take_it_back_and_only_within_the_minute(database: Database) -> None:
    made = await proposed(database)
    await database.run(confirming(made.id, SECOND))

    def undoing(person: PersonId, now: datetime) -> Any:
        return lambda store: proposals.undo(store, made.id, person, now)

    assert await said(database, undoing(THIRD, NOW)) == "NotAllowed"
    assert await said(database, undoing(HEAD, NOW + UNDO)) == "TooLateToUndo"
    assert await said(database, undoing(HEAD, NOW)) == "undone"
    assert await said(database, undoing(SECOND, NOW)) == "TooLateToUndo"
    assert await said(database, lambda s: proposals.launch(s, made.id, NOW + UNDO)) == "nothing"


@pytest.mark.parametrize(
    ("who", "refusal"),
    [(HEAD, "AuthorLostRight"), (SECOND, "NotAllowed")],
    ids=["first", "second"],
)
async def test_a_revoked_person_decides_nothing_any_more(
    database: Database, who: PersonId, refusal: str
) -> None:
    made = await proposed(database)
    await database.run(lambda s: staff.revoke(s, who, None, None, by=OPERATOR, now=NOW))
    assert await said(database, confirming(made.id, SECOND)) == refusal


@pytest.mark.parametrize("who", [HEAD, SECOND], ids=["first", "second"])
async def test_revoked_within_the_minute_it_does_not_go_out(
    database: Database, who: PersonId
) -> None:
    made = await proposed(database)
    await database.run(confirming(made.id, SECOND))
    await database.run(lambda s: staff.revoke(s, who, None, None, by=OPERATOR, now=NOW))
    assert await said(database, lambda s: proposals.launch(s, made.id, NOW + UNDO)) == "stale"
    at = await database.read(lambda s: s.olympiads.sitting("auyl", 1, "math"))
    assert at.starts == STARTS


async def test_a_session_changed_meanwhile_is_not_moved(database: Database) -> None:
    made = await proposed(database)
    await database.run(confirming(made.id, SECOND))
    number = made.planned[0].sitting or 0

    def other(store: Store) -> None:
        changes.cancel(store, number, 0, None, NOW)

    await database.run(other)
    assert await said(database, lambda s: proposals.launch(s, made.id, NOW + UNDO)) == "stale"


async def test_a_day_later_nobody_can_confirm(database: Database) -> None:
    made = await proposed(database)
    late = NOW + WAITS + timedelta(seconds=1)
    assert await said(database, confirming(made.id, SECOND, late)) == "ProposalGone"
    assert await database.read(lambda s: proposals.pending(s, SECOND, NOW)) != []
    assert await database.read(lambda s: proposals.pending(s, SECOND, late)) == []


async def test_what_was_dropped_is_not_confirmed(database: Database) -> None:
    made = await proposed(database)
    assert await said(database, lambda s: proposals.drop(s, made.id, SECOND, NOW)) == "dropped"
    assert await said(database, confirming(made.id, THIRD)) == "ProposalGone"


async def test_an_announcement_is_for_those_the_author_may_write_to(database: Database) -> None:
    def work(store: Store) -> None:
        begun(store)
        staff.grant(store, NOBODY, "daryn", "61", "officer", by=OPERATOR, now=NOW)
        everywhere = proposals.announcing(store, TEXT, Audience(event="auyl"))
        with pytest.raises(staff.NotAllowed):
            proposals.propose(store, [everywhere], NOBODY, NOW, through="chat")
        proposals.propose(store, [everywhere], HEAD, NOW, through="chat")
        with pytest.raises(proposals.NobodyToTell):
            proposals.announcing(store, TEXT, Audience(event="auyl", region="610000000"))
        assert proposals.announced(everywhere, NOW).content["text"] == TEXT

    await database.run(work)


async def test_every_step_is_in_the_audit(database: Database) -> None:
    made = await proposed(database)
    await database.run(confirming(made.id, SECOND))
    await database.run(lambda s: proposals.launch(s, made.id, NOW + UNDO))
    entries = await database.read(lambda s: s.audit.of(made.subject))
    assert [e.act for e in entries] == [
        "proposal.proposed",
        "proposal.asked",
        "proposal.confirmed",
        "proposal.launched",
    ]
    assert entries[0].facts["people"] == 1


async def test_registration_is_closed_and_opened_by_who_may(database: Database) -> None:
    def work(store: Store) -> None:
        begun(store)
        with pytest.raises(staff.NotAllowed):
            windows.close_now(store, "auyl", NOBODY, NOW)
        windows.close_now(store, "auyl", HEAD, NOW)
        event = store.olympiads.event("auyl")
        assert event is not None
        assert event.closes == NOW
        with pytest.raises(windows.ClosesInPast):
            windows.open_until(store, "auyl", NOW, HEAD, NOW)
        later = NOW + timedelta(days=3)
        windows.open_until(store, "auyl", later, HEAD, NOW)
        event = store.olympiads.event("auyl")
        assert event is not None
        assert event.closes == later

    await database.run(work)
