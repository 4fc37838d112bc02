"""The sandbox's authority stands in for NCA: what its phone signs counts or doesn't, as there."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from adapters.signatures.child import Child
from adapters.signatures.here import Here
from adapters.signatures.ocsp import Ocsp
from domain.errors import Refusal
from domain.signatures import (
    Purpose,
    SignatureByOtherPerson,
    SignatureBySignInKey,
    SignatureKeyRevoked,
    SignatureOfOtherDocument,
    Verdict,
)
from domain.values.iin import Iin
from sandbox.authority import Authority

NOW = datetime(2026, 9, 1, 6, tzinfo=UTC)
IIN, OTHER = "880412490003", "850903390010"
DOCUMENT = b"%PDF-1.7 what is signed"


class Desk:
    def __init__(self, folder: Path, child: Child) -> None:
        self.authority = Authority(folder)
        self.authority.prepare()
        self.here = Here(child, Ocsp(""), self.authority.trust, folder / "none")

    async def judge(
        self,
        content: bytes = DOCUMENT,
        *,
        iin: str = IIN,
        purpose: Purpose = "sign",
        now: datetime = NOW,
        **way: bool,
    ) -> Verdict:
        certificate = self.authority.certificate(iin, "Сапарова Гүлнар Ерланқызы", **way)
        cms = self.authority.signature(content, certificate)
        return await self.here.verify(cms, DOCUMENT, applicant=Iin(IIN), now=now, purpose=purpose)


@pytest_asyncio.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    child = Child()
    yield await asyncio.to_thread(Desk, tmp_path, child)
    await child.close()


async def test_what_the_phone_signs_counts_whatever_the_clock(desk: Desk) -> None:
    for now in (NOW, NOW + timedelta(days=3 * 365)):
        verdict = await desk.judge(now=now)
        assert (verdict.signer.iin.text, verdict.signer.name) == (IIN, "САПАРОВА ГҮЛНАР")
    assert (await desk.judge(purpose="sign-in", sign_in=True)).purpose == "sign-in"


@pytest.mark.parametrize(
    ("refusal", "way"),
    [
        (SignatureBySignInKey, {"sign_in": True}),
        (SignatureKeyRevoked, {"revoked": True}),
        (SignatureByOtherPerson, {"iin": OTHER}),
        (SignatureOfOtherDocument, {"content": b"something else"}),
    ],
    ids=lambda x: x.__name__ if isinstance(x, type) else "",
)
async def test_what_it_should_not_do_does_not_count(
    desk: Desk, refusal: type[Refusal], way: dict[str, object]
) -> None:
    with pytest.raises(refusal):
        await desk.judge(**way)  # type: ignore[arg-type]
