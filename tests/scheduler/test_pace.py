"""Telegram's pace: the first lanes first, so many a second, one a second to a chat."""

import asyncio

from domain.outbox import Lane
from scheduler.pace import ChatPace, Flood, Pace


async def test_who_matters_more_goes_first_whoever_came_first() -> None:
    pace, gone = Pace(200), []

    async def go(lane: Lane) -> None:
        await pace.wait(lane)
        gone.append(lane)

    news = [asyncio.create_task(go(Lane.BROADCAST)) for _ in range(30)]
    await asyncio.sleep(0.01)
    await asyncio.gather(*news, *(go(lane) for lane in (Lane.REPLY, Lane.CODE)))
    first = gone.index(Lane.CODE)
    assert gone.index(Lane.REPLY) == first + 1
    assert first < 28


async def test_no_more_than_the_rate_goes_out() -> None:
    pace = Pace(100)
    began = asyncio.get_running_loop().time()
    await asyncio.gather(*(pace.wait(Lane.BROADCAST) for _ in range(40)))
    assert asyncio.get_running_loop().time() - began > 0.25


async def test_one_that_gave_up_takes_no_place() -> None:
    pace = Pace(50)
    await asyncio.gather(*(pace.wait() for _ in range(8)))
    gone = asyncio.create_task(pace.wait(Lane.CODE))
    await asyncio.sleep(0)
    gone.cancel()
    async with asyncio.timeout(1):
        await pace.wait(Lane.BROADCAST)


def test_a_chat_gets_one_a_second_and_old_ones_are_forgotten() -> None:
    pace = ChatPace()
    pace.sent("a", 10.0)
    assert pace.left("a", 10.5) == 0.5
    assert pace.left("b", 10.5) == 0
    pace.sent("b", 11.2)
    pace.sent("c", 12.5)
    assert (pace.left("a", 12.5), len(pace.before)) == (0, 1)


def test_one_slow_chat_is_no_flood_and_several_are() -> None:
    flood = Flood()
    for at in range(4):
        flood.note("a", 5, 100.0 + at / 10)
    assert flood.over(100.5)
    for chat in "bcd":
        flood.note(chat, 5, 100.5)
    assert not flood.over(105.0)
    assert flood.over(105.6)
