"""What must reach someone: rows written in the transaction that causes them, sent by lanes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from domain.people import PersonId

if TYPE_CHECKING:
    from domain.broadcasts import Telling

Channel: TypeAlias = Literal["telegram", "mail"]


NO_NEW = "no_new"
"""In a payload that edits: if the message is gone, nothing is sent in its place."""


class Lane(IntEnum):
    """Who goes first (reliability.md C12)."""

    CODE = 0
    REPLY = 1
    URGENT = 2
    REMINDER = 3
    BROADCAST = 4


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to send. `payload` is a Bot API call `{"method": …, …parameters}` or a letter.

    `once` is a key per person and cause: a second row with it is not written. After
    `useful_until` it is not sent any more.
    """

    person: PersonId
    payload: Mapping[str, Any]
    lane: Lane = Lane.REPLY
    channel: Channel = "telegram"
    once: str | None = None
    due: datetime | None = None
    useful_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Owed:
    """A row of the outbox, claimed by us and to be sent now. One of a broadcast has a `telling`
    instead of a payload: its words are made when it is sent."""

    id: int
    person: PersonId
    channel: Channel
    lane: Lane
    payload: Mapping[str, Any]
    tries: int = 0
    useful_until: datetime | None = None
    telling: "Telling | None" = None


MOST_TRIES = 48
"""GOV.UK Notify gives up after 48 tries; with our waits that is about 3.5 hours (C13)."""


def wait_after(tries: int) -> timedelta:
    """How long to wait after that many failed tries: 1, 2, 4 … 300 s (B7)."""
    return timedelta(seconds=min(300, 2 ** min(tries - 1, 9)))
