"""A paper as an answer: pages gathered one by one, each looked at, then bound into one PDF.
The answer holds when it is bound; until then the draft keeps what came, and the question stays
open."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from domain.errors import Refusal
from domain.forms.model import Answers, Asks, Choice, Desk, Draft
from domain.papers import Fault, FileName, FileType, Sheet, room_left

Gathered: TypeAlias = Mapping[str, Any]
"""`pages`: what came, in order. `again`: the one a new photo takes the place of. `left`: what of
an album wasn't taken, and why. `whole`: all as one PDF."""


PORTRAIT_FAULTS = ("dark", "empty")


@dataclass(eq=False)
class PaperExpected(Refusal):
    """A photo or a PDF was asked for, and something else came."""


@dataclass(frozen=True, slots=True)
class Paper:
    """Photos and PDFs of one paper. Kept as `{"pages": […], "whole": {"file": name, "pages": n,
    "bytes": n, "sha256": hex}}`; without `whole` it isn't finished. A `portrait` (3x4) has nothing
    to read."""

    portrait: bool = False
    asks: Asks = "paper"

    def seen(self, page: "Page") -> "Page":
        """The page with those of its faults that matter here."""
        if not self.portrait:
            return page
        return replace(page, faults=tuple(f for f in page.faults if f.what in PORTRAIT_FAULTS))

    def read(self, raw: Any, before: Answers) -> Any:
        if not isinstance(raw, Mapping) or "whole" not in raw:
            raise PaperExpected
        return raw

    def choices(self, before: Answers) -> tuple[Choice, ...]:
        return ()

    def show(self, value: Any, before: Answers) -> Any:
        pages = value["whole"]["pages"]
        return Choice("paper", words="paper-received", arguments={"pages": pages})


@dataclass(frozen=True, slots=True)
class Page:
    """One file of a paper: a photo is one page, a PDF may be several. `sure`: the person wants it
    sent as it is."""

    file: FileName
    type: FileType
    pages: int
    bytes: int
    faults: tuple[Fault, ...] = ()
    sure: bool = False

    @property
    def doubtful(self) -> bool:
        return bool(self.faults) and not self.sure

    def packed(self) -> dict[str, Any]:
        return {
            "file": self.file,
            "type": self.type,
            "pages": self.pages,
            "bytes": self.bytes,
            "faults": [[f.what, f.page] for f in self.faults],
            "sure": self.sure,
        }


def page_of(name: FileName, sheet: Sheet) -> Page:
    return Page(name, sheet.type, sheet.pages, len(sheet.content), sheet.faults)


def pages(value: Gathered | None) -> list[Page]:
    return [unpacked(told) for told in (value or {}).get("pages", ())]


def unpacked(told: Mapping[str, Any]) -> Page:
    faults = tuple(Fault(what, page) for what, page in told["faults"])
    return Page(
        told["file"], told["type"], told["pages"], told["bytes"], faults, bool(told["sure"])
    )


def first_doubtful(value: Gathered | None) -> int | None:
    """Which file is to be decided about now."""
    return next((at for at, page in enumerate(pages(value)) if page.doubtful), None)


def replacing(value: Gathered | None) -> int | None:
    """Which file a new photo takes the place of."""
    again = (value or {}).get("again")
    return again if again is not None and again < len(pages(value)) else None


def added(value: Gathered | None, page: Page) -> dict[str, Any]:
    """With a file that came: in the place of the one to be taken again, or at the end. The same
    file sent twice is there once."""
    known, again = pages(value), replacing(value)
    if again is not None:
        known[again] = page
    elif page.file not in {p.file for p in known}:
        known.append(page)
    return gathered(known, left(value))


def left_out(value: Gathered | None, name: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """With one more file of an album that wasn't taken, to be told when all have come."""
    told = {**(value or {}), "left": [*left(value), [name, dict(arguments)]]}
    return {k: v for k, v in told.items() if k != "whole"}


def left(value: Gathered | None) -> list[Any]:
    return list((value or {}).get("left", ()))


def told(value: Gathered) -> dict[str, Any]:
    """What was left out has been said."""
    return {k: v for k, v in value.items() if k != "left"}


def as_it_is(value: Gathered, at: int) -> dict[str, Any]:
    """The person wants this file sent in spite of its faults."""
    known = pages(value)
    known[at] = replace(known[at], sure=True)
    return gathered(known)


def again(value: Gathered, at: int) -> dict[str, Any]:
    return {**gathered(pages(value)), "again": at}


def without(value: Gathered, at: int) -> dict[str, Any]:
    known = pages(value)
    del known[at]
    return gathered(known)


def gathered(known: Iterable[Page], left: Sequence[Any] = ()) -> dict[str, Any]:
    value: dict[str, Any] = {"pages": [page.packed() for page in known]}
    return value | ({"left": list(left)} if left else {})


def bound(value: Gathered, name: FileName, sheet: Sheet) -> dict[str, Any]:
    """The finished answer. Its SHA-256 will stand in the document that is signed."""
    whole = {
        "file": name,
        "pages": sheet.pages,
        "bytes": len(sheet.content),
        "sha256": hashlib.sha256(sheet.content).hexdigest(),
    }
    return {**gathered(pages(value)), "whole": whole}


def whole(value: Any) -> Mapping[str, Any] | None:
    """The one PDF of an answer, if it is a finished paper: `file`, `pages`, `bytes`."""
    found = value.get("whole") if isinstance(value, Mapping) else None
    return found if isinstance(found, Mapping) else None


def room_beside(answers: Answers, key: str) -> int:
    """Bytes left for the paper `key` beside the other papers of its form."""
    others = [whole(v) for k, v in answers.items() if k != key]
    return room_left([int(w["bytes"]) for w in others if w])


def names_in(held: Answers) -> list[FileName]:
    """Every file of every paper among the answers: single pages too, or they couldn't be changed
    when an application is sent back."""
    papers = [v for v in held.values() if whole(v) is not None]
    return [
        *(page.file for v in papers for page in pages(v)),
        *(FileName(v["whole"]["file"]) for v in papers),
    ]


def hand_over(desk: Desk, draft: Draft, held: Answers, holder: str) -> None:
    """Call it in the transaction that sends a form: its papers, and no others, belong to `holder`
    ("school:17") from now on, and are found by `store.papers.held_by(holder)`."""
    desk.store.papers.hand_over(desk.person, draft.id, holder, names_in(held))
