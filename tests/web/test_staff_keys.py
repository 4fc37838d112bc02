"""The door of staff's systems: no key, a wrong key, a key of another place, a key that has
ended."""

from datetime import UTC, datetime

from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from adapters.db.engine import Database
from domain import staff_keys
from domain.audit import OPERATOR
from domain.staff_keys import StaffKey
from tests.web.said import WORDS
from web.build import application
from web.staff import StaffDoor, answered, demand

NOW = datetime(2026, 9, 1, 6, tzinfo=UTC)


async def vacancies(request: web.Request, key: StaffKey) -> web.Response:
    demand(key, "indigo", request.match_info["place"])
    return answered({"by": key.actor})


async def test_a_key_opens_its_own_doors_until_it_ends(sqlite: Database) -> None:
    key = await sqlite.run(
        lambda s: staff_keys.add(s, "City", "indigo", "75", None, by=OPERATOR, now=NOW)
    )
    routes = [web.get("/staff/{place}", StaffDoor(sqlite, WORDS).opens(vacancies))]
    async with TestServer(application(routes)) as server, ClientSession() as session:

        async def asked(place: str, given: str) -> tuple[int, object]:
            headers = {"Authorization": given} if given else {}
            async with session.get(server.make_url(f"/staff/{place}"), headers=headers) as answer:
                told = await answer.json()
                return answer.status, told.get("error", told.get("result"))

        assert await asked("751010000", "") == (401, "STAFF_KEY_REQUIRED")
        assert await asked("751010000", f"Basic {key}") == (401, "STAFF_KEY_REQUIRED")
        assert await asked("751010000", "Bearer ots_nobody") == (401, "STAFF_KEY_INVALID")
        assert await asked("751010000", f"Bearer {key}") == (200, {"by": "key:1"})
        assert await asked("711010000", f"Bearer {key}") == (403, "NOT_YOURS")
        for lang, words in (("ru-RU,ru;q=0.9", "Этот ключ"), ("en", "This key"), ("", "Бұл кілт")):
            headers = {"Authorization": f"Bearer {key}", "Accept-Language": lang}
            url = server.make_url("/staff/711010000")
            async with session.get(url, headers=headers) as answer:
                assert (await answer.json())["message"].startswith(words)
        await sqlite.run(lambda s: staff_keys.revoke(s, "City", None, by=OPERATOR, now=NOW))
        assert await asked("751010000", f"Bearer {key}") == (401, "STAFF_KEY_INVALID")
