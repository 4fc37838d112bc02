"""Papers people send: what is taken, how much of it, and how long it is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, NewType, TypeAlias

from domain.errors import Refusal

FileName = NewType("FileName", str)
"""What a file of ours is called: a keyed digest of its content and its owner, 64 hex digits."""
FileType: TypeAlias = Literal["image/jpeg", "application/pdf", "image/png"]
"""All that is kept: pictures are written anew as JPEG, PDFs as plain pages."""

MEGABYTE = 2**20
MOST_BYTES = 10 * MEGABYTE
"""Of one file as it comes (reliability.md B15; Telegram lets bots fetch 20 MB)."""
MOST_PIXELS = 40_000_000
MOST_PAGES = 50
MOST_UNPACKED = 75 * MEGABYTE
"""What the streams of a PDF may come to when unpacked."""
MOST_FILES = 20
"""Files in one person's unsent forms."""
MOST_KEPT = 60 * MEGABYTE
"""One person's files in all."""
MOST_TOGETHER = 5 * MEGABYTE
"""All papers of one application, as on eGov."""
KEPT_AFTER_DECISION = timedelta(days=30)
KEPT_UNHELD = timedelta(hours=1)
"""A file without a form: its form was dropped, or the process ended before it was noted."""


@dataclass(eq=False)
class PaperTooLarge(Refusal):
    """The file is larger than we take."""

    megabytes: int
    most: int = MOST_BYTES // MEGABYTE


@dataclass(eq=False)
class PaperOfOtherType(Refusal):
    """The file is neither a picture nor a PDF, whatever it is called."""


@dataclass(eq=False)
class PaperHeic(Refusal):
    """An iPhone's own format, which portals don't open either."""


@dataclass(eq=False)
class PaperEmpty(Refusal):
    """There is nothing in the file."""


@dataclass(eq=False)
class PaperLocked(Refusal):
    """The PDF asks for a password."""


@dataclass(eq=False)
class PaperDamaged(Refusal):
    """The file is cut short or broken."""


@dataclass(eq=False)
class PaperTooLong(Refusal):
    """The PDF has more pages than we take."""

    pages: int
    most: int = MOST_PAGES


@dataclass(eq=False)
class PaperTooManyPixels(Refusal):
    """The picture has more points than we take."""

    megapixels: int
    most: int = MOST_PIXELS // 1_000_000


@dataclass(eq=False)
class PaperTiny(Refusal):
    """So small that nothing on it can be read."""

    width: int
    height: int


@dataclass(eq=False)
class PaperBlank(Refusal):
    """There is nothing to see on it."""


@dataclass(eq=False)
class PaperNotOpened(Refusal):
    """Looking at it took too long or too much memory: it may be meant to."""


@dataclass(eq=False)
class PaperNotFetched(Refusal):
    """Telegram didn't give the file."""


@dataclass(eq=False)
class TooManyPapers(Refusal):
    """The person's unsent forms hold as many files as fit."""

    most: int = MOST_FILES


@dataclass(eq=False)
class TooMuchKept(Refusal):
    """The person's files come to more than we keep for one."""

    most: int = MOST_KEPT // MEGABYTE


@dataclass(eq=False)
class PageGone(Refusal):
    """A page that was sent is no longer on our disk."""


@dataclass(eq=False)
class KeysSent(Refusal):
    """A store of signing keys was sent: nobody may have it, least of all a chat."""


@dataclass(eq=False)
class PapersTooHeavy(Refusal):
    """The papers of an application don't fit together, however small they are made."""

    most: int = MOST_TOGETHER // MEGABYTE


REFUSALS: dict[str, type[Refusal]] = {
    kind.__name__: kind
    for kind in (
        PaperOfOtherType,
        PaperHeic,
        PaperEmpty,
        PaperLocked,
        PaperDamaged,
        PaperTooLong,
        PaperTooManyPixels,
        PaperTiny,
        PaperBlank,
        PaperNotOpened,
        PaperTooLarge,
        PaperNotFetched,
        TooManyPapers,
        TooMuchKept,
        PapersTooHeavy,
    )
}
"""What a file may be refused for, by name."""


FaultKind: TypeAlias = Literal[
    "dark", "blurred", "small", "cut", "turned", "glare", "empty", "strange"
]


@dataclass(frozen=True, slots=True)
class Fault:
    """What may keep a page from being read; pages are counted from 1."""

    what: FaultKind
    page: int = 1


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file as it will be kept: written anew, nothing of the sender's file but what is seen."""

    content: bytes
    type: FileType
    pages: int = 1
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """A file of ours. `holder` is what it belongs to once it is sent ("school:17"), else empty."""

    name: FileName
    type: FileType
    bytes: int
    pages: int
    field: str
    holder: str
    created: datetime


@dataclass(frozen=True, slots=True)
class Weight:
    """What one person has here: files in unsent forms, and bytes in all."""

    files: int
    bytes: int


PAGE = "/page"
"""What follows the question's key in the rows of single files; the whole PDF has the key alone,
and isn't counted."""


def refuse_more(weight: Weight, size: int) -> None:
    """Raises TooManyPapers or TooMuchKept if another file of that size is too much."""
    if weight.files >= MOST_FILES:
        raise TooManyPapers
    if weight.bytes + size > MOST_KEPT:
        raise TooMuchKept


def room_left(sizes: Sequence[int]) -> int:
    """Bytes an application has left beside papers of these sizes."""
    return max(0, MOST_TOGETHER - sum(sizes))


def refuse_size(size: int) -> None:
    """Raises PaperTooLarge by what is declared or received."""
    if size > MOST_BYTES:
        raise PaperTooLarge(-(-size // MEGABYTE))
