"""What proves a signature is kept whole and sealed, and gives the same verdict again."""

import asyncio
import io
import json
import zipfile
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from adapters.db.engine import Database
from adapters.db.rows.evidence import evidence, evidence_parts
from adapters.enclosed import Enclosed
from adapters.evidence_copy import zipped
from adapters.fakes import FixedClock
from adapters.papers.fakes import MemoryFiles
from adapters.signatures import work
from adapters.signatures.again import Again
from adapters.signatures.case import Case
from adapters.signatures.ncanode import NcaNode
from app.evidence import looked_through
from domain.evidence import Evidence, same
from domain.people import PersonId
from domain.signatures import Revocation, Verdict
from scheduler.evidence import LookAgain
from tests.signatures.authority import NOW, Authority
from tests.signatures.cases import APPLICANT, DOCUMENT, by, judged
from tests.signatures.servers import FakeNcaNode, serving
from tests.signatures.worlds import InThread

ASEL, BOLAT = PersonId(7_000_000_001), PersonId(7_000_000_002)
AGAIN = Again(InThread())


def proof(authority: Authority, person: PersonId = ASEL) -> Evidence:
    cms = by(authority.person())
    verdict = judged(authority, cms)
    return Evidence(person, "admission:17", cms, DOCUMENT, verdict)


async def kept(database: Database, given: Evidence) -> Evidence:
    number = await database.run(lambda s: s.evidence.keep(given, NOW))
    found = await database.read(lambda s: s.evidence.load(number))
    assert found.looked_at == NOW
    return found.evidence


async def test_evidence_comes_back_whole_and_holds(database: Database) -> None:
    for sort in ("rsa", "gost"):
        given = proof(Authority(sort))
        found = await kept(database, given)
        assert found == given
        assert await asyncio.wait_for(AGAIN.holds(found), 20)


async def test_the_list_of_an_authority_is_kept_once(database: Database) -> None:
    authority = Authority("rsa")
    lists = authority.lists()
    for _ in range(3):
        given = proof(authority)
        given = replace(given, verdict=replace(given.verdict, revocations=lists))
        await kept(database, given)
    parts = sa.select(sa.func.count()).select_from(evidence_parts)
    assert await database.read(lambda s: s.connection.execute(parts).scalar_one()) == 4


async def test_nothing_of_it_lies_open(database: Database) -> None:
    given = proof(Authority("rsa"))
    await kept(database, given)

    def everything(store) -> bytes:
        rows = [*store.connection.execute(sa.select(evidence))]
        rows += [*store.connection.execute(sa.select(evidence_parts))]
        return b"".join(value for row in rows for value in row if isinstance(value, bytes))

    stored = await database.read(everything)
    for open_ in (DOCUMENT, given.cms[:50], APPLICANT.text.encode(), "ТЕСТОВ".encode()):
        assert open_ not in stored


@pytest.mark.parametrize(
    "change",
    [
        lambda e: replace(e, shown=b"another"),
        lambda e: replace(e, cms=e.cms[:-1] + b"\0"),
        lambda e: replace(e, verdict=replace(e.verdict, revocations=[])),
        lambda e: replace(e, verdict=replace(e.verdict, algorithm="gost")),
        lambda e: replace(e, verdict=replace(e.verdict, at=NOW + timedelta(days=500))),
        lambda e: replace(e, verdict=replace(e.verdict, certificates=e.verdict.certificates[:1])),
    ],
)
async def test_changed_evidence_does_not_hold(change) -> None:
    assert not await AGAIN.holds(change(proof(Authority("rsa"))))


async def test_what_ncanode_said_holds_again(database: Database) -> None:
    authority = Authority("rsa")
    service = FakeNcaNode(authority, authority.lists())
    cms = by(authority.person())
    async with serving("/cms/verify", service.answer) as url:
        verifier = NcaNode(InThread(), url)
        verdict: Verdict = await verifier.verify(cms, DOCUMENT, applicant=APPLICANT, now=NOW)
    found = await kept(database, Evidence(ASEL, "admission:18", cms, DOCUMENT, verdict))
    assert await AGAIN.holds(found)
    said = replace(found.verdict, answer=verdict.answer.replace(b'"OK"', b'"?"'))
    assert not await AGAIN.holds(replace(found, verdict=said))


async def test_a_forgotten_person_s_evidence_is_gone(database: Database) -> None:
    for person in (ASEL, BOLAT):
        await kept(database, proof(Authority("rsa"), person))
    await database.run(lambda s: s.evidence.forget(ASEL))
    left = await database.read(lambda s: s.evidence.about("admission:17"))
    assert [found.evidence.person for found in left] == [BOLAT]


async def test_all_evidence_is_looked_at_again_and_what_does_not_hold_is_told(
    sqlite: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    good = proof(Authority("rsa"))
    for given in (good, replace(good, shown=b"another")):
        await kept(sqlite, given)
    enclosed = Enclosed(sqlite, MemoryFiles())
    assert await looked_through(sqlite, AGAIN, enclosed) == (2, [2])
    later = FixedClock(NOW + timedelta(days=4000))
    await LookAgain(sqlite, later, AGAIN, enclosed).tick()
    assert "does not hold" in capsys.readouterr().out
    assert not await sqlite.read(lambda s: s.evidence.to_look_at(later.now(), 10))


async def test_a_person_s_copy_holds_all_that_is_needed_to_check_again(sqlite: Database) -> None:
    authority = Authority("rsa")
    for _ in range(2):
        await kept(sqlite, proof(authority))
    mine = await sqlite.read(lambda s: s.evidence.of(ASEL))
    assert await sqlite.read(lambda s: s.evidence.of(BOLAT)) == []
    with zipfile.ZipFile(io.BytesIO(zipped(mine))) as archive:
        names, told = archive.namelist(), json.loads(archive.read("1/verdict.json"))
        read = {name: archive.read(f"1/{name}") for name in ("document.pdf", "signature.cms")}
        authorities = [archive.read(name) for name in told["authorities"]]
        signer = archive.read("1/signer.cer")
    assert {name.partition("/")[0] for name in names} == {"1", "2", "authorities"}
    certificates = [
        signer,
        *(c for c in authorities if c in mine[0].evidence.verdict.certificates),
    ]
    words = [Revocation("crl", c) for c in authorities if c not in certificates]
    case = Case(read["signature.cms"], read["document.pdf"], APPLICANT, NOW)
    found = work.again(case, certificates, words)
    assert found is not None
    assert same(mine[0].evidence.verdict, found)


async def test_proof_of_a_sign_in_goes_after_a_year_that_of_an_application_stays(
    database: Database,
) -> None:
    given = proof(Authority("rsa"))
    for about in ("admission:17.1", "pavlodar:0", "akmola:111010000"):
        await kept(database, replace(given, about=about))
    early = await database.run(lambda s: s.evidence.purge_sign_ins(NOW))
    late = await database.run(lambda s: s.evidence.purge_sign_ins(NOW + timedelta(seconds=1)))
    assert (early, late) == (0, 2)
    left = await database.read(lambda s: s.evidence.of(ASEL))
    assert [found.evidence.about for found in left] == ["admission:17.1"]
