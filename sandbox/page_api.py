"""The page's API: what there is, what happens, and the things beside Telegram (mail, clock,
faults, journal).
"""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from aiohttp import ClientError, ClientTimeout, web

from sandbox.bot_api import answer
from sandbox.errors import CannotAct
from sandbox.house import HOUSE, House
from sandbox.wire import Json, dump, load

PING_SECONDS = 15.0
LETTER = ("to", "subject", "text", "html", "message_id")

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


async def body(request: web.Request) -> Any:
    """The JSON of a request; CannotAct 400 if it is none."""
    raw = await request.read()
    try:
        return load(raw) if raw else {}
    except ValueError:
        raise CannotAct("the body is not JSON", 400) from None


async def fields(request: web.Request) -> Json:
    """The JSON object of a request."""
    tree = await body(request)
    if not isinstance(tree, dict):
        raise CannotAct("the body is not a JSON object", 400)
    return tree


@web.middleware
async def say_why(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turns what a person cannot do into `{"error": …}`."""
    try:
        return await handler(request)
    except CannotAct as refusal:
        return answer({"error": str(refusal)}, refusal.status)


async def state(request: web.Request) -> web.Response:
    """GET /sandbox/state; `version` is the event number to follow from."""
    return answer(request.app[HOUSE].telegram.world.view())


async def events(request: web.Request) -> web.StreamResponse:
    """GET /sandbox/events: from Last-Event-ID or `?after=` on, or from now on."""
    house = request.app[HOUSE]
    last = _resume_at(request, house)
    stream = web.StreamResponse(
        headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
    )
    await stream.prepare(request)
    try:
        while not house.closing:
            last = await _tell_news(stream, house, last)
    except ConnectionError:
        pass
    return stream


def _resume_at(request: web.Request, house: House) -> int:
    given = request.headers.get("Last-Event-ID") or request.query.get("after") or ""
    return int(given) if given.isdecimal() else house.telegram.world.events.last


async def _tell_news(stream: web.StreamResponse, house: House, last: int) -> int:
    news = house.telegram.world.events.after(last)
    for event in news:
        await stream.write(b"id: %d\ndata: %s\n\n" % (event["n"], dump(event)))
    if not news and not await house.happened.wait(PING_SECONDS):
        await stream.write(b": still here\n\n")
    return news[-1]["n"] if news else last


async def letters(request: web.Request) -> web.Response:
    """GET /sandbox/mail?to="""
    mailbox = request.app[HOUSE].telegram.world.mailbox
    return answer(mailbox.to(request.query.get("to", "")))


async def post_letter(request: web.Request) -> web.Response:
    """POST /sandbox/mail: 201 for a new letter, 200 for one that is here already."""
    world = request.app[HOUSE].telegram.world
    given = await fields(request)
    if not given.get("to") or not given.get("subject"):
        raise CannotAct("a letter needs to and subject", 400)
    letter, new = world.mailbox.keep(
        {name: given.get(name) for name in LETTER}, world.clock.date()
    )
    if new:
        world.events.tell("mail", letter=letter)
    return answer(letter, 201 if new else 200)


async def clock(request: web.Request) -> web.Response:
    """GET /sandbox/clock"""
    return answer(request.app[HOUSE].telegram.world.clock.view())


async def move_clock(request: web.Request) -> web.Response:
    """POST /sandbox/clock {"now"} | {"add_seconds"} | {"reset"}; the bot is told."""
    house = request.app[HOUSE]
    world = house.telegram.world
    given = await fields(request)
    match given:
        case {"now": str() as moment}:
            world.clock.set_to(_moment(moment))
        case {"add_seconds": int() | float() as seconds}:
            world.clock.offset_seconds += int(seconds)
        case {"reset": True}:
            world.clock.offset_seconds = 0
        case _:
            raise CannotAct("give now, add_seconds or reset", 400)
    world.events.tell("clock", clock=world.clock.view())
    told = await _tell_app(house, world.clock.offset_seconds)
    return answer({"clock": world.clock.view(), "told_app": told})


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise CannotAct("now is an ISO 8601 moment", 400) from None


async def _tell_app(house: House, offset_seconds: int) -> bool:
    if not house.settings.upstream:
        return False
    url = house.settings.upstream.rstrip("/") + "/sandbox/clock"
    headers = {"X-Sandbox-Key": house.settings.key}
    try:
        async with house.outward().post(
            url,
            json={"offset_seconds": offset_seconds},
            headers=headers,
            timeout=ClientTimeout(total=5),
        ) as response:
            return response.ok
    except (ClientError, TimeoutError, OSError):
        return False


async def set_faults(request: web.Request) -> web.Response:
    """POST /sandbox/faults: the new list of rules, in place of the old one."""
    faults = request.app[HOUSE].faults
    faults.replace(await body(request))
    return answer(faults.rules)


async def show_faults(request: web.Request) -> web.Response:
    """GET /sandbox/faults: the rules that are left."""
    return answer(request.app[HOUSE].faults.rules)


async def journal(request: web.Request) -> web.Response:
    """GET /sandbox/journal, optionally ?method= and ?after=n"""
    calls = list(request.app[HOUSE].telegram.journal)
    method, after = request.query.get("method", "").lower(), request.query.get("after", "0")
    newer = [c for c in calls if c["n"] > int(after)] if after.isdecimal() else calls
    return answer([c for c in newer if not method or c["method"].lower() == method])


async def reset(request: web.Request) -> web.Response:
    """POST /sandbox/reset: a fresh world, no faults."""
    house = request.app[HOUSE]
    house.faults.replace([])
    house.telegram.reset()
    return answer({"version": house.telegram.world.events.last})


async def inject(request: web.Request) -> web.Response:
    """POST /sandbox/update: anything at all as an update; it gets an update_id if it has none."""
    tree = await fields(request)
    updates = request.app[HOUSE].telegram.world.updates
    return answer({"update_id": updates.push_raw(tree, _chat_of(tree))})


def _chat_of(tree: Json) -> int:
    """The chat an update speaks of, as far as anybody can tell."""
    for part in tree.values():
        if isinstance(part, dict):
            chat = part.get("chat") or (part.get("message") or {}).get("chat") or part.get("from")
            if isinstance(chat, dict) and isinstance(chat.get("id"), int):
                return int(chat["id"])
    return 0
