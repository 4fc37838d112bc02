"""A bell: those who wait are woken when it rings. Joins the core to HTTP handlers."""

import asyncio


class Bell:
    """`ring` may be called by anybody in the loop's thread, also when nobody waits."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        waiting, self._waiting = self._waiting, set()
        for future in waiting:
            if not future.done():
                future.set_result(None)

    async def wait(self, seconds: float | None) -> bool:
        """Whether it rang within so many seconds; None waits for ever."""
        future = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            async with asyncio.timeout(seconds):
                await future
        except TimeoutError:
            return False
        finally:
            self._waiting.discard(future)
        return True
