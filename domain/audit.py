"""What staff and operators did, in a chain nobody can mend: each row holds the SHA-256 of the one
before it and of its own content. The database refuses to change or delete a row; whoever gets past
that breaks the chain, and `python -m app audit check` names the first row that doesn't fit.

Facts hold ids, counts and codes, never names, phones or texts of people.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Final

from domain.people import PersonId

OPERATOR: Final = "operator"
"""Whoever works at the command line of the server."""
BEGINNING: Final = "0" * 64
"""What stands in the place of a hash before the first row."""


def person(number: PersonId) -> str:
    """A person, as actor or as subject."""
    return f"person:{number}"


def key(number: int) -> str:
    """A staff key, as actor or as subject."""
    return f"key:{number}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One act. `number` counts from 1 without a gap."""

    number: int
    at: datetime
    actor: str
    act: str
    subject: str
    facts: Mapping[str, Any]

    def hashed(self, before: str) -> str:
        """The hash of this row, given the one before it."""
        content = [
            before,
            self.number,
            self.at.astimezone(UTC).isoformat(timespec="microseconds"),
            self.actor,
            self.act,
            self.subject,
            self.facts,
        ]
        return sha256(canonical(content).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Row:
    """An entry as it is kept."""

    entry: Entry
    before: str
    hash: str


@dataclass(frozen=True, slots=True)
class Chain:
    """What came of walking it: how many rows hold, the last hash that does (worth noting down
    elsewhere: rows cut off at the end can't be seen from the chain alone), and the number of the
    first row that doesn't fit."""

    held: int
    last: str
    broken: int | None = None


def canonical(content: Any) -> str:
    """One text for one content, whatever the order of its keys."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def walk(rows: Iterable[Row]) -> Chain:
    """Checks rows in order."""
    held, last = 0, BEGINNING
    for row in rows:
        fits = (row.entry.number, row.before) == (held + 1, last)
        if not fits or row.entry.hashed(last) != row.hash:
            return Chain(held, last, held + 1)
        held, last = held + 1, row.hash
    return Chain(held, last)
