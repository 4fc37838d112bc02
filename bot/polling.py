"""Fetches updates from Telegram: raw, stored, and only then confirmed by the next offset."""

import asyncio
from typing import Any

import structlog

from adapters.telegram import CallDelayed, CallFailed, CallRefused, Telegram
from bot.intake import Intake
from domain.store import StoreUnavailable

log = structlog.get_logger()
LONG = 25
ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member"]
CONFLICT = 409


class Polling:
    """The loop of getUpdates. The offset is remembered only within a run: what Telegram gives
    twice is recognised by the inbox."""

    def __init__(self, telegram: Telegram, intake: Intake) -> None:
        self.telegram = telegram
        self.intake = intake
        self.offset: int | None = None
        self.seen_at: float = 0.0

    async def run(self) -> None:
        pause = 1.0
        while True:
            await self.intake.room.wait()
            try:
                await self.once()
                pause = 1.0
            except CallDelayed as told:
                await asyncio.sleep(told.retry_after)
            except CallRefused as refused:
                log.error(
                    "Telegram refuses getUpdates",
                    code=refused.code,
                    description=refused.description,
                )
                await asyncio.sleep(5 if refused.code == CONFLICT else 30)
            except StoreUnavailable as away:  # not stored, so not confirmed: it comes again
                log.error("updates can't be stored now", trouble=str(away))
                await asyncio.sleep(pause)
                pause = min(pause * 2, 30)
            except CallFailed:
                await asyncio.sleep(pause)
                pause = min(pause * 2, 30)

    async def once(self) -> None:
        params: dict[str, Any] = {"timeout": LONG, "limit": 100, "allowed_updates": ALLOWED}
        if self.offset is not None:
            params["offset"] = self.offset
        updates = await self.telegram.call("getUpdates", params, wait=LONG + 10)
        self.seen_at = asyncio.get_running_loop().time()
        if not updates:
            return
        await self.intake.accept(updates)
        self.offset = max(update["update_id"] for update in updates) + 1
