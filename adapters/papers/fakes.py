"""Stand-ins for kept files and for who opens them, without a disk and without a process."""

import hashlib
import struct
from collections.abc import Iterable, Sequence
from typing import Any, cast

from domain.papers import (
    REFUSALS,
    Fault,
    FaultKind,
    FileName,
    PaperEmpty,
    PaperOfOtherType,
    PapersTooHeavy,
    Sheet,
)
from domain.people import PersonId
from domain.ports import FileGone

BLANK = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 720, 900) + bytes(13)


class MemoryFiles:
    """Keeps files in `kept`, by name."""

    def __init__(self) -> None:
        self.kept: dict[FileName, bytes] = {}

    async def keep(self, owner: PersonId, content: bytes) -> FileName:
        name = self.name_of(owner, hashlib.sha256(content).hexdigest())
        self.kept[name] = content
        return name

    def name_of(self, owner: PersonId, sha256: str) -> FileName:
        return FileName(hashlib.sha256(f"{owner}:{sha256}".encode()).hexdigest())

    async def load(self, name: FileName) -> bytes:
        if name not in self.kept:
            raise FileGone
        return self.kept[name]

    async def erase(self, names: Iterable[FileName]) -> None:
        for name in names:
            self.kept.pop(name, None)

    async def old(self, before: float) -> list[FileName]:
        return list(self.kept)

    async def erase_older(self, names: Iterable[FileName], before: float) -> int:
        wanted = [name for name in names if name in self.kept]
        await self.erase(wanted)
        return len(wanted)


class ToldExaminer:
    """Believes what a file says of itself: `photo`, `photo dark`, `photo dark blurred`, `pdf 3`,
    or the name of a refusal."""

    def __init__(self) -> None:
        self.charts: list[dict[str, Any]] = []

    async def look(self, content: bytes) -> Sheet:
        what, *rest = content.decode("utf-8", "replace").split() or [""]
        if not content:
            raise PaperEmpty
        if what in REFUSALS:
            raise REFUSALS[what]()
        if what == "pdf":
            return Sheet(content, "application/pdf", int(rest[0]))
        if what != "photo":
            raise PaperOfOtherType
        faults = tuple(Fault(cast(FaultKind, fault)) for fault in rest if fault.isalpha())
        return Sheet(content, "image/jpeg", 1, faults)

    async def draw(self, told: dict[str, Any]) -> Sheet:
        """The document as text, without the address in its QR, which is new every time."""
        parts = [told["title"], told["head"]]
        for title, lines in told["sections"]:
            parts += [f"[{title}]", *(f"{label}: {said}" for label, said in lines)]
        parts += [told["note"]] if told["note"] else []
        parts += ["[QR]"] if told["check"] else []
        parts += [told["keywords"]] if told["keywords"] else []
        return Sheet("\n".join(parts).encode(), "application/pdf")

    async def chart(self, told: dict[str, Any]) -> Sheet:
        """A white picture of the size of the real one; `charts` keeps what it would show."""
        self.charts.append(told)
        return Sheet(BLANK, "image/png")

    async def bind(self, sheets: Sequence[Sheet], most: int) -> Sheet:
        pages = sum(s.pages for s in sheets)
        whole = f"pdf {pages} ".encode() + b" ".join(s.content for s in sheets)
        if len(whole) > most:
            raise PapersTooHeavy
        return Sheet(whole, "application/pdf", pages)
