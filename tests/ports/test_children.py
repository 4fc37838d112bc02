"""Children of a cabinet, on both databases: listed once, changed, removed, gone with it."""

from typing import Any

import pytest

from adapters.db.engine import Database
from adapters.fakes import FixedClock
from domain.children import ChildListed
from domain.people import AccountId

NOW = FixedClock().now()
MINE, OTHERS = AccountId(1), AccountId(2)
SON: dict[str, Any] = {
    "iin": "230514590014",
    "surname": "Сапаров",
    "given": "Алихан",
    "patronymic": "-",
    "born": "2023-05-14",
    "sex": "male",
    "told": [],
}
DAUGHTER = {**SON, "iin": "250210690027", "given": "Айша", "sex": "female"}


async def test_a_child_is_listed_once_in_a_cabinet(database: Database) -> None:
    first = await database.run(lambda s: s.children.add(MINE, SON, 1, NOW))
    again = await database.run(lambda s: s.children.add(MINE, SON, 1, NOW))
    assert first.id == again.id
    with pytest.raises(ChildListed):
        await database.run(lambda s: s.children.add(MINE, SON, 2, NOW))
    await database.run(lambda s: s.children.add(OTHERS, SON, 3, NOW))
    assert [c.name for c in await database.run(lambda s: s.children.of(MINE))] == [
        "Сапаров Алихан"
    ]


async def test_a_changed_child_is_not_made_another_listed_one(database: Database) -> None:
    son = await database.run(lambda s: s.children.add(MINE, SON, 1, NOW))
    await database.run(lambda s: s.children.add(MINE, DAUGHTER, 2, NOW))
    with pytest.raises(ChildListed):
        await database.run(lambda s: s.children.change(son, DAUGHTER))
    await database.run(lambda s: s.children.change(son, {**SON, "given": "Әлихан"}))
    names = [c.name for c in await database.run(lambda s: s.children.of(MINE))]
    assert names == ["Сапаров Әлихан", "Сапаров Айша"]


async def test_removed_and_erased_children_are_gone(database: Database) -> None:
    son = await database.run(lambda s: s.children.add(MINE, SON, 1, NOW))
    await database.run(lambda s: s.children.add(MINE, DAUGHTER, 2, NOW))
    await database.run(lambda s: s.children.remove(son.id))
    assert len(await database.run(lambda s: s.children.of(MINE))) == 1
    await database.run(lambda s: s.children.erase(MINE))
    assert await database.run(lambda s: s.children.of(MINE)) == []


async def test_a_child_lies_sealed(database: Database) -> None:
    await database.run(lambda s: s.children.add(MINE, SON, 1, NOW))

    def raw(store: Any) -> str:
        return str(store.connection.exec_driver_sql("SELECT * FROM children").all())

    assert "Алихан" not in await database.run(raw)
