"""What the HTTP handlers share: the telegram, its settings, the bells, and the client for calls
outward.
"""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import ClientSession, web

from sandbox.bell import Bell
from sandbox.faults import Faults
from sandbox.telegram import Telegram

if TYPE_CHECKING:
    from sandbox.authority import Authority

PAGE = Path(__file__).parent / "page"


@dataclass(frozen=True, slots=True)
class Settings:
    """`upstream` is the bot's own web server, `key` what it expects in X-Sandbox-Key.

    `authority` is the folder of the authority whose keys the phone signs with; without it the
    phone signs nothing. `demo_key` is the demo portal's key of the codes API at `upstream`;
    without it there is none.
    `retry_seconds` is the first pause between webhook attempts; each next is twice as long, up to
    a minute.
    """

    host: str = "127.0.0.1"
    port: int = 0
    token: str = "1:sandbox"  # noqa: S105 - the well-known token of the sandbox
    upstream: str = ""
    key: str = ""
    state: Path | None = None
    retry_seconds: float = 1.0
    page: Path = PAGE
    demo_key: str = ""
    authority: Path | None = None


@dataclass(slots=True)
class House:
    telegram: Telegram
    settings: Settings
    faults: Faults = field(default_factory=Faults)
    updated: Bell = field(default_factory=Bell)
    happened: Bell = field(default_factory=Bell)
    closing: bool = False
    turn: int = 0
    client: ClientSession | None = None
    authority: "Authority | None" = None

    def listen(self) -> None:
        """Let the world ring the bells."""
        self.telegram.world.updates.watchers.append(self.updated.ring)
        self.telegram.world.events.watchers.append(self.happened.ring)

    def close(self) -> None:
        """Let everybody who waits go home."""
        self.closing = True
        self.updated.ring()
        self.happened.ring()

    def outward(self) -> ClientSession:
        """The client for webhooks and the bot's web; lives as long as the server."""
        if self.client is None:
            raise RuntimeError("the server is not running")
        return self.client


HOUSE: web.AppKey[House] = web.AppKey("house", House)


async def cancel_all(tasks: list[asyncio.Task[None]]) -> None:
    """Stop the background tasks of a server."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
