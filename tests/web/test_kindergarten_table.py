"""`POST /staff/kindergartens`: all of a table or nothing, within the area of the key."""

from datetime import UTC, datetime

from aiohttp import ClientSession
from aiohttp.test_utils import TestServer

from adapters.db.engine import Database
from adapters.fakes import FixedClock
from domain import staff_keys
from domain.audit import OPERATOR
from domain.lists import Place, Places
from tests.web.described import hold
from tests.web.said import WORDS
from web.build import application
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
    async with TestServer(application(routes)) as server, ClientSession() as session:

        async def sent(table: str, query: str = "") -> tuple[int, dict[str, object]]:
            headers = {"Authorization": f"Bearer {key}"}
            url = server.make_url(PATH + query)
            async with session.post(url, data=table.encode(), headers=headers) as answer:
                told = await answer.json()
                hold("POST", PATH, answer.status, told)
                return answer.status, told

        status, told = await sent(HEAD + GOOD + ELSEWHERE + GOOD.replace("kk", "kz"))
        assert status == 422
        faults = told["faults"]
        assert isinstance(faults, list)
        assert [(f["line"], f["column"], f["fault"]) for f in faults] == [
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


def ok(added: int, replaced: int) -> dict[str, object]:
    return {"ok": True, "result": {"added": added, "replaced": replaced}}
