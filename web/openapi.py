"""The description of the API for machines (/openapi.json) and the page that people read (/docs).
All are files beside this one; tests hold them to what is served."""

import json
from pathlib import Path
from typing import Any

from aiohttp import web

HERE = Path(__file__).parent
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def document(public_url: str) -> dict[str, Any]:
    """The OpenAPI 3.1 document, with the address of this server in it: what portals call, and what
    systems of staff call."""
    found, staff = read("openapi.json"), read("openapi_staff.json")
    ours, theirs = found["components"], staff["components"]
    parts = {**theirs, **{part: {**ours[part], **theirs.get(part, {})} for part in ours}}
    return {
        **found,
        "servers": [{"url": public_url}],
        "tags": staff["tags"],
        "paths": {**found["paths"], **staff["paths"]},
        "components": parts,
    }


def read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((HERE / name).read_text("utf-8"))
    return found


def routes(public_url: str) -> list[web.RouteDef]:
    described = json.dumps(document(public_url), ensure_ascii=False, indent=1)
    page = (HERE / "docs.html").read_text("utf-8").replace("$PUBLIC_URL", public_url)

    async def machine(request: web.Request) -> web.Response:
        return web.Response(text=described, content_type="application/json", headers=HEADERS)

    async def people(request: web.Request) -> web.Response:
        return web.Response(text=page, content_type="text/html", headers=HEADERS)

    return [web.get("/openapi.json", machine), web.get("/docs", people)]
