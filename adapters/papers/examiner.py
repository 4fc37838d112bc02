"""Has files opened in a process apart (adapters/papers/child.py), one at a time. The process is
started with the first file, kept while files come, and given no secret of ours."""

import asyncio
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from adapters.papers.frames import LENGTHS, packed, unpacked
from domain.papers import REFUSALS, Fault, PaperNotOpened, Sheet

ROOT = Path(__file__).parents[2]
PATIENCE = 25.0
"""Longer than a child may live by its own limits."""
IDLE_SECONDS = 300.0
ALONE = {"OPENBLAS_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "1", "PYTHONDONTWRITEBYTECODE": "1"}
"""All the process sees of the environment: one thread, or it couldn't be forked."""


@dataclass
class Examiner:
    """The port `domain.ports.Examiner`. Closed at the end with `close`."""

    process: asyncio.subprocess.Process | None = None
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    idle: asyncio.TimerHandle | None = None

    async def look(self, content: bytes) -> Sheet:
        return await self.asked(packed({"job": "look"}, content))

    async def bind(self, sheets: Sequence[Sheet], most: int) -> Sheet:
        header = {
            "job": "bind",
            "types": [s.type for s in sheets],
            "sizes": [len(s.content) for s in sheets],
            "most": most,
        }
        return await self.asked(packed(header, b"".join(s.content for s in sheets)))

    async def draw(self, told: dict[str, Any]) -> Sheet:
        """A document of ours as a PDF (adapters/documents)."""
        return await self.asked(packed({"job": "draw", "document": told}))

    async def chart(self, told: dict[str, Any]) -> Sheet:
        """Numbers as a picture (adapters/documents/charts.py)."""
        return await self.asked(packed({"job": "chart", "chart": told}))

    async def asked(self, frame: bytes) -> Sheet:
        """One frame's answer. A process that doesn't answer is ended; the next file has another.
        Raises the refusal it was answered with."""
        async with self.turn:
            self.rest()
            try:
                answer = await self.answer(frame)
            except (TimeoutError, EOFError, OSError, asyncio.IncompleteReadError):
                await self.ended()
                raise PaperNotOpened from None
            self.idle = asyncio.get_running_loop().call_later(IDLE_SECONDS, self.leave)
        return sheet_of(answer)

    async def answer(self, frame: bytes) -> bytes:
        process = self.process or await self.started()
        assert process.stdin is not None  # noqa: S101 started with pipes
        assert process.stdout is not None  # noqa: S101
        async with asyncio.timeout(PATIENCE):
            process.stdin.write(frame)
            await process.stdin.drain()
            lengths = await process.stdout.readexactly(LENGTHS.size)
            return lengths + await process.stdout.readexactly(sum(LENGTHS.unpack(lengths)))

    async def started(self) -> asyncio.subprocess.Process:
        self.process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-s", "-E", "-m", "adapters.papers.child"),
            cwd=ROOT,
            env=ALONE,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
        return self.process

    def rest(self) -> None:
        if self.idle is not None:
            self.idle.cancel()
            self.idle = None

    def leave(self) -> None:
        """Nothing came for a while: the process ends by itself when its input does."""
        process, self.process = self.process, None
        if process is not None and process.stdin is not None:
            process.stdin.close()

    async def ended(self) -> None:
        """The process is ended now, and waited for."""
        process, self.process = self.process, None
        if process is None:
            return
        if process.returncode is None:
            process.kill()
        await process.wait()

    async def close(self) -> None:
        self.rest()
        await self.ended()


def sheet_of(answer: bytes) -> Sheet:
    """The sheet, or the refusal raised."""
    header, body = unpacked(answer) or ({"refusal": "PaperNotOpened"}, b"")
    name = header.get("refusal")
    if name is not None:
        raise REFUSALS.get(name, PaperNotOpened)(**header.get("of", {}))
    faults = tuple(fault_of(f) for f in header["faults"])
    return Sheet(body, header["type"], header["pages"], faults)


def fault_of(told: dict[str, Any]) -> Fault:
    return Fault(told["what"], told["page"])
