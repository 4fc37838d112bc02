"""What the domain needs from outside: time, letters, seals, files, the state's registers.
Only shapes; adapters fill them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol

if TYPE_CHECKING:
    from domain.papers import FileName, Sheet
    from domain.people import PersonId

Lang = Literal["kk", "ru", "en"]
LANGS: Final[Sequence[Lang]] = ("kk", "ru", "en")


class Clock(Protocol):
    def now(self) -> datetime:
        """Aware, in UTC."""
        ...


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail. `message_id` is the bare id without angle brackets (`17.3@otinim`): sending a
    letter twice under one id lets the receiving side drop the second."""

    to: str
    subject: str
    text: str
    html: str
    message_id: str


class MailDelayed(Exception):
    """Not sent now; the letter may pass later. `reason` names the cause, never the address."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class MailRefused(Exception):
    """Never to be sent: the other side has said no for good. `reason` as above."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Mailer(Protocol):
    async def send(self, letter: Letter) -> None:
        """Returns once the other side has taken the letter. Raises MailDelayed or MailRefused."""
        ...


class Sealer(Protocol):
    """Personal data at rest. A place is a column and a row (`drafts.answers:17`): what was sealed
    for one place does not open at another."""

    def seal(self, plain: bytes, place: str) -> bytes: ...

    def open(self, sealed: bytes, place: str) -> bytes: ...

    def index(self, kind: str, value: str) -> bytes:
        """32 bytes to look a value up by, without keeping the value itself."""
        ...

    def digest(self, kind: str, value: str) -> bytes:
        """32 bytes to keep instead of a code or a token. Compare with `hmac.compare_digest`."""
        ...


class RegisterSilent(Exception):
    """A register of the state gives no answer now, or none is connected: whoever asks goes on
    without it. Not knowing somebody is an answer."""


@dataclass(frozen=True, slots=True, repr=False)
class Citizen:
    """What the population register says of a person. `patronymic` is `-` where there is none;
    `statuses` are the social statuses the state knows of (`large_family`, `disability`)."""

    iin: str
    surname: str
    given: str
    patronymic: str
    born: date
    sex: Literal["male", "female"]
    statuses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Residence:
    """Where somebody is registered: a KATO code, a street and a house. A temporary one ends."""

    locality: str
    street: str
    house: str
    until: date | None = None


class PopulationRegister(Protocol):
    """The state database of natural persons. Every question may raise RegisterSilent."""

    async def person(self, iin: str) -> Citizen | None: ...

    async def children(self, iin: str) -> Sequence[Citizen]:
        """Of a parent or a guardian, the youngest first."""
        ...

    async def address(self, iin: str) -> Residence | None:
        """None for somebody who is registered nowhere."""
        ...


class MobileCitizens(Protocol):
    """The Mobile Citizens Database: which phone numbers belong to whom."""

    async def paired(self, iin: str, phone: str) -> bool:
        """Whether the number (E.164) is that person's. May raise RegisterSilent."""
        ...


class FileGone(Exception):
    """There is no such file here (any more), or it isn't what we wrote."""


class Files(Protocol):
    """Papers, sealed, apart from the database: a row there says whose and what for."""

    async def keep(self, owner: "PersonId", content: bytes) -> "FileName":
        """Durable when this returns; the same content of the same owner has one name. Raises
        StoreUnavailable."""
        ...

    def name_of(self, owner: "PersonId", sha256: str) -> "FileName":
        """What a file of theirs with that digest (hex) is called, if it is kept."""
        ...

    async def load(self, name: "FileName") -> bytes:
        """Raises FileGone."""
        ...

    async def erase(self, names: "Iterable[FileName]") -> None:
        """Those that are gone already are no trouble."""
        ...

    async def old(self, before: float) -> "list[FileName]":
        """Names not kept anew since that moment (seconds since 1970): perhaps nobody's."""
        ...

    async def erase_older(self, names: "Iterable[FileName]", before: float) -> int:
        """Erases those that weren't kept anew since; how many that were."""
        ...


class Examiner(Protocol):
    """Looks at what people send. Hostile content is its trade: it may refuse, never fail."""

    async def look(self, content: bytes) -> "Sheet":
        """The file as it is to be kept, and what may be wrong with its pages. Raises a refusal
        of domain.papers."""
        ...

    async def bind(self, sheets: "Sequence[Sheet]", most: int) -> "Sheet":
        """All sheets as one PDF of at most that many bytes. Raises PapersTooHeavy,
        PaperTooLong."""
        ...

    async def draw(self, told: dict[str, Any]) -> "Sheet":
        """A document of ours as a PDF (adapters.documents.drawing). Raises PaperNotOpened when it
        can't be drawn now."""
        ...

    async def chart(self, told: dict[str, Any]) -> "Sheet":
        """Numbers as a PNG. Raises PaperNotOpened when it can't be drawn now."""
        ...
