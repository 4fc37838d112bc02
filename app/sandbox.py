"""Starts the sandbox (a local Bot API server with a chat page) as a program of its own."""

import asyncio
import json
import secrets
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

TOKEN = "1:sandbox"  # noqa: S105 the sandbox's own; opens nothing else
START_SECONDS = 20


class SandboxFailed(Exception):
    """The sandbox didn't start; what it said is the reason."""


def new_key() -> str:
    """What the sandbox shows when it moves our clock."""
    return secrets.token_urlsafe(24)


@asynccontextmanager
async def running(
    host: str, port: int, *, upstream: str, key: str, demo_key: str, state: Path, authority: Path
) -> AsyncIterator[str]:
    """The sandbox's address, while inside. It ends when we end, however: stdin is its lifeline,
    and the way of its keys, because everybody on the machine can read a command line."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "sandbox",
        "--host",
        host,
        "--port",
        str(port),
        "--token",
        TOKEN,
        "--upstream",
        upstream,
        "--state",
        str(state),
        "--authority",
        str(authority),
        "--lifeline",
        "--keys",
        "--quiet",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdin is not None  # noqa: S101 asked for above
    process.stdin.write(json.dumps({"key": key, "demo_key": demo_key}).encode() + b"\n")
    try:
        yield await ready(process)
    finally:
        process.stdin.close()
        await process.wait()


async def ready(process: asyncio.subprocess.Process) -> str:
    """The address from the line it prints when it listens."""
    assert process.stdout is not None  # noqa: S101 asked for above
    async with asyncio.timeout(START_SECONDS):
        line = (await process.stdout.readline()).decode()
    if not line.startswith("sandbox ready "):
        raise SandboxFailed(line.strip() or "the sandbox ended before it listened")
    return line.split()[2]
