"""A phone that plays eGov Mobile: opens a link, shows what will be signed, signs with a key of the
sandbox's authority. It knows the QR signing protocol and speaks plain HTTP, as the app does; and
it can do what people and thieves do: refuse, sign something else, use another person's key.
"""

import asyncio
import base64
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import ClientError, ClientTimeout, web

from sandbox.bot_api import answer
from sandbox.errors import CannotAct
from sandbox.house import HOUSE, House
from sandbox.page_api import fields
from sandbox.wire import Json, load

if TYPE_CHECKING:
    from sandbox.authority import Authority

NO_CACHE = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
SECONDS = 40
WAYS = ("own", "sign-in", "revoked", "else")
"""With what one signs: the right key, one for signing in, a revoked one; or something else."""


@dataclass(frozen=True, slots=True)
class Order:
    """What API No. 1 and No. 2 said."""

    uri: str
    headers: dict[str, str]
    first: Json
    second: Json


def routes() -> list[web.RouteDef]:
    return [
        web.get("/phone/", page),
        web.get("/phone/{name}", file),
        web.post("/phone/open", opened),
        web.post("/phone/sign", signed),
    ]


async def page(request: web.Request) -> web.StreamResponse:
    """GET /phone/?link=<address of API No. 1>"""
    return shown(request, "index.html")


async def file(request: web.Request) -> web.StreamResponse:
    """GET /phone/<file>: one folder, no way out of it."""
    return shown(request, Path(request.match_info["name"]).name)


def shown(request: web.Request, name: str) -> web.StreamResponse:
    path = request.app[HOUSE].settings.page / "phone" / name
    if not path.is_file():
        raise web.HTTPNotFound(text=f"no file of the phone {name}")
    return web.FileResponse(path, headers=NO_CACHE)


async def opened(request: web.Request) -> web.Response:
    """POST /phone/open {"link", "locale"}: who asks, for what, and the document itself."""
    given = await fields(request)
    order = await fetched(request.app[HOUSE], given)
    (document,) = order.second["documentsToSign"]
    return answer(
        {
            "description": order.first["description"],
            "organisation": order.first["organisation"],
            "expires": order.first["expiry_date"],
            "name": {k: document[k] for k in ("nameKz", "nameRu", "nameEn")},
            "mime": document["document"]["file"]["mime"],
            "data": document["document"]["file"]["data"],
            "iin": next((m["value"] for m in document.get("meta", [])), None),
        }
    )


async def signed(request: web.Request) -> web.Response:
    """POST /phone/sign {"link", "locale", "iin", "name", "way"}: signs and brings it back."""
    given = await fields(request)
    house = request.app[HOUSE]
    authority = house.authority
    way = str(given.get("way", "own"))
    if authority is None or way not in WAYS:
        raise CannotAct("no authority here: the sandbox was started without one", 404)
    order = await fetched(house, given)
    (document,) = order.second["documentsToSign"]
    shown_bytes = base64.b64decode(document["document"]["file"]["data"])
    content = shown_bytes if way != "else" else b"Something else, not what was shown."
    cms = await asyncio.to_thread(signature, authority, content, given, way)
    document["document"]["file"]["data"] = base64.b64encode(cms).decode()
    return answer(await brought(house, order))


def signature(authority: "Authority", content: bytes, given: Json, way: str) -> bytes:
    certificate = authority.certificate(
        str(given.get("iin", "")),
        str(given.get("name", "")),
        sign_in=way == "sign-in",
        revoked=way == "revoked",
    )
    return authority.signature(content, certificate)


async def fetched(house: House, given: Json) -> Order:
    """GET No. 1, then GET No. 2 with its token. CannotAct with what the server says."""
    locale = {"Accept-Language": str(given.get("locale", "kk"))}
    link = str(given.get("link", "")).removeprefix("mobileSign:")
    first = await called(house, "GET", link, locale)
    document = first["document"]
    headers = dict(locale)
    if document["auth_type"] == "Token":
        headers["Authorization"] = f"Bearer {document['auth_token']}"
    second = await called(house, "GET", document["uri"], headers)
    return Order(document["uri"], headers, first, second)


async def brought(house: House, order: Order) -> Json:
    """PUT No. 2: the same answer with the signature in it."""
    return await called(house, "PUT", order.uri, order.headers, order.second)


async def called(
    house: House, method: str, url: str, headers: dict[str, str], body: Json | None = None
) -> Json:
    """The JSON of an answer with status 200; otherwise CannotAct with its message."""
    if not url.startswith(("http://", "https://")):
        raise CannotAct("this is no link of QR signing", 400)
    try:
        async with house.outward().request(
            method, url, json=body, headers=headers, timeout=ClientTimeout(total=SECONDS)
        ) as response:
            told = load(await response.read())
    except (ClientError, TimeoutError, OSError, ValueError):
        raise CannotAct("the link does not answer", 502) from None
    if response.status != 200 or not isinstance(told, dict):
        said = told.get("message") if isinstance(told, dict) else None
        raise CannotAct(str(said or f"status {response.status}"), 409)
    return told
