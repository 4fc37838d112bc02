"""`POST /staff/vacancies`: all of a table or nothing, within the area of the key, once."""

from adapters.db.engine import Database
from adapters.db.store import Store
from adapters.fakes import FixedClock
from domain import staff_keys
from domain.audit import OPERATOR
from tests.queue_town import NOW, RULES, TOWN, joined, kindergarten
from tests.web.posting import posting
from tests.web.said import WORDS
from web.vacancies import PATH, Vacancies

HEAD = "kindergarten,group,kind,language,born_from,born_to,places\n"
GOOD = "balapan,Kun,general,kk,2023,2023,2\n"


def town(store: Store) -> str:
    store.kindergartens.put([kindergarten(), kindergarten("elsewhere", "111010000")])
    for n in range(3):
        joined(store, n)
    return staff_keys.add(store, "T", "snation", TOWN[:2], None, by=OPERATOR, now=NOW)


async def test_a_table_of_vacancies_is_published_whole_and_once(sqlite: Database) -> None:
    key = await sqlite.run(town)
    routes = Vacancies(sqlite, FixedClock(NOW), WORDS, RULES).routes()
    async with posting(routes, PATH, key) as sent:
        bad = HEAD + GOOD + GOOD.replace("balapan", "elsewhere") + GOOD.replace(",2\n", ",0\n")
        status, told = await sent(bad)
        assert status == 422
        assert [(f["line"], f["column"], f["fault"]) for f in told["faults"]] == [
            (3, "", "kindergarten-not-yours"),
            (4, "places", "vacancy-number-unfit"),
        ]
        assert await sent(HEAD + GOOD, "?check") == (200, ok(0))
        assert await sqlite.read(lambda s: s.bulletins.now(TOWN)) == []
        assert await sent(HEAD + GOOD) == (200, ok(3))
        assert await sent(HEAD + GOOD) == (200, ok(0))
    assert [v.places for v in await sqlite.read(lambda s: s.bulletins.now(TOWN))] == [2]


def ok(told: int) -> dict[str, object]:
    return {"ok": True, "result": {"vacancies": 1, "places": 2, "told": told}}
