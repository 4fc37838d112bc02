"""A queue kept elsewhere is taken over as a whole, the same on SQLite and on PostgreSQL."""

from datetime import timedelta

from adapters.db.engine import Database
from adapters.db.store import Store
from domain.people import PersonId
from domain.queue.position import places_of
from domain.queue.taking_over import Placed, Waiting, take_over
from tests.queue_town import BENEFITS, BORN, NOW, RULES, TOWN, child, joined


def waiting(n: int) -> Waiting:
    return Waiting(
        "snation", PersonId(-n), child(n), TOWN, "general", "kk", BENEFITS[n % 3],
        NOW - timedelta(days=n),
    )  # fmt: skip


def places(store: Store, persons: range) -> list[int]:
    found = []
    for n in persons:
        (c,) = store.queue.of(PersonId(-n))
        found += [p.number for p in places_of(store, c, RULES)]
    return found


async def test_everybody_stands_in_the_order_of_their_dates(database: Database) -> None:
    families = [waiting(n) for n in range(1, 41)]
    await database.run(lambda store: take_over(store, families, RULES))
    found = await database.read(lambda store: places(store, range(1, 41)))
    assert sorted(found) == list(range(1, 41))
    of_class = [n for n in range(40, 0, -1) if BENEFITS[n % 3] is None]
    numbers = [found[n - 1] for n in of_class]
    assert numbers == sorted(numbers)


async def test_who_joins_later_stands_behind_and_numbers_go_on(database: Database) -> None:
    await database.run(lambda store: take_over(store, [waiting(2), waiting(5)], RULES))
    c = await database.run(lambda store: joined(store, 9))
    found = await database.read(lambda store: places_of(store, c, RULES))
    assert [(p.number, p.of) for p in found] == [(3, 3)]
    other = await database.read(lambda store: store.queue.of(PersonId(-2))[0])
    assert c.number > other.number


async def test_history_from_before_adds_up(database: Database) -> None:
    placed = Placed(TOWN, "general", "kk", BORN.year, 202607, 4)

    def noted(store: Store) -> dict[int, int]:
        store.queue.note_placed([placed])
        store.queue.note_placed([placed])
        c = joined(store, 1)
        return dict(store.queue.left(c.entries[0].queue))

    assert await database.run(noted) == {202607: 8}
