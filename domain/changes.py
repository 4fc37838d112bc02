"""A session is moved or cancelled: its row, its reminders and the notices to everybody it concerns
change in one transaction. Knows no words: what people read is made from the content kept here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from domain import quiet, reminders
from domain.broadcasts import Audience, Broadcast, BroadcastId
from domain.errors import Refusal
from domain.olympiads import SESSION, Event, Names, Sitting
from domain.outbox import Lane
from domain.store import Store

SETTLES = timedelta(minutes=10)
"""A change waits that long: two of them in a row become one message (reliability.md C7)."""
SAME_DAY = timedelta(hours=24)
"""Nearer than that a change goes out at once, in quiet hours too (C12, rule 28)."""

ANSWER_WAIT = timedelta(hours=24)


@dataclass(eq=False)
class SessionGone(Refusal):
    """There is no such session, or it is cancelled already."""


@dataclass(eq=False)
class SessionChangedMeanwhile(Refusal):
    """Somebody else has changed the session since it was looked at: look again."""


@dataclass(frozen=True, slots=True)
class Slot:
    """When and where a session is."""

    starts: datetime
    minutes: int
    place: Names

    def differs(self, other: "Slot") -> bool:
        """Whether people must be told: another time, length or place; not another spelling."""
        return (self.starts, self.minutes) != (other.starts, other.minutes) or (
            spelled(self.place) != spelled(other.place)
        )


def spelled(place: Names) -> dict[str, str]:
    return {lang: " ".join(text.split()).casefold() for lang, text in place.items()}


def slot_of(sitting: Sitting) -> Slot:
    return Slot(sitting.starts, sitting.minutes, sitting.place)


@dataclass(frozen=True, slots=True)
class Earlier:
    """A change that a later one overtook before everybody was told."""

    id: BroadcastId
    before: Slot
    after: Slot


@dataclass(frozen=True, slots=True)
class Change:
    """What a notice of a change says. `after` is None when the session is cancelled.
    `asked_again`: somebody else of the same account was told, and nobody has pressed Seen."""

    sitting: int
    version: int
    event: Names
    subject: Names
    stage: int
    before: Slot
    after: Slot | None
    reason: Names | None = None
    earlier: Sequence[Earlier] = ()
    asked_again: bool = False

    def known_to(self, told: Mapping[int, str]) -> Slot:
        """What a person believes, given what became of the earlier changes for them: those who
        were told the last know its outcome, those who weren't what was before it."""
        known = self.before
        for e in self.earlier:
            state = told.get(e.id)
            if state is None:
                return known
            if state == "sent":
                return e.after
            known = e.before
        return known

    @property
    def content(self) -> dict[str, Any]:
        """As it is kept with a broadcast."""
        return {
            "sitting": self.sitting,
            "version": self.version,
            "event": dict(self.event),
            "subject": dict(self.subject),
            "stage": self.stage,
            "before": packed(self.before),
            "after": None if self.after is None else packed(self.after),
            "reason": None if self.reason is None else dict(self.reason),
            "earlier": [[e.id, packed(e.before), packed(e.after)] for e in self.earlier],
            "asked_again": self.asked_again,
        }

    @classmethod
    def read(cls, content: Mapping[str, Any]) -> "Change":
        c = dict(content)
        return cls(
            **{
                **c,
                "before": unpacked(c["before"]),
                "after": None if c["after"] is None else unpacked(c["after"]),
                "earlier": tuple(
                    Earlier(BroadcastId(number), unpacked(before), unpacked(after))
                    for number, before, after in c["earlier"]
                ),
            }
        )


def packed(slot: Slot) -> dict[str, Any]:
    return {
        "starts": slot.starts.isoformat(),
        "minutes": slot.minutes,
        "place": dict(slot.place),
    }


def unpacked(kept: Mapping[str, Any]) -> Slot:
    return Slot(datetime.fromisoformat(kept["starts"]), kept["minutes"], kept["place"])


def preview(
    store: Store, sitting: int, to: Slot | None, reason: Names | None, now: datetime
) -> Broadcast | None:
    """What `move` (or with None `cancel`) would send, not sent; None when nobody need be told.
    Raises SessionGone."""
    old, event = known(store, sitting)
    return (
        None
        if to is not None and not to.differs(slot_of(old))
        else notice(change(old, event, to, reason), now)
    )


def audience(sitting: Sitting) -> Audience:
    """Whom a change of a session concerns."""
    return Audience(event=sitting.event, subject=sitting.subject)


def move(
    store: Store,
    sitting: int,
    expected_version: int,
    to: Slot,
    reason: Names | None,
    now: datetime,
    *,
    number: str = "",
) -> Broadcast | None:
    """Moves a session: its time and place, its reminders, and the notices to everybody registered
    or following, all or nothing. None when nothing that matters has changed. Raises SessionGone
    and SessionChangedMeanwhile."""
    old, event = known(store, sitting)
    refuse_stale(old, expected_version)
    if not to.differs(slot_of(old)):
        return None
    if not store.olympiads.move(sitting, expected_version, to.starts, to.minutes, to.place):
        raise SessionChangedMeanwhile
    reminders.move(store, SESSION, about(sitting), to.starts, now)
    return told(store, replace(old, version=old.version + 1), event, to, reason, now, number)


def cancel(
    store: Store,
    sitting: int,
    expected_version: int,
    reason: Names | None,
    now: datetime,
    *,
    number: str = "",
) -> Broadcast:
    """Cancels a session and its reminders, and says so to everybody it concerns. Raises as
    `move`."""
    old, event = known(store, sitting)
    refuse_stale(old, expected_version)
    if not store.olympiads.cancel(sitting, expected_version, now):
        raise SessionChangedMeanwhile
    reminders.cancel(store, about(sitting))
    return told(store, replace(old, version=old.version + 1), event, None, reason, now, number)


def known(store: Store, sitting: int) -> tuple[Sitting, Event]:
    found = store.olympiads.sitting_by_number(sitting)
    event = None if found is None else store.olympiads.event(found.event)
    if found is None or event is None or found.cancelled:
        raise SessionGone
    return found, event


def refuse_stale(sitting: Sitting, expected_version: int) -> None:
    if sitting.version != expected_version:
        raise SessionChangedMeanwhile


def told(
    store: Store,
    old: Sitting,
    event: Event,
    to: Slot | None,
    reason: Names | None,
    now: datetime,
    number: str,
) -> Broadcast:
    """Owes the notice, instead of those about the same session that are still on their way."""
    overtaken = store.broadcasts.replace(about(old.id))
    earlier = chain(overtaken)
    made = notice(replace(change(old, event, to, reason), earlier=earlier), now, number)
    waiting = [b.goes_at for b in overtaken if b.goes_at > now and not made.loud]
    made = replace(made, goes_at=min([made.goes_at, *waiting]))
    return store.broadcasts.start(made, audience(old), now)


def chain(overtaken: Sequence[Broadcast]) -> tuple[Earlier, ...]:
    """The changes overtaken, the newest first, each with those it had overtaken itself."""
    found: list[Earlier] = []
    for b in overtaken:
        c = Change.read(b.content)
        if c.after is not None and not c.asked_again:
            found += [Earlier(b.id, c.before, c.after), *c.earlier]
    return tuple(found)


def change(old: Sitting, event: Event, to: Slot | None, reason: Names | None) -> Change:
    return Change(
        old.id,
        old.version,
        event.names,
        event.subject(old.subject).names,
        old.stage,
        slot_of(old),
        to,
        reason,
    )


def notice(c: Change, now: datetime, number: str = "") -> Broadcast:
    """The broadcast of a change: urgent, once per version of the session."""
    soonest = min(s.starts for s in (c.before, c.after) if s is not None)
    soon = soonest - now < SAME_DAY
    goes_at = now if soon else quiet.morning_after(now + SETTLES)
    latest = max(s.starts for s in (c.before, c.after) if s is not None)
    return Broadcast(
        "cancel" if c.after is None else "change",
        c.content,
        urgency=soonest,
        goes_at=goes_at,
        number=number,
        about=about(c.sitting),
        once=f"change:{c.sitting}:{c.version}",
        lane=Lane.URGENT,
        loud=soon,
        useful_until=latest,
    )


def about(sitting: int) -> str:
    return f"sitting:{sitting}"


def asked_again(told: Broadcast, now: datetime) -> Broadcast:
    """The same for the others of an account, when nobody has pressed Seen in time."""
    c = replace(Change.read(told.content), earlier=(), asked_again=True)
    once = None if told.once is None else f"{told.once}:again"
    goes_at = now if told.loud else quiet.morning_after(now)
    return replace(told, id=BroadcastId(0), content=c.content, once=once, goes_at=goes_at)


def asks_again_at(told: Broadcast) -> datetime:
    """So long a notice waits for Seen; for a session nearer than two days half the time left."""
    return told.goes_at + min(ANSWER_WAIT, (told.urgency - told.goes_at) / 2)
