"""The page's API: state and events, taps that wait, mail, clock, the bot's web, the guard."""

import asyncio
import json

import pytest
from aiohttp import FormData, web

from sandbox.house import Settings
from sandbox.server import running


async def test_the_state_shows_people_chats_and_the_bot(client):
    await client.api("setMyCommands", commands=[{"command": "start", "description": "Бастау"}])
    await client.api("setMyDescription", description="Өтінім беру")
    state = await client.get("/sandbox/state")
    assert [p["role"] for p in state["people"]] == ["pupil", "parent", "teacher", "staff", "staff"]
    assert state["bot"]["commands"] == {"": [{"command": "start", "description": "Бастау"}]}
    assert state["bot"]["description"] == "Өтінім беру"
    own, *_, group = state["chats"]
    assert (own["id"], own["person_id"], own["type"]) == (101, 101, "private")
    assert own["messages"][0]["out"] == 101
    assert (group["id"], group["type"]) == (-1001, "group")
    assert state["clock"]["moved"] is False


async def read_events(client, count, after=None, **headers):
    path = "/sandbox/events" + (f"?after={after}" if after is not None else "")
    found = []
    async with client.http.get(client.sandbox.url + path, headers=headers) as response:
        async with asyncio.timeout(5):
            async for line in response.content:
                if line.startswith(b"data: "):
                    found.append(json.loads(line[6:]))
                if len(found) == count:
                    return found
    return found


async def test_events_follow_the_state_and_can_be_resumed(client):
    version = (await client.get("/sandbox/state"))["version"]
    await client.act(101, "say", text="сәлем")
    await client.api("sendMessage", chat_id=101, text="х", reply_markup={"keyboard": [["Ия"]]})
    await client.api("sendChatAction", chat_id=101, action="typing")
    events = await read_events(client, 4, after=version)
    assert [e["type"] for e in events] == ["message", "message", "keyboard", "action"]
    assert [e["n"] for e in events] == list(range(version + 1, version + 5))
    assert events[1]["message"]["out"] == "bot"
    assert events[2]["reply_keyboard"] == {"keyboard": [[{"text": "Ия"}]]}
    resumed = await read_events(client, 2, **{"Last-Event-ID": str(version + 2)})
    assert resumed == events[2:]


async def test_an_open_stream_does_not_hold_the_server_up(started, http):
    async with asyncio.timeout(3):
        async with running(started) as sandbox:
            response = await http.get(sandbox.url + "/sandbox/events")
    response.close()


async def test_events_that_are_gone_ask_for_a_reset(client):
    [event] = await read_events(client, 1, after=10**9)
    assert event["type"] == "reset"


async def test_edits_deletions_toasts_and_mail_are_events(client):
    version = (await client.get("/sandbox/state"))["version"]
    sent = (await client.api("sendMessage", chat_id=101, text="х"))["result"]["message_id"]
    await client.api("editMessageText", chat_id=101, message_id=sent, text="у")
    await client.api("deleteMessage", chat_id=101, message_id=sent)
    await client.post("/sandbox/mail", {"to": "a@b.kz", "subject": "с", "text": "т"})
    events = await read_events(client, 4, after=version)
    assert [e["type"] for e in events] == ["message", "edited", "deleted", "mail"]
    assert events[1]["message"]["edit_date"]
    assert events[2]["message_ids"] == [sent]


async def tap(client, **answer):
    rows = {"inline_keyboard": [[{"text": "иә", "callback_data": "1"}]]}
    sent = (await client.api("sendMessage", chat_id=101, text="х", reply_markup=rows))["result"]
    async with asyncio.TaskGroup() as group:
        fields = {"message_id": sent["message_id"], "row": 0, "column": 0}
        tapping = group.create_task(client.act(101, "tap", **fields))
        [update] = (await client.api("getUpdates", timeout=5))["result"]
        query = update["callback_query"]["id"]
        await client.api("answerCallbackQuery", callback_query_id=query, **answer)
    return tapping.result()


async def test_a_tap_waits_for_the_bots_answer(client):
    told = await tap(client, text="Сақталды", show_alert=True)
    assert told["toast"] == {"text": "Сақталды", "alert": True, "url": ""}


async def test_a_silent_answer_brings_no_toast(client):
    told = await tap(client)
    assert (told["answered"], told["toast"]) == (True, None)


async def test_mail_is_kept_once_for_one_message_id(client):
    letter = {"to": "Oqushy@example.kz", "subject": "Растау", "text": "код", "message_id": "<1>"}
    first = await client.post("/sandbox/mail", letter)
    assert await client.post("/sandbox/mail", letter) == first
    await client.post("/sandbox/mail", {**letter, "to": "x@y.kz", "message_id": "<2>"})
    assert await client.get("/sandbox/mail?to=oqushy@EXAMPLE.kz") == [first]
    assert len(await client.get("/sandbox/mail")) == 2
    assert "error" in await client.post("/sandbox/mail", {"to": "x@y.kz"})


async def test_uploads_come_through_the_page_and_back(client):
    form = FormData({"kind": "document", "caption": "мінездеме"})
    form.add_field("file", b"<script>", filename="a.html", content_type="text/html")
    url = f"{client.sandbox.url}/sandbox/people/101/upload"
    async with client.http.post(url, data=form) as response:
        message = (await response.json())["message"]
    assert (message["caption"], message["document"]["file_name"]) == ("мінездеме", "a.html")
    shown = f"{client.sandbox.url}/sandbox/file/{message['document']['file_id']}"
    async with client.http.get(shown) as response:
        assert response.content_type == "application/octet-stream"
        assert response.headers["Content-Disposition"] == "attachment"
        assert await response.read() == b"<script>"


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("people/999/say", {"text": "х"}, 404),
        ("people/x/say", {"text": "х"}, 404),
        ("people/101/fly", {}, 404),
        ("people/101/say", {}, 400),
        ("people/101/say", {"text": ""}, 400),
        ("people/101/tap", {"message_id": 1}, 400),
        ("people/101/edit", {"message_id": 99, "text": "х"}, 404),
        ("people/101/unblock", {}, 409),
        ("people", {}, 400),
        ("clock", {"now": "yesterday"}, 400),
        ("clock", {}, 400),
        ("update", [], 400),
    ],
)
async def test_acts_that_cannot_be_are_refused_in_json(client, path, body, status):
    async with client.http.post(f"{client.sandbox.url}/sandbox/{path}", json=body) as response:
        assert response.status == status
        assert "error" in await response.json()


async def test_people_can_join_by_the_api(client):
    body = {"first_name": "Нұрлан", "phone": "+77000000099", "language_code": "kk"}
    person = await client.post("/sandbox/people", body)
    assert person["id"] == 106
    assert (await client.act(106, "start"))["update_id"]


async def test_a_reset_keeps_what_the_bot_set_up_and_goes_on_counting(client):
    await client.api("setMyName", name="Өтінім")
    before = await client.act(101, "say", text="бір")
    await client.post("/sandbox/reset", {})
    state = await client.get("/sandbox/state")
    assert state["bot"]["name"] == "Өтінім"
    assert all(not chat["messages"] for chat in state["chats"])
    after = await client.act(101, "say", text="екі")
    assert after["update_id"] == before["update_id"] + 1
    assert after["message"]["message_id"] > before["message"]["message_id"]
    assert len((await client.api("getUpdates"))["result"]) == 1


async def test_the_page_is_served_without_a_cache_and_only_from_its_folder(
    started, http, tmp_path
):
    (tmp_path / "index.html").write_text("<p>бет")
    (tmp_path / "app.js").write_text("1")
    async with running(started, Settings(page=tmp_path)) as sandbox:
        async with http.get(sandbox.url + "/") as response:
            assert await response.text() == "<p>бет"
            assert response.headers["Cache-Control"] == "no-store"
        async with http.get(sandbox.url + "/page/app.js") as response:
            assert response.content_type in {"text/javascript", "application/javascript"}
        async with http.get(sandbox.url + "/page/..%2fsecret") as response:
            assert response.status == 404


async def test_a_missing_page_says_so(started, http, tmp_path):
    settings = Settings(page=tmp_path)
    async with running(started, settings) as sandbox, http.get(sandbox.url + "/") as response:
        assert "missing" in await response.text()


class Upstream:
    """The bot's own web server."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, str, str]] = []

    async def answer(self, request: web.Request) -> web.Response:
        key = request.headers.get("X-Sandbox-Key", "")
        self.heard.append((request.method, request.path_qs, key + await request.text()))
        if request.path == "/moved":
            raise web.HTTPFound("/there")
        return web.Response(text="растала берді", headers={"X-From": "bot", "Set-Cookie": "a=1"})


@pytest.fixture
async def upstream(started, free_port):
    app, behind = web.Application(), Upstream()
    app.router.add_route("*", "/{rest:.*}", behind.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", free_port).start()
    yield behind, f"http://127.0.0.1:{free_port}"
    await runner.cleanup()


async def test_other_paths_go_to_the_bots_web_as_they_are(started, http, upstream):
    behind, url = upstream
    async with running(started, Settings(upstream=url)) as sandbox:
        async with http.post(sandbox.url + "/confirm/%D0%B0?c=1", data=b"x=1") as response:
            assert (response.status, await response.text()) == (200, "растала берді")
            assert (response.headers["X-From"], response.headers["Set-Cookie"]) == ("bot", "a=1")
        async with http.get(sandbox.url + "/moved", allow_redirects=False) as response:
            assert response.headers["Location"] == "/there"
    assert behind.heard[0] == ("POST", "/confirm/%D0%B0?c=1", "x=1")


async def test_a_bots_web_that_is_down_is_a_clear_502(started, http, free_port):
    settings = Settings(upstream=f"http://127.0.0.1:{free_port}")
    async with running(started, settings) as sandbox, http.get(sandbox.url + "/x") as response:
        assert response.status == 502
        assert await response.text() == (
            f"the bot's web server at http://127.0.0.1:{free_port} does not answer"
        )


async def test_moving_the_clock_tells_the_bot_and_dates_messages(started, http, upstream, client):
    behind, url = upstream
    async with running(started, Settings(upstream=url, key="k")) as sandbox:
        path = sandbox.url + "/sandbox/clock"
        async with http.post(path, json={"add_seconds": 86400}) as response:
            told = await response.json()
    assert told["told_app"] is True
    assert told["clock"]["offset_seconds"] == 86400
    assert behind.heard == [("POST", "/sandbox/clock", 'k{"offset_seconds": 86400}')]
    moved = (await client.api("sendMessage", chat_id=101, text="х"))["result"]["date"]
    back = await client.post("/sandbox/clock", {"reset": True})
    assert back == {"clock": await client.get("/sandbox/clock"), "told_app": False}
    now = (await client.api("sendMessage", chat_id=101, text="х"))["result"]["date"]
    assert 86_390 < moved - now < 86_410


async def test_the_clock_can_be_set_to_a_moment(client):
    told = await client.post("/sandbox/clock", {"now": "2030-03-01T09:00:00+05:00"})
    assert told["clock"]["now"].startswith("2030-03-01T04:00:0")
    assert told["clock"]["moved"] is True


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Host": "evil.example"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
    ],
)
async def test_only_the_page_itself_may_use_its_api(client, headers, status):
    url = client.sandbox.url + "/sandbox/people/101/say"
    async with client.http.post(url, json={"text": "х"}, headers=headers) as response:
        assert response.status == status


async def test_the_pages_own_origin_passes(client):
    headers = {"Origin": client.sandbox.url}
    url = client.sandbox.url + "/sandbox/people/101/say"
    async with client.http.post(url, json={"text": "х"}, headers=headers) as response:
        assert response.status == 200
