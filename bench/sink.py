"""`python -m bench.sink`: a bare HTTP server that answers as Telegram would and counts what came
to whom. The sandbox keeps every message and tells its page; here only the sender is measured."""

import asyncio
import json
import time
from collections import Counter
from typing import Any

from aiohttp import web

POLL_SECONDS = 5.0


class Sink:
    def __init__(self) -> None:
        self.messages: Counter[int] = Counter()
        self.number = 0

    async def call(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        given = await self.given(request)
        if method == "getUpdates":
            await asyncio.sleep(POLL_SECONDS)
            return self.answer([])
        if method == "getMe":
            return self.answer(
                {"id": 1000001, "is_bot": True, "first_name": "B", "username": "bench_bot"}
            )
        return self.answer(self.sent(given) if method == "sendMessage" else True)

    async def given(self, request: web.Request) -> dict[str, Any]:
        if request.content_type == "application/json":
            found: dict[str, Any] = await request.json(loads=json.loads)
            return found
        return dict(await request.post())

    def sent(self, given: dict[str, Any]) -> dict[str, Any]:
        chat = int(given["chat_id"])
        self.messages[chat] += 1
        self.number += 1
        return {
            "message_id": self.number,
            "date": int(time.time()),
            "chat": {"id": chat, "type": "private", "first_name": "P"},
            "text": given["text"],
        }

    def answer(self, result: Any) -> web.Response:
        return web.json_response({"ok": True, "result": result})

    async def counts(self, request: web.Request) -> web.Response:
        doubled = sum(1 for n in self.messages.values() if n > 1)
        return web.json_response({"people": len(self.messages), "doubled": doubled})


async def main() -> None:
    sink = Sink()
    app = web.Application()
    app.add_routes([web.get("/counts", sink.counts), web.post("/{bot}/{method}", sink.call)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    print(f"sink ready http://127.0.0.1:{port}", flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
