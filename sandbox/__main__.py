"""`python -m sandbox`: the local Telegram as its own program. Prints one line when it listens."""

import argparse
import asyncio
import json
import os
import signal
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from sandbox.house import Settings
from sandbox.limits import Limits
from sandbox.server import running
from sandbox.telegram import Telegram
from sandbox.world import new_world


def options(argv: Sequence[str] | None = None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8081, help="0 takes a free one")
    parser.add_argument("--token", default="1:sandbox")
    parser.add_argument("--upstream", default="", help="address of the bot's own web server")
    parser.add_argument("--state", type=Path, help="file that keeps the chats over restarts")
    parser.add_argument("--authority", type=Path, help="folder of the phone's e-signature keys")
    parser.add_argument("--no-limits", action="store_true", help="never answer 429")
    parser.add_argument("--quiet", action="store_true", help="print only the ready line")
    parser.add_argument("--lifeline", action="store_true", help="exit when stdin ends")
    parser.add_argument("--keys", action="store_true", help="the first line of stdin has keys")
    return parser.parse_args(argv)


async def serve(given: argparse.Namespace) -> None:
    """Serve until a signal, or until stdin ends if that is the lifeline."""
    keys = _keys() if given.keys else {}
    settings = Settings(
        given.host,
        given.port,
        given.token,
        given.upstream,
        keys.get("key", ""),
        given.state,
        demo_key=keys.get("demo_key", ""),
        authority=given.authority,
    )
    world = new_world(bot_id=_bot_id(given.token))
    telegram = Telegram(world, limits=None if given.no_limits else Limits())
    async with running(telegram, settings) as sandbox:
        print(f"sandbox ready {sandbox.url}", flush=True)  # noqa: T201 - the promised line
        await _told_to_stop(lifeline=given.lifeline)


def _keys() -> dict[str, str]:
    """`key` is sent to the bot as X-Sandbox-Key, `demo_key` is the demo portal's key of the codes
    API: as JSON, because everybody on the machine can read a command line."""
    line = b""
    while not line.endswith(b"\n") and (byte := os.read(0, 1)):
        line += byte
    found: dict[str, str] = json.loads(line)
    return found


def _bot_id(token: str) -> int:
    number = token.partition(":")[0]
    return int(number) if number.isdecimal() else 1


async def _told_to_stop(*, lifeline: bool) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    if lifeline:
        follower = partial(_follow_stdin, partial(loop.call_soon_threadsafe, stop.set))
        threading.Thread(target=follower, daemon=True).start()
    await stop.wait()


def _follow_stdin(ended: Callable[[], object]) -> None:
    """Call when nobody holds the other end of stdin any more. A thread: files cannot be polled."""
    while os.read(0, 4096):
        pass
    ended()


def main() -> None:
    """Run the program."""
    asyncio.run(serve(options()))


if __name__ == "__main__":
    main()
