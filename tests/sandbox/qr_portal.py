"""A portal that has a document signed over eGov Mobile's protocol: API No. 1 and No. 2."""

import base64
from typing import Any

from aiohttp import web

IIN = "880412490003"
DOCUMENT = b"%PDF-1.7 what is signed"


class Portal:
    """The server of a portal: API No. 1 and No. 2."""

    def __init__(self) -> None:
        self.brought: list[Any] = []
        self.language = ""

    def app(self) -> web.Application:
        app = web.Application()
        app.add_routes(
            [web.get("/one", self.one), web.get("/two", self.two), web.put("/two", self.put)]
        )
        return app

    async def one(self, request: web.Request) -> web.Response:
        self.language = request.headers["Accept-Language"]
        uri = str(request.url.with_path("/two"))
        return web.json_response(
            {
                "description": "Өтініш",
                "expiry_date": "2026-09-01T09:10:00.000+05:00",
                "organisation": {"nameKz": "K", "nameRu": "R", "nameEn": "E", "bin": ""},
                "document": {"uri": uri, "auth_type": "Token", "auth_token": "abc"},
            }
        )

    async def two(self, request: web.Request) -> web.Response:
        if request.headers.get("Authorization") != "Bearer abc":
            return web.json_response({"message": "no token"}, status=401)
        file = {"mime": "@file/pdf", "data": base64.b64encode(DOCUMENT).decode()}
        names = {"nameKz": "K", "nameRu": "R", "nameEn": "E"}
        meta = [{"name": "ЖСН", "value": IIN}]
        document = {"id": 1, **names, "meta": meta, "document": {"file": file}}
        return web.json_response(
            {"signMethod": "CMS_SIGN_ONLY", "version": 1, "documentsToSign": [document]}
        )

    async def put(self, request: web.Request) -> web.Response:
        if len(self.brought) == 3:
            return web.json_response({"message": "Қолтаңба жарамады"}, status=403)
        self.brought.append(await request.json())
        return web.json_response({"code": "200", "message": "success"})
