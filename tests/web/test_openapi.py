"""The description of the API is whole: every path and field that is served is in it."""

import json
import re
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any, get_args

import aiohttp
import pytest

from app.staff_routes import staff_routes
from domain import kindergarten_table, sittings_table, vacancy_table
from domain.admission import catchment_table, places_table
from domain.admission.reasons import REASONS
from domain.codes import PURPOSES
from domain.portals.desk import REASONS as MOVE_REASONS
from domain.proposals import State
from domain.table_sorts import Sort, sort_of
from tests.portals import OTHER, Portal, Town, portal_of
from tests.web.described import DOCUMENT, SCHEMAS, at, fits, hold, references
from tests.web.said import WORDS
from web import desk
from web.codes import METHODS
from web.desk_requests import AUDIENCE, FIELDS
from web.schools import STATES

ROOT = Path(__file__).parents[2]
TABLES: Mapping[str, Sort] = {
    "/staff/kindergartens": kindergarten_table.SORT,
    "/staff/vacancies": vacancy_table.SORT,
    "/staff/sessions": sittings_table.SORT,
    "/staff/schools/places": places_table.SORT,
    "/staff/schools/catchment": catchment_table.SORT,
}


@pytest.fixture
async def portal(village: Town) -> AsyncIterator[Portal]:
    await village.link()
    async with portal_of(village) as portal:
        yield portal


def test_the_document_is_openapi_and_refers_to_what_it_has() -> None:
    assert re.fullmatch(r"3\.1\.\d+", DOCUMENT["openapi"])
    assert {"title", "version"} <= DOCUMENT["info"].keys()
    for reference in references(DOCUMENT):
        assert at(reference)
    operations = [o for path in DOCUMENT["paths"].values() for o in path.values()]
    ids = [o["operationId"] for o in operations]
    assert len(set(ids)) == len(ids)
    assert all(o["responses"] for o in operations)
    for path, item in DOCUMENT["paths"].items():
        for operation in item.values():
            named = {p["name"] for p in operation.get("parameters", ()) if p.get("in") == "path"}
            assert named == set(re.findall(r"{(\w+)}", path))


async def test_every_path_that_is_served_is_described(portal: Portal) -> None:
    described = {p: item for p, item in DOCUMENT["paths"].items() if p not in staff_paths()}
    assert set(described) == {f"/{m}" for m in METHODS} | {"/qr/{token}.svg", "/qr/{token}.png"}
    for path, item in described.items():
        for verb in item:
            async with portal.session.request(verb, portal.url + path) as answer:
                assert "UNKNOWN_METHOD" not in await answer.text(), (verb, path)


def staff_paths() -> dict[str, set[str]]:
    """Every path that the program opens to systems of staff, with its methods."""
    house: Any = SimpleNamespace(
        **dict.fromkeys(("database", "clock", "atlas", "rules", "files", "admission")),
        words=WORDS, teller=SimpleNamespace(words=WORDS), announce_rate=28,
    )  # fmt: skip
    found: dict[str, set[str]] = {}
    for route in staff_routes(house):
        found.setdefault(route.path, set()).add(route.method.lower())
    return found


def test_every_path_of_staff_is_described() -> None:
    staff = {p: set(item) for p, item in DOCUMENT["paths"].items() if p.startswith("/staff")}
    assert staff == staff_paths()


def test_an_answer_that_is_not_described_is_found() -> None:
    hold("GET", "/staff/schools", 200, {"ok": True, "result": []})
    for path, status, body in (
        ("/staff/schools", 200, {"ok": True, "result": [{}]}),
        ("/staff/schools", 418, {"ok": False, "error": "TEAPOT", "message": "I am one"}),
        ("/staff/schools", 403, {"ok": False, "error": "NOT_YOURS"}),
        ("/staff/lost", 200, {"ok": True, "result": []}),
    ):
        with pytest.raises(AssertionError):
            hold("GET", path, status, body)


def test_what_staff_may_choose_from_is_what_the_description_says() -> None:
    def choices(schema: str, field: str) -> set[str]:
        return set(SCHEMAS[schema]["properties"][field]["enum"])

    assert choices("Application", "state") == set(STATES)
    assert choices("Application", "reason") == choices("Refusing", "reason") == set(REASONS)
    assert set(SCHEMAS["Reason"]["anyOf"][0]["enum"]) == set(MOVE_REASONS)
    assert choices("Proposal", "state") == set(get_args(State))
    assert set(SCHEMAS["Audience"]["properties"]) == set(AUDIENCE)
    asked = {"move": "Move", "cancel": "Cancel", "announcement": "Announcement"}
    for kind, fields in FIELDS.items():
        assert set(SCHEMAS[asked[kind]]["properties"]) == set(fields)
    step = DOCUMENT["paths"]["/staff/proposals/{number}/{step}"]["post"]["parameters"][1]
    assert set(step["schema"]["enum"]) == set(desk.STEPS)


def test_every_table_of_staff_is_described_by_its_columns() -> None:
    for path, sort in TABLES.items():
        body = DOCUMENT["paths"][path]["post"]["requestBody"]
        needed, _, optional = body["description"].partition("Columns: ")[2].partition(";")
        assert needed.rstrip(".").split(", ") == list(sort.needed)
        named = optional.strip().partition(" may be")[0]
        assert (named.split(", ") if named else []) == list(sort.optional)
        assert sort_of(body["content"]["text/csv"]["example"].encode(), TABLES.values()) is sort


def test_every_refusal_that_the_description_names_is_there() -> None:
    named = set(re.findall(r"\b[A-Z]{2,}(?:_[A-Z]+)+\b", json.dumps(staff_part())))
    code = "".join(p.read_text() for f in ("web", "domain") for p in (ROOT / f).rglob("*.py"))
    refusals = {
        re.sub(r"(?<!^)(?=[A-Z])", "_", name).upper()
        for name in re.findall(r"class (\w+)\(\w*Refusal\)", code)
    }
    assert named
    assert named <= refusals | set(re.findall(r'"([A-Z]+(?:_[A-Z]+)+)"', code))


def staff_part() -> dict[str, Any]:
    paths = {p: item for p, item in DOCUMENT["paths"].items() if p.startswith("/staff")}
    return {"paths": paths, "responses": DOCUMENT["components"]["responses"]}


def test_every_parameter_that_is_read_is_described() -> None:
    code = "".join((ROOT / "web" / f"{n}.py").read_text() for n in ("orders", "codes", "auth"))
    read = set(re.findall(r'params\.(?:text|has|fields)\(\s*"(\w+)"', code)) - {"access_token"}
    told = set(re.findall(r'text\((?:told|context\(params\)), "(\w+)"', code))
    requests = [SCHEMAS[m[0].upper() + m[1:]] for m in METHODS]
    assert read == {name for r in requests for name in r["properties"]}
    inner = SCHEMAS["SendVerificationMessage"]["properties"]["context"]["properties"]
    assert told == set(inner)
    assert SCHEMAS["SendVerificationMessage"]["properties"]["purpose"]["enum"] == [*PURPOSES]


def test_every_error_that_is_said_is_described() -> None:
    folders = [ROOT / "web", ROOT / "domain", ROOT / "adapters"]
    code = "".join(p.read_text() for f in folders for p in f.glob("*.py"))
    said = set(re.findall(r'"([A-Z]+(?:_[A-Z]+)+)"', code))
    known = set(SCHEMAS["Refused"]["properties"]["error"]["anyOf"][0]["enum"])
    assert known <= said
    errors = {e for e in said if re.match("PHONE|CODE|TTL|REQUEST|ACCESS|PURPOSE|CONTEXT", e)}
    assert errors <= known


async def test_what_is_answered_fits_the_description(portal: Portal) -> None:
    sent = await portal.call("sendVerificationMessage", phone_number=OTHER, payload="x")
    request = sent["result"]["request_id"]
    answers = [
        sent,
        await portal.call("sendVerificationMessage", phone_number="1"),
        await portal.call("sendVerificationMessage", phone_number=OTHER),
        await portal.call("checkVerificationStatus", request_id=request, code="000000"),
        await portal.call("checkVerificationStatus", request_id=request),
    ]
    for answer in answers:
        assert fits(answer, SCHEMAS["StatusAnswer"]), answer
    revoked = await portal.call("revokeVerificationMessage", request_id=request)
    assert fits(revoked, SCHEMAS["RevokeAnswer"])
    assert not fits({"ok": True, "result": {"request_id": 1}}, SCHEMAS["StatusAnswer"])


async def test_the_document_and_the_page_need_nothing_from_outside(portal: Portal) -> None:
    async with portal.session.get(f"{portal.url}/openapi.json") as answer:
        assert (await answer.json())["servers"] == [{"url": "https://otinim.example"}]
    async with aiohttp.ClientSession() as stranger, stranger.get(f"{portal.url}/docs") as answer:
        page = await answer.text()
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "$PUBLIC_URL" not in page
    assert not re.findall(r"<(?:script|link|img|iframe)|url\(|@import", page)
    assert all(m in page for m in METHODS)
