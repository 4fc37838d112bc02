"""The Bot API over HTTP: any content type in, Telegram's envelopes out, long polls, files, and
faults to order.
"""

import asyncio
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web

from sandbox import faults
from sandbox.errors import ApiError, bad, conflict
from sandbox.house import HOUSE, House
from sandbox.params import Params, Upload
from sandbox.wire import Json, dump, load

BODY_BYTES = 20 * 2**20
LONGEST_POLL_SECONDS = 50
OTHER_POLL = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
NOT_FOUND = ApiError(404, "Not Found")


def answer(body: Any, status: int = 200) -> web.Response:
    """A JSON answer; text outside UTF-8 leaves escaped."""
    return web.Response(body=dump(body), status=status, content_type="application/json")


def refused(refusal: ApiError) -> web.Response:
    """Telegram's envelope of a refusal."""
    return answer(refusal.envelope(), refusal.code)


async def call(request: web.Request) -> web.StreamResponse:
    """/bot<token>/<method>"""
    house = request.app[HOUSE]
    if request.match_info["token"] != house.settings.token:
        return refused(ApiError(401, "Unauthorized"))
    try:
        params = await _read(request)
        return await _perform(house, request, request.match_info["method"], params)
    except ApiError as refusal:
        return refused(refusal)


async def _perform(
    house: House, request: web.Request, method: str, params: Mapping[str, Any]
) -> web.StreamResponse:
    rule = house.faults.strike(method, Params(params)) if house.faults.rules else {}
    if "delay" in rule:
        await asyncio.sleep(rule["delay"])
    if rule.get("error") or rule.get("garbage") or rule.get("drop") == "before":
        return _instead(house, request, method, params, rule)
    result = await _run(house, method, params)
    if rule.get("drop"):
        return _hang_up(request)
    return answer({"ok": True, "result": result})


def _instead(
    house: House, request: web.Request, method: str, params: Mapping[str, Any], rule: Json
) -> web.StreamResponse:
    """A fault in place of the call, which is not done."""
    if refusal := faults.refusal(rule):
        house.telegram.note(method, params, error=refusal.envelope())
        return refused(refusal)
    if rule.get("garbage"):
        house.telegram.note(method, params, error="garbage")
        return web.Response(text="<html>garbage", content_type="text/html")
    house.telegram.note(method, params, error="dropped")
    return _hang_up(request)


def _hang_up(request: web.Request) -> web.StreamResponse:
    """Close the connection without a word."""
    if request.transport:
        request.transport.abort()
    return web.Response()


async def _run(house: House, method: str, params: Mapping[str, Any]) -> Any:
    if method.lower() == "getupdates":
        return await _poll(house, Params(params))
    return house.telegram.call(method, params)


async def _poll(house: House, params: Params) -> Any:
    """Updates at once, or as soon as there are some; a newer poll ends this one with 409."""
    house.turn += 1
    turn = house.turn
    house.updated.ring()
    seconds = min(max(params.whole("timeout"), 0), LONGEST_POLL_SECONDS)
    until = time.monotonic() + seconds
    found = house.telegram.call("getUpdates", params.raw)
    while not found and not house.closing and time.monotonic() < until:
        await house.updated.wait(until - time.monotonic())
        _refuse_ended(house, turn)
        found = house.telegram.world.updates.take(0, min(params.whole("limit", 100) or 100, 100))
    return found


def _refuse_ended(house: House, turn: int) -> None:
    if house.turn != turn:
        raise conflict(OTHER_POLL)
    if house.telegram.world.updates.webhook:
        raise conflict("terminated by setWebhook request")


async def _read(request: web.Request) -> dict[str, Any]:
    """Parameters from the query string and the body, whichever form it has."""
    params: dict[str, Any] = dict(request.query)
    match request.content_type:
        case "application/json":
            return params | _json(await request.read())
        case "multipart/form-data":
            return params | await multipart(request)
    body = await request.read()
    return params | dict(_form(body.decode("utf-8", "surrogateescape"))) if body else params


def _form(body: str) -> list[tuple[str, str]]:
    return parse_qsl(body, keep_blank_values=True, errors="surrogateescape")


def _json(body: bytes) -> dict[str, Any]:
    try:
        tree = load(body) if body else {}
    except ValueError:
        raise bad("can't parse request JSON object") from None
    if not isinstance(tree, dict):
        raise bad("expected a JSON object")
    return tree


async def multipart(request: web.Request) -> dict[str, Any]:
    """Fields as text, files as Upload."""
    fields: dict[str, Any] = {}
    if (request.content_length or 0) > BODY_BYTES:
        raise web.HTTPRequestEntityTooLarge(BODY_BYTES, request.content_length or 0)
    try:
        async for part in await request.multipart():
            if isinstance(part, BodyPartReader) and part.name:
                fields[part.name] = await _part(part)
    except ValueError:
        raise bad("can't parse multipart form") from None
    return fields


async def _part(part: BodyPartReader) -> str | Upload:
    data = bytes(await part.read(decode=True))
    if part.filename is None:
        return data.decode("utf-8", "surrogateescape")
    mime = part.headers.get("Content-Type", "application/octet-stream")
    return Upload(part.filename, mime.partition(";")[0].strip(), data)


async def file(request: web.Request) -> web.Response:
    """/file/bot<token>/<path>"""
    house = request.app[HOUSE]
    stored = house.telegram.world.files.at(request.match_info["path"])
    if request.match_info["token"] != house.settings.token or stored is None:
        return refused(NOT_FOUND)
    return web.Response(body=stored.data, content_type="application/octet-stream")


async def no_method(_: web.Request) -> web.Response:
    """/bot<token> and whatever else begins so."""
    return refused(NOT_FOUND)
