"""The catalogue, the contingent, reviews and numbers for everybody, on SQLite and PostgreSQL."""

from datetime import date

from adapters.db.engine import Database
from adapters.db.store import Store
from domain.kindergartens import QueueSize, mark, mark_all, review
from domain.queue.applications import Candidate
from domain.queue.bulletins import apply
from domain.queue.due import sweep
from domain.queue.enrolment import enrol
from domain.queue.referrals import register
from tests.ports.test_database import outcome
from tests.queue_town import (
    BENEFITS,
    BORN,
    NOW,
    RULES,
    TOWN,
    joined,
    kindergarten,
    later,
    published,
)

AFTER = later(days=2)
TODAY = date(2026, 9, 7)


def enrolled(store: Store, n: int = 1) -> Candidate:
    """A child who goes to the kindergarten."""
    c = joined(store, n)
    v = published(store)
    apply(store, c.person, c.id, v.id, RULES, NOW)
    sweep(store, RULES, AFTER)
    register(store, c.id, RULES, AFTER)
    enrol(store, c.id, RULES, AFTER)
    return c


async def test_a_kindergarten_loaded_again_is_replaced(database: Database) -> None:
    here, there = kindergarten(), kindergarten("arman", "110000000")
    await database.run(lambda s: s.kindergartens.put([here, there]))
    await database.run(lambda s: s.kindergartens.put([here]))
    assert await database.run(lambda s: s.kindergartens.all(TOWN[:2])) == [here]
    assert await database.run(lambda s: s.kindergartens.kindergarten("arman")) == there
    assert await database.run(lambda s: s.kindergartens.kindergarten("nobody")) is None


async def test_only_parents_of_children_there_write_about_it(database: Database) -> None:
    mother = (await database.run(enrolled)).person
    stranger = (await database.run(lambda s: joined(s, 5))).person

    def says(person: int, stars: int, text: str) -> object:
        return lambda s: review(s, person, "balapan", stars, text, AFTER)

    assert await outcome(database, says(stranger, 1, "Жаман")) == "ReviewNotYours"
    await database.run(says(mother, 3, "Жақсы"))
    await database.run(says(mother, 5, "Өте жақсы"))
    (found,) = await database.run(lambda s: s.kindergartens.reviews("balapan", 10))
    assert (found.stars, found.text, found.answer) == (5, "Өте жақсы", None)
    assert await database.run(lambda s: s.kindergartens.answer(found.id, "Рақмет!", AFTER))
    (answered,) = await database.run(lambda s: s.kindergartens.reviews("balapan", 10))
    assert answered.answer == "Рақмет!"


async def test_the_last_mark_of_a_day_holds(database: Database) -> None:
    c = await database.run(enrolled)
    other = await database.run(lambda s: joined(s, 5))

    def marked(who: Candidate, what: str) -> object:
        return lambda s: mark(s, "balapan", who.id, TODAY, what, 7, AFTER)

    await database.run(marked(c, "present"))
    await database.run(marked(c, "ill"))
    assert await database.run(lambda s: s.kindergartens.attendance("balapan", TODAY)) == {
        c.id: "ill"
    }
    assert await outcome(database, marked(other, "present")) == "NotInContingent"


async def test_all_the_others_leaves_a_mark_of_a_colleague_alone(database: Database) -> None:
    ill, other = await database.run(enrolled), await database.run(lambda s: enrolled(s, 60))

    def all_the_others(store: Store) -> int:
        return mark_all(store, "balapan", TODAY, 8, AFTER)

    await database.run(lambda s: mark(s, "balapan", ill.id, TODAY, "ill", 7, AFTER))
    assert await database.run(all_the_others) == 1
    assert await database.run(all_the_others) == 0
    assert await database.run(lambda s: s.kindergartens.attendance("balapan", TODAY)) == {
        ill.id: "ill",
        other.id: "present",
    }


async def test_numbers_for_everybody_are_those_of_the_counters(database: Database) -> None:
    def fill(store: Store) -> None:
        enrolled(store, 50)
        for n in range(6):
            joined(store, n, benefit=BENEFITS[n % 3])
        joined(store, 9, languages=("kk", "ru"))
        published(store, places=3)

    await database.run(fill)
    sizes = await database.run(lambda s: s.kindergartens.sizes(TOWN, AFTER))
    assert sizes == [
        QueueSize("general", "kk", BORN.year, 2, 2, 3, 1),
        QueueSize("general", "ru", BORN.year, 0, 0, 1, 0),
    ]
    assert sizes[0].waiting == 7
    assert await database.run(lambda s: s.kindergartens.waiting_by_place(TOWN[:2])) == {TOWN: 8}
    free = await database.run(lambda s: s.kindergartens.free_by_kindergarten(TOWN))
    assert free == {"balapan": 3}
    now = await database.run(lambda s: s.bulletins.now(TOWN))
    assert [v.free for v in now] == [3]
