"""How updates reach the bot: polls that confirm, webhooks that insist."""

import asyncio

import pytest
from aiohttp import web

from sandbox import people
from sandbox.errors import ApiError
from sandbox.house import Settings
from sandbox.server import running


def texts(updates):
    return [u["message"]["text"] for u in updates]


def test_updates_stay_until_an_offset_confirms_them(world, call):
    for word in ("бір", "екі", "үш"):
        people.say(world, 101, word)
    first = call("getUpdates", limit=2)
    assert texts(first) == ["бір", "екі"]
    assert call("getUpdates", limit=2) == first
    assert texts(call("getUpdates", offset=first[-1]["update_id"] + 1)) == ["үш"]
    assert texts(call("getUpdates")) == ["үш"]


def test_update_ids_grow_by_one_from_a_random_start(world, call):
    for word in ("бір", "екі"):
        people.say(world, 101, word)
    one, two = (u["update_id"] for u in call("getUpdates"))
    assert two == one + 1
    assert one > 1_000_000


def test_a_negative_offset_keeps_only_the_last(world, call):
    for word in ("бір", "екі", "үш"):
        people.say(world, 101, word)
    assert texts(call("getUpdates", offset=-1)) == ["үш"]
    assert texts(call("getUpdates")) == ["үш"]


def test_only_allowed_kinds_are_queued_and_the_choice_is_remembered(world, call):
    call("getUpdates", allowed_updates='["callback_query"]')
    assert people.say(world, 101, "бір")["update_id"] is None
    call("getUpdates")
    assert people.say(world, 101, "екі")["update_id"] is None
    call("getUpdates", allowed_updates=[])
    assert people.say(world, 101, "үш")["update_id"]


def test_polling_is_refused_while_a_webhook_is_set(world, call, refusal):
    call("setWebhook", url="https://example.kz/hook")
    assert refusal("getUpdates") == (
        "Conflict: can't use getUpdates method while webhook is active;"
        " use deleteWebhook to delete the webhook first"
    )
    assert call("getWebhookInfo")["url"] == "https://example.kz/hook"
    call("deleteWebhook")
    assert call("getWebhookInfo") == {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": 0,
    }
    assert call("getUpdates") == []


def test_pending_updates_can_be_dropped(world, call):
    people.say(world, 101, "бір")
    call("deleteWebhook", drop_pending_updates=True)
    assert call("getUpdates") == []


async def test_a_poll_waits_for_the_first_update(client):
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(client.api("getUpdates", timeout=10))
        await asyncio.sleep(0.05)
        assert not poll.done()
        await client.act(101, "say", text="сәлем")
    assert texts(poll.result()["result"]) == ["сәлем"]


async def test_a_poll_that_times_out_is_empty(client):
    assert await client.api("getUpdates", timeout=0) == {"ok": True, "result": []}


async def test_a_second_poll_ends_the_first(client):
    async with asyncio.TaskGroup() as group:
        first = group.create_task(client.api("getUpdates", timeout=10))
        await asyncio.sleep(0.05)
        second = group.create_task(client.api("getUpdates", timeout=10))
        await asyncio.sleep(0.05)
        await client.act(101, "say", text="сәлем")
    assert first.result() == {
        "ok": False,
        "error_code": 409,
        "description": "Conflict: terminated by other getUpdates request; make sure that only"
        " one bot instance is running",
    }
    assert texts(second.result()["result"]) == ["сәлем"]


async def test_setting_a_webhook_ends_a_poll(client):
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(client.api("getUpdates", timeout=10))
        await asyncio.sleep(0.05)
        await client.api("setWebhook", url="http://127.0.0.1:1/")
    assert poll.result()["description"] == "Conflict: terminated by setWebhook request"


async def test_raw_and_broken_updates_can_be_injected(client):
    told = await client.post("/sandbox/update", {"message": "бұл хабар емес"})
    updates = (await client.api("getUpdates"))["result"]
    assert updates == [{"update_id": told["update_id"], "message": "бұл хабар емес"}]


class Hook:
    """A bot's webhook that answers with the statuses it was given, then with 200."""

    def __init__(self, *statuses: int, body: object = None) -> None:
        self.statuses, self.body = list(statuses), body
        self.heard: list[tuple[str, object]] = []
        self.now, self.most = 0, 0

    async def take(self, request: web.Request) -> web.Response:
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        self.heard.append((secret, await request.json()))
        self.now += 1
        self.most = max(self.most, self.now)
        await asyncio.sleep(0.01)
        self.now -= 1
        status = self.statuses.pop(0) if self.statuses else 200
        return web.json_response(self.body or {}, status=status)


@pytest.fixture
async def hooked(started, free_port):
    """Serves a Hook and a sandbox that posts to it."""
    runners = []

    async def begin(hook: Hook, **params: object) -> None:
        app = web.Application()
        app.router.add_post("/hook", hook.take)
        runner = web.AppRunner(app)
        await runner.setup()
        runners.append(runner)
        await web.TCPSite(runner, "127.0.0.1", free_port).start()
        url = f"http://127.0.0.1:{free_port}/hook"
        started.call("setWebhook", {"url": url, **params})

    async with running(started, Settings(retry_seconds=0.01)):
        yield begin
    for runner in runners:
        await runner.cleanup()


async def test_a_webhook_gets_updates_with_its_secret(hooked, world, until):
    hook = Hook()
    await hooked(hook, secret_token="s3cret")
    people.say(world, 101, "сәлем")
    await until(lambda: not world.updates.pending)
    assert [(s, u["message"]["text"]) for s, u in hook.heard] == [("s3cret", "сәлем")]


async def test_a_webhook_is_tried_again_until_it_answers_well_and_in_order(
    hooked, world, call, until
):
    hook = Hook(500, 404)
    await hooked(hook)
    people.say(world, 101, "бір")
    people.say(world, 101, "екі")
    await until(lambda: len(hook.heard) >= 2)
    assert call("getWebhookInfo")["last_error_message"] == (
        "Wrong response from the webhook: 500 Internal Server Error"
    )
    await until(lambda: not world.updates.pending)
    assert [u["message"]["text"] for _, u in hook.heard] == ["бір", "бір", "бір", "екі"]


async def test_a_webhook_gets_one_update_of_a_chat_at_a_time_but_chats_side_by_side(
    hooked, world, until
):
    hook = Hook()
    for person in (101, 102, 103):
        for word in ("бір", "екі"):
            people.say(world, person, word)
    await hooked(hook)
    await until(lambda: not world.updates.pending)
    for person in (101, 102, 103):
        own = [u for _, u in hook.heard if u["message"]["chat"]["id"] == person]
        assert [u["message"]["text"] for u in own] == ["бір", "екі"]
    assert hook.most > 1


async def test_a_webhook_that_is_away_keeps_its_updates(started, world, call, until):
    async with running(started, Settings(retry_seconds=0.01)):
        call("setWebhook", url="http://127.0.0.1:1/")
        people.say(world, 101, "бір")
        await until(lambda: world.updates.webhook.error)
        call("deleteWebhook")
    assert texts(call("getUpdates")) == ["бір"]


async def test_a_webhooks_answer_may_be_a_method(hooked, world, until):
    hook = Hook(body={"method": "sendMessage", "chat_id": 101, "text": "жауап"})
    await hooked(hook)
    people.say(world, 101, "сәлем")
    await until(lambda: not world.updates.pending)
    assert list(world.chats[101].messages.values())[-1].tree["text"] == "жауап"


def test_the_core_never_waits(telegram):
    assert telegram.call("getUpdates", {"timeout": 50}) == []
    with pytest.raises(ApiError):
        telegram.call("getUpdates", {"allowed_updates": "message"})
