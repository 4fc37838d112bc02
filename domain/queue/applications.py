"""Joining the queue, and what a parent does about an application while it waits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal, NewType, TypeAlias

from domain.errors import Refusal
from domain.people import AccountId, PersonId
from domain.queue.life import COUNTED, ENDED, HOLDING, WINDOW_OF, Event, State, after
from domain.queue.order import Rank
from domain.queue.windows import Regime, Rules
from domain.store import Store
from domain.text import fold

QueueId = NewType("QueueId", int)
ApplicationId = NewType("ApplicationId", int)
CandidateId = NewType("CandidateId", int)
EntryId = NewType("EntryId", int)

GroupKind: TypeAlias = Literal["general", "correctional", "sanatorium"]
Cause: TypeAlias = Literal[
    "joined", "placed", "withdrawn", "inactive", "stopped", "archived", "benefit", "resort",
    "restored", "returned",
]  # fmt: skip
"""Why somebody came into a queue or left it."""


@dataclass(eq=False)
class ChildTooOld(Refusal):
    """Kindergartens take children up to an age (6: m.egov.kz 037pass_mon)."""

    child: str
    oldest: int


@dataclass(eq=False)
class ChildNotBorn(Refusal):
    """The birth date is still to come."""

    child: str


@dataclass(eq=False)
class ChildInQueue(Refusal):
    """The person's own application has this child in this queue."""

    child: str
    number: str


@dataclass(eq=False)
class ChildInQueueOfOther(Refusal):
    """Somebody else's application (the other parent's?) has this child in this queue."""

    child: str


@dataclass(eq=False)
class ChildTwice(Refusal):
    """The same child was named twice in one application."""

    child: str


@dataclass(eq=False)
class ChildHasPlace(Refusal):
    """The child has a referral or goes to a kindergarten already."""

    child: str


@dataclass(eq=False)
class WindowOver(Refusal):
    """The time there was for it is over, though that isn't noted yet."""

    number: str
    closed: datetime


@dataclass(eq=False)
class ApplicationGone(Refusal):
    """There is no such application of this person."""


@dataclass(eq=False)
class RestoresSpent(Refusal):
    """An application is restored once (balbobek-egin 2026); a new one must be made."""

    number: str


@dataclass(frozen=True, slots=True)
class QueueKey:
    """Whose queue it is: a place, a kind of group, a language, and the year of birth."""

    locality: str
    kind: GroupKind
    language: str
    cohort: int


@dataclass(frozen=True, slots=True)
class Child:
    iin: str
    name: str
    born: date


@dataclass(frozen=True, slots=True)
class Request:
    """An application as a form sends it. Several children are twins; several languages are one
    queue each. `snapshot` is kept sealed, as the person saw it. `draft` is None
    for what came by no form (imports)."""

    portal: str
    person: PersonId
    account: AccountId | None
    draft: int | None
    children: tuple[Child, ...]
    locality: str
    kind: GroupKind
    languages: tuple[str, ...]
    benefit: str | None
    snapshot: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """A candidate in one queue."""

    id: EntryId
    queue: QueueId
    key: QueueKey


@dataclass(frozen=True, slots=True)
class Candidate:
    """One child of an application. `due` is when the present state ends by itself."""

    id: CandidateId
    application: ApplicationId
    number: str
    person: PersonId
    portal: str
    child: Child
    locality: str
    benefit: str | None
    benefit_state: str | None
    rank: Rank
    ticket: int
    state: State
    since: datetime
    due: datetime | None
    restores: int
    asked: datetime | None
    interested: datetime | None
    applied: datetime
    entries: tuple[Entry, ...]

    @property
    def counted(self) -> bool:
        return self.state in COUNTED

    @property
    def awaited(self) -> bool:
        """Asked whether the place is still wanted, and the answer is to come by `due`."""
        return self.state is State.QUEUED and self.due is not None


@dataclass(frozen=True, slots=True)
class Application:
    id: ApplicationId
    number: str
    applied: datetime
    candidates: tuple[Candidate, ...]


def join(store: Store, request: Request, rules: Rules, now: datetime) -> Application:
    """Puts the children of a request into the queue, next to each other. The same draft joins
    once. Raises ChildNotBorn, ChildTooOld, ChildTwice, ChildHasPlace, ChildInQueue and
    ChildInQueueOfOther; the last two are decided by a unique index."""
    if request.draft is not None:
        sent = store.queue.by_draft(request.draft)
        if sent is not None:
            return sent
    regime = rules.of(request.locality)
    refuse_unfit(store, request, regime, rules.day(now))
    first = store.queue.tickets(len(request.children))
    application = store.queue.open(request, now)
    rank = regime.rank(request.benefit)
    due = benefit_due(request, rules, now)
    for ticket, child in enumerate(request.children, first):
        stand(store, application, request, child, rank=rank, ticket=ticket, due=due, now=now)
    return store.queue.application(application)


def stand(
    store: Store,
    application: ApplicationId,
    request: Request,
    child: Child,
    *,
    rank: Rank,
    ticket: int,
    due: datetime | None,
    now: datetime,
) -> None:
    """One child into every queue of the request."""
    keys = [
        QueueKey(request.locality, request.kind, language, child.born.year)
        for language in dict.fromkeys(request.languages)
    ]
    candidate = store.queue.add_candidate(
        application, request, child, rank=rank, ticket=ticket, benefit_due=due, now=now
    )
    for queue in store.queue.queues(keys):
        if not store.queue.enter(queue, candidate, child, rank, ticket):
            refuse_known(store, request, child, queue)
        store.queue.count(queue, rank, ticket, 1, "joined", now)


def refuse_known(store: Store, request: Request, child: Child, queue: QueueId) -> None:
    person, number = store.queue.holder(queue, child.iin)
    if person == request.person or number in numbers_of(store, request.person):
        raise ChildInQueue(child.name, number)
    raise ChildInQueueOfOther(child.name)


def numbers_of(store: Store, person: PersonId) -> set[str]:
    return {c.number for c in store.queue.of(person)}


def refuse_unfit(store: Store, request: Request, regime: Regime, today: date) -> None:
    seen: set[str] = set()
    for child in request.children:
        if child.iin in seen:
            raise ChildTwice(child.name)
        seen.add(child.iin)
        if child.born > today:
            raise ChildNotBorn(child.name)
        if too_old(child.born, regime, today):
            raise ChildTooOld(child.name, regime.oldest)
        if store.queue.has_place(child.iin):
            raise ChildHasPlace(child.name)


def too_old(born: date, regime: Regime, today: date) -> bool:
    """Whether the child has reached the age by this day."""
    return (today.year - born.year, today.month, today.day) >= (
        regime.oldest,
        born.month,
        born.day,
    )


def benefit_due(request: Request, rules: Rules, now: datetime) -> datetime | None:
    """By when the department looks at the papers of a benefit."""
    if rules.of(request.locality).rank(request.benefit) is Rank.GENERAL:
        return None
    return rules.end("benefit_check", request.locality, now)


def own(store: Store, person: PersonId, candidate: CandidateId) -> Candidate:
    """A candidate of this person's, or of a cabinet they use. Raises ApplicationGone."""
    found = next((c for c in store.queue.of(person) if c.id == candidate), None)
    if found is None:
        raise ApplicationGone
    return found


def change(
    store: Store,
    c: Candidate,
    event: Event,
    rules: Rules,
    now: datetime,
    *,
    cause: Cause,
) -> State | None:
    """Takes a candidate where the event leads, in and out of the counters as need be; what the
    new state is given time for lapses at the end of its window. None when somebody else was
    quicker. Raises NotNow."""
    to = after(rules.of(c.locality).life, c.state, event, c.number)
    goes_on = event is Event.FALSE_BENEFIT and to is c.state
    due = c.due if goes_on else lapses(to, c, rules, now)
    if not store.queue.move(c, to, due, now):
        return None
    if c.state in COUNTED and to not in COUNTED:
        store.queue.count_out(c, cause, now, ended=to in ENDED)
    elif c.state not in COUNTED and to in COUNTED:
        store.queue.count_in(c, cause, now)
    elif to in ENDED:
        store.queue.end_entries(c)
    return to


def lapses(to: State, c: Candidate, rules: Rules, now: datetime) -> datetime | None:
    """When the new state ends by itself. Of a confirmed voucher one window holds for choosing,
    for the papers and for choosing anew; who waited in the list answers within a day."""
    if (to is c.state and to in HOLDING) or {c.state, to} == {State.CHOOSING, State.REFERRED}:
        return c.due
    window = WINDOW_OF.get(to)
    if c.state is State.WAITING_LIST and to is State.VOUCHER:
        window = "apply"
    return None if window is None else rules.end(window, c.locality, now)


def in_time(c: Candidate, now: datetime) -> None:
    """A window closes at its moment, not when that is noted. Raises WindowOver."""
    if c.due is not None and c.due <= now:
        raise WindowOver(c.number, c.due)


def restore(
    store: Store, person: PersonId, candidate: CandidateId, rules: Rules, now: datetime
) -> Candidate:
    """Back into the queue at its own date, while the window is open. Raises NotNow,
    RestoresSpent and WindowOver."""
    c = own(store, person, candidate)
    regime = rules.of(c.locality)
    after(regime.life, c.state, Event.RESTORE, c.number)
    if c.restores >= regime.restores:
        raise RestoresSpent(c.number)
    in_time(c, now)
    if change(store, c, Event.RESTORE, rules, now, cause="restored"):
        store.queue.note_restore(c)
        store.queue.note_interest(c, now)
    return own(store, person, candidate)


def find(store: Store, person: PersonId, text: str) -> Sequence[Candidate]:
    """Own candidates meant by an application number (with or without №), a child's IIN, or a part
    of the child's name, with or without Kazakh letters. Empty: not about the queue, or not theirs;
    which of the two isn't told."""
    asked = fold(text)
    if not asked:
        return ()
    mine = store.queue.of(person)
    number = asked.replace(" ", "")
    exact = [c for c in mine if number in (fold(c.number), c.child.iin)]
    if exact or number.isdigit():
        return exact
    words = set(asked.split())
    return [c for c in mine if words <= set(fold(c.child.name).split())]
