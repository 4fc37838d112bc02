"""Webhook deliveries: one at a time for each chat, repeated until the bot answers with 2xx."""

import asyncio

from aiohttp import ClientError, ClientResponse, ClientTimeout

from sandbox.errors import ApiError
from sandbox.house import House
from sandbox.updates import Update, Webhook
from sandbox.wire import dump, load

ATTEMPT_SECONDS = 60
LONGEST_PAUSE_SECONDS = 60


async def deliver_forever(house: House) -> None:
    """Post updates to the webhook, if there is one, for as long as the server lives."""
    busy: set[int] = set()
    async with asyncio.TaskGroup() as group:
        while not house.closing:
            for update in _due(house, busy):
                busy.add(update.chat)
                group.create_task(_deliver(house, update, busy))
            await house.updated.wait(None)


def _due(house: House, busy: set[int]) -> list[Update]:
    hook = house.telegram.world.updates.webhook
    if hook is None:
        return []
    free = max(hook.max_connections - len(busy), 0)
    return house.telegram.world.updates.firsts(busy)[:free]


async def _deliver(house: House, update: Update, busy: set[int]) -> None:
    pause = house.settings.retry_seconds
    updates = house.telegram.world.updates
    while (hook := updates.webhook) and update in updates.pending and not house.closing:
        if await _attempt(house, hook, update):
            updates.done(update)
            break
        await asyncio.sleep(pause)
        pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
    busy.discard(update.chat)
    house.updated.ring()


async def _attempt(house: House, hook: Webhook, update: Update) -> bool:
    """Whether the bot took the update; notes why not."""
    headers = {"Content-Type": "application/json"}
    headers |= {"X-Telegram-Bot-Api-Secret-Token": hook.secret} if hook.secret else {}
    timeout = ClientTimeout(total=ATTEMPT_SECONDS)
    try:
        async with house.outward().post(
            hook.url, data=dump(update.tree), headers=headers, timeout=timeout
        ) as response:
            body = await response.read()
    except (ClientError, TimeoutError, OSError) as trouble:
        return _failed(house, hook, f"Connection failed: {type(trouble).__name__}")
    if not 200 <= response.status < 300:
        return _failed(house, hook, _wrong(response))
    _obey(house, body)
    return True


def _wrong(response: ClientResponse) -> str:
    return f"Wrong response from the webhook: {response.status} {response.reason}"


def _failed(house: House, hook: Webhook, why: str) -> bool:
    hook.error, hook.error_date = why, house.telegram.world.clock.date()
    return False


def _obey(house: House, body: bytes) -> None:
    """A webhook may answer with a method to call; as in Telegram, nobody hears how it went."""
    if not body.startswith(b"{"):
        return
    try:
        tree = load(body)
        method = tree.pop("method", "") if isinstance(tree, dict) else ""
        if method:
            house.telegram.call(str(method), tree)
    except (ValueError, ApiError):
        return
