"""Whose paper is which, on SQLite and on PostgreSQL."""

from datetime import UTC, datetime, timedelta

from adapters.db.engine import Database
from adapters.db.store import Store
from adapters.fakes import FixedClock
from domain.admission.applications import holder
from domain.forms.model import DraftId
from domain.papers import KEPT_AFTER_DECISION, KEPT_UNHELD, FileName, Weight
from domain.people import PersonId
from domain.queue import benefits
from domain.queue.leaving import withdraw
from scheduler.cleanup import NeedlessPapers
from tests.ports.test_admission import filing
from tests.queue_town import RULES, joined

NOW = datetime(2026, 9, 1, 6, tzinfo=UTC)
ASEL, BOLAT = PersonId(7_000_000_001), PersonId(7_000_000_002)
FILES = [FileName(c * 64) for c in "abcd"]


def drafted(store: Store, person: PersonId = ASEL) -> DraftId:
    return store.drafts.open(person, "school", NOW).id


def keep(
    store: Store,
    draft: DraftId,
    name: FileName,
    field: str = "photo/page",
    person: PersonId = ASEL,
) -> None:
    store.papers.keep(
        person,
        name,
        type="image/jpeg",
        bytes=100,
        pages=1,
        draft=draft,
        field=field,
        now=NOW,
    )


async def test_a_file_sent_twice_to_a_question_is_one(database: Database) -> None:
    def work(store: Store) -> Weight:
        draft = drafted(store)
        keep(store, draft, FILES[0])
        keep(store, draft, FILES[0])
        keep(store, draft, FILES[0], field="passport/page")
        return store.papers.weight(ASEL)

    assert await database.run(work) == Weight(2, 200)


async def test_what_is_sent_no_longer_counts_as_unsent(database: Database) -> None:
    def work(store: Store) -> tuple[Weight, list[str], Weight]:
        draft = drafted(store)
        keep(store, draft, FILES[0], field="photo")
        for name in FILES[1:3]:
            keep(store, draft, name)
        store.papers.hand_over(ASEL, draft, "school:17", FILES[:1])
        held = [k.name for k in store.papers.held_by("school:17")]
        return store.papers.weight(ASEL), list(held), store.papers.weight(BOLAT)

    assert await database.run(work) == (Weight(0, 100), FILES[:1], Weight(0, 0))


async def test_files_of_a_dropped_draft_go_after_a_while(database: Database) -> None:
    def work(store: Store) -> list[int]:
        dropped, open_draft = drafted(store), drafted(store, BOLAT)
        keep(store, dropped, FILES[0])
        keep(store, open_draft, FILES[1], person=BOLAT)
        store.drafts.drop(dropped)
        moments = (NOW, NOW + KEPT_UNHELD + timedelta(seconds=1), NOW + timedelta(days=9))
        return [store.papers.purge(moment) for moment in moments]

    assert await database.run(work) == [0, 1, 0]
    assert await database.read(lambda s: s.papers.known(FILES)) == {FILES[1]}


async def test_a_draft_given_up_names_the_files_nothing_else_has(database: Database) -> None:
    def work(store: Store) -> list[FileName]:
        sent, begun = drafted(store), store.drafts.open(ASEL, "child", NOW).id
        keep(store, sent, FILES[0])
        store.papers.hand_over(ASEL, sent, "school:17", FILES[:1])
        for name in FILES[:2]:
            keep(store, begun, name)
        return store.papers.give_up(begun)

    assert await database.run(work) == FILES[1:2]
    assert await database.read(lambda s: s.papers.known(FILES)) == {FILES[0]}


async def test_papers_of_what_is_decided_go_when_their_time_is_over(database: Database) -> None:
    def work(store: Store) -> list[int]:
        draft = drafted(store)
        keep(store, draft, FILES[0])
        store.papers.hand_over(ASEL, draft, "school:17", FILES[:1])
        store.drafts.drop(draft)
        store.papers.expire("school:17", NOW + timedelta(days=30))
        return [store.papers.purge(NOW + timedelta(days=d)) for d in (29, 31)]

    assert await database.run(work) == [0, 1]


async def test_to_forget_names_every_file_of_the_person(database: Database) -> None:
    def work(store: Store) -> list[FileName]:
        for person, names in ((ASEL, FILES[:2]), (BOLAT, FILES[2:])):
            draft = drafted(store, person)
            for name in names:
                keep(store, draft, name, person=person)
        return store.papers.forget(ASEL)

    assert await database.run(work) == FILES[:2]
    assert await database.read(lambda s: [k.name for k in s.papers.of(BOLAT)]) == FILES[2:]
    assert await database.read(lambda s: s.papers.of(ASEL)) == []


async def test_what_is_sent_again_holds_its_papers_of_now(database: Database) -> None:
    """A paper that was left as it is, one taken again, and one that belongs to something else of
    the same person."""

    def work(store: Store) -> list[list[FileName]]:
        first = drafted(store)
        for name in FILES[:2]:
            keep(store, first, name, field="photo")
        store.papers.hand_over(ASEL, first, "school:17", FILES[:2])
        other = store.drafts.open(ASEL, "child", NOW).id
        keep(store, other, FILES[2], field="passport")
        store.papers.hand_over(ASEL, other, "child:1", FILES[2:3])
        again = store.drafts.open(ASEL, "again", NOW).id
        keep(store, again, FILES[3], field="photo")
        store.papers.hand_over(ASEL, again, "school:17", [FILES[0], FILES[2], FILES[3]])
        return [
            [kept.name for kept in store.papers.held_by(holder)]
            for holder in ("school:17", "child:1")
        ]

    mine, childs = await database.run(work)
    assert (set(mine), childs) == ({FILES[0], FILES[2], FILES[3]}, [FILES[2]])


async def test_papers_nobody_will_look_at_are_erased_a_month_later(database: Database) -> None:
    """Of a child in the queue they stay; of one that left it, and of a season that is over,
    they go."""

    def sent(store: Store) -> list[str]:
        waits, left = joined(store, 1), joined(store, 2)
        withdraw(store, left.person, left.id, RULES, NOW)
        return [benefits.sent(waits.application), benefits.sent_again(left.application)]

    def hold(store: Store, holder: str, name: FileName) -> None:
        draft = drafted(store)
        keep(store, draft, name, "benefit")
        store.papers.hand_over(ASEL, draft, holder, [name])
        store.drafts.drop(draft)

    waits, left = await database.run(sent)
    school = holder((await database.run(filing(1, season=2026))).id)
    for whose, name in zip((waits, left, school), FILES, strict=False):
        await database.run(lambda s, whose=whose, name=name: hold(s, whose, name))
    clock = FixedClock(NOW)
    await NeedlessPapers(database, clock, lambda: 2026).tick()
    await NeedlessPapers(database, clock, lambda: 2027).tick()
    assert await database.read(lambda s: s.papers.needless(2027)) == []
    await database.run(lambda s: s.papers.purge(NOW + KEPT_AFTER_DECISION))
    assert await database.read(lambda s: s.papers.known(FILES)) == set(FILES[:3])
    await database.run(lambda s: s.papers.purge(NOW + KEPT_AFTER_DECISION + timedelta(hours=1)))
    assert await database.read(lambda s: s.papers.known(FILES)) == {FILES[0]}
