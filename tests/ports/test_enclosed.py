"""The papers of an application are those whose fingerprints are signed: when the signature comes,
and for as long as they are kept."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from adapters.db.engine import Database
from adapters.enclosed import Enclosed
from adapters.fakes import FixedClock, KnownSignatures
from adapters.files import SealedFiles
from adapters.signed import Signatures
from adapters.signing_card import Cards
from domain.admission import applications
from domain.admission.applications import Application, Filed
from domain.enclosures import EnclosuresChanged, fingerprint, keywords
from domain.evidence import Evidence, EvidenceId, KeptEvidence
from domain.forms.papers import bound
from domain.outbox import Notice
from domain.papers import FileName, Sheet
from domain.people import AccountId
from domain.signing_sessions import Wish
from domain.values.iin import Iin
from tests.portals import words
from tests.ports.servers import SEAL
from tests.ports.test_admission import PARENT, content, signing
from tests.ports.test_database import ASEL, NOW

HEALTH, PHOTO = b"%PDF-1.7 health", b"%PDF-1.7 photo"


@pytest.fixture
def files(tmp_path: Path) -> SealedFiles:
    return SealedFiles(tmp_path / "papers", SEAL)


async def paper(database: Database, files: SealedFiles, key: str, whole: bytes) -> dict[str, Any]:
    name = await files.keep(ASEL, whole)

    def noted(store: Any) -> None:
        store.papers.keep(
            ASEL, name, type="application/pdf", bytes=9, pages=1, draft=7, field=key, now=NOW
        )
        store.papers.hand_over(ASEL, 7, "admission:1", [name, *store.papers.known_of(True)])

    await database.run(noted)
    return bound({}, name, Sheet(whole, "application/pdf"))


async def filed(database: Database, files: SealedFiles) -> Application:
    papers = {
        "paper_health": await paper(database, files, "paper_health", HEALTH),
        "paper_photo": await paper(database, files, "paper_photo", PHOTO),
    }
    form = Filed(ASEL, AccountId(1), 7, 2027, content(**papers))
    return await database.run(lambda store: applications.file(store, form, NOW))


def document(*papers: bytes) -> bytes:
    return b"%PDF /Keywords (" + keywords(map(fingerprint, papers)).encode() + b") %%EOF"


def wish(a: Application, shown: bytes) -> Wish:
    return Wish(ASEL, applications.to_sign(a), {}, shown, "kk", applicant=Iin(PARENT))


async def proof(a: Application, shown: bytes) -> KeptEvidence:
    cms = KnownSignatures.sign(PARENT, shown)
    verdict = await KnownSignatures().verify(cms, shown, applicant=None, now=NOW)
    evidence = Evidence(ASEL, applications.to_sign(a), cms, shown, verdict)
    return KeptEvidence(EvidenceId(1), evidence, NOW)


def overwritten(files: SealedFiles, whole: bytes, other: bytes) -> None:
    """Somebody with the key and the disk puts another file in its place."""
    name = files.name_of(ASEL, fingerprint(whole))
    files.path(name).write_bytes(SEAL.seal(other, f"papers:{name}"))


async def test_papers_as_they_were_bound_are_signed(sqlite: Database, files: SealedFiles) -> None:
    a, enclosed = await filed(sqlite, files), Enclosed(sqlite, files)
    await enclosed.hold_to(wish(a, document(HEALTH, PHOTO)))
    kept = await proof(a, document(HEALTH, PHOTO))
    assert await enclosed.holds(kept)
    await sqlite.run(signing(a))
    assert await enclosed.holds(kept)


@pytest.mark.parametrize("shown", [document(HEALTH), document(HEALTH, b"another"), b"%PDF"])
async def test_a_document_without_one_of_the_papers_is_not_signed(
    sqlite: Database, files: SealedFiles, shown: bytes
) -> None:
    a = await filed(sqlite, files)
    with pytest.raises(EnclosuresChanged):
        await Enclosed(sqlite, files).hold_to(wish(a, shown))
    await sqlite.run(signing(a))
    assert not await Enclosed(sqlite, files).holds(await proof(a, shown))


@pytest.mark.parametrize("gone", [False, True])
async def test_a_changed_or_lost_paper_is_found(
    sqlite: Database, files: SealedFiles, gone: bool
) -> None:
    a, enclosed = await filed(sqlite, files), Enclosed(sqlite, files)
    if gone:
        await files.erase([files.name_of(ASEL, fingerprint(PHOTO))])
    else:
        overwritten(files, PHOTO, b"%PDF-1.7 another photo")
    with pytest.raises(EnclosuresChanged):
        await enclosed.hold_to(wish(a, document(HEALTH, PHOTO)))
    await sqlite.run(signing(a))
    assert not await enclosed.holds(await proof(a, document(HEALTH, PHOTO)))


async def test_a_paper_erased_in_its_time_takes_nothing_from_the_signature(
    sqlite: Database, files: SealedFiles
) -> None:
    a, enclosed = await filed(sqlite, files), Enclosed(sqlite, files)
    kept = await proof(a, document(HEALTH, PHOTO))
    await sqlite.run(lambda store: store.papers.forget(ASEL))
    await files.erase([files.name_of(ASEL, fingerprint(p)) for p in (HEALTH, PHOTO)])
    assert await enclosed.holds(kept)


async def test_papers_bound_before_they_had_fingerprints_go_unquestioned(
    sqlite: Database, files: SealedFiles
) -> None:
    old = {"whole": {"file": FileName("0" * 64), "pages": 1, "bytes": 9}}
    form = Filed(ASEL, AccountId(1), 7, 2027, content(paper_health=old, paper_photo=old))
    a = await sqlite.run(lambda store: applications.file(store, form, NOW))
    await Enclosed(sqlite, files).hold_to(wish(a, b"%PDF of then"))
    await sqlite.run(signing(a))
    assert await Enclosed(sqlite, files).holds(await proof(a, b"%PDF of then"))


async def test_what_is_no_application_has_no_papers(sqlite: Database, files: SealedFiles) -> None:
    a = await filed(sqlite, files)
    entry = replace(wish(a, b"Sign-in"), about="pavlodar:0")
    await Enclosed(sqlite, files).hold_to(entry)


async def test_a_signature_for_changed_papers_is_not_taken(
    sqlite: Database, files: SealedFiles
) -> None:
    a, done = await filed(sqlite, files), list[str]()

    def finish(store: Any, session: Any, verdict: Any) -> list[Notice]:
        done.append(session.wish.about)
        return []

    shown = document(HEALTH, PHOTO)
    names = {"kk": "Өтініш", "ru": "Заявление", "en": "Application"}
    asked = replace(wish(a, shown), names=names)
    await sqlite.run(lambda store: store.signing.begin(asked, "t" * 43, NOW))
    cards = Cards(words().words, "https://launch.example", "https://otinim.example")
    signatures = Signatures(
        sqlite, FixedClock(NOW), KnownSignatures(), cards, finish, Enclosed(sqlite, files)
    )
    whole = files.path(files.name_of(ASEL, fingerprint(PHOTO))).read_bytes()
    overwritten(files, PHOTO, b"%PDF-1.7 another photo")
    with pytest.raises(EnclosuresChanged):
        await signatures.take("t" * 43, KnownSignatures.sign(PARENT, shown))
    assert done == []
    files.path(files.name_of(ASEL, fingerprint(PHOTO))).write_bytes(whole)
    await signatures.take("t" * 43, KnownSignatures.sign(PARENT, shown))
    assert done == [applications.to_sign(a)]
