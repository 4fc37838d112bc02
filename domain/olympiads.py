"""Olympiads: what is offered to whom, and registration for a subject of an event."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeAlias

from domain import reminders
from domain.accounts import Account, EmailNotConfirmed
from domain.errors import Refusal
from domain.people import AccountId
from domain.reminders import Deadline, Step
from domain.store import Store

Names: TypeAlias = Mapping[str, str]
"""A name in each language."""

SESSION = Deadline(
    "session",
    (
        Step("7d", timedelta(days=7)),
        Step("1d", timedelta(days=1)),
        Step("2h", timedelta(hours=2)),
    ),
)
CLOSING = Deadline("closing", (Step("1d", timedelta(days=1)), Step("3h", timedelta(hours=3))))
"""Registration closes, and the form is begun and not sent."""
MAY_MOVE = timedelta(days=7)
"""Day and time may still change within a week after registration closes (smart.daryn.kz)."""


@dataclass(eq=False)
class OnlyForPupils(Refusal):
    """A teacher's account can't be registered for an event."""


@dataclass(eq=False)
class RegistrationNotOpen(Refusal):
    """Registration hasn't opened yet."""

    event: Names
    opens: datetime


@dataclass(eq=False)
class RegistrationClosed(Refusal):
    """Registration is over."""

    event: Names
    closed: datetime


@dataclass(eq=False)
class NotYourGrade(Refusal):
    """The event or subject is for other grades."""

    event: Names
    grades: str
    grade: str


@dataclass(eq=False)
class NotYourLanguage(Refusal):
    """The event or subject is for pupils taught in another language."""

    event: Names


@dataclass(eq=False)
class SubjectNotForYou(Refusal):
    """The subject is meant for other pupils (language of instruction, ethnicity)."""

    subject: Names


@dataclass(eq=False)
class SubjectFull(Refusal):
    """All places of the subject are taken."""

    subject: Names


@dataclass(eq=False)
class SubjectCancelled(Refusal):
    """The session of the subject is cancelled."""

    subject: Names


@dataclass(eq=False)
class AlreadyRegistered(Refusal):
    """One registration per pupil and subject."""

    subject: Names
    number: str


@dataclass(eq=False)
class SittingsClash(Refusal):
    """Two subjects would be sat at the same time."""

    subject: Names
    other: Names
    starts: datetime
    other_starts: datetime


@dataclass(eq=False)
class EventGone(Refusal):
    """The event is not there (any more)."""


@dataclass(eq=False)
class NotRegistered(Refusal):
    """There is no such registration of this pupil (any more)."""


@dataclass(frozen=True, slots=True)
class Subject:
    """`languages` of instruction and ethnicities it is for; empty means all. `not_for` excludes
    ethnicities: a mother-tongue pupil doesn't sit a second-language paper."""

    code: str
    names: Names
    languages: tuple[str, ...] = ()
    not_for: tuple[str, ...] = ()

    def fits(self, profile: Mapping[str, Any]) -> bool:
        if self.languages and profile.get("language") not in self.languages:
            return False
        return profile.get("ethnicity") not in self.not_for


@dataclass(frozen=True, slots=True)
class Stage:
    number: int
    names: Names
    period: Names


@dataclass(frozen=True, slots=True)
class Event:
    """An event with its stages and subjects. Registration is for stage 1."""

    id: str
    names: Names
    about: Names
    grades: tuple[str, ...]
    languages: tuple[str, ...]
    opens: datetime
    closes: datetime
    stages: tuple[Stage, ...]
    subjects: tuple[Subject, ...]

    def subject(self, code: str) -> Subject:
        found = next((s for s in self.subjects if s.code == code), None)
        if found is None:
            raise EventGone
        return found


@dataclass(frozen=True, slots=True)
class Sitting:
    """When and where a subject of a stage is sat: `minutes` long, `place` a text or a link."""

    id: int
    event: str
    stage: int
    subject: str
    starts: datetime
    minutes: int
    place: Names
    places: int | None = None
    taken: int = 0
    version: int = 0
    cancelled: bool = False

    @property
    def ends(self) -> datetime:
        return self.starts + timedelta(minutes=self.minutes)

    def overlaps(self, other: "Sitting") -> bool:
        return self.starts < other.ends and other.starts < self.ends


@dataclass(frozen=True, slots=True)
class Registration:
    id: int
    number: str
    account: AccountId
    event: Event
    subject: Subject
    sitting: Sitting
    created: datetime

    @property
    def may_move_until(self) -> datetime:
        return self.event.closes + MAY_MOVE


def offered(events: Sequence[Event], account: Account) -> list[Event]:
    """The events of a pupil's grade and language, those closing first before the others."""
    profile = account.profile
    mine = [
        e
        for e in events
        if profile.get("grade") in e.grades
        and (not e.languages or profile.get("language") in e.languages)
    ]
    return sorted(mine, key=lambda e: (e.closes, e.id))


def refuse_unless_open(event: Event, account: Account, now: datetime) -> None:
    """Each reason why this pupil can't register for this event now, as its own refusal."""
    if account.confirmed_at is None:
        raise EmailNotConfirmed
    if account.role != "pupil":
        raise OnlyForPupils
    if now < event.opens:
        raise RegistrationNotOpen(event.names, event.opens)
    refuse_if_over(event, now)
    grade = str(account.profile.get("grade"))
    if grade not in event.grades:
        raise NotYourGrade(event.names, ", ".join(event.grades), grade)
    if event.languages and account.profile.get("language") not in event.languages:
        raise NotYourLanguage(event.names)


def refuse_if_over(event: Event, now: datetime) -> None:
    """Raises RegistrationClosed; nothing is taken back then either."""
    if now >= event.closes:
        raise RegistrationClosed(event.names, event.closes)


def subjects_for(event: Event, account: Account) -> list[Subject]:
    """The subjects of an event that are meant for this pupil."""
    return [s for s in event.subjects if s.fits(account.profile)]


def register(
    store: Store,
    account: Account,
    event_id: str,
    subject_code: str,
    *,
    draft: int,
    snapshot: Mapping[str, Any],
    now: datetime,
) -> Registration:
    """Registers a pupil for a subject. Sending the same draft twice registers once. Raises every
    refusal of `refuse_unless_open`, SubjectNotForYou, AlreadyRegistered, SittingsClash and
    SubjectFull; the last place is decided by one conditional UPDATE."""
    store.accounts.lock(account.id)
    sent = store.olympiads.by_draft(draft)
    if sent is not None:
        return sent
    event = store.olympiads.event(event_id)
    if event is None:
        raise EventGone
    refuse_unless_open(event, account, now)
    subject = event.subject(subject_code)
    if not subject.fits(account.profile):
        raise SubjectNotForYou(subject.names)
    sitting = store.olympiads.sitting(event_id, 1, subject_code)
    refuse_clash(store.olympiads.registrations(account.id), subject, sitting)
    if not store.olympiads.take_place(sitting.id):
        raise SubjectFull(subject.names)
    made = store.olympiads.register(account, event, subject, sitting, draft, snapshot, now)
    reminders.plan(
        store,
        SESSION,
        sitting.starts,
        cause=cause(made.id),
        about=f"sitting:{sitting.id}",
        now=now,
        account=account.id,
    )
    return made


def cause(registration: int) -> str:
    """What ends the reminders of a registration."""
    return f"registration:{registration}"


def refuse_unless_free(store: Store, account: AccountId, event: Event, code: str) -> None:
    """Why this pupil can't sit this subject, told when it is chosen and not only at the end: while
    the list is at hand. Raises AlreadyRegistered, SittingsClash and SubjectFull."""
    subject, sitting = event.subject(code), store.olympiads.sitting(event.id, 1, code)
    refuse_clash(store.olympiads.registrations(account), subject, sitting)
    if sitting.places is not None and sitting.taken >= sitting.places:
        raise SubjectFull(subject.names)


def refuse_clash(mine: Sequence[Registration], subject: Subject, sitting: Sitting) -> None:
    if sitting.cancelled:
        raise SubjectCancelled(subject.names)
    for r in mine:
        if (r.event.id, r.subject.code) == (sitting.event, subject.code):
            raise AlreadyRegistered(subject.names, r.number)
        if r.sitting.overlaps(sitting) and not r.sitting.cancelled:
            raise SittingsClash(subject.names, r.subject.names, sitting.starts, r.sitting.starts)


def withdraw(store: Store, account: AccountId, registration: int, now: datetime) -> Registration:
    """Takes a registration back while registration is open; its place is free again. Raises
    NotRegistered or RegistrationClosed."""
    mine = next((r for r in store.olympiads.registrations(account) if r.id == registration), None)
    if mine is None:
        raise NotRegistered
    refuse_if_over(mine.event, now)
    if not store.olympiads.withdraw(registration, now):
        raise NotRegistered
    store.olympiads.free_place(mine.sitting.id)
    reminders.done(store, cause(registration))
    return mine
