"""Reports to portals: signed as the Gateway signs them, tried eleven times, and honest."""

import hashlib
import hmac
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from domain.clients import TEST
from scheduler.callbacks import Callbacks
from tests.portals import PHONE, Portal, Town, portal_of


@dataclass
class Inbox:
    """A portal's server that takes reports, or doesn't."""

    status: int = 200
    taken: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    url: str = ""

    async def take(self, request: web.Request) -> web.Response:
        self.taken.append((dict(request.headers), await request.read()))
        return web.Response(status=self.status)

    @property
    def statuses(self) -> list[str]:
        return [json.loads(body)["delivery_status"]["status"] for _, body in self.taken]


@pytest.fixture
async def inbox() -> AsyncIterator[Inbox]:
    inbox = Inbox()
    app = web.Application()
    app.router.add_post("/report", inbox.take)
    async with TestServer(app) as server:
        inbox.url = str(server.make_url("/report"))
        yield inbox


@pytest.fixture
async def portal(town: Town) -> AsyncIterator[Portal]:
    await town.link()
    async with portal_of(town, hosts=("127.0.0.1",)) as portal:
        yield portal


async def report(town: Town) -> None:
    await town.deliver()
    await town.watch()
    await Callbacks(town.database, town.clock).tick()


async def test_a_report_is_signed_with_the_key_of_its_request(
    portal: Portal, inbox: Inbox
) -> None:
    request = (await portal.send(callback_url=inbox.url, payload="7"))["request_id"]
    await report(portal.town)
    ((headers, body),) = inbox.taken
    told = json.loads(body)
    assert (told["request_id"], told["phone_number"], told["payload"]) == (request, PHONE, "7")
    assert told["delivery_status"]["status"] == "sent"
    stamp = headers["X-Request-Timestamp"]
    assert int(stamp) == int(portal.town.now.timestamp())
    secret = hashlib.sha256(portal.key.encode()).digest()
    signed = hmac.new(secret, stamp.encode() + b"\n" + body, "sha256").hexdigest()
    assert headers["X-Request-Signature"] == signed


async def test_what_becomes_of_a_code_is_reported_once_each(portal: Portal, inbox: Inbox) -> None:
    await portal.send(callback_url=inbox.url)
    await report(portal.town)
    portal.town.wait(minutes=6)
    await report(portal.town)
    await report(portal.town)
    assert inbox.statuses == ["sent", "expired"]
    request = (await portal.send(callback_url=inbox.url))["request_id"]
    await portal.result("revokeVerificationMessage", request_id=request)
    await report(portal.town)
    assert inbox.statuses == ["sent", "expired", "revoked"]


async def test_a_report_that_is_not_taken_is_tried_ten_times_more(
    portal: Portal, inbox: Inbox
) -> None:
    town = portal.town
    callbacks = Callbacks(town.database, town.clock)
    inbox.status = 302
    await portal.send(callback_url=inbox.url)
    await report(town)
    for tries, wait in enumerate((5, 15, 30, 60, 120, 300, 600, 1200, 1800, 3600), start=1):
        town.wait(seconds=wait - 1)
        await callbacks.tick()
        assert len(inbox.taken) == tries
        town.wait(seconds=1)
        await callbacks.tick()
    town.wait(hours=3)
    await callbacks.tick()
    assert len(inbox.taken) == 11


async def test_a_portal_that_may_not_reach_is_not_told_that_a_code_was_sent(
    town: Town, inbox: Inbox
) -> None:
    await town.link()
    async with portal_of(town, hosts=("127.0.0.1",), scopes=frozenset({"send"})) as portal:
        await portal.send(callback_url=inbox.url)
        await report(town)
        assert inbox.statuses == []
        town.wait(minutes=6)
        await report(town)
        assert inbox.statuses == ["expired"]


async def test_the_portals_own_address_is_used_when_a_request_names_none(
    town: Town, inbox: Inbox
) -> None:
    await town.link()
    async with portal_of(town, hosts=("127.0.0.1",), callback_url=inbox.url) as portal:
        await portal.send()
        await report(town)
        assert inbox.statuses == ["sent"]


async def test_the_chat_is_told_what_became_of_its_code(portal: Portal) -> None:
    town = portal.town
    request = (await portal.send())["request_id"]
    (sent,) = await town.deliver()
    await portal.check(request, code=town.value)
    await town.watch()
    (edited,) = await town.deliver()
    assert edited["method"] == "editMessageText"
    assert edited["message_id"] == 100
    assert town.value not in edited["text"]
    assert "reply_markup" not in edited
    assert edited["text"].startswith("INDIGO: код қолданылды.")
    await town.watch()
    assert await town.deliver() == []
    assert sent["text"]


# Test keys: every answer, and nothing is sent


async def test_a_test_key_gets_every_answer_and_sends_nothing(town: Town, inbox: Inbox) -> None:
    await town.link()
    async with portal_of(town, prefix=TEST, hosts=("127.0.0.1",)) as portal:

        async def send(last: int) -> dict[str, object]:
            return await portal.call(
                "sendVerificationMessage",
                phone_number=f"+7700000000{last}",
                callback_url=inbox.url,
            )

        answers = {n: await send(n) for n in range(1, 9)}
        results = {n: a["result"] for n, a in answers.items() if a["ok"]}
        delivery = {n: r.get("delivery_status", {}).get("status") for n, r in results.items()}
        assert delivery == {1: "sent", 2: None, 3: "expired", 4: "revoked", 7: "sent", 8: None}
        assert {n: a["error"] for n, a in answers.items() if not a["ok"]} == {
            5: "PHONE_NUMBER_NOT_AVAILABLE",
            6: "FLOOD_WAIT_30",
        }
        assert "link_url" in results[2]
        assert results[8]["undeliverable"]
        requests = {n: r["request_id"] for n, r in results.items()}
        assert await portal.verdict(requests[1], "222222") == "code_invalid"
        assert await portal.verdict(requests[1], "111111") == "code_valid"
        assert await portal.verdict(requests[3], "111111") == "expired"
        assert await portal.verdict(requests[7], "111111") == "code_max_attempts_exceeded"
        await Callbacks(town.database, town.clock).tick()
        assert sorted(inbox.statuses) == ["expired", "revoked", "sent", "sent", "sent", "sent"]
    assert await town.owed() == {}
    assert town.messages == []
