"""What a durable step of a conversation costs: inbox, sealed draft, outbox, synchronous=FULL."""

import statistics
import tempfile
from pathlib import Path

import aiohttp

from bench.people import Crowd
from bench.program import bot, server

AT_ONCE = 128


def quantile(values: list[float], at: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * at))]


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with (
            server() as url,
            bot(Path(folder), url) as program,
            aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=AT_ONCE)) as session,
        ):
            print(f"start to ready         {program.started_seconds:6.2f} s     (at most 6)")
            print(f"memory at rest         {program.rss():6.0f} MB    (at most 250)")
            await alone(session, url)
            await together(session, url, program.cpu, program.rss)


async def alone(session: aiohttp.ClientSession, url: str) -> None:
    """One person on an idle machine, after one has warmed everything up."""
    await crowd(session, url, count=1, first=0)
    waits = [w for _ in range(5) for w in (await crowd(session, url, count=1, first=1 + _))[1]]
    print(f"one person, p50        {statistics.median(waits) * 1e3:6.1f} ms")
    print(f"one person, p99        {quantile(waits, 0.99) * 1e3:6.1f} ms    (at most 50)")


async def together(session: aiohttp.ClientSession, url: str, cpu, rss) -> None:  # type: ignore[no-untyped-def]
    before = cpu()
    took, waits = await crowd(session, url, count=AT_ONCE, first=100)
    spent = cpu() - before
    print(f"{AT_ONCE} people, steps      {len(waits):6d}")
    print(f"{AT_ONCE} people, steps/s    {len(waits) / took:6.0f}")
    print(f"{AT_ONCE} people, CPU a step {spent / len(waits) * 1e3:6.2f} ms    (at most 1.0)")
    print(f"{AT_ONCE} people, p50        {statistics.median(waits) * 1e3:6.1f} ms")
    print(f"{AT_ONCE} people, p99        {quantile(waits, 0.99) * 1e3:6.1f} ms")
    print(f"memory after           {rss():6.0f} MB")


async def crowd(
    session: aiohttp.ClientSession, url: str, *, count: int, first: int
) -> tuple[float, list[float]]:
    people = Crowd(session, url)
    await people.join(count, first)
    took = await people.walk()
    return took, [w for p in people.people.values() for w in p.waits]
