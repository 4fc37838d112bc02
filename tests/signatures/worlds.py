"""Verifiers, each with what stands behind it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from adapters.signatures import work
from adapters.signatures.child import Child
from adapters.signatures.here import Here
from adapters.signatures.ncanode import NcaNode
from adapters.signatures.ocsp import Ocsp
from domain.signatures import SignatureVerifier, Verdict
from tests.signatures.authority import NOW, Authority, Holder
from tests.signatures.cases import APPLICANT, DOCUMENT
from tests.signatures.servers import FakeNcaNode, OcspService, serving


class InThread(Child):
    """The work of the child, without a child: a test starts in no time."""

    async def started(self, work_: str, given: tuple[Any, ...]) -> Any:
        return await asyncio.to_thread(getattr(work, work_), *given)


@dataclass
class World:
    """A verifier and what stands behind it."""

    verifier: SignatureVerifier
    authority: Authority
    known: Callable[[Holder, str], None]
    fall: Callable[[], None]
    asked: Callable[[], int] = field(default=lambda: 0)

    async def verify(self, cms: bytes, **other: Any) -> Verdict:
        given = {"applicant": APPLICANT, "now": NOW, **other}
        return await self.verifier.verify(cms, DOCUMENT, **given)


def folder(authority: Authority, at: Path) -> Path:
    at.mkdir()
    for holder in (authority.root, authority.nca):
        (at / f"{holder.certificate.serial_number}.cer").write_bytes(holder.certificate.dump())
    (at / "root.crl").write_bytes(authority.lists()[0].content)
    return at


@asynccontextmanager
async def here(authority: Authority, at: Path) -> AsyncIterator[World]:
    service = OcspService(authority)

    def known(who: Holder, status: str) -> None:
        service.people[who.certificate.serial_number] = status

    def fall() -> None:
        service.down = True

    async with serving("/", service.answer) as url:
        trust = folder(authority, at / "trust")
        verifier = Here(InThread(), Ocsp(url), trust, at / "lists")
        yield World(verifier, authority, known, fall, lambda: service.asked)


@asynccontextmanager
async def ncanode(authority: Authority, at: Path) -> AsyncIterator[World]:
    service = FakeNcaNode(authority, authority.lists())

    def known(who: Holder, status: str) -> None:
        if status == "revoked":
            service.lists = authority.lists(who)

    def fall() -> None:
        service.down = True

    async with serving("/cms/verify", service.answer) as url:
        yield World(NcaNode(InThread(), url), authority, known, fall, lambda: service.asked)
