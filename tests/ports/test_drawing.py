"""Documents as PDFs: every Kazakh letter, the same bytes, nothing lost however long."""

import io
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime

import pikepdf
import pypdfium2
import pytest
import pytest_asyncio

from adapters.bulletin_facts import Place
from adapters.documents.drawing import drawn
from adapters.documents.referrals import language, paper
from adapters.papers.examiner import Examiner
from adapters.words import Words
from app.config import LOCALES
from domain.documents import Document, Section
from domain.enclosures import fingerprint, keywords, signed_over
from domain.people import PersonId
from domain.ports import Lang
from domain.queue.applications import ApplicationId, Candidate, CandidateId, Child
from domain.queue.bulletins import Vacancy, VacancyId
from domain.queue.life import State
from domain.queue.order import Rank
from domain.queue.referrals import Referral, ReferralId
from tests.queue_town import NOW, TOWN, kindergarten, later

LETTERS = "ӘәҒғҚқҢңӨөҰұҮүҺһІі ₸ № «—»"
pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def examiner() -> AsyncIterator[Examiner]:
    made = Examiner()
    yield made
    await made.close()


def document(lang: Lang, lines: int = 4) -> Document:
    child = [(f"Жауап {n}", f"{LETTERS} Қарабалғасын көшесі, {n}-үй") for n in range(lines)]
    return Document(
        kind="application",
        language=lang,
        title="Мектепке қабылдау туралы өтініш",
        number="PV-2026-00017",
        made=datetime(2026, 9, 1, 4, tzinfo=UTC),
        sections=[Section("Бала", child), Section("Мектеп", [("Сынып", "1")])],
        note="Түпнұсқаларды 5 қыркүйекке дейін әкеліңіз.",
        check="https://otinim.example/v/AbCdEfGhIjKlMnOpQrStUv",
        keywords=keywords([fingerprint(b"one"), fingerprint(b"two")]),
    )


def text_of(content: bytes) -> str:
    pdf = pypdfium2.PdfDocument(content)
    try:
        return "".join(page.get_textpage().get_text_range() for page in pdf)
    finally:
        pdf.close()


async def test_a_document_holds_every_letter_and_its_link(examiner: Examiner) -> None:
    content = await drawn(document("kk"), Words.load(LOCALES), examiner)
    text = text_of(content)
    assert set(LETTERS) - set(text) == set()
    assert "PV-2026-00017" in text
    with pikepdf.open(io.BytesIO(content)) as pdf:
        links = [str(a.A.URI) for a in pdf.pages[-1].Annots if a.A.S == "/URI"]
        fonts = pdf.pages[0].Resources.Font
        assert links == [document("kk").check]
        assert all(
            "FontFile2" in str(f.DescendantFonts[0].FontDescriptor.keys())
            for f in (fonts[name] for name in fonts)
        )
    assert len(content) < 80_000


async def test_fingerprints_can_be_found_in_the_very_bytes(examiner: Examiner) -> None:
    content = await drawn(document("ru"), Words.load(LOCALES), examiner)
    assert signed_over(content) == {fingerprint(b"one"), fingerprint(b"two")}
    assert signed_over(content[:-1].replace(b"sha256:", b"sha512:")) == frozenset()


async def test_the_same_document_gives_the_same_bytes(examiner: Examiner) -> None:
    """What is signed can be made again."""
    words = Words.load(LOCALES)
    one = await drawn(document("ru"), words, examiner)
    await examiner.ended()
    assert await drawn(document("ru"), words, examiner) == one
    assert await drawn(document("kk"), words, examiner) != one


async def test_a_long_document_goes_on_over_pages(examiner: Examiner) -> None:
    content = await drawn(document("kk", lines=80), Words.load(LOCALES), examiner)
    text = text_of(content)
    assert all(f"Жауап {n}" in text for n in range(80))
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert len(pdf.pages) > 2
        links = [str(a.A.URI) for a in pdf.pages[0].Annots]
    assert links == [document("kk").check]


async def test_a_referral_holds_what_the_kindergarten_looks_at(examiner: Examiner) -> None:
    words = Words.load(LOCALES)
    v = Vacancy(
        VacancyId(1), "balapan", TOWN, "Күншуақ", "general", "kk", (2022, 2023), 1, 1, "open",
        NOW, NOW,
    )  # fmt: skip
    r = Referral(ReferralId(7), v.id, CandidateId(1), "open", NOW, later(days=9), 0)
    check = "https://otinim.example/v/AbCdEfGhIjKlMnOpQrStUv"
    told = paper(words, "kk", candidate(), r, Place(v, kindergarten()), made=NOW, check=check)
    content = await drawn(told, words, examiner)
    text = text_of(content)
    for said in ("Сапаров Әлихан Ерланұлы", "10.03.2023", "Балапан", "Күншуақ", "2022-2023"):
        assert said in text
    for said in ("№ 000007", "Мерзімі бітеді", "2026 ж. 10 қыркүйек"):
        assert said in text
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert len(pdf.pages) == 1
        assert [str(a.A.URI) for a in pdf.pages[0].Annots] == [check]


def candidate() -> Candidate:
    child = Child("230310590010", "Сапаров Әлихан Ерланұлы", date(2023, 3, 10))
    return Candidate(
        CandidateId(1), ApplicationId(1), "100003", PersonId(102), "snation", child, TOWN, None,
        None, Rank.GENERAL, 3, State.REFERRED, NOW, None, 0, None, None, NOW, (),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("reader", "group", "paper_in"),
    [
        ("kk", "ru", "kk"),
        ("ru", "kk", "ru"),
        ("en", "ru", "ru"),
        ("en", "kk", "kk"),
        ("en", "en", "kk"),
    ],
)
async def test_who_reads_english_has_it_in_the_language_of_the_group(
    reader: Lang, group: str, paper_in: Lang
) -> None:
    v = Vacancy(
        VacancyId(1), "balapan", TOWN, "A", "general", group, (2022, 2023), 1, 1, "open", NOW, NOW
    )
    assert language(reader, Place(v, kindergarten())) == paper_in
