"""Revocation lists (CRL): fetched from the addresses of the settings and kept as files, so that a
short silence of NCA stops nobody. Whether a list is fresh and true is found when it is used."""

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
import structlog

from adapters.signatures.kept import MOST_BYTES, SUFFIX

log = structlog.get_logger()
SECONDS = 30.0
EVERY, TRY_AGAIN = 3600.0, 300.0


@dataclass(frozen=True, slots=True)
class Lists:
    """Fetches lists into a folder: at once, and every hour from then on."""

    urls: Sequence[str]
    folder: Path
    due: dict[str, float] = field(default_factory=dict)

    async def tick(self) -> None:
        """What can't be fetched leaves the file of last time, which goes stale by itself."""
        now = asyncio.get_running_loop().time()
        wanted = [url for url in self.urls if self.due.get(url, now) <= now]
        if not wanted:
            return
        timeout = aiohttp.ClientTimeout(total=SECONDS)
        async with aiohttp.ClientSession(timeout=timeout, trust_env=False) as session:
            for url in wanted:
                self.due[url] = now + await self.fetch(session, url)

    async def fetch(self, session: aiohttp.ClientSession, url: str) -> float:
        """The seconds until the next time."""
        try:
            await asyncio.to_thread(self.keep, url, await fetched(session, url))
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as trouble:
            log.warning("no revocation list", url=url, trouble=type(trouble).__name__)
            return TRY_AGAIN
        return EVERY

    def keep(self, url: str, content: bytes) -> None:
        """Whole or not at all: others may be reading."""
        self.folder.mkdir(parents=True, exist_ok=True)
        name = hashlib.sha256(url.encode()).hexdigest()[:16]
        unfinished = self.folder / f"{name}.part"
        unfinished.write_bytes(content)
        unfinished.replace(self.folder / f"{name}{SUFFIX}")


async def fetched(session: aiohttp.ClientSession, url: str, most: int = MOST_BYTES) -> bytes:
    async with session.get(url, allow_redirects=False) as answer:
        return await body(answer, most)


async def body(answer: aiohttp.ClientResponse, most: int) -> bytes:
    """The whole body of a 200. Raises ValueError for another status, or one that is too long."""
    if answer.status != 200:
        raise ValueError
    content = b""
    async for part in answer.content.iter_chunked(65536):
        content += part
        if len(content) > most:
            raise ValueError
    return content
