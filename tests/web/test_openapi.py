"""The description of the API is whole: every path and field that is served is in it."""

import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from domain.codes import PURPOSES
from tests.portals import OTHER, Portal, Town, portal_of
from web.codes import METHODS
from web.openapi import document

ROOT = Path(__file__).parents[2]
DOCUMENT = document("https://otinim.example")
SCHEMAS = DOCUMENT["components"]["schemas"]

SORTS: dict[str, Any] = {
    "object": dict, "string": str, "integer": int, "number": int | float, "boolean": bool,
}  # fmt: skip


def references(node: Any) -> Iterator[str]:
    match node:
        case {"$ref": str() as found}:
            yield found
        case dict():
            for inner in node.values():
                yield from references(inner)
        case list():
            for inner in node:
                yield from references(inner)


def at(pointer: str) -> Any:
    found: Any = DOCUMENT
    for part in pointer.removeprefix("#/").split("/"):
        found = found[part]
    return found


def fits(value: Any, schema: Any) -> bool:
    """JSON Schema, as much of it as the document uses."""
    if "$ref" in schema:
        return fits(value, at(schema["$ref"]))
    if "anyOf" in schema:
        return any(fits(value, s) for s in schema["anyOf"])
    return (
        value == schema.get("const", value)
        and value in schema.get("enum", [value])
        and ("pattern" not in schema or bool(re.search(schema["pattern"], value)))
        and isinstance(value, SORTS[schema["type"]])
        and (schema["type"] != "object" or has_fields(value, schema))
    )


def has_fields(value: dict[str, Any], schema: Any) -> bool:
    known = schema["properties"]
    required = set(schema.get("required", ()))
    return required <= value.keys() <= known.keys() and all(
        fits(v, known[k]) for k, v in value.items()
    )


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
    described = set(DOCUMENT["paths"])
    assert described == {f"/{m}" for m in METHODS} | {"/qr/{token}.svg", "/qr/{token}.png"}
    for path, item in DOCUMENT["paths"].items():
        for verb in item:
            async with portal.session.request(verb, portal.url + path) as answer:
                assert "UNKNOWN_METHOD" not in await answer.text(), (verb, path)


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
