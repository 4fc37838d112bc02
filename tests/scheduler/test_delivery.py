"""The way out: in order, once, whatever Telegram answers; nothing owed is lost."""

from datetime import datetime, timedelta

from domain.clients import ClientId, KeyId
from domain.codes import About, Code, CodeId
from tests.portals import PHONE, words
from tests.scheduler.conftest import PARENT, PUPIL, Post


async def test_messages_of_a_chat_go_out_in_order(post: Post) -> None:
    await post.owe(PUPIL, "1", "2", "3")
    await post.delivery.sweep()
    assert post.told(PUPIL) == ["1", "2", "3"]
    assert await post.counts() == {"sent": 3}


async def test_429_holds_one_chat_and_nobody_else(post: Post) -> None:
    post.fail(
        {"method": "sendMessage", "chat_id": PUPIL, "error": 429, "retry_after": 7, "times": 1}
    )
    await post.owe(PUPIL, "1", "2")
    await post.owe(PARENT, "a")
    await post.delivery.sweep()
    assert (post.told(PUPIL), post.told(PARENT)) == ([], ["a"])
    post.clock.advance(timedelta(seconds=6))
    await post.delivery.sweep()
    assert post.told(PUPIL) == []
    post.clock.advance(timedelta(seconds=2))
    await post.delivery.sweep()
    await post.delivery.sweep()
    assert post.told(PUPIL) == ["1", "2"]


async def test_a_server_error_is_tried_again_after_growing_waits(post: Post) -> None:
    post.fail({"method": "sendMessage", "error": 502, "times": 3})
    await post.owe(PUPIL, "1")
    for wait in (0, 1, 2, 4):
        post.clock.advance(timedelta(seconds=wait))
        await post.delivery.sweep()
    assert post.told(PUPIL) == ["1"]


async def test_a_dropped_answer_costs_one_duplicate_at_most_and_never_a_loss(post: Post) -> None:
    post.fail({"method": "sendMessage", "drop": "after", "times": 1})
    await post.owe(PUPIL, "1", "2")
    for _ in range(4):
        post.clock.advance(timedelta(seconds=2))
        await post.delivery.sweep()
    assert post.told(PUPIL) == ["1", "1", "2"]
    assert await post.counts() == {"sent": 2}


async def test_a_dropped_question_is_asked_again_without_a_duplicate(post: Post) -> None:
    post.fail({"method": "sendMessage", "drop": "before", "times": 2})
    await post.owe(PUPIL, "1")
    for _ in range(4):
        post.clock.advance(timedelta(seconds=4))
        await post.delivery.sweep()
    assert post.told(PUPIL) == ["1"]


async def test_nonsense_for_an_answer_is_no_answer(post: Post) -> None:
    post.fail({"method": "sendMessage", "garbage": True, "times": 1})
    await post.owe(PUPIL, "1")
    for _ in range(3):
        post.clock.advance(timedelta(seconds=2))
        await post.delivery.sweep()
    assert post.told(PUPIL)[-1] == "1"
    assert await post.counts() == {"sent": 1}


async def test_who_blocked_the_bot_is_left_alone_and_the_others_are_not(post: Post) -> None:
    post.server.telegram.world.chats[PUPIL].blocked = True
    await post.owe(PUPIL, "1")
    await post.owe(PARENT, "a")
    await post.delivery.sweep()
    assert post.told(PARENT) == ["a"]
    assert not (await post.database.run(lambda s: s.people.load(PUPIL))).reachable
    assert await post.counts() == {"blocked": 1, "sent": 1}


async def test_a_crash_before_the_mark_sends_once_more(post: Post) -> None:
    await post.owe(PUPIL, "1")
    claimed = await post.database.run(
        lambda s: s.outbox.claim("telegram", "one", post.clock.now(), timedelta(seconds=60), 10)
    )
    assert await post.delivery.send(claimed[0])
    post.clock.advance(timedelta(seconds=61))
    await post.another().sweep()
    assert post.told(PUPIL) == ["1", "1"]
    assert await post.counts() == {"sent": 1}


async def test_two_deliveries_never_send_one_row_twice(post: Post) -> None:
    await post.owe(PUPIL, *map(str, range(20)))
    other = post.another()
    await post.delivery.sweep()
    await other.sweep()
    assert len(post.told(PUPIL)) == 20


async def test_what_is_no_longer_useful_is_not_sent(post: Post) -> None:
    until = post.clock.now() + timedelta(minutes=1)
    await post.owe(PUPIL, "now", useful_until=until)
    post.clock.advance(timedelta(minutes=2))
    await post.delivery.sweep()
    assert post.told(PUPIL) == []
    assert await post.counts() == {"expired": 1}


async def test_an_edit_of_what_is_gone_becomes_a_new_message(post: Post) -> None:
    call = {"method": "editMessageText", "chat_id": PUPIL, "message_id": 999, "text": "new"}
    await post.owe_call(PUPIL, call)
    await post.delivery.sweep()
    assert post.told(PUPIL) == ["new"]


async def test_an_edit_that_says_a_code_is_over_never_becomes_a_new_message(post: Post) -> None:
    code = a_code(post.clock.now())
    await post.owe_call(PUPIL, words().ended(code, PUPIL, "kk", 999))
    await post.delivery.sweep()
    assert post.told(PUPIL) == []
    assert await post.counts() == {"cancelled": 1}


async def test_an_edit_that_says_a_code_is_over_changes_the_message(post: Post) -> None:
    await post.owe(PUPIL, "123456")
    await post.delivery.sweep()
    at = max(post.server.telegram.world.chats[PUPIL].messages)
    await post.owe_call(PUPIL, words().ended(a_code(post.clock.now()), PUPIL, "en", at))
    await post.delivery.sweep()
    (told,) = post.told(PUPIL)
    assert told.startswith("INDIGO: the code has been used.")


def a_code(now: datetime) -> Code:
    """A used code of a portal."""
    return Code(
        CodeId(1), "0" * 32, ClientId(1), "INDIGO", KeyId(1), PHONE, PUPIL, "login", About(), 6,
        "used", now, now, 1, now, 1, None, now, now, undeliverable=False, test=False,
    )  # fmt: skip


async def test_an_edit_that_changes_nothing_is_as_good_as_sent(post: Post) -> None:
    await post.owe(PUPIL, "same")
    await post.delivery.sweep()
    at = max(post.server.telegram.world.chats[PUPIL].messages)
    call = {"method": "editMessageText", "chat_id": PUPIL, "message_id": at, "text": "same"}
    await post.owe_call(PUPIL, call)
    await post.delivery.sweep()
    assert post.told(PUPIL) == ["same"]
    assert await post.counts() == {"sent": 2}


async def test_markup_that_telegram_cannot_read_goes_as_plain_text(post: Post) -> None:
    call = {"method": "sendMessage", "chat_id": PUPIL, "text": "<b>half", "parse_mode": "HTML"}
    await post.owe_call(PUPIL, call)
    await post.delivery.sweep()
    assert post.told(PUPIL) == ["<b>half"]


async def test_a_fresh_reply_waits_behind_what_is_owed_already(post: Post) -> None:
    post.fail({"method": "sendMessage", "error": 500, "times": 1})
    await post.owe(PUPIL, "first")
    await post.delivery.sweep()
    now = post.clock.now()
    fresh = await post.database.run(
        lambda s: s.outbox.add_mine(
            [post.notice(PUPIL, "second")], now, "one", timedelta(seconds=60)
        )
    )
    await post.delivery.hand(fresh)
    assert post.told(PUPIL) == []
    post.clock.advance(timedelta(seconds=3))
    await post.delivery.sweep()
    await post.delivery.sweep()
    assert post.told(PUPIL) == ["first", "second"]


async def test_a_row_we_cannot_make_into_a_call_stops_nobody(post: Post) -> None:
    await post.owe_call(PUPIL, {"chat_id": PUPIL, "text": "no method"})
    await post.owe(PUPIL, "after it")
    await post.owe(PARENT, "beside it")
    await post.delivery.sweep()
    assert (post.told(PUPIL), post.told(PARENT)) == (["after it"], ["beside it"])
    assert await post.counts() == {"failed": 1, "sent": 2}
