"""Codes go ahead of a broadcast, at a rate of their own within the common one."""

import asyncio
import time
from dataclasses import replace

from domain.outbox import Lane
from scheduler.codes import Ahead, CodePost
from scheduler.delivery import Delivery, Pace
from tests.scheduler.conftest import PARENT, PUPIL, Post


def code_post(post: Post, common: Delivery) -> CodePost:
    apart = replace(common, worker="codes", behind=set(), out=[])
    apart.pace = Ahead(20, common.pace)
    return CodePost(apart)


async def test_a_code_does_not_wait_for_a_broadcast(post: Post) -> None:
    await post.owe(PARENT, *(f"news {n}" for n in range(200)), lane=Lane.BROADCAST)
    slow = replace(post.delivery, worker="slow", rate=28, behind=set(), out=[])
    codes = code_post(post, slow)
    running = [asyncio.create_task(r()) for r in (slow.run, codes.run)]
    await asyncio.sleep(0.5)
    began = time.perf_counter()
    await post.owe(PUPIL, "123456", lane=Lane.CODE)
    codes.wake()
    async with asyncio.timeout(3):
        while "123456" not in post.told(PUPIL):
            await asyncio.sleep(0.01)
    assert time.perf_counter() - began < 1
    assert len(post.told(PARENT)) < 100
    for task in running:
        task.cancel()
    await asyncio.gather(*running, return_exceptions=True)


async def test_the_post_of_codes_leaves_other_lanes_alone(post: Post) -> None:
    await post.owe(PUPIL, "reply", lane=Lane.REPLY)
    await post.owe(PUPIL, "123456", lane=Lane.CODE)
    assert await code_post(post, post.delivery).sweep() == 1
    assert post.told(PUPIL) == ["123456"]


async def test_a_code_takes_its_place_from_the_common_pace() -> None:
    common = Pace(10)
    ahead = Ahead(20, common)
    began = asyncio.get_running_loop().time()
    await common.wait()
    for _ in range(3):
        await ahead.wait()
    await common.wait()
    assert asyncio.get_running_loop().time() - began > 0.2
