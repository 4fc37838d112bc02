"""Codes go ahead of a broadcast, within the common rate."""

import asyncio
import time
from dataclasses import replace

from domain.outbox import Lane
from scheduler.codes import CodePost
from scheduler.delivery import Delivery, beside
from tests.scheduler.conftest import PARENT, PUPIL, Post


def code_post(common: Delivery) -> CodePost:
    return CodePost(beside(common, "codes", Lane.CODE))


async def test_a_code_does_not_wait_for_a_broadcast(post: Post) -> None:
    await post.owe(PARENT, *(f"news {n}" for n in range(200)), lane=Lane.BROADCAST)
    slow = replace(post.delivery, worker="slow", rate=28, behind=set(), out=[], chats={})
    codes = code_post(slow)
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
    assert await code_post(post.delivery).delivery.sweep() == 1
    assert post.told(PUPIL) == ["123456"]


async def test_a_chat_that_does_not_answer_holds_up_no_other_code(post: Post) -> None:
    post.fail({"method": "sendMessage", "chat_id": PARENT, "delay": 5, "times": 1})
    codes = code_post(post.delivery)
    running = asyncio.create_task(codes.run())
    await post.owe(PARENT, "111111", lane=Lane.CODE)
    codes.wake()
    await asyncio.sleep(0.1)
    await post.owe(PUPIL, "123456", lane=Lane.CODE)
    codes.wake()
    async with asyncio.timeout(3):
        while "123456" not in post.told(PUPIL):
            await asyncio.sleep(0.01)
    assert post.told(PARENT) == []
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
