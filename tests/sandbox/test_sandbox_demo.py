"""The demo portal: a page and a client of the codes API behind it; none without a key."""

import json

import pytest
from aiohttp import web

from sandbox.house import Settings
from sandbox.server import running

WAITING = {
    "request_id": "r1",
    "phone_number": "+77000000002",
    "link_url": "http://127.0.0.1:1?start=link-x",
    "link_code": "3870 3177 0024",
    "qr_svg": "http://127.0.0.1:1/qr/link-x.svg",
}


@pytest.fixture
async def api():
    """An API that writes down what it is asked."""
    heard = []

    async def called(request: web.Request) -> web.Response:
        heard.append((request.path, request.headers["Authorization"], await request.json()))
        return web.json_response({"ok": True, "result": WAITING})

    app = web.Application()
    app.add_routes([web.post("/{method}", called)])
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}", heard
    await runner.cleanup()


async def test_without_a_key_there_is_no_demo_portal(http):
    async with running(settings=Settings()) as sandbox:
        for path in ("/demo/", "/demo/demo.js", "/demo/status/1"):
            assert (await http.get(sandbox.url + path)).status == 404
        assert (await http.post(sandbox.url + "/demo/send", json={})).status == 404


async def test_the_page_and_its_files_are_served_from_one_folder(http):
    async with running(settings=Settings(demo_key="k")) as sandbox:
        page = await http.get(sandbox.url + "/demo/")
        assert "default-src 'self'" in await page.text()
        assert (await http.head(sandbox.url + "/demo/")).status == 200
        assert (await http.get(sandbox.url + "/demo/words.js")).status == 200
        assert (await http.get(sandbox.url + "/demo/..%2Findex.html")).status == 200
        assert (await http.get(sandbox.url + "/demo/nothing.js")).status == 404


async def test_it_speaks_to_the_api_as_any_portal_does(http, api):
    address, heard = api
    async with running(settings=Settings(upstream=address, demo_key="secret")) as sandbox:
        sent = await http.post(
            sandbox.url + "/demo/send", json={"phone": "8 700 000 00 02", "locale": "ru"}
        )
        told = json.loads(await sent.text())
        await http.post(sandbox.url + "/demo/check", json={"request_id": "r1", "code": "123456"})
        await http.get(sandbox.url + "/demo/status/r1")
    assert [path for path, *_ in heard] == [
        "/sendVerificationMessage",
        "/checkVerificationStatus",
        "/checkVerificationStatus",
    ]
    assert {key for _, key, _ in heard} == {"Bearer secret"}
    assert heard[0][2]["phone_number"] == "8 700 000 00 02"
    assert told["result"]["link_url"].endswith("&person=102")
    assert told["result"]["qr_svg"] == "/qr/link-x.svg"


async def test_an_api_that_is_away_is_said(http):
    settings = Settings(upstream="http://127.0.0.1:9", demo_key="k")
    async with running(settings=settings) as sandbox:
        sent = await http.post(sandbox.url + "/demo/send", json={"phone": "1"})
        assert json.loads(await sent.text()) == {"ok": False, "error": "API_UNREACHABLE"}


async def test_other_sites_may_not_use_it(http):
    async with running(settings=Settings(demo_key="k")) as sandbox:
        stranger = {"Origin": "https://elsewhere.example"}
        sent = await http.post(sandbox.url + "/demo/send", json={}, headers=stranger)
        assert sent.status == 403
