"""Both verifiers keep one promise: the same signatures count, and the others are refused with the
same words, whether the path is walked here or by NCANode."""

import json
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from adapters.signatures.child import Child
from adapters.signatures.here import Here
from adapters.signatures.lists import Lists
from adapters.signatures.ncanode import NcaNode
from domain.errors import Refusal
from domain.signatures import (
    SignatureByOtherPerson,
    SignatureBySignInKey,
    SignatureByStranger,
    SignatureIncomplete,
    SignatureKeyExpired,
    SignatureKeyRevoked,
    SignatureNotCheckedNow,
    SignatureNotOne,
    SignatureOfOtherDocument,
    SignatureUnreadable,
)
from tests.signatures.authority import (
    AUTH,
    CLIENT,
    DAY,
    INDIVIDUAL,
    NOW,
    OTHER_IIN,
    Authority,
)
from tests.signatures.cases import APPLICANT, DOCUMENT, by
from tests.signatures.test_hostile import OTHER, by_the_same_names, self_signed, two
from tests.signatures.worlds import InThread, World, here, ncanode


@pytest.fixture(params=[here, ncanode])
async def world(request, rsa: Authority, tmp_path: Path) -> AsyncIterator[World]:
    async with request.param(rsa, tmp_path) as found:
        yield found


async def test_a_good_signature_counts(world: World) -> None:
    person = world.authority.person()
    world.known(person, "good")
    verdict = await world.verify(by(person))
    assert (verdict.signer.iin, verdict.algorithm, verdict.at) == (APPLICANT, "rsa", NOW)
    assert verdict.certificates[0] == person.certificate.dump()
    assert world.asked() == 1


async def test_gost_counts_too(tmp_path: Path) -> None:
    for number, kind in enumerate((here, ncanode)):
        (tmp_path / f"{number}").mkdir()
        async with kind(Authority("gost"), tmp_path / f"{number}") as world:
            person = world.authority.person()
            world.known(person, "good")
            assert (await world.verify(by(person))).algorithm == "gost"


@pytest.mark.parametrize(
    ("make", "refusal"),
    [
        (lambda a: by(a.person(), inside=OTHER), SignatureOfOtherDocument),
        (lambda a: by(a.person(), digest_of=OTHER), SignatureOfOtherDocument),
        (lambda a: by(a.person(), attributes=False), SignatureIncomplete),
        (lambda a: by(a.person()) + b"\0", SignatureUnreadable),
        (lambda a: by(a.person(f"IIN{OTHER_IIN}")), SignatureByOtherPerson),
        (
            lambda a: by(a.person(kinds=(CLIENT, INDIVIDUAL), policy=AUTH)),
            SignatureBySignInKey,
        ),
        (two, SignatureNotOne),
        (
            lambda a: by(a.person(ends=NOW - DAY), signed_at=NOW - 9 * DAY),
            SignatureKeyExpired,
        ),
    ],
)
async def test_what_the_signature_itself_tells_is_refused_without_asking(
    world: World, make: Callable[[Authority], bytes], refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        await world.verify(make(world.authority))
    assert world.asked() == 0


@pytest.mark.parametrize("make", [self_signed, by_the_same_names])
async def test_strangers_are_refused(world: World, make: Callable[[Authority], bytes]) -> None:
    with pytest.raises(SignatureByStranger):
        await world.verify(make(world.authority))


async def test_a_stranger_does_not_make_us_ask(rsa: Authority, tmp_path: Path) -> None:
    async with here(rsa, tmp_path) as world:
        with pytest.raises(SignatureByStranger):
            await world.verify(self_signed(rsa))
        assert world.asked() == 0


async def test_a_revoked_key_is_refused(world: World) -> None:
    person = world.authority.person()
    world.known(person, "revoked")
    with pytest.raises(SignatureKeyRevoked) as refused:
        await world.verify(by(person))
    assert refused.value.day == (NOW - 2 * DAY).date()


async def test_silence_means_later_and_never_yes(world: World) -> None:
    person = world.authority.person()
    world.known(person, "good")
    world.fall()
    with pytest.raises(SignatureNotCheckedNow):
        await world.verify(by(person))


async def test_word_of_nobody_means_later(rsa: Authority, tmp_path: Path) -> None:
    async with ncanode(rsa, tmp_path) as world:
        world.verifier = NcaNode(InThread(), "http://127.0.0.1:9")
        with pytest.raises(SignatureNotCheckedNow):
            await world.verify(by(rsa.person()))


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"[]",
        b'{"valid": true, "signers": []}',
        b'{"valid": true, "signers": [{"certificates": []}]}',
        b'{"valid": true, "signers": [{"certificates": [{"valid": true, "serialNumber": "x"}]}]}',
    ],
)
async def test_an_odd_answer_is_no_yes(rsa: Authority, said: bytes) -> None:
    class Odd(NcaNode):
        async def asked(self, der: bytes, shown: bytes) -> bytes:
            return said

    with pytest.raises(SignatureNotCheckedNow):
        await Odd(InThread(), "").verify(by(rsa.person()), DOCUMENT, applicant=APPLICANT, now=NOW)


SERIAL = 77
"""Of the signer's certificate."""
WORD = {"revoked": False, "by": "OCSP", "reason": "OK"}


def of_ncanode(*serials: int, words: list[dict[str, Any]] | None = None) -> bytes:
    """An answer that says yes to as many signers."""
    signers = [
        {
            "certificates": [
                {
                    "valid": True,
                    "serialNumber": f"{serial:x}",
                    "revocations": [WORD] if words is None else words,
                }
            ]
        }
        for serial in serials
    ]
    return json.dumps({"valid": True, "signers": signers}).encode()


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        (of_ncanode(SERIAL), True),
        (of_ncanode(SERIAL + 1), False),
        (of_ncanode(SERIAL, SERIAL + 1), False),
        (of_ncanode(SERIAL, words=[]), False),
        (of_ncanode(SERIAL, words=[WORD, {**WORD, "reason": "Unknown status"}]), False),
    ],
    ids=["it", "about another key", "two signers", "no word of revocation", "one word missing"],
)
async def test_a_yes_of_ncanode_is_held_to_the_key_that_was_asked_about(
    rsa: Authority, said: bytes, counts: bool
) -> None:
    class Said(NcaNode):
        async def asked(self, der: bytes, shown: bytes) -> bytes:
            return said

    cms = by(rsa.person(serial=SERIAL))
    verifying = Said(InThread(), "").verify(cms, DOCUMENT, applicant=APPLICANT, now=NOW)
    if counts:
        assert (await verifying).by == "ncanode"
        return
    with pytest.raises(SignatureNotCheckedNow):
        await verifying


async def test_a_list_does_while_ocsp_is_silent(rsa: Authority, tmp_path: Path) -> None:
    async with here(rsa, tmp_path) as world:
        world.fall()
        person, gone = rsa.person(), rsa.person()
        lists = Lists((), tmp_path / "lists")
        lists.keep("http://crl.test/nca.crl", rsa.lists(gone)[1].content)
        assert await world.verify(by(person))
        with pytest.raises(SignatureKeyRevoked):
            await world.verify(by(gone))


async def test_lists_are_fetched_and_a_failure_leaves_the_last_one(tmp_path: Path) -> None:
    from aiohttp import web

    served: list[bytes] = [b"first"]

    async def answer(request: web.Request) -> web.Response:
        return web.Response(body=served[0]) if served else web.Response(status=500)

    app = web.Application()
    app.router.add_get("/a.crl", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    lists = Lists((f"http://127.0.0.1:{runner.addresses[0][1]}/a.crl",), tmp_path / "eds")
    try:
        for now in ([b"first"], [bytes(3_000_000)], []):
            served[:] = now
            lists.due.clear()
            await lists.tick()
            (kept,) = (tmp_path / "eds").glob("*.crl")
            assert kept.read_bytes() == b"first"
    finally:
        await runner.cleanup()


async def test_the_child_checks_refuses_and_is_replaced_when_it_dies(
    rsa: Authority, tmp_path: Path
) -> None:
    child = Child()
    try:
        async with here(rsa, tmp_path) as world:
            world.verifier = Here(child, world.verifier.ocsp, tmp_path / "trust", tmp_path)
            person = rsa.person()
            world.known(person, "good")
            assert (await world.verify(by(person))).signer.iin == APPLICANT
            with pytest.raises(SignatureKeyExpired) as refused:
                await world.verify(by(person), now=NOW + timedelta(days=400))
            assert refused.value.day == (NOW + timedelta(days=365)).date()
            for process in child.pool._processes.values():
                process.kill()
            with pytest.raises(SignatureNotCheckedNow):
                await world.verify(by(person))
            assert await world.verify(by(person))
    finally:
        await child.close()


async def test_a_folder_that_is_gone_means_later(rsa: Authority, tmp_path: Path) -> None:
    async with here(rsa, tmp_path) as world:
        (tmp_path / "trust").rename(tmp_path / "elsewhere")
        with pytest.raises(SignatureNotCheckedNow):
            await world.verify(by(rsa.person()))
