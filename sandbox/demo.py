"""A demo portal beside the chats: a sign-in page, and the portal's own server behind it. It knows
the codes API as any portal does, by an address and a key, and speaks plain HTTP to it.
"""

from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientTimeout, web

from sandbox.bot_api import answer
from sandbox.house import HOUSE, House
from sandbox.page_api import fields
from sandbox.wire import Json, load

NO_CACHE = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
SECONDS = 10
UNREACHABLE: Json = {"ok": False, "error": "API_UNREACHABLE"}


def routes() -> list[web.RouteDef]:
    return [
        web.get("/demo/", page),
        web.get("/demo/{name}", file),
        web.post("/demo/send", send),
        web.post("/demo/check", check),
        web.get("/demo/status/{request}", status),
    ]


async def page(request: web.Request) -> web.StreamResponse:
    """GET /demo/"""
    return shown(request, "index.html")


async def file(request: web.Request) -> web.StreamResponse:
    """GET /demo/<file>: one folder, no way out of it."""
    return shown(request, Path(request.match_info["name"]).name)


def shown(request: web.Request, name: str) -> web.StreamResponse:
    settings = request.app[HOUSE].settings
    path = settings.page / "demo" / name
    if not settings.demo_key or not path.is_file():
        raise web.HTTPNotFound(text=f"no demo file {name}")
    return web.FileResponse(path, headers=NO_CACHE)


async def send(request: web.Request) -> web.Response:
    """POST /demo/send {"phone", "locale"}: asks for a code, as a portal does at its sign-in."""
    given = await fields(request)
    phone = str(given.get("phone", ""))
    wish = {
        "phone_number": phone,
        "purpose": "login",
        "locale": str(given.get("locale", "kk")),
        "context": {"city": "Астана"},
    }
    told = await asked(request.app[HOUSE], "sendVerificationMessage", wish)
    return answer(beside_the_chats(request.app[HOUSE], told))


async def check(request: web.Request) -> web.Response:
    """POST /demo/check {"request_id", "code"}: what the person typed."""
    given = await fields(request)
    guess = {name: str(given.get(name, "")) for name in ("request_id", "code")}
    return answer(await asked(request.app[HOUSE], "checkVerificationStatus", guess))


async def status(request: web.Request) -> web.Response:
    """GET /demo/status/<request_id>: whether the code is in the chat by now."""
    about = {"request_id": request.match_info["request"]}
    return answer(await asked(request.app[HOUSE], "checkVerificationStatus", about))


async def asked(house: House, method: str, params: Json) -> Json:
    """The API's envelope; UNREACHABLE if there is no API."""
    settings = house.settings
    if not settings.demo_key:
        raise web.HTTPNotFound(text="no demo portal: it was given no key")
    try:
        async with house.outward().post(
            f"{settings.upstream.rstrip('/')}/{method}",
            json=params,
            headers={"Authorization": f"Bearer {settings.demo_key}"},
            timeout=ClientTimeout(total=SECONDS),
        ) as response:
            told = load(await response.read())
    except (ClientError, TimeoutError, OSError, ValueError):
        return UNREACHABLE
    return told if isinstance(told, dict) else UNREACHABLE


def beside_the_chats(house: House, told: Json) -> Json:
    """The same answer with its link opening the chat of whoever has that phone here, and the
    picture named by its path: the page shows pictures of its own server only."""
    result = told.get("result")
    if not isinstance(result, dict) or "link_url" not in result:
        return told
    whose = next(
        (p for p in house.telegram.world.people.values() if p.phone == result["phone_number"]),
        None,
    )
    chat = f"&person={whose.id}" if whose else ""
    link = {"link_url": result["link_url"] + chat, "qr_svg": urlsplit(result["qr_svg"]).path}
    return {**told, "result": {**result, **link}}
