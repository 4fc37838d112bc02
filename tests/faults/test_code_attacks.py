"""One attack for each number that codes must hold (reliability.md A1-A16)."""

import ast
import asyncio
import hashlib
import hmac
import os
import statistics
import time
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from structlog.testing import capture_logs

from adapters.crypto import Keys, Seal
from adapters.db.engine import Database
from adapters.db.rows.codes import codes as table
from adapters.db.rows.columns import metadata
from domain import codes, links
from domain.clients import Caller
from domain.code_check import Guess, attempt
from domain.codes import Code, Order, new_value
from domain.denials import Denied
from domain.links import PairingCodeWrong, PortalLinkOver, TooManyGuesses
from domain.people import PersonId
from scheduler.codes import CodeWatch
from tests.portals import ASEL, BOLAT, OTHER, PHONE, Town, words

ROOT = Path(__file__).parents[2]


async def refusal(work: Any) -> str:
    """The error a portal is told; empty when it is not refused."""
    try:
        await work
    except Denied as denied:
        return denied.error
    return ""


@pytest.fixture
async def portal(town: Town) -> Caller:
    await town.link()
    return await town.portal()


# A1: 6 digits, uniform


def test_every_digit_is_as_likely_at_every_place() -> None:
    many = int(os.environ.get("CODES", "20000"))
    values = [new_value(6) for _ in range(many)]
    assert all(len(v) == 6 and v.isdecimal() for v in values)
    counts = Counter(pair for v in values for pair in enumerate(v))
    expected = many / 10
    chi_square = sum(
        (counts[at, d] - expected) ** 2 / expected for at, d in product(range(6), "0123456789")
    )
    assert chi_square < 100.9  # 54 degrees of freedom: passed by chance once in 10^4 runs


def test_codes_come_from_secrets_alone() -> None:
    for path in [*(ROOT / "domain").glob("*.py"), *(ROOT / "adapters" / "db").glob("codes.py")]:
        tree = ast.parse(path.read_text())
        imported = {
            name.name for n in ast.walk(tree) if isinstance(n, ast.Import) for name in n.names
        }
        assert "random" not in imported, path


# A2: the life of a code


async def test_a_code_is_good_to_its_last_second_and_not_one_more(
    town: Town, portal: Caller
) -> None:
    code = await town.send(portal)
    town.wait(seconds=299)
    assert await town.check(portal, code, "000000") == "code_invalid"
    town.wait(seconds=1)
    assert await town.check(portal, code, town.value) == "expired"


# A3: five tries, counted before they are compared


async def test_of_200_parallel_guesses_five_are_compared(
    town: Town, portal: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = await town.send(portal, code="424242")
    compared = 0
    compare = hmac.compare_digest

    def counting(one: bytes, two: bytes) -> bool:
        nonlocal compared
        compared += 1
        return compare(one, two)

    monkeypatch.setattr("domain.code_check.hmac.compare_digest", counting)
    guesses = [town.check(portal, code, f"{n:06d}") for n in range(200)]
    verdicts = Counter(await asyncio.gather(*guesses))
    assert compared <= 5
    assert verdicts == {"code_invalid": 4, "code_max_attempts_exceeded": 196}
    assert await town.check(portal, code, "424242") == "code_max_attempts_exceeded"


async def test_a_try_stays_counted_when_the_program_dies_before_comparing(
    town: Town, portal: Caller
) -> None:
    code = await town.send(portal)
    for _ in range(5):
        await town.run(lambda s: attempt(s, portal, Guess(code.request, town.value), town.now))
    assert await town.check(portal, code, town.value) == "code_max_attempts_exceeded"


# A4: consecutive failures of a phone, over all codes and portals


async def test_ten_failures_in_a_row_stop_a_phone_for_an_hour_then_for_two(
    town: Town, portal: Caller
) -> None:
    await fail(town, portal, 10)
    assert (await refusal(town.send(portal))) == "FLOOD_WAIT_3600"
    another = await town.portal("AKMOLA")
    assert (await refusal(town.send(another))).startswith("FLOOD_WAIT_")
    town.wait(hours=2)
    await fail(town, portal, 10)
    assert (await refusal(town.send(portal))) == "FLOOD_WAIT_7200"


async def fail(town: Town, portal: Caller, failures: int) -> None:
    """Wrong guesses at as many codes as it takes; limits of sending are waited out."""
    while failures:
        code = await town.send(portal, code="1234")
        for _ in range(min(failures, 4)):
            assert await town.check(portal, code, "9999") == "code_invalid"
            failures -= 1
        await town.run(lambda s, c=code: codes.end(s, c, "revoked", town.now))
        if failures:
            town.wait(hours=1)


async def test_a_stopped_phone_compares_nothing_even_of_a_code_sent_before(
    town: Town, portal: Caller
) -> None:
    another = await town.portal("AKMOLA")
    waiting = await town.send(another, code="7777", life=timedelta(hours=3))
    await fail(town, portal, 10)
    assert await town.check(another, waiting, "7777") == "code_max_attempts_exceeded"
    await town.link(how="contact")
    assert await town.check(another, waiting, "7777") == "code_valid"


async def test_a_right_code_forgives_the_failures_before(town: Town, portal: Caller) -> None:
    for _ in range(3):
        code = await town.send(portal, code="1234")
        for _ in range(4):
            await town.check(portal, code, "9999")
        assert await town.check(portal, code, "1234") == "code_valid"
        town.wait(hours=1)


async def test_the_hundredth_failure_stops_a_phone_until_its_contact_is_shared(
    town: Town, portal: Caller
) -> None:
    for _ in range(99):
        await town.run(lambda s: s.limits.count_guess(PHONE))
    code = await town.send(portal)
    await town.check(portal, code, "0000")
    town.wait(days=30)
    assert (await refusal(town.send(portal))) == "FLOOD_WAIT_86400"
    await town.link()
    assert await refusal(town.send(portal)) == ""


# A5: used once


async def test_of_50_parallel_right_codes_one_wins(town: Town, portal: Caller) -> None:
    code = await town.send(portal)
    checks = [town.check(portal, code, town.value) for _ in range(50)]
    verdicts = Counter(await asyncio.gather(*checks))
    assert verdicts["code_valid"] == 1
    assert set(verdicts) <= {"code_valid", "expired", "code_max_attempts_exceeded"}


# A6: a code is good for what it was made for


async def test_a_code_is_wrong_for_another_session_purpose_phone_or_portal(
    town: Town, portal: Caller
) -> None:
    code = await town.send(portal, about={"session": "s1"})
    wrong = ({"session": "s2"}, {}, {"session": "s1", "purpose": "sign"},
             {"session": "s1", "phone": OTHER})  # fmt: skip
    for guess in wrong:
        assert await town.check(portal, code, town.value, **guess) == "code_invalid"
    assert (await town.code(code)).tries_left == 1
    another = await town.portal("AKMOLA")
    assert await town.check(another, code, town.value, session="s1") is None
    assert await town.check(portal, code, town.value, session="s1") == "code_valid"


# A7: sending again


async def test_the_same_code_is_sent_again_after_growing_waits_five_times_at_most(
    town: Town, portal: Caller
) -> None:
    life = timedelta(minutes=20)
    first = await town.send(portal, life=life)
    for wait in (30, 60, 120, 300):
        town.wait(seconds=wait - 1)
        assert await refusal(town.send(portal)) == "FLOOD_WAIT_1"
        town.wait(seconds=1)
        again = await town.send(portal)
        assert (again.id, again.expires) == (first.id, first.expires)
    town.wait(seconds=300)
    left = (first.expires - town.now).total_seconds()
    assert await refusal(town.send(portal)) == f"FLOOD_WAIT_{left:.0f}"
    assert len({m.value for m in town.messages}) == 1
    assert len(town.messages) == 5


async def test_another_code_or_session_does_not_shorten_the_waits(
    town: Town, portal: Caller
) -> None:
    await town.send(portal, code="1111")
    assert await refusal(town.send(portal, code="2222")) == "FLOOD_WAIT_30"
    town.wait(seconds=30)
    new = await town.send(portal, code="2222")
    assert (new.sends, new.resend_after(town.now)) == (2, 60)
    assert await refusal(town.send(portal, about={"session": "x"})) == "FLOOD_WAIT_60"
    assert await town.states() == {"issued": 1, "replaced": 1}


# A8: how much is borne


async def test_a_phone_bears_five_sendings_in_ten_minutes_and_ten_in_a_day(
    town: Town, portal: Caller
) -> None:
    sent = []
    for _ in range(40):
        if not await refusal(answered(town, portal)):
            sent.append(town.now)
        town.wait(seconds=61)
    for within, most in ((600, 5), (86_400, 10)):
        windows = [[s for s in sent if at <= s < at + timedelta(seconds=within)] for at in sent]
        assert max(map(len, windows)) == most


async def answered(town: Town, portal: Caller) -> None:
    """A code that is used, so that only the limits of sending count."""
    code = await town.send(portal)
    assert await town.check(portal, code, town.value) == "code_valid"


async def test_an_end_users_address_bears_20_codes_an_hour_over_all_portals(
    town: Town, portal: Caller
) -> None:
    another = await town.portal("AKMOLA")
    about = {"ip": "2001:db8::1"}
    for n in range(20):
        await town.send((portal, another)[n % 2], f"+770000001{n:02}", about=about)
        town.wait(seconds=1)
    assert await refusal(town.send(portal, "+77000000199", about=about)) == "FLOOD_WAIT_3580"
    assert await refusal(town.send(portal, "+77000000199")) == ""


async def test_a_portal_that_guesses_is_stopped_for_the_day(
    town: Town, portal: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("domain.code_limits.FAILURES_A_DAY", 3)
    code = await town.send(portal)
    assert await town.check(portal, code, town.value) == "code_valid"
    for _ in range(3):
        assert await town.check(portal, lost(code), "000000") is None
    assert (await refusal(town.check(portal, code, "000000"))).startswith("FLOOD_WAIT_")


def lost(code: Code) -> Code:
    """A request that isn't there."""
    return replace(code, request="0" * 32)


async def test_limits_survive_a_restart(town: Town, portal: Caller) -> None:
    await town.send(portal)
    url, seal = town.database.engine.url, town.database.seal
    again = Town(Database.open(url.render_as_string(hide_password=False), seal), town.clock)
    assert await refusal(again.send(portal)) == "FLOOD_WAIT_30"
    await again.database.close()


async def test_parallel_requests_pass_no_limit_together(town: Town, portal: Caller) -> None:
    about = {"ip": "10.1.1.1"}
    sends = [town.send(portal, f"+770000001{n:02}", about=about) for n in range(40)]
    refused = Counter(map(bool, await asyncio.gather(*map(refusal, sends))))
    assert refused == {True: 20, False: 20}


# A9: what a stolen database tells


async def test_a_dump_without_the_key_holds_no_code_and_no_phone(
    town: Town, portal: Caller
) -> None:
    for n in range(12):
        await town.send(portal, f"+770000001{n:02}", code=f"{731_950 + n}")
    await town.run(
        lambda s: links.link(s, BOLAT, "+77000000100", "contact", town.now, town.render)
    )

    def dumped(store: Any) -> list[Any]:
        tables = metadata.tables.values()
        return [v for t in tables for row in store.connection.execute(sa.select(t)) for v in row]

    values = await town.run(dumped)
    whole = b"\n".join(v.encode() if isinstance(v, str) else v for v in values
                       if isinstance(v, str | bytes))  # fmt: skip
    for n in range(12):
        assert f"770000001{n:02}".encode() not in whole
        assert f"{731_950 + n}".encode() not in whole


async def test_the_files_of_1000_codes_tell_none_of_them_without_the_pepper(
    village: Town,
) -> None:
    """The database and its WAL as a thief finds them: brute force needs the key file too."""
    portal = await village.portal(per_second=10**6)
    orders = [Order(f"+77000{n:06}") for n in range(1_000)]
    await village.run(
        lambda s: [codes.send(s, portal, o, village.now, village.render) for o in orders]
    )
    truth = {m.value for m in village.messages} | await village.run(values_of)
    assert len(truth) > 990
    file = Path(village.database.engine.url.database or "")
    stolen = b"".join(f.read_bytes() for f in file.parent.glob(f"{file.name}*"))
    assert len(stolen) > 500_000

    def plain(store: Any) -> list[tuple[bytes, bytes]]:
        rows = store.connection.execute(sa.select(table.c.salt, table.c.code_digest))
        return [(bytes(salt), bytes(digest)) for salt, digest in rows]

    salts_and_digests = await village.run(plain)
    assert all(digest in stolen for _, digest in salts_and_digests[:50])
    digests = {digest for _, digest in salts_and_digests}
    for value in (v.encode() for v in truth):
        assert hashlib.sha256(value).digest() not in digests
    for salt, digest in salts_and_digests:
        for value in (v.encode() for v in list(truth)[:20]):
            for guessed in (salt + value, value + salt, salt.hex().encode() + b":" + value):
                assert hashlib.sha256(guessed).digest() != digest
            assert hmac.digest(salt, value, "sha256") != digest
    assert b"+77000" not in stolen


def values_of(store: Any) -> set[str]:
    numbers = store.connection.execute(sa.select(table.c.id)).scalars()
    return {store.codes.value(number) for number in numbers}


async def test_the_copy_that_is_sent_is_wiped_and_the_row_goes_in_a_day(
    town: Town, portal: Caller
) -> None:
    code = await town.send(portal)
    assert await town.run(lambda s: s.codes.value(code.id)) == town.value
    await town.deliver()
    town.wait(minutes=6)
    await town.watch()
    assert await town.run(lambda s: s.codes.value(code.id)) is None
    town.wait(hours=25)
    assert await town.run(lambda s: s.codes.purge(town.now - timedelta(hours=24))) == 1
    assert await town.states() == {}


async def test_another_pepper_makes_every_code_wrong(town: Town, portal: Caller) -> None:
    code = await town.send(portal)
    guess = Guess(code.request, town.value)
    stolen = Seal(Keys({1: bytes(range(1, 33))}))

    def digests(store: Any) -> Any:
        expected, right = store.codes.digests(code, guess)
        store.codes.seal = stolen
        return expected, right, store.codes.digests(code, guess)[1]

    expected, right, wrong = await town.run(digests)
    assert expected == right != wrong


async def test_nothing_of_a_code_is_logged(village: Town) -> None:
    await village.link()
    portal = await village.portal()
    with capture_logs() as lines:
        code = await village.send(portal, code="48151623")
        await village.check(portal, code, "42424242")
        await village.check(portal, code, "48151623")
        await village.deliver()
        village.wait(hours=30)
        await CodeWatch(village.database, village.clock, words()).clean()
    assert lines
    said = repr(lines)
    assert not [x for x in ("48151623", "42424242", "7000000001", code.request) if x in said]


# A10: nothing to be learned from how long it takes


async def test_unknown_expired_and_wrong_take_as_long(village: Town) -> None:
    portal = await village.portal()
    expired = await village.send(portal, "+77000000150", life=timedelta(seconds=30))
    village.wait(seconds=31)
    await village.watch()
    open_codes = [await village.send(portal, f"+770000001{n:02}") for n in range(20)]

    async def took(code: Any) -> float:
        began = time.process_time()  # of all threads: a busy machine doesn't matter
        await village.check(portal, code, "000000")
        return time.process_time() - began

    times: dict[str, list[float]] = {"unknown": [], "expired": [], "wrong": []}
    for n in range(30):
        times["unknown"].append(await took(lost(expired)))
        times["expired"].append(await took(expired))
        times["wrong"].append(await took(open_codes[n % 20]))
    medians = [statistics.median(t) for t in times.values()]
    assert max(medians) - min(medians) < 0.005


async def test_without_reach_a_phone_with_a_chat_takes_as_long_as_one_without(
    village: Town,
) -> None:
    portal = await village.portal(scopes=frozenset({"send"}), per_second=100)
    for n in range(25):
        await village.link(PersonId(500 + n), f"+770000002{n:02}")

    async def took(phone: str) -> float:
        began = time.process_time()
        code = await village.send(portal, phone)
        await village.run(lambda s: links.show(s, code, village.now))
        return time.process_time() - began

    both = [[await took(f"+77000000{where}{n:02}") for n in range(25)] for where in (2, 3)]
    assert abs(statistics.median(both[0]) - statistics.median(both[1])) < 0.005


# A11 is in tests/web/test_codes_api.py: what the chat reads


# A12: bombing a person with codes


async def test_a_chat_gets_three_unanswered_codes_an_hour_from_all_portals(
    town: Town, portal: Caller
) -> None:
    portals = [portal, await town.portal("B"), await town.portal("C"), await town.portal("D")]
    for at in range(3):
        await town.send(portals[at])
    assert await refusal(town.send(portals[3])) == "FLOOD_WAIT_3600"
    town.wait(minutes=61)
    assert await refusal(town.send(portals[3])) == ""


async def test_not_me_withdraws_the_code_and_freezes_the_portal_for_a_day(
    town: Town, portal: Caller
) -> None:
    await town.run(lambda s: s.staff.grant(BOLAT, "daryn", "*", "head", "operator", town.now))
    code = await town.send(portal)
    assert await town.run(lambda s: codes.not_me(s, BOLAT, code.id, town.now)) is None
    done = await town.run(lambda s: codes.not_me(s, ASEL, code.id, town.now))
    assert done is not None
    assert (done.portal, done.staff) == ("INDIGO", (BOLAT,))
    assert await town.check(portal, code, town.value) == "expired"
    town.wait(hours=23)
    assert (await town.send(portal)).state == "held"
    assert await town.deliver() == []
    another = await town.portal("AKMOLA")
    assert (await town.send(another)).state == "issued"
    town.wait(hours=2)
    assert (await town.send(portal)).state == "issued"


# A13: never late


async def test_a_code_is_not_sent_after_its_expiry(town: Town, portal: Caller) -> None:
    await town.send(portal, life=timedelta(seconds=60))
    town.wait(seconds=60)
    assert await town.deliver() == []
    assert await town.owed() == {"expired": 1}


async def test_a_waiting_code_that_is_over_is_not_sent_to_a_new_chat(
    town: Town, portal: Caller
) -> None:
    await town.send(portal, OTHER, life=timedelta(seconds=60))
    town.wait(seconds=61)
    linked = await town.link(BOLAT, OTHER)
    assert linked.codes == ()
    assert await town.states() == {"expired": 1}


# B12: guessing links and pairing codes


async def test_ten_wrong_links_or_pairing_codes_an_hour_and_no_more(
    town: Town, portal: Caller
) -> None:
    code = await town.send(portal, OTHER)
    shown = await town.run(lambda s: links.show(s, code, town.now))

    def trying(token: str, digits: str) -> Any:
        def work(store: Any) -> str:
            for tried in (
                lambda: links.open_token(store, BOLAT, token, town.now, town.render),
                lambda: links.open_pairing(store, BOLAT, digits, town.now, town.render),
            ):
                try:
                    tried()
                except (PortalLinkOver, PairingCodeWrong, TooManyGuesses) as refused:
                    name = type(refused).__name__
            return name

        return town.run(work)

    seen = [await trying(f"link-{n}", f"{n:012d}") for n in range(6)]
    assert seen == ["PairingCodeWrong"] * 5 + ["TooManyGuesses"]
    assert await trying(shown.token, shown.pairing) == "TooManyGuesses"
    town.wait(minutes=5)
    opened = await town.run(
        lambda s: links.open_pairing(s, PersonId(9), shown.pairing, town.now, town.render)
    )
    assert (opened.phone, opened.portal, opened.linked) == (OTHER, "INDIGO", False)
    with pytest.raises(PortalLinkOver):
        await town.run(
            lambda s: links.open_token(s, PersonId(9), shown.token, town.now, town.render)
        )


async def test_a_link_lasts_15_minutes_and_a_pairing_code_10(town: Town, portal: Caller) -> None:
    code = await town.send(portal, OTHER, life=timedelta(hours=1))
    shown = await town.run(lambda s: links.show(s, code, town.now))
    assert len(shown.pairing) == 12
    assert len(shown.token.removeprefix(links.START)) == 32  # 192 bits
    town.wait(minutes=10)
    with pytest.raises(PairingCodeWrong):
        await town.run(
            lambda s: links.open_pairing(s, BOLAT, shown.pairing, town.now, town.render)
        )
    town.wait(minutes=4)
    first, second = await asyncio.gather(
        *(
            town.run(lambda s, p=p: links.open_token(s, p, shown.token, town.now, town.render))
            for p in (BOLAT, PersonId(9))
        ),
        return_exceptions=True,
    )
    assert sorted(type(x).__name__ for x in (first, second)) == ["PortalLinkOver", "Waiting"]


async def test_opening_a_strangers_link_gives_no_code(town: Town, portal: Caller) -> None:
    """Somebody types a stranger's number at a portal and opens the link in their own chat."""
    code = await town.send(portal, OTHER)
    shown = await town.run(lambda s: links.show(s, code, town.now))
    opened = await town.run(
        lambda s: links.open_token(s, ASEL, shown.token, town.now, town.render)
    )
    assert not opened.linked
    await town.link(ASEL, PHONE, how="link")
    assert await town.deliver() == []
