"""The page of a document: ours, not ours, asked too often; and what it mustn't tell."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from adapters.db.engine import Database
from adapters.db.rows.documents import issued
from adapters.db.store import Store
from adapters.fakes import FixedClock
from adapters.words import Words
from app.config import LOCALES
from domain.documents import Document, Section, initials, issue, lasting_token
from tests.ports.servers import migrated_file, sqlite, sqlite_file
from tests.ports.test_referral_papers import noted
from web.build import application
from web.documents import MOST_A_MINUTE, Checks

__all__ = ["migrated_file", "sqlite", "sqlite_file"]
NOW = datetime(2026, 9, 1, 4, tzinfo=UTC)
Client = TestClient[web.Request, web.Application]


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
async def client(sqlite: Database, clock: FixedClock) -> AsyncIterator[Client]:
    checks = Checks(sqlite, Words.load(LOCALES), clock)
    async with TestClient(TestServer(application(checks.routes()))) as client:
        yield client


async def given_out(database: Database) -> str:
    def work(store: Store) -> str:
        return issue(
            store,
            kind="application",
            number="PV-2026-00017",
            holder="school:17",
            full_name="Сапарова Аружан Ерланқызы",
            now=NOW,
        )

    return await database.run(work)


@pytest.mark.parametrize(
    ("lang", "title", "status"),
    [
        ("kk", "Бұл — біздің құжат", "жіберілді, қаралып жатыр"),
        ("ru-RU,ru;q=0.9", "Это наш документ", "отправлено, рассматривается"),
        ("en-GB", "This document is ours", "sent, under review"),
    ],
)
async def test_a_document_of_ours_is_shown_with_initials_only(
    client: Client, sqlite: Database, lang: str, title: str, status: str
) -> None:
    token = await given_out(sqlite)
    answer = await client.get(f"/v/{token}", headers={"Accept-Language": lang})
    text = await answer.text()
    assert answer.status == 200
    for told in (title, "PV-2026-00017", "С. А. Е.", status):
        assert told in text
    assert "Сапарова" not in text
    assert answer.headers["Cache-Control"] == "no-store"


async def test_it_tells_what_became_of_it(client: Client, sqlite: Database) -> None:
    token = await given_out(sqlite)
    later = NOW + timedelta(days=3)
    await sqlite.run(lambda store: store.issued.turn("school:17", "accepted", later))
    text = await (await client.get(f"/v/{token}", headers={"Accept-Language": "en"})).text()
    assert "accepted" in text


async def test_of_a_referral_it_tells_until_when(client: Client, sqlite: Database) -> None:
    token = await sqlite.run(noted)
    text = await (await client.get(f"/v/{token}", headers={"Accept-Language": "en"})).text()
    assert "valid until: Thursday, 10 September 2026, 18:00" in text
    assert "Balapan" not in text
    assert "Bala 1" not in text


async def test_what_is_not_ours_is_said_to_be_so(client: Client, sqlite: Database) -> None:
    token = await given_out(sqlite)
    for other in ("x" * 22, token[:-1], token + "x", "%3Cscript%3E"):
        answer = await client.get(f"/v/{other}", headers={"Accept-Language": "en"})
        assert answer.status == 404
        assert "We have no such document" in await answer.text()
        assert "<script>" not in await answer.text()
    await sqlite.run(lambda store: store.issued.erase("school:17"))
    assert (await client.get(f"/v/{token}")).status == 404


async def test_one_address_cannot_ask_all_the_time(client: Client, clock: FixedClock) -> None:
    for _ in range(MOST_A_MINUTE):
        assert (await client.get("/v/guess")).status == 404
    assert (await client.get("/v/guess")).status == 429
    clock.advance(timedelta(seconds=61))
    assert (await client.get("/v/guess")).status == 404


async def test_tokens_are_long_and_kept_nowhere(sqlite: Database) -> None:
    tokens = {await given_out(sqlite) for _ in range(5)}
    assert len(tokens) == 5
    assert min(map(len, tokens)) >= 22  # 128 bits in base64


@pytest.mark.parametrize(
    ("name", "told"),
    [("Сапарова Аружан", "С. А."), ("Әлиев Ө.", "Ә. Ө."), ("O'Neil - Anna", "O. A."), ("", "")],
)
def test_initials(name: str, told: str) -> None:
    assert initials(name) == told


async def test_the_same_document_has_one_page_however_often_it_is_asked_for(
    sqlite: Database,
) -> None:
    document = Document(
        "application", "kk", "Өтініш", "PV-1", NOW, [Section("Бала", [("1", "2")])]
    )
    later = replace(document, made=NOW + timedelta(days=1), check="https://otinim.example/v/x")
    mended = replace(document, sections=[Section("Бала", [("1", "3")])])

    def tokens(store: Store) -> list[str]:
        of = [lasting_token(store, "school:17", d) for d in (document, later, mended)]
        return [*of, lasting_token(store, "school:18", document)]

    def asked(store: Store, token: str, now: datetime) -> None:
        known = {"kind": "application", "number": "PV-1", "holder": "school:17"}
        issue(store, full_name="Сапарова Аружан", now=now, token=token, **known)

    one, again, other, others = await sqlite.read(tokens)
    assert one == again
    assert len({one, other, others}) == 3
    for day in range(3):
        await sqlite.run(lambda s, at=NOW + timedelta(days=day): asked(s, one, at))
        await sqlite.run(lambda s: s.issued.turn("school:17", "accepted", NOW))
    found = await sqlite.read(lambda s: s.issued.by_token(one))
    assert (found.issued, found.status) == (NOW, "accepted")
    count = sa.select(sa.func.count()).select_from(issued)
    assert await sqlite.read(lambda s: s.connection.execute(count).scalar_one()) == 1
