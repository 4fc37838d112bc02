"""One child process for signatures. GOST in Python would hold the event loop up for a tenth of a
second and more, the libraries weigh 50 MB, and hostile bytes can only hurt the child. It starts
with the first signature and ends when there are none for a while."""

import asyncio
import importlib
import multiprocessing
import os
import resource
import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from typing import Any

import structlog

from adapters.signatures.case import TrustBroken
from domain.signatures import SignatureNotCheckedNow

log = structlog.get_logger()
WORK = "adapters.signatures.work"
SECONDS = 30.0
MEMORY = 1024 * 1024 * 1024
IDLE_SECONDS = 300.0


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    os.putenv("OPENBLAS_NUM_THREADS", "1")  # NumPy's, with 32 MB for every processor else
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to hear


def called(name: str, given: tuple[Any, ...]) -> Any:
    return getattr(importlib.import_module(WORK), name)(*given)


class Child:
    """Runs plain functions, one at a time, elsewhere."""

    def __init__(self) -> None:
        self.turn = asyncio.Lock()
        self.pool: ProcessPoolExecutor | None = None
        self.used = 0.0

    async def run(self, work: str, *given: Any) -> Any:
        """What that function of `work.py` returns or raises; by name, so that this process needn't
        load what it is made of. A child that dies or takes longer than half a minute is
        ended; then SignatureNotCheckedNow."""
        async with self.turn:
            try:
                async with asyncio.timeout(SECONDS):
                    return await self.started(work, given)
            except (TimeoutError, BrokenProcessPool, MemoryError) as trouble:
                log.warning("a signature was not checked", trouble=type(trouble).__name__)
                await self.end()
                raise SignatureNotCheckedNow from None
            except TrustBroken as trouble:
                log.error("nobody can be trusted with a signature", trouble=str(trouble))
                raise SignatureNotCheckedNow from None
            finally:
                self.used = asyncio.get_running_loop().time()

    async def started(self, work: str, given: tuple[Any, ...]) -> Any:
        if self.pool is None:
            context = multiprocessing.get_context("spawn")
            self.pool = ProcessPoolExecutor(1, context, limited)
        return await asyncio.get_running_loop().run_in_executor(self.pool, called, work, given)

    async def tick(self) -> None:
        """Ends a child that has had nothing to do."""
        now = asyncio.get_running_loop().time()
        if self.pool is not None and not self.turn.locked() and now - self.used > IDLE_SECONDS:
            await self.close()

    async def close(self) -> None:
        async with self.turn:
            await self.end()

    async def end(self) -> None:
        pool, self.pool = self.pool, None
        if pool is None:
            return
        for process in list((pool._processes or {}).values()):  # it has no other way to stop one
            with suppress(ProcessLookupError):
                process.kill()
        await asyncio.to_thread(pool.shutdown, wait=True, cancel_futures=True)
