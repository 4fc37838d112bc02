"""The page's API for what people do: each address is one act of people.py, taps.py or media.py."""

from collections.abc import Callable
from typing import Any

from aiohttp import web

from sandbox import media, membership, people, taps
from sandbox.bell import Bell
from sandbox.bot_api import answer, multipart
from sandbox.errors import ApiError, CannotAct
from sandbox.house import HOUSE
from sandbox.page_api import fields
from sandbox.params import Upload
from sandbox.queries import Query
from sandbox.wire import Json
from sandbox.world import World

ANSWER_SECONDS = 5.0
Act = Callable[[World, int, Json], Json]
TapAct = Callable[[World, int, Json], taps.Tap]

ACTS: dict[str, Act] = {
    "say": lambda w, who, f: people.say(
        w, who, _text(f, "text"), _whole(f, "chat_id"), _whole(f, "reply_to_message_id")
    ),
    "start": lambda w, who, f: people.start(w, who, str(f.get("payload") or "")),
    "contact": lambda w, who, f: people.contact(
        w, who, _whole(f, "of"), f.get("phone"), _whole(f, "chat_id")
    ),
    "edit": lambda w, who, f: people.edit(
        w, who, _needed(f, "message_id"), _text(f, "text"), _whole(f, "chat_id")
    ),
    "forward": lambda w, who, f: people.forward(
        w, who, _needed(f, "message_id"), _whole(f, "from_chat_id"), _whole(f, "chat_id")
    ),
    "delete": lambda w, who, f: people.delete(
        w, who, _needed(f, "message_id"), _whole(f, "chat_id")
    ),
    "block": lambda w, who, f: membership.block(w, who),
    "unblock": lambda w, who, f: membership.unblock(w, who),
    "deactivate": lambda w, who, f: membership.deactivate(w, who),
    "voice": lambda w, who, f: media.voice(w, who, _whole(f, "chat_id")),
    "sticker": lambda w, who, f: media.sticker(w, who, _whole(f, "chat_id")),
    "location": lambda w, who, f: media.location(w, who, _place(f), _whole(f, "chat_id")),
}
TAPS: dict[str, TapAct] = {
    "tap": lambda w, who, f: taps.tap(
        w,
        who,
        _needed(f, "message_id"),
        _needed(f, "row"),
        _needed(f, "column"),
        _whole(f, "chat_id"),
    ),
    "tap_data": lambda w, who, f: taps.tap_data(
        w, who, _needed(f, "message_id"), _text(f, "data"), _whole(f, "chat_id")
    ),
}


def _whole(given: Json, name: str) -> int | None:
    value = given.get(name)
    if value is None or isinstance(value, int):
        return value
    raise CannotAct(f"{name} is a number", 400)


def _needed(given: Json, name: str) -> int:
    value = _whole(given, name)
    if value is None:
        raise CannotAct(f"{name} is missing", 400)
    return value


def _place(given: Json) -> tuple[float, float]:
    try:
        return float(given["latitude"]), float(given["longitude"])
    except (KeyError, TypeError, ValueError):
        return media.PAVLODAR


def _text(given: Json, name: str) -> str:
    value = given.get(name)
    if not isinstance(value, str):
        raise CannotAct(f"{name} is text", 400)
    return value


async def join(request: web.Request) -> web.Response:
    """POST /sandbox/people"""
    person = membership.join(request.app[HOUSE].telegram.world, await fields(request))
    return answer(person.view(), 201)


async def act(request: web.Request) -> web.Response:
    """POST /sandbox/people/{id}/{act} -> {"message": …, "update_id": …}"""
    name = request.match_info["act"]
    world, who = _who(request)
    given = await fields(request)
    if name in TAPS:
        return answer(await _tapped(*TAPS[name](world, who, given)))
    if name not in ACTS:
        raise CannotAct(f"people cannot {name}", 404)
    return answer(ACTS[name](world, who, given))


def _who(request: web.Request) -> tuple[World, int]:
    world = request.app[HOUSE].telegram.world
    number = request.match_info["id"]
    if not number.isdecimal():
        raise CannotAct(f"no person {number}", 404)
    return world, world.person(int(number)).id


async def _tapped(query: Query | None, told: Json) -> Json:
    """What the tap brought, with the bot's answer to it if that came in time."""
    if query is None:
        return told
    bell = Bell()
    query.watchers.append(bell.ring)
    if query.answer is None:
        await bell.wait(ANSWER_SECONDS)
    return told | {"answered": query.answer is not None, "toast": _toast(query.answer)}


def _toast(reply: Json | None) -> Any:
    if not reply or not (reply["text"] or reply["url"]):
        return None
    return reply


async def upload(request: web.Request) -> web.Response:
    """POST /sandbox/people/{id}/upload: multipart `file`, `kind`, `caption`, `chat_id`, `album`"""
    world, who = _who(request)
    form = await _form(request)
    file, chat_id = form.get("file"), str(form.get("chat_id") or "")
    if not isinstance(file, Upload):
        raise CannotAct("file is missing", 400)
    kind, caption = str(form.get("kind") or "document"), str(form.get("caption") or "")
    chat = int(chat_id) if chat_id.lstrip("-").isdecimal() else None
    album = str(form.get("album") or "")
    return answer(media.upload(world, who, kind, file, caption, chat, album))


async def _form(request: web.Request) -> Json:
    if request.content_type != "multipart/form-data":
        raise CannotAct("send multipart/form-data", 400)
    try:
        return await multipart(request)
    except ApiError as refusal:
        raise CannotAct(refusal.description, 400) from None


SHOWN = ("image/png", "image/jpeg", "image/gif", "image/webp", "audio/ogg", "application/pdf")


async def file(request: web.Request) -> web.Response:
    """GET /sandbox/file/{file_id}: for the page. What a browser might run is only downloaded."""
    stored = request.app[HOUSE].telegram.world.files.find(request.match_info["file_id"])
    if stored is None:
        raise CannotAct("no such file", 404)
    mime = stored.mime if stored.mime in SHOWN else "application/octet-stream"
    headers = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"}
    headers |= {} if mime in SHOWN else {"Content-Disposition": "attachment"}
    return web.Response(body=stored.data, content_type=mime, headers=headers)
