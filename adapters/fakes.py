"""Stand-ins for tests and for those who embed the bot: they keep the ports' promises in memory."""

from collections import deque
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from domain.errors import Refusal
from domain.ports import Citizen, Letter, RegisterSilent, Residence
from domain.signatures import (
    Purpose,
    SignatureByOtherPerson,
    SignatureOfOtherDocument,
    SignatureUnreadable,
    Signer,
    Verdict,
)
from domain.values.iin import Iin


class FixedClock:
    """Time stands still until it is told to move."""

    def __init__(self, moment: datetime = datetime(2026, 9, 1, 4, 0, tzinfo=UTC)) -> None:
        self.moment = moment.astimezone(UTC)

    def now(self) -> datetime:
        return self.moment

    def set(self, moment: datetime) -> None:
        self.moment = moment.astimezone(UTC)

    def advance(self, by: timedelta) -> None:
        self.moment += by


class RecordingMailer:
    """Keeps letters in `sent`; `fail` makes the next sending raise what is given. Like a mailbox,
    it keeps one copy of a letter sent twice under one message id."""

    def __init__(self) -> None:
        self._letters: dict[str, Letter] = {}
        self._failures: deque[Exception] = deque()

    @property
    def sent(self) -> list[Letter]:
        return list(self._letters.values())

    def fail(self, failure: Exception) -> None:
        self._failures.append(failure)

    async def send(self, letter: Letter) -> None:
        if self._failures:
            raise self._failures.popleft()
        self._letters.setdefault(letter.message_id, letter)


class ListedPeople:
    """The population register and the Mobile Citizens Database of a few people. `silent` lets
    neither of them answer."""

    def __init__(self) -> None:
        self.silent = False
        self._people: dict[str, Citizen] = {}
        self._children: dict[str, list[str]] = {}
        self._residences: dict[str, Residence] = {}
        self._phones: set[tuple[str, str]] = set()

    def add(
        self,
        citizen: Citizen,
        *,
        parents: Sequence[str] = (),
        phones: Sequence[str] = (),
        residence: Residence | None = None,
    ) -> None:
        self._people[citizen.iin] = citizen
        self._phones.update((citizen.iin, phone) for phone in phones)
        for parent in parents:
            self._children.setdefault(parent, []).append(citizen.iin)
        if residence is not None:
            self._residences[citizen.iin] = residence

    def _answering(self) -> None:
        if self.silent:
            raise RegisterSilent

    async def person(self, iin: str) -> Citizen | None:
        self._answering()
        return self._people.get(iin)

    async def children(self, iin: str) -> Sequence[Citizen]:
        self._answering()
        found = [self._people[child] for child in self._children.get(iin, ())]
        return sorted(found, key=lambda child: child.born, reverse=True)

    async def address(self, iin: str) -> Residence | None:
        self._answering()
        return self._residences.get(iin)

    async def paired(self, iin: str, phone: str) -> bool:
        self._answering()
        return (iin, phone) in self._phones


class KnownSignatures:
    """A verifier of signatures that `sign` makes: the key of a person is their IIN. `refusal`,
    once set, is what every signature meets."""

    def __init__(self) -> None:
        self.refusal: Refusal | None = None

    @staticmethod
    def sign(iin: str, content: bytes) -> bytes:
        return b"signed by " + iin.encode() + b" " + sha256(content).digest()

    async def verify(
        self,
        cms: bytes,
        shown: bytes,
        *,
        applicant: Iin | None,
        now: datetime,
        purpose: Purpose = "sign",
    ) -> Verdict:
        if self.refusal is not None:
            raise self.refusal
        start, _, rest = cms.partition(b"signed by ")
        iin, _, digest = rest.partition(b" ")
        if start or not digest:
            raise SignatureUnreadable
        if digest != sha256(shown).digest():
            raise SignatureOfOtherDocument
        if applicant is not None and iin.decode() != applicant.text:
            raise SignatureByOtherPerson
        signer = Signer(Iin(iin.decode()), iin.decode(), "-")
        return Verdict(signer, "rsa", purpose, now, "here", (), ())
