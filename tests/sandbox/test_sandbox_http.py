"""The Bot API as it is spoken over HTTP: forms of requests, tokens, files, faults."""

import io
import json
import struct

import pytest
from aiohttp import (
    ClientPayloadError,
    ClientSession,
    ContentTypeError,
    FormData,
    ServerDisconnectedError,
)

from sandbox.house import Settings
from sandbox.limits import Limits
from sandbox.server import running
from sandbox.telegram import Telegram

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 100, 50) + b"\x08\x02" * 60


async def ask(client, path, **request):
    async with client.http.request(
        request.pop("verb", "POST"), client.sandbox.url + path, **request
    ) as response:
        return response.status, await response.json()


@pytest.mark.parametrize(
    "request_of",
    [
        {"params": {"chat_id": 101, "text": "сәлем & 😀"}},
        {"verb": "GET", "params": {"chat_id": 101, "text": "сәлем & 😀"}},
        {"data": {"chat_id": "101", "text": "сәлем & 😀"}},
        {"json": {"chat_id": 101, "text": "сәлем & 😀"}},
        {"json": {"chat_id": "101", "text": "сәлем & 😀"}},
        {"params": {"chat_id": 101}, "data": {"text": "сәлем & 😀"}},
    ],
)
async def test_every_form_of_request_is_understood(client, request_of):
    status, answer = await ask(client, "/bot1:sandbox/SENDmessage", **request_of)
    assert (status, answer["result"]["text"]) == (200, "сәлем & 😀")


async def test_multipart_is_understood_with_files(client):
    form = FormData(quote_fields=False)
    for name, value in {"chat_id": "101", "caption": "қағаз", "document": "attach://f"}.items():
        form.add_field(name, value)
    form.add_field("f", b"%PDF-1.7 ...", filename="анықтама.pdf", content_type="application/pdf")
    status, answer = await ask(client, "/bot1:sandbox/sendDocument", data=form)
    assert status == 200
    document = answer["result"]["document"]
    assert document["file_name"] == "анықтама.pdf"
    assert document["mime_type"] == "application/pdf"
    got = await client.api("getFile", file_id=document["file_id"])
    path = f"/file/bot1:sandbox/{got['result']['file_path']}"
    async with client.http.get(client.sandbox.url + path) as response:
        assert await response.read() == b"%PDF-1.7 ..."


async def test_a_photo_can_be_sent_again_by_its_id_and_an_album_together(client):
    form = FormData({"chat_id": "101"})
    form.add_field("photo", PNG, filename="a.png", content_type="image/png")
    _, answer = await ask(client, "/bot1:sandbox/sendPhoto", data=form)
    known = answer["result"]["photo"][-1]["file_id"]
    again = await client.api("sendPhoto", chat_id=101, photo=known, caption="<b>я</b>")
    assert again["result"]["photo"] == answer["result"]["photo"]
    media = [{"type": "photo", "media": known, "caption": "1"}, {"type": "photo", "media": known}]
    album = await client.api("sendMediaGroup", chat_id=101, media=json.dumps(media))
    one, two = album["result"]
    assert one["media_group_id"] == two["media_group_id"]
    assert one["caption"] == "1"
    too_long = await client.api("sendPhoto", chat_id=101, photo=known, caption="х" * 1025)
    assert too_long["description"] == "Bad Request: message caption is too long"


async def test_a_file_that_is_no_picture_is_refused_as_a_photo(client):
    form = FormData({"chat_id": "101"})
    form.add_field("photo", b"MZ", filename="a.png", content_type="image/png")
    status, answer = await ask(client, "/bot1:sandbox/sendPhoto", data=form)
    assert (status, answer["description"]) == (400, "Bad Request: IMAGE_PROCESS_FAILED")


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/bot1:wrong/getMe", 401, "Unauthorized"),
        ("/bot1:sandbox/getEverything", 404, "Not Found"),
        ("/bot1:sandbox", 404, "Not Found"),
        ("/bot1:sandbox/a/b", 404, "Not Found"),
        ("/file/bot1:sandbox/documents/no.pdf", 404, "Not Found"),
    ],
)
async def test_wrong_tokens_methods_and_paths_are_told_apart(client, path, status, words):
    assert await ask(client, path, verb="GET") == (
        status,
        {"ok": False, "error_code": status, "description": words},
    )


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"chat_id=101&text=%ff%fe", "application/x-www-form-urlencoded"),
        (b'{"chat_id": 101, "text": "\\ud800"}', "application/json"),
    ],
)
async def test_text_outside_utf8_is_refused(client, body, kind):
    path, headers = "/bot1:sandbox/sendMessage", {"Content-Type": kind}
    status, answer = await ask(client, path, data=body, headers=headers)
    assert (status, answer["description"]) == (
        400,
        "Bad Request: strings must be encoded in UTF-8",
    )


@pytest.mark.parametrize("body", [b"{", b"[]", b"\xff"])
async def test_a_broken_json_body_is_refused(client, body):
    headers = {"Content-Type": "application/json"}
    status, answer = await ask(client, "/bot1:sandbox/getMe", data=body, headers=headers)
    assert status == 400
    assert answer["ok"] is False


async def test_a_body_over_20_mb_is_refused(client):
    path = "/bot1:sandbox/sendMessage"
    status, answer = await ask(client, path, data=io.BytesIO(b"x" * (20 * 2**20 + 1)))
    assert (status, answer["description"]) == (413, "Request Entity Too Large")
    form = FormData({"chat_id": "101"})
    form.add_field("document", io.BytesIO(b"x" * (20 * 2**20 + 1)), filename="a")
    status, answer = await ask(client, "/bot1:sandbox/sendDocument", data=form)
    assert (status, answer["description"]) == (413, "Request Entity Too Large")


async def test_hostile_words_of_people_reach_the_bot_as_json(client):
    raw = b'{"text": "a\\ud800\\u0000\\u202e"}'
    headers = {"Content-Type": "application/json"}
    await ask(client, "/sandbox/people/101/say", data=raw, headers=headers)
    url = client.sandbox.url + "/bot1:sandbox/getUpdates"
    async with client.http.get(url) as response:
        [update] = json.loads(await response.read())["result"]
    assert update["message"]["text"] == "a\ud800\x00\u202e"


async def test_faults_come_as_ordered_and_are_counted_down(client):
    await client.post(
        "/sandbox/faults",
        [
            {"method": "sendMessage", "chat_id": 101, "times": 2, "error": 429, "retry_after": 7},
            {"method": "getme", "times": 1, "error": 500},
        ],
    )
    for _ in range(2):
        assert await client.api("sendMessage", chat_id=101, text="х") == {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 7",
            "parameters": {"retry_after": 7},
        }
    assert (await client.api("sendMessage", chat_id=101, text="х"))["ok"]
    assert (await client.api("getMe"))["description"] == "Internal Server Error"
    assert await client.get("/sandbox/faults") == []


async def test_a_fault_may_move_a_group(client):
    await client.post(
        "/sandbox/faults",
        {"error": 400, "description": "Bad Request: group chat was upgraded to a supergroup chat",
         "migrate_to_chat_id": -100123},
    )  # fmt: skip
    answer = await client.api("sendMessage", chat_id=-1001, text="х")
    assert answer["parameters"] == {"migrate_to_chat_id": -100123}


@pytest.mark.parametrize(("when", "sent"), [("before", 0), ("after", 1)])
async def test_a_dropped_connection_may_hide_a_call_that_was_done(client, when, sent):
    await client.post("/sandbox/faults", [{"method": "sendMessage", "times": 1, "drop": when}])
    with pytest.raises((ServerDisconnectedError, ClientPayloadError, ConnectionError)):
        await client.api("sendMessage", chat_id=101, text="х")
    messages = client.sandbox.telegram.world.chats[101].messages.values()
    assert sum(entry.out == "bot" for entry in messages) == sent


async def test_garbage_is_not_json_and_delays_are_slow(client):
    await client.post("/sandbox/faults", [{"method": "getMe", "garbage": True, "delay": 0.05}])
    with pytest.raises(ContentTypeError):
        await client.api("getMe")


async def test_a_fault_that_does_nothing_is_refused(client):
    answer = await client.post("/sandbox/faults", [{"method": "getMe"}])
    assert "error" in answer


async def test_the_journal_keeps_calls_with_results_and_errors(client):
    await client.api("sendMessage", chat_id=101, text="х")
    await client.api("sendMessage", chat_id=9, text="х")
    one, two = await client.get("/sandbox/journal?method=sendmessage")
    assert one["params"] == {"chat_id": 101, "text": "х"}
    assert one["result"]["text"] == "х"
    assert two["error"]["description"] == "Bad Request: chat not found"
    assert two["n"] == one["n"] + 1
    assert await client.get(f"/sandbox/journal?after={two['n']}") == []


def test_limits_let_a_burst_through_and_then_ask_to_wait():
    now = 0.0
    limits = Limits(now=lambda: now)
    telegram = Telegram(limits=limits)
    for chat in telegram.world.chats.values():
        chat.started = True
    answers = [send(telegram, 101) for _ in range(25)]
    assert answers == [None] * 20 + [1] * 5
    now = 2.5
    assert [send(telegram, 101) for _ in range(3)] == [None, None, 1]


def test_limits_count_all_chats_together_and_groups_slowly():
    limits = Limits(now=lambda: 0.0)
    telegram = Telegram(limits=limits)
    for chat in telegram.world.chats.values():
        chat.started = True
    assert [send(telegram, -1001) for _ in range(21)] == [None] * 20 + [3]
    assert [send(telegram, 102) for _ in range(11)] == [None] * 10 + [1]


def send(telegram: Telegram, chat_id: int) -> int | None:
    from sandbox.errors import ApiError

    try:
        telegram.call("sendMessage", {"chat_id": chat_id, "text": "х"})
    except ApiError as refusal:
        return refusal.retry_after
    return None


async def test_another_token_may_be_chosen(http: ClientSession):
    async with running(settings=Settings(token="7:own")) as sandbox:
        async with http.get(f"{sandbox.url}/bot7:own/getMe") as response:
            assert (await response.json())["ok"]
        async with http.get(f"{sandbox.url}/bot1:sandbox/getMe") as response:
            assert response.status == 401
