"""The API as a portal meets it: the Gateway's wire format, and what is added to it."""

import asyncio
import io
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from yarl import URL

from domain.people import PersonId
from tests.portals import ASEL, OTHER, PHONE, Portal, Town, portal_of

STATUS = {"request_id", "phone_number", "request_cost", "attempts_left", "resend_after",
          "expires_at"}  # fmt: skip
OFFER = {"link_url", "link_code", "qr_svg", "qr_png"}


@pytest.fixture
async def portal(town: Town) -> AsyncIterator[Portal]:
    await town.link()
    async with portal_of(town) as portal:
        yield portal


@pytest.fixture
async def small(village: Town) -> AsyncIterator[Portal]:
    """On SQLite alone."""
    await village.link()
    async with portal_of(village) as portal:
        yield portal


async def test_a_code_is_sent_and_its_request_described(portal: Portal) -> None:
    status = await portal.send(payload="order 7")
    assert set(status) == STATUS | {"payload"}
    assert status["phone_number"] == PHONE
    assert status["request_cost"] == 0
    assert status["payload"] == "order 7"
    assert (status["attempts_left"], status["resend_after"]) == (5, 30)
    assert status["expires_at"] == int(portal.town.now.timestamp()) + 300


async def test_the_chat_reads_the_code_first_and_what_it_is_for(portal: Portal) -> None:
    context = {"device": "Chrome", "city": "<Ақтау>"}
    await portal.send(purpose="register", context=context)
    (call,) = await portal.town.deliver()
    value = portal.town.value
    first, *rest = call["text"].split("\n")
    assert first == f"<tg-spoiler>{value}</tg-spoiler> — INDIGO: тіркелу коды"
    assert rest[-1] == "Сұралған жері: Chrome, &lt;Ақтау&gt;"
    assert call["protect_content"]
    (copy,), (wrong,) = call["reply_markup"]["inline_keyboard"]
    assert copy["copy_text"] == {"text": value}
    assert wrong["callback_data"].startswith("cn|")


async def test_sent_is_said_once_telegram_has_the_message(portal: Portal) -> None:
    request = (await portal.send())["request_id"]
    assert "delivery_status" not in await portal.check(request)
    await portal.town.deliver()
    await portal.town.watch()
    status = await portal.check(request)
    assert status["delivery_status"] == {
        "status": "sent",
        "updated_at": int(portal.town.now.timestamp()),
    }


async def test_the_right_code_is_valid_once(portal: Portal) -> None:
    request = (await portal.send())["request_id"]
    status = await portal.check(request, code=portal.town.value)
    assert status["verification_status"] == {
        "status": "code_valid",
        "updated_at": int(portal.town.now.timestamp()),
        "code_entered": portal.town.value,
    }
    assert await portal.verdict(request, portal.town.value) == "expired"
    assert (await portal.check(request))["verification_status"]["status"] == "code_valid"


async def test_a_wrong_code_costs_a_try_and_the_fifth_ends_it(portal: Portal) -> None:
    request = (await portal.send(code="4711"))["request_id"]
    seen = [await portal.check(request, code="4712") for _ in range(6)]
    assert [s["attempts_left"] for s in seen] == [4, 3, 2, 1, 0, 0]
    over = "code_max_attempts_exceeded"
    verdicts = [s["verification_status"]["status"] for s in seen]
    assert verdicts == ["code_invalid"] * 4 + [over] * 2
    assert await portal.verdict(request, "4711") == over


async def test_a_request_expires(portal: Portal) -> None:
    request = (await portal.send(ttl=60))["request_id"]
    portal.town.wait(seconds=61)
    status = await portal.check(request)
    assert status["delivery_status"]["status"] == "expired"
    assert status["verification_status"]["status"] == "expired"
    assert await portal.verdict(request, portal.town.value) == "expired"


async def test_a_revoked_code_is_never_sent_nor_right(portal: Portal) -> None:
    request = (await portal.send())["request_id"]
    assert await portal.result("revokeVerificationMessage", request_id=request) is True
    assert await portal.town.deliver() == []
    assert (await portal.check(request))["delivery_status"]["status"] == "revoked"
    assert await portal.verdict(request, portal.town.value) == "expired"


async def test_another_portals_request_is_no_request(portal: Portal) -> None:
    request = (await portal.send())["request_id"]
    key = await portal.town.key("AKMOLA")
    for method in ("checkVerificationStatus", "revokeVerificationMessage"):
        for asked in (request, "0" * 32):
            answer = await portal.call(method, key=key, request_id=asked, code="123456")
            assert answer == {"ok": False, "error": "REQUEST_ID_INVALID"}


async def test_a_phone_without_a_chat_gets_a_link_a_pairing_code_and_a_picture(
    portal: Portal,
) -> None:
    status = await portal.send(OTHER)
    assert set(status) == STATUS | OFFER
    link = status["link_url"]
    assert link.startswith("https://t.me/otinim_bot?start=link-")
    token = link.partition("=")[2]
    assert len(token) <= 64
    assert [len(part) for part in status["link_code"].split()] == [4, 4, 4]
    for kind, magic in (("svg", b"<?xml"), ("png", b"\x89PNG")):
        path = status[f"qr_{kind}"].removeprefix("https://otinim.example")
        async with portal.session.get(portal.url + path) as picture:
            assert (await picture.read()).startswith(magic)
    async with portal.session.get(f"{portal.url}/qr/link-nobodys.svg") as picture:
        assert picture.status == 404


async def test_the_waiting_code_arrives_the_moment_the_chat_is_linked(portal: Portal) -> None:
    request = (await portal.send(OTHER))["request_id"]
    assert await portal.town.deliver() == []
    await portal.town.link(PersonId(3), OTHER)
    (call,) = await portal.town.deliver()
    assert call["chat_id"] == 3
    assert await portal.verdict(request, portal.town.value) == "code_valid"


async def test_a_send_ability_is_good_for_one_sending(portal: Portal) -> None:
    asked = await portal.result("checkSendAbility", phone_number=PHONE)
    assert set(asked) == {"request_id", "phone_number", "request_cost"}
    request = asked["request_id"]
    assert await portal.error(
        "sendVerificationMessage", phone_number=OTHER, request_id=request
    ) == ("PHONE_NUMBER_MISMATCH")
    assert (await portal.send(request_id=request))["request_id"] == request
    portal.town.wait(seconds=60)
    assert await portal.error(
        "sendVerificationMessage", phone_number=PHONE, request_id=request
    ) == ("MESSAGE_ALREADY_SENT")


async def test_a_second_ability_leads_to_the_code_that_is_open(portal: Portal) -> None:
    first = (await portal.send())["request_id"]
    portal.town.wait(seconds=31)
    asked = (await portal.result("checkSendAbility", phone_number=PHONE))["request_id"]
    assert (await portal.send(request_id=asked))["request_id"] == first
    assert await portal.verdict(asked, portal.town.value) == "code_valid"


async def test_with_reach_a_portal_learns_that_a_phone_has_no_chat(portal: Portal) -> None:
    assert await portal.error("checkSendAbility", phone_number=OTHER) == "PHONE_NUMBER_NOT_FOUND"


async def test_without_reach_every_phone_is_answered_alike(town: Town) -> None:
    await town.link()
    async with portal_of(town, scopes=frozenset({"send"})) as portal:
        known, unknown = await portal.send(PHONE), await portal.send(OTHER)
        await town.deliver()
        await town.watch()
        later = [await portal.check(s["request_id"]) for s in (known, unknown)]
        able = [await portal.result("checkSendAbility", phone_number=p) for p in (PHONE, OTHER)]
        for one, two in ((known, unknown), later, able):
            assert [*one] == [*two]
            same = ("request_id", "phone_number", *OFFER)
            assert {k: v for k, v in one.items() if k not in same} == {
                k: v for k, v in two.items() if k not in same
            }
        await portal.check(known["request_id"], code=town.value)
        assert (await portal.check(known["request_id"]))["delivery_status"]["status"] == "sent"


async def test_a_chat_that_blocked_the_bot_is_undeliverable(portal: Portal) -> None:
    request = (await portal.send())["request_id"]

    def refuse(store: Any) -> None:
        (owed,) = store.outbox.claim(
            "telegram", "w", portal.town.now, portal.town.now.resolution, 9
        )
        store.outbox.close(owed.id, "failed", "Forbidden")
        store.people.lose(ASEL)

    await portal.town.run(refuse)
    await portal.town.watch()
    status = await portal.check(request)
    assert status["undeliverable"] is True
    assert "delivery_status" not in status
    portal.town.wait(seconds=31)
    assert set(await portal.send()) >= OFFER | {"undeliverable"}


# What is refused


@pytest.mark.parametrize(
    ("params", "error"),
    [
        ({"phone_number": ""}, "PHONE_NUMBER_INVALID"),
        ({"phone_number": None}, "PHONE_NUMBER_INVALID"),
        ({"phone_number": ["+77000000001"]}, "PHONE_NUMBER_INVALID"),
        ({"phone_number": "+15551234567"}, "PHONE_NUMBER_INVALID"),
        ({"phone_number": "+7" * 50}, "PHONE_NUMBER_INVALID"),
        ({"code": "12a4"}, "CODE_INVALID"),
        ({"code": "123"}, "CODE_INVALID"),
        ({"code": "123456789"}, "CODE_INVALID"),
        ({"code": "١٢٣٤"}, "CODE_INVALID"),
        ({"code": True}, "CODE_INVALID"),
        ({"code_length": 3}, "CODE_LENGTH_INVALID"),
        ({"code_length": "9"}, "CODE_LENGTH_INVALID"),
        ({"code_length": 1e400}, "CODE_LENGTH_INVALID"),
        ({"ttl": 29}, "TTL_INVALID"),
        ({"ttl": "3601"}, "TTL_INVALID"),
        ({"ttl": -60}, "TTL_INVALID"),
        ({"payload": "ы" * 65}, "PAYLOAD_INVALID"),
        ({"payload": {"a": 1}}, "PAYLOAD_INVALID"),
        ({"sender_username": "no channel"}, "SENDER_USERNAME_INVALID"),
        ({"request_id": "7"}, "REQUEST_ID_INVALID"),
        ({"request_id": "a" * 32}, "REQUEST_ID_INVALID"),
        ({"callback_url": "http://portal.example/x"}, "CALLBACK_URL_INVALID"),
        ({"callback_url": "https://127.0.0.1/x"}, "CALLBACK_URL_INVALID"),
        ({"callback_url": "https://p.example/" + "x" * 256}, "CALLBACK_URL_INVALID"),
        ({"purpose": "marketing"}, "PURPOSE_INVALID"),
        ({"locale": "de"}, "LOCALE_INVALID"),
        ({"context": "device"}, "CONTEXT_INVALID"),
        ({"context": {"device": "x" * 65}}, "CONTEXT_INVALID"),
        ({"context": {"ip": "not one"}}, "CONTEXT_INVALID"),
    ],
)  # fmt: skip
async def test_a_wrong_parameter_has_the_gateways_error(
    small: Portal, params: dict[str, Any], error: str
) -> None:
    raw = json.dumps({"phone_number": PHONE, **params})
    headers = {"Authorization": f"Bearer {small.key}", "Content-Type": "application/json"}
    url = f"{small.url}/sendVerificationMessage"
    async with small.session.post(url, data=raw, headers=headers) as answer:
        assert answer.status == 200
        assert await answer.json() == {"ok": False, "error": error}
    assert await small.town.states() == {}


async def test_who_shows_no_key_or_a_wrong_one_gets_nothing(small: Portal) -> None:
    for key, error in (("", "REQUIRED"), ("x", "INVALID"), (small.key[:-1], "INVALID"),
                       ("ы\udcff", "INVALID")):  # fmt: skip
        answer = await small.call("checkSendAbility", key="", access_token=key, phone_number=PHONE)
        assert answer == {"ok": False, "error": f"ACCESS_TOKEN_{error}"}


async def test_parameters_come_by_query_form_or_json_and_methods_in_any_case(
    small: Portal,
) -> None:
    bearer = {"Authorization": f"bearer {small.key}"}
    given = {"access_token": small.key, "phone_number": PHONE}
    calls = (
        ("GET", "checkSendAbility", {"params": given}),
        ("GET", "CHECKSENDABILITY", {"params": {"phone_number": PHONE}, "headers": bearer}),
        ("POST", "checksendability", {"data": given}),
        ("POST", "/checkSendAbility", {"json": given}),
        ("POST", "checkSendAbility", {"params": given}),
        ("POST", "checkSendAbility", {"data": json.dumps(given).encode()}),
    )
    for verb, method, how in calls:
        url = f"{small.url}/{method}"
        async with small.session.request(verb, url, **how) as answer:
            assert (await answer.json())["ok"], (verb, method, how)


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (b"{", "application/json", 200),
        (b"[" * 60_000, "application/json", 200),
        (b"\xff\xfe", "application/json", 200),
        (b'"text"', "application/json", 200),
        (b"\xff=%zz&=&&", "application/x-www-form-urlencoded", 200),
        (b"--x\r\nbroken", "multipart/form-data; boundary=x", 200),
        (b"", "multipart/form-data", 200),
        (b"{}", "a/b; charset=nothing", 200),
        (b"x" * 10_000_000, "application/json", 413),
        (b"x" * 70_000, "text/plain", 413),
    ],
)
async def test_a_broken_or_huge_body_is_never_a_500(
    small: Portal, body: bytes, content_type: str, status: int
) -> None:
    headers = {"Content-Type": content_type, "Authorization": f"Bearer {small.key}"}
    url = f"{small.url}/sendVerificationMessage"
    data = io.BytesIO(body) if body else body
    async with small.session.post(url, data=data, headers=headers) as answer:
        assert answer.status == status
        assert (await answer.json())["error"] in ("PHONE_NUMBER_INVALID", "PAYLOAD_INVALID")


async def test_a_body_that_lies_about_its_length_or_packing_is_no_500(small: Portal) -> None:
    headers = {"Authorization": f"Bearer {small.key}", "Content-Encoding": "gzip"}
    url = f"{small.url}/sendVerificationMessage"
    async with small.session.post(url, data=b"not gzip", headers=headers) as answer:
        assert answer.status < 500
    reader, writer = await asyncio.open_connection("127.0.0.1", URL(url).port)
    writer.write(b"POST /sendVerificationMessage HTTP/1.1\r\nHost: x\r\n"
                 b"Transfer-Encoding: chunked\r\n\r\nZZ\r\n")  # fmt: skip
    line = await reader.readline()
    writer.close()
    assert b" 500 " not in line


async def test_an_unknown_method_is_told_in_the_gateways_words(small: Portal) -> None:
    for method in ("sendMessage", "getUpdates", "/x"):
        async with small.session.get(f"{small.url}/{method}") as answer:
            assert (answer.status, await answer.json()) == (
                404,
                {"ok": False, "error": "UNKNOWN_METHOD"},
            )


# Idempotency-Key (reliability.md A15)


async def once(portal: Portal, key: str, method: str, **params: Any) -> tuple[int, Any]:
    headers = {"Authorization": f"Bearer {portal.key}", "Idempotency-Key": key}
    async with portal.session.post(
        f"{portal.url}/{method}", json=params, headers=headers
    ) as answer:
        return answer.status, await answer.json()


async def test_the_same_request_under_the_same_key_is_sent_once(portal: Portal) -> None:
    calls = [once(portal, "k", "sendVerificationMessage", phone_number=PHONE) for _ in range(10)]
    answers = await asyncio.gather(*calls)
    assert all(a == answers[0] for a in answers)
    assert len(await portal.town.deliver()) == 1


async def test_another_request_under_the_same_key_is_a_conflict(portal: Portal) -> None:
    await once(portal, "k", "sendVerificationMessage", phone_number=PHONE)
    status, answer = await once(portal, "k", "sendVerificationMessage", phone_number=OTHER)
    assert (status, answer["error"]) == (409, "IDEMPOTENCY_KEY_REUSED")
    assert (await once(portal, "k" * 256, "sendVerificationMessage", phone_number=OTHER))[1] == {
        "ok": False,
        "error": "IDEMPOTENCY_KEY_INVALID",
    }


async def test_a_refused_request_may_be_tried_again_under_its_key(portal: Portal) -> None:
    await portal.send()
    refused = await once(portal, "k", "sendVerificationMessage", phone_number=PHONE)
    assert refused[1]["error"] == "FLOOD_WAIT_30"
    portal.town.wait(seconds=30)
    assert (await once(portal, "k", "sendVerificationMessage", phone_number=PHONE))[1]["ok"]


async def test_a_checks_answer_survives_a_lost_connection(portal: Portal) -> None:
    request = (await portal.send())["request_id"]
    params = {"request_id": request, "code": portal.town.value}
    first = await once(portal, "c", "checkVerificationStatus", **params)
    assert first[1]["result"]["verification_status"]["status"] == "code_valid"
    assert await once(portal, "c", "checkVerificationStatus", **params) == first


# Keys and terms: reliability.md A16


async def test_a_portal_calls_from_its_own_networks_only(village: Town) -> None:
    async with portal_of(village, networks=("10.0.0.0/8", "2001:db8::/32")) as portal:
        assert await portal.error("checkSendAbility", phone_number=PHONE) == "ACCESS_TOKEN_INVALID"
    async with portal_of(village, name="near", networks=("127.0.0.1/32",)) as portal:
        assert await portal.error("checkSendAbility", phone_number=PHONE) != "ACCESS_TOKEN_INVALID"


@pytest.mark.parametrize(
    ("hops", "seen", "known"),
    [
        (0, "203.0.113.7", False),
        (1, "203.0.113.7", True),
        (1, "198.51.100.1, 203.0.113.7", True),
        (1, "203.0.113.7, 198.51.100.1", False),
        (2, "203.0.113.7, 10.0.0.1", True),
        (2, "203.0.113.7", False),
        (1, "nonsense", False),
        (1, "", False),
    ],
)
async def test_behind_proxies_of_ours_the_address_that_they_saw_counts(
    village: Town, hops: int, seen: str, known: bool
) -> None:
    """Whoever writes the header themselves gets no further."""
    async with portal_of(village, hops, networks=("203.0.113.0/24",)) as portal:
        headers = {"Authorization": f"Bearer {portal.key}", "X-Forwarded-For": seen}
        url = f"{portal.url}/sendVerificationMessage?phone_number=%2B77000000001"
        async with portal.session.get(url, headers=headers) as answer:
            assert (await answer.json())["ok"] is known


async def test_a_portal_without_the_scope_sends_nothing(village: Town) -> None:
    async with portal_of(village, scopes=frozenset({"reach"})) as portal:
        assert await portal.error("sendVerificationMessage", phone_number=PHONE) == (
            "ACCESS_TOKEN_INVALID"
        )


async def test_a_portal_keeps_to_its_quota(village: Town) -> None:
    async with portal_of(village, per_second=2, per_day=3) as portal:
        phones = [f"+7700000001{n}" for n in range(5)]
        await portal.send(phones[0])
        await portal.send(phones[1])
        assert await portal.error("sendVerificationMessage", phone_number=phones[2]) == (
            "FLOOD_WAIT_1"
        )
        village.wait(seconds=1)
        await portal.send(phones[2])
        assert await portal.error("sendVerificationMessage", phone_number=phones[3]) == (
            f"FLOOD_WAIT_{20 * 3600 - 1}"  # until midnight UTC; it is four in the morning
        )
