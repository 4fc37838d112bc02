"""Updates: stored first, once, one person's in order, nobody held up, trouble parked."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
import structlog

from bot import intake as intakes
from bot.talk import Talk
from sandbox import people
from tests.bot.conftest import until
from tests.chats.stage import Stage


def update(number: int, person: int = 101, text: str = "сәлем") -> dict[str, Any]:
    who = {"id": person, "is_bot": False, "first_name": "A"}
    chat = {"id": person, "type": "private", "first_name": "A"}
    return {
        "update_id": number,
        "message": {"message_id": number, "date": 1, "from": who, "chat": chat, "text": text},
    }


class Handler:
    """Writes down what it was given; does what it was told to."""

    def __init__(self, stage: Stage) -> None:
        self.seen: list[tuple[int, str]] = []
        self.slow: dict[int, asyncio.Event] = {}
        self.fail: dict[str, int] = {}
        stage.intake.answer = self.answer

    async def answer(self, talk: Talk) -> None:
        if talk.id in self.slow:
            await self.slow[talk.id].wait()
        self.seen.append((talk.id, talk.text))
        if self.fail.get(talk.text, 0) > 0:
            self.fail[talk.text] -= 1
            raise RuntimeError("the handler broke")


@pytest.fixture
def handler(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Handler:
    monkeypatch.setattr(intakes, "WAITS", (timedelta(0),) * 3)
    return Handler(stage)


async def test_an_update_that_comes_twice_is_handled_once(stage: Stage, handler: Handler) -> None:
    await stage.intake.accept([update(1)])
    await stage.intake.accept([update(1), update(2)])
    await stage.intake.idle.wait()
    assert [text for _, text in handler.seen] == ["сәлем", "сәлем"]


async def test_one_person_is_answered_in_order(stage: Stage, handler: Handler) -> None:
    await stage.intake.accept([update(n, text=str(n)) for n in range(1, 31)])
    await stage.intake.idle.wait()
    assert [text for _, text in handler.seen] == [str(n) for n in range(1, 31)]


async def test_a_slow_person_holds_up_nobody_else(stage: Stage, handler: Handler) -> None:
    handler.slow[101] = asyncio.Event()
    await stage.intake.accept([update(1, 101), update(2, 102), update(3, 101)])
    await until(lambda: handler.seen)
    assert handler.seen == [(102, "сәлем")]
    handler.slow[101].set()
    await stage.intake.idle.wait()
    assert len(handler.seen) == 3


async def test_a_failing_handler_is_tried_again(stage: Stage, handler: Handler) -> None:
    handler.fail["сәлем"] = 2
    await stage.intake.accept([update(1)])
    await stage.intake.idle.wait()
    assert len(handler.seen) == 3
    assert await waiting(stage) == 0


async def test_an_update_that_always_fails_is_parked_and_the_person_gets_a_number(
    stage: Stage, handler: Handler
) -> None:
    handler.fail["сәлем"] = 99
    with structlog.testing.capture_logs() as logs:
        await stage.intake.accept([update(1), update(2, text="кейінгі")])
        await stage.intake.idle.wait()
    assert handler.seen[-1] == (101, "кейінгі")
    await stage.delivery.sweep()
    incident = next(line["incident"] for line in logs if "incident" in line)
    told = [e.tree["text"] for e in stage.world.chats[101].messages.values() if e.out == "bot"]
    assert incident in told[-1]
    assert "сәлем" not in str(logs)


async def test_an_update_nobody_can_read_is_quarantined_and_stops_nobody(
    stage: Stage, handler: Handler
) -> None:
    broken = {"update_id": 1, "message": {"message_id": "no number", "text": "110320690007"}}
    with structlog.testing.capture_logs() as logs:
        await stage.intake.accept([broken, update(2)])
        await stage.intake.idle.wait()
    assert handler.seen == [(101, "сәлем")]
    assert await waiting(stage) == 0
    assert "110320690007" not in str(
        [{k: v for k, v in x.items() if k != "exc_info"} for x in logs]
    )


async def test_what_is_no_update_at_all_is_dropped(stage: Stage, handler: Handler) -> None:
    await stage.intake.accept([{"update_id": "x"}, {}, update(5)])
    await stage.intake.idle.wait()
    assert handler.seen == [(101, "сәлем")]


async def test_handled_updates_are_wiped(stage: Stage, handler: Handler) -> None:
    await stage.intake.accept([update(1, text="Qwerty12!")])
    await stage.intake.idle.wait()
    rows = await stage.house.database.run(
        lambda s: s.connection.exec_driver_sql("SELECT payload_sealed FROM inbox").all()
    )
    assert [row[0] for row in rows] == [None]


async def test_what_a_crash_left_is_taken_up(stage: Stage, handler: Handler) -> None:
    now = stage.clock.now()
    lost = intakes.Received(7, 101, update(7))
    await stage.house.database.run(
        lambda s: s.inbox.add([lost], now, "somebody dead", timedelta(seconds=60))
    )
    await stage.intake.rescue()
    assert handler.seen == []
    stage.clock.advance(timedelta(seconds=61))
    await stage.intake.rescue()
    await stage.intake.idle.wait()
    assert handler.seen == [(101, "сәлем")]


async def test_a_stop_ends_what_is_under_way_and_leaves_the_rest_stored(
    stage: Stage, handler: Handler
) -> None:
    handler.slow[101] = asyncio.Event()
    await stage.intake.accept([update(1, text="1"), update(2, text="2")])
    await asyncio.sleep(0.02)
    async with asyncio.TaskGroup() as tasks:
        stopped = tasks.create_task(stage.intake.drained())
        await asyncio.sleep(0.02)
        assert not stopped.done()
        handler.slow[101].set()
    assert handler.seen == [(101, "1")]
    assert await waiting(stage) == 1


async def test_ten_taps_at_once_are_one_answer(stage: Stage) -> None:
    people.start(stage.world, 101)
    await stage.settle()
    menu = max(stage.world.chats[101].messages)
    from sandbox.taps import tap

    for _ in range(10):
        tap(stage.world, 101, menu, 0, 0)
    await stage.settle()
    person = await stage.house.database.run(lambda s: s.people.load(101))
    assert person.language == "kk"


async def waiting(stage: Stage) -> int:
    return await stage.house.database.run(lambda s: s.inbox.waiting())
