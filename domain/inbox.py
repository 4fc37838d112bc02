"""An update that was stored before it was acknowledged, and is handled from there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from domain.people import PersonId

WAITS = (timedelta(seconds=0.2), timedelta(seconds=1), timedelta(seconds=5))
"""After so many failures in handling one update it is tried again; then it is parked."""


@dataclass(frozen=True, slots=True)
class Received:
    """A stored update: raw as it came, by the person it came from (0: nobody we could name)."""

    update_id: int
    person: PersonId
    raw: Mapping[str, Any]
    tries: int = 0


def sender_of(raw: Mapping[str, Any]) -> PersonId:
    """Whose update this is, read with the least trust: 0 when the shape is not what we know."""
    for part in raw.values():
        if isinstance(part, dict) and isinstance(sender := part.get("from"), dict):
            number = sender.get("id")
            return PersonId(number if type(number) is int and abs(number) < 2**52 else 0)
    return PersonId(0)


def chat_type_of(raw: Mapping[str, Any]) -> str:
    """The type of chat an update came from; empty when unknown."""
    for part in raw.values():
        if isinstance(part, dict):
            about = part.get("message", part)
            chat = about.get("chat") if isinstance(about, dict) else None
            if isinstance(chat, dict):
                return str(chat.get("type", ""))
    return ""
