"""The commands of docs/howto/run-with-telegram.md and of the README's "Run it for real", executed
with a token, an address and a database of our own."""

import asyncio
import os
import signal
import sys
from pathlib import Path

from bench.program import TOKEN, line_of, server
from tests.docs.pages import ROOT, blocks

PAGE = (ROOT / "docs/howto/run-with-telegram.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
OURS = {"1234567890:your-token-from-BotFather-goes-here": TOKEN}
ELSEWHERE = "export DATABASE_URL"


def lines(page: str) -> list[str]:
    """Every line of its shell blocks once, in order."""
    said = "".join(block.text for block in blocks(page) if block.kind == "sh")
    return list(dict.fromkeys(said.splitlines()))


def exports(page: str) -> str:
    """The settings of the page, with what must be ours instead."""
    given = [s for s in lines(page) if s.startswith("export ") and not s.startswith(ELSEWHERE)]
    text = "\n".join(given)
    for theirs, ours in OURS.items():
        assert theirs in text
        text = text.replace(theirs, ours)
    return text


async def shell(script: str, folder: Path, api: str) -> asyncio.subprocess.Process:
    env = {**os.environ, "DATA_DIR": str(folder), "HTTP_PORT": "0", "BOT_API_URL": api}
    return await asyncio.create_subprocess_exec(
        "bash",
        "-ec",
        script.replace(".venv/bin/python", sys.executable),
        cwd=ROOT,
        env=env,
        stdout=asyncio.subprocess.PIPE,
        start_new_session=True,
    )


async def test_the_commands_of_the_page_work(tmp_path: Path) -> None:
    commands = [line for line in lines(PAGE) if not line.startswith("export ")]
    assert commands[0] == "make run"
    given = exports(PAGE)
    async with server() as api:
        for command in sorted(commands[1:], key=lambda c: c != "make migrate"):
            process = await shell(f"{given}\n{command}", tmp_path, api)
            await process.communicate()
            assert process.returncode == 0, command
        process = await shell(f"{given}\nmake run", tmp_path, api)
        assert await line_of(process, "Otinim is ready") == "https://otinim.example.kz"
        os.killpg(process.pid, signal.SIGTERM)
        await process.communicate()


def test_the_readme_starts_it_as_the_page_does() -> None:
    real = [line for line in lines(README) if line not in ("make run", "make test")]
    assert real == lines(PAGE)[: len(real)]
