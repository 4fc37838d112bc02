"""Holds the papers that are kept to the fingerprints that were signed: when a signature comes, and
whenever its evidence is looked at again."""

import asyncio
from dataclasses import dataclass

from adapters.db.engine import Database
from domain.admission.applications import Application, signed_of
from domain.enclosures import (
    Enclosure,
    EnclosuresChanged,
    enclosures,
    fingerprint,
    signed_over,
)
from domain.evidence import KeptEvidence
from domain.papers import FileName
from domain.ports import FileGone, Files
from domain.signing_sessions import Wish
from domain.store import Store


@dataclass(frozen=True, slots=True)
class Enclosed:
    database: Database
    files: Files

    async def hold_to(self, wish: Wish) -> None:
        """Before a signature counts. Raises EnclosuresChanged."""
        application = await self.database.read(lambda store: to_be_signed(store, wish.about))
        if application is not None and not await self.all_signed(application, wish.content):
            raise EnclosuresChanged

    async def holds(self, kept: KeptEvidence) -> bool:
        """Whether every signed paper that is still kept is what it was; of what an application
        holds now, whether all of it was signed. Papers go in time, their signatures stay."""
        signed = signed_over(kept.evidence.shown)
        names = {self.files.name_of(kept.evidence.person, digits): digits for digits in signed}
        there = await self.database.read(lambda store: store.papers.known(names))
        for name in sorted(there):
            if await self.looked_at(name) != names[name]:
                return False
        application = await self.database.read(lambda store: awaited(store, kept.evidence.about))
        return application is None or await self.all_signed(application, kept.evidence.shown)

    async def all_signed(self, application: Application, document: bytes) -> bool:
        signed = signed_over(document)
        return all(
            [await self.fits(e, signed) for e in enclosures(application.content) if e.fingerprint]
        )

    async def fits(self, enclosure: Enclosure, signed: frozenset[str]) -> bool:
        return (
            enclosure.fingerprint in signed
            and await self.looked_at(enclosure.file) == enclosure.fingerprint
        )

    async def looked_at(self, name: FileName) -> str:
        """Its fingerprint as it is now; nothing for what is gone or damaged."""
        try:
            content = await self.files.load(name)
        except FileGone:
            return ""
        return await asyncio.to_thread(fingerprint, content)


def to_be_signed(store: Store, about: str) -> Application | None:
    number, version = signed_of(about)
    found = store.admission.load(number)
    return found if found is not None and found.version == version else None


def awaited(store: Store, about: str) -> Application | None:
    """The application with this signature, while its papers must be there: until it is refused,
    taken back, or the originals are at the school."""
    number, version = signed_of(about)
    found = store.admission.load(number)
    if found is None:
        return None
    reviewed = found.status == "review" and found.version == version + 1
    accepted = found.waits_for_originals and found.version == version + 2
    return found if reviewed or accepted else None
