"""What is told to many at once: a change of a session, or an announcement. A broadcast is one row
and, for each person, an outbox row without words: they are made when it is sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, NewType, TypeAlias

from domain.outbox import Lane
from domain.ports import Lang

BroadcastId = NewType("BroadcastId", int)
Kind: TypeAlias = Literal["change", "cancel", "announcement"]
State: TypeAlias = Literal["running", "stopped", "replaced", "done"]


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a broadcast reaches: whoever is registered for the event or subject (the first chat
    that can be written to of each account) or follows it. `event` None means any. `grade` and
    `region` are known of the registered alone, so with them nobody else is reached. `language` is
    the one a person reads the bot in. `unseen_of`: those who were sent that broadcast and have not
    pressed Seen."""

    event: str | None = None
    subject: str | None = None
    grade: str | None = None
    region: str | None = None
    language: Lang | None = None
    unseen_of: BroadcastId | None = None


@dataclass(frozen=True, slots=True)
class Broadcast:
    """`content` is what is said, by kind: `{"text": {kk, ru, en}}` of an announcement,
    `domain.changes.Change.content` of the others. Nothing goes before `goes_at`, nor in quiet
    hours unless `loud`, nor after `useful_until`. Of one lane the earliest `urgency` (when the
    event is) goes first. A second one with the same `once` is not started. `number` is the short
    number shown in an official notice, `about` what it is about (`sitting:5`)."""

    kind: Kind
    content: Mapping[str, Any]
    urgency: datetime
    goes_at: datetime
    id: BroadcastId = BroadcastId(0)
    number: str = ""
    about: str | None = None
    once: str | None = None
    lane: Lane = Lane.BROADCAST
    loud: bool = False
    useful_until: datetime | None = None
    state: State = "running"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a broadcast is. `people` is how many it is for; the other numbers but `acknowledged`
    add up to it."""

    state: State
    people: int
    sent: int
    left: int
    failed: int
    blocked: int
    cancelled: int
    acknowledged: int


@dataclass(frozen=True, slots=True)
class Clash:
    """Another session of the person at the new time."""

    subject: Mapping[str, str]
    event: Mapping[str, str]
    starts: datetime


@dataclass(frozen=True, slots=True)
class Telling:
    """What a row of a broadcast needs to become words: the language of the person, what became of
    earlier changes for them (by number; missing: they were none of theirs), what clashes."""

    broadcast: Broadcast
    language: Lang
    told: Mapping[int, str]
    clashes: tuple[Clash, ...] = ()


def announcement(
    text: Mapping[Lang, str],
    *,
    goes_at: datetime,
    urgency: datetime | None = None,
    number: str = "",
) -> Broadcast:
    """Something staff say to an audience, in three languages; waits for the morning in quiet
    hours."""
    return Broadcast(
        "announcement", {"text": dict(text)}, urgency or goes_at, goes_at, number=number
    )
