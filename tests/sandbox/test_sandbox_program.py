"""The sandbox as a program of its own: one line when ready, state over a restart, the lifeline."""

import asyncio
import signal
import sys
from contextlib import asynccontextmanager
from pathlib import Path

from app.sandbox import running as started
from sandbox import media, people, state, taps
from sandbox.house import Settings
from sandbox.params import Upload
from sandbox.server import running
from sandbox.telegram import Telegram

ROOT = Path(__file__).parents[2]


@asynccontextmanager
async def program(*options, stdin=None):
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "sandbox", "--port", "0", *options,
        cwd=ROOT, stdin=stdin or asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    line = (await process.stdout.readline()).decode()
    try:
        yield process, line
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
        await process.communicate()


async def test_it_says_one_line_and_keeps_its_chats_over_a_restart(http, tmp_path):
    options = ("--state", str(tmp_path / "world.json"), "--token", "5:own")
    async with program(*options) as (process, line):
        url = line.removeprefix("sandbox ready ").strip()
        assert url.startswith("http://127.0.0.1:")
        async with http.post(f"{url}/sandbox/people/101/say", json={"text": "a\ud800"}) as said:
            number = (await said.json())["update_id"]
        process.send_signal(signal.SIGTERM)
        assert await process.wait() == 0
        assert await process.stdout.read() == b""
    async with program(*options) as (_, line):
        url = line.removeprefix("sandbox ready ").strip()
        async with http.get(f"{url}/bot5:own/getUpdates") as response:
            [update] = (await response.json())["result"]
    assert (update["update_id"], update["message"]["text"]) == (number, "a\ud800")


async def test_it_ends_with_its_lifeline():
    async with program("--lifeline", stdin=asyncio.subprocess.PIPE) as (process, line):
        assert line.startswith("sandbox ready ")
        process.stdin.close()
        async with asyncio.timeout(10):
            assert await process.wait() == 0


async def test_its_keys_are_on_no_command_line(http, tmp_path):
    given = {"upstream": "http://127.0.0.1:9", "key": "key-of-clock", "demo_key": "otl_demo",
             "state": tmp_path / "world.json", "authority": tmp_path}  # fmt: skip
    async with started("127.0.0.1", 0, **given) as url:
        lines = [p.read_bytes() for p in Path("/proc").glob("[0-9]*/cmdline") if p.exists()]
        assert any(b"world.json" in line for line in lines)
        assert not [x for x in lines if b"key-of-clock" in x or b"otl_demo" in x]
        async with http.get(f"{url}/demo/") as page:
            assert page.status == 200


async def test_the_whole_world_comes_back(tmp_path):
    path = tmp_path / "deep" / "world.json"
    one = Telegram()
    async with running(one, Settings(state=path)):
        people.start(one.world, 101)
        one.call("setMyCommands", {"commands": [{"command": "a", "description": "б"}]})
        one.call("setWebhook", {"url": "https://a.kz/"})
        one.call(
            "sendMessage", {"chat_id": 101, "text": "х", "reply_markup": {"keyboard": [["a"]]}}
        )
        media.upload(one.world, 101, "document", Upload("a", "text/plain", b"bytes"))
        taps.tap_data(one.world, 101, 1, "x")
        one.world.mailbox.keep({"to": "a@b.kz", "subject": "с"}, 1)
        one.world.clock.offset_seconds = 3600
    two = Telegram()
    assert state.load_into(two.world, path)
    assert state.snapshot(two.world) == state.snapshot(one.world)
    assert [f.data for f in two.world.files.by_id.values()] == [b"bytes"]
    assert list(two.world.updates.pending) == list(one.world.updates.pending)


async def test_changes_are_saved_while_it_runs(tmp_path, until):
    path = tmp_path / "world.json"
    telegram = Telegram()
    async with running(telegram, Settings(state=path)):
        people.start(telegram.world, 101)
        await until(path.exists)
    assert not list(tmp_path.glob("*.new"))
