"""The phone fetches a document and brings its signature, as eGov Mobile does: once, in time, and
whatever a stranger sends is answered."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from aiohttp.test_utils import TestClient, TestServer

from adapters.db.engine import Database
from adapters.db.store import Store
from adapters.egov import Organisation, launch_url, qr_text
from adapters.enclosed import Enclosed
from adapters.fakes import FixedClock, KnownSignatures
from adapters.papers.fakes import MemoryFiles
from adapters.signed import Signatures
from adapters.signing_card import Cards
from domain.outbox import Notice
from domain.people import PersonId
from domain.signatures import SignatureNotCheckedNow
from domain.signing_sessions import MOST_TRIES, SigningOver, Wish
from domain.values.iin import Iin
from tests.portals import words
from web.build import application
from web.signing import Signing

ASEL = PersonId(7_000_000_001)
IIN, OTHER = "850310390007", "880702490109"
PDF = b"%PDF-1.7 an application"
NAMES = {"kk": "Өтініш", "ru": "Заявление", "en": "Application"}
WISH = Wish(ASEL, "admission:17", NAMES, PDF, "kk", applicant=Iin(IIN))
TOKEN = "t" * 43


class Desk:
    """A document that waits, and a phone that comes for it."""

    def __init__(self, database: Database) -> None:
        self.database, self.clock = database, FixedClock()
        self.verifier, self.done = KnownSignatures(), list[str]()
        cards = Cards(words().words, "https://launch.example", "https://otinim.example")
        self.signatures = Signatures(
            database,
            self.clock,
            self.verifier,
            cards,
            self.finish,
            Enclosed(database, MemoryFiles()),
        )
        self.client: TestClient[Any, Any]

    def finish(self, store: Store, session: Any, verdict: Any) -> list[Notice]:
        self.done.append(session.wish.about)
        return []

    async def begin(self, wish: Wish = WISH) -> None:
        await self.database.run(lambda store: store.signing.begin(wish, TOKEN, self.clock.now()))

    async def first(self, **headers: str) -> aiohttp.ClientResponse:
        return await self.client.get(f"/egov/{TOKEN}", headers=headers)

    async def bearer(self) -> dict[str, str]:
        answer = await (await self.first()).json()
        return {"Authorization": f"Bearer {answer['document']['auth_token']}"}

    async def brings(self, cms: bytes, **headers: str) -> aiohttp.ClientResponse:
        data = base64.b64encode(cms).decode()
        body = {"documentsToSign": [{"id": 1, "document": {"file": {"data": data}}}]}
        return await self.client.put(
            f"/egov/{TOKEN}/document", json=body, headers={**await self.bearer(), **headers}
        )

    async def state(self) -> str:
        found = await self.database.read(lambda store: store.signing.by_token(TOKEN))
        assert found is not None
        return found.state


@pytest_asyncio.fixture
async def desk(database: Database) -> AsyncIterator[Desk]:
    made = Desk(database)
    organisation = Organisation(NAMES, "940140000385")
    signing = Signing(
        made.signatures, words().words, database.seal, organisation, "https://otinim.example"
    )
    async with TestClient(TestServer(application(signing.routes()))) as client:
        made.client = client
        await made.begin()
        yield made


async def test_a_phone_reads_signs_and_brings(desk: Desk) -> None:
    first = await (await desk.first()).json()
    assert first["description"] == "Өтініш"
    assert first["organisation"] == {
        "nameKz": "Өтініш", "nameRu": "Заявление", "nameEn": "Application", "bin": "940140000385",
    }  # fmt: skip
    assert first["document"]["uri"] == f"https://otinim.example/egov/{TOKEN}/document"
    assert first["document"]["auth_type"] == "Token"
    assert await desk.state() == "requested"
    second = await (
        await desk.client.get(f"/egov/{TOKEN}/document", headers=await desk.bearer())
    ).json()
    assert (second["signMethod"], second["version"]) == ("CMS_SIGN_ONLY", 1)
    (document,) = second["documentsToSign"]
    assert document["document"]["file"]["mime"] == "@file/pdf"
    assert base64.b64decode(document["document"]["file"]["data"]) == PDF
    assert await desk.state() == "shown"
    answer = await desk.brings(KnownSignatures.sign(IIN, PDF))
    assert (answer.status, await answer.json()) == (200, {"code": "200", "message": "success"})
    assert (await desk.state(), desk.done) == ("signed", ["admission:17"])


EXAMPLES = json.loads((Path(__file__).parent / "egov_qr_examples.json").read_text("utf-8"))


def shape(told: Any) -> Any:
    """The names of an answer and the sorts of their values."""
    match told:
        case dict():
            return {name: shape(value) for name, value in told.items()}
        case list():
            return [shape(one) for one in told]
    return type(told)


async def test_answers_are_of_the_shape_that_the_app_reads(desk: Desk) -> None:
    """As four implementations that agree have it (the file says which)."""
    first = await (await desk.first()).json()
    assert shape(first) == shape(EXAMPLES["api1_get_response"])
    headers = await desk.bearer()
    second = await (await desk.client.get(f"/egov/{TOKEN}/document", headers=headers)).json()
    assert shape(second) == shape(EXAMPLES["api2_get_cms"])
    bad = await desk.brings(b"no signature")
    refused = EXAMPLES["api2_put_response"]["bad_signature"]
    assert (bad.status, shape(await bad.json())) == (
        refused["http"],
        shape(refused["bodies_seen"][0]),
    )
    good = await desk.brings(KnownSignatures.sign(IIN, PDF))
    assert await good.json() in EXAMPLES["api2_put_response"]["ok"]["bodies_seen"]
    scanned = qr_text("https://your.domen.kz", "t")
    assert scanned.partition("https")[0] == EXAMPLES["qr_text"].partition("https")[0]


@pytest.mark.parametrize(
    ("purpose", "usages"),
    [
        ("sign", "1.3.6.1.5.5.7.3.4 1.2.398.3.3.4.1.1"),
        ("sign-in", "1.2.398.3.3.4.1.1"),
    ],
)
async def test_a_desktop_is_offered_the_keys_that_count(
    desk: Desk, purpose: Any, usages: str
) -> None:
    wish, token = replace(WISH, purpose=purpose, about="pavlodar:0"), "u" * 43
    now = desk.clock.now()
    await desk.database.run(lambda store: store.signing.begin(wish, token, now))
    page = await (await desk.client.get(f"/sign/{token}")).text()
    assert f'data-usage="{usages}"' in page


async def test_of_two_signatures_at_once_one_counts(desk: Desk) -> None:
    cms = KnownSignatures.sign(IIN, PDF)
    answers = await asyncio.gather(
        *(desk.signatures.take(TOKEN, cms) for _ in range(5)), return_exceptions=True
    )
    assert sum(isinstance(a, SigningOver) for a in answers) == 4
    assert desk.done == ["admission:17"]


async def test_without_the_token_of_the_first_answer_there_is_no_document(desk: Desk) -> None:
    for headers in ({}, {"Authorization": "Bearer nothing"}, {"Authorization": "é"}):
        answer = await desk.client.get(f"/egov/{TOKEN}/document", headers=headers)
        assert answer.status == 401
    assert await desk.state() == "created"


@pytest.mark.parametrize(
    ("lang", "said"), [("kk", "Басқа адамның"), ("ru", "другого человека"), ("en", "Another")]
)
async def test_what_does_not_count_is_said_in_the_language_of_the_app(
    desk: Desk, lang: str, said: str
) -> None:
    cms = KnownSignatures.sign(OTHER, PDF)
    answer = await desk.brings(cms, **{"Accept-Language": lang})
    assert answer.status == 403
    assert said in (await answer.json())["message"]
    assert (await desk.state(), desk.done) == ("requested", [])


async def test_a_link_takes_so_many_signatures_and_no_more(desk: Desk) -> None:
    for _ in range(MOST_TRIES):
        assert (await desk.brings(b"nonsense")).status == 403
    answer = await desk.brings(KnownSignatures.sign(IIN, PDF), **{"Accept-Language": "en"})
    assert "takes no more" in (await answer.json())["message"]


async def test_what_cannot_be_judged_now_costs_no_try(desk: Desk) -> None:
    desk.verifier.refusal = SignatureNotCheckedNow()
    for _ in range(MOST_TRIES + 1):
        assert (await desk.brings(KnownSignatures.sign(IIN, PDF))).status == 503
    desk.verifier.refusal = None
    assert (await desk.brings(KnownSignatures.sign(IIN, PDF))).status == 200


async def test_after_ten_minutes_the_link_is_over_and_the_chat_says_so(desk: Desk) -> None:
    bearer = await desk.bearer()
    desk.clock.advance(timedelta(minutes=10))
    for path in (f"/egov/{TOKEN}", f"/egov/{TOKEN}/document", f"/sign/{TOKEN}"):
        assert (await desk.client.get(path, headers=bearer)).status == 410
    await desk.signatures.expire()
    assert await desk.state() == "expired"
    owed = await desk.database.run(
        lambda store: store.outbox.claim(
            "telegram", "t", desk.clock.now(), timedelta(minutes=1), 9
        )
    )
    assert any("⌛" in o.payload["text"] for o in owed)


async def test_a_new_link_ends_the_old_one(desk: Desk) -> None:
    await desk.database.run(lambda store: store.signing.begin(WISH, "u" * 43, desk.clock.now()))
    assert (await desk.first()).status == 410
    assert await desk.state() == "cancelled"


async def test_nothing_of_the_document_is_left_when_it_is_over(desk: Desk) -> None:
    await desk.brings(KnownSignatures.sign(IIN, PDF))
    found = await desk.database.read(lambda store: store.signing.by_token(TOKEN))
    assert found is not None
    assert (found.wish.content, found.token, found.wish.applicant) == (b"", "", None)


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"null", b'{"documentsToSign": []}', b"\xff" * 100, b"x" * 600_000,
     b'{"documentsToSign": [{"document": {"file": {"data": "%%%"}}}]}'],
)  # fmt: skip
async def test_whatever_is_brought_is_answered(desk: Desk, body: bytes) -> None:
    answer = await desk.client.put(
        f"/egov/{TOKEN}/document", data=body, headers=await desk.bearer()
    )
    assert answer.status in (403, 413)
    assert (await desk.client.post(f"/sign/{TOKEN}", data=body)).status in (403, 413)
    assert (await desk.client.get("/egov/unknown")).status == 410


async def test_a_desktop_signs_from_the_page(desk: Desk) -> None:
    page = await (await desk.client.get(f"/sign/{TOKEN}")).text()
    assert "Өтініш" in page
    assert await (await desk.client.get(f"/sign/{TOKEN}/document")).read() == PDF
    cms = base64.b64encode(KnownSignatures.sign(IIN, PDF)).decode()
    answer = await desk.client.post(f"/sign/{TOKEN}", json={"cms": cms})
    assert (answer.status, desk.done) == (200, ["admission:17"])


def test_the_addresses_are_those_of_the_protocol() -> None:
    assert qr_text("https://a.kz", "T") == "mobileSign:https://a.kz/egov/T"
    launched = launch_url("https://m.egov.kz/mobileSign", "https://a.kz", "T")
    assert launched == "https://m.egov.kz/mobileSign/?link=https%3A%2F%2Fa.kz%2Fegov%2FT"
