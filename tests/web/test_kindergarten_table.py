"""`POST /staff/kindergartens`: all of a table or nothing, within the area of the key."""

from datetime import UTC, datetime

from adapters.db.engine import Database
from adapters.db.store import Store
from adapters.fakes import FixedClock
from domain import staff, staff_keys
from domain.audit import OPERATOR
from domain.lists import Place, Places
from domain.people import PersonId
from tests.web.posting import posting
from tests.web.said import WORDS
from web.kindergartens import PATH, Kindergartens

NOW = datetime(2026, 9, 1, 6, tzinfo=UTC)
PLACES = Places([Place("111010000", "city", "K", "K"), Place("611610000", "city", "A", "A")])
HEAD = "id,locality,name_kk,address,languages,kinds,phone\n"
GOOD = "k-1,111010000,Balapan,Abai 1,kk,general,+77162000000\n"
ELSEWHERE = "a-1,611610000,Balapan,Abai 1,kk,general,+77162000000\n"


async def test_a_table_is_loaded_whole_or_not_at_all(sqlite: Database) -> None:
    key = await sqlite.run(
        lambda s: staff_keys.add(s, "Akmola", "akmola", "11", None, by=OPERATOR, now=NOW)
    )
    routes = Kindergartens(sqlite, FixedClock(NOW), WORDS, PLACES).routes()
    async with posting(routes, PATH, key) as sent:
        status, told = await sent(HEAD + GOOD + ELSEWHERE + GOOD.replace("kk", "kz"))
        assert status == 422
        assert [(f["line"], f["column"], f["fault"]) for f in told["faults"]] == [
            (3, "", "kindergarten-not-yours"),
            (4, "languages", "kindergarten-codes-unknown"),
        ]
        assert await sent(HEAD + GOOD, "?check") == (200, ok(1, 0))
        assert await sqlite.read(lambda s: s.kindergartens.all()) == []
        assert await sent(HEAD + GOOD) == (200, ok(1, 0))
        assert await sent(HEAD + GOOD) == (200, ok(0, 1))
    assert [k.id for k in await sqlite.read(lambda s: s.kindergartens.all())] == ["k-1"]
    rows = await sqlite.read(lambda s: [r.entry.act for r in s.audit.rows()])
    assert rows == ["key.added", "kindergartens.loaded", "kindergartens.loaded"]


async def test_a_key_of_a_person_does_no_more_than_they_may(sqlite: Database) -> None:
    """Their right is looked at each time: a key outlives it."""
    officer = PersonId(7)

    def hired(store: Store) -> str:
        staff.grant(store, officer, "akmola", "11", "officer", by=OPERATOR, now=NOW)
        return staff_keys.add(store, "K", "akmola", "11", officer, by=OPERATOR, now=NOW)

    key = await sqlite.run(hired)
    routes = Kindergartens(sqlite, FixedClock(NOW), WORDS, PLACES).routes()
    async with posting(routes, PATH, key) as sent:
        assert await sent(HEAD + GOOD) == (200, ok(1, 0))
        await sqlite.run(lambda s: staff.revoke(s, officer, None, None, by=OPERATOR, now=NOW))
        status, told = await sent(HEAD + GOOD)
        assert (status, told["faults"][0]["fault"]) == (422, "kindergarten-not-yours")


def ok(added: int, replaced: int) -> dict[str, object]:
    return {"ok": True, "result": {"added": added, "replaced": replaced}}
