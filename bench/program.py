"""The program under measurement: the bot as a process, before a local Bot API server."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
TICK = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
TOKEN = "1000001:" + ("otinim-bench" * 3)[:35]  # made up: opens our own local server only


ORDINARY = {"PYTHONDONTWRITEBYTECODE": ""}
"""Compiled modules are kept, as on any machine that runs the program more than once."""


@dataclass(frozen=True)
class Bot:
    """A running bot and the server it talks to."""

    pid: int
    server: str
    started_seconds: float

    def cpu(self) -> float:
        """CPU seconds of the process and its children."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rsplit(") ", 1)[1].split()
        return sum(int(fields[at]) for at in (11, 12, 13, 14)) / TICK

    def rss(self) -> float:
        """Resident memory, MB."""
        return int(Path(f"/proc/{self.pid}/statm").read_text().split()[1]) * PAGE / 1e6


async def line_of(process: asyncio.subprocess.Process, beginning: str) -> str:
    assert process.stdout is not None
    async with asyncio.timeout(60):
        while line := (await process.stdout.readline()).decode():
            if line.startswith(beginning):
                return line.split()[-1]
    raise RuntimeError(f"the program ended before it said: {beginning}")


@asynccontextmanager
async def started(
    *arguments: str, env: Mapping[str, str], says: str
) -> AsyncIterator[tuple[asyncio.subprocess.Process, str]]:
    """A program of ours until it says its line; ended at the end."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        *arguments,
        cwd=ROOT,
        env={**os.environ, **ORDINARY, **env},
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        yield process, await line_of(process, says)
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
            await process.wait()


@asynccontextmanager
async def server(*flags: str) -> AsyncIterator[str]:
    """A local Bot API server without limits."""
    arguments = ("sandbox", "--port", "0", "--token", TOKEN, "--quiet", "--no-limits", *flags)
    async with started(*arguments, env={}, says="sandbox ready") as (_, url):
        yield url


@asynccontextmanager
async def bot(folder: Path, api: str, **env: str) -> AsyncIterator[Bot]:
    """The bot with a database in `folder`, measured from its start to its first line."""
    settings = {
        "BOT_TOKEN": TOKEN,
        "BOT_API_URL": api,
        "DATA_DIR": str(folder),
        "HTTP_PORT": "0",
        "SMTP_URL": "smtp://127.0.0.1:9",
        "SEND_RATE": "1000",
        "LOG_LEVEL": "ERROR",
        **env,
    }
    await migrated(settings)
    before = time.perf_counter()
    async with started("app", env=settings, says="Otinim is ready") as (process, _):
        yield Bot(process.pid, api, time.perf_counter() - before)


async def migrated(settings: Mapping[str, str]) -> None:
    """Tables are made before: the measured start is the one of every day, not the first."""
    await run_to_end("migrate", env=settings)


async def run_to_end(*arguments: str, env: Mapping[str, str]) -> None:
    """One command of the program, which must succeed."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "app",
        *arguments,
        cwd=ROOT,
        env={**os.environ, **ORDINARY, **env},
        stderr=asyncio.subprocess.DEVNULL,
    )
    assert await process.wait() == 0
