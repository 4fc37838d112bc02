"""Keys with which staff's own systems call us by HTTP: each is of an organisation and an area, and
may stand for a person."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from domain import audit
from domain.people import PersonId
from domain.staff import covers
from domain.store import Store

StaffKeyId = NewType("StaffKeyId", int)
PREFIX = "ots_"
LIVE_KEYS = 2
"""Two of a name at once, so that a key is changed without a gap (reliability.md A16)."""


@dataclass(frozen=True, slots=True)
class StaffKey:
    """A key as we keep it: never the key itself. `hint` is its last four characters. What needs
    two people asks for a key that stands for a `person`."""

    id: StaffKeyId
    name: str
    organisation: str
    area: str
    person: PersonId | None
    hint: str
    created: datetime

    def covers(self, organisation: str, area: str) -> bool:
        """Whether it may act for this organisation there; `*` is the whole country."""
        return self.organisation in ("*", organisation) and covers(self.area, area)

    @property
    def actor(self) -> str:
        """As the audit names it."""
        return audit.key(self.id) if self.person is None else audit.person(self.person)


def add(
    store: Store,
    name: str,
    organisation: str,
    area: str,
    person: PersonId | None,
    *,
    by: str,
    now: datetime,
) -> str:
    """A key, shown once. Of a name two live at once: a third ends the oldest."""
    alike = [k for k in store.staff_keys.live() if k.name == name]
    for old in alike[: max(0, len(alike) - LIVE_KEYS + 1)]:
        end(store, old, by=by, now=now)
    key = PREFIX + secrets.token_urlsafe(32)  # 256 random bits
    made = store.staff_keys.add(name, organisation, area, person, key, now)
    facts = {"organisation": organisation, "area": area}
    store.audit.add(by, "key.added", audit.key(made.id), facts, now)
    return key


def revoke(store: Store, name: str, hint: str | None, *, by: str, now: datetime) -> int:
    """Ends the keys of a name, or the one known by its last characters; answers how many."""
    gone = [k for k in store.staff_keys.live() if k.name == name and hint in (None, k.hint)]
    for key in gone:
        end(store, key, by=by, now=now)
    return len(gone)


def end(store: Store, key: StaffKey, *, by: str, now: datetime) -> None:
    store.staff_keys.end(key.id, now)
    store.audit.add(by, "key.ended", audit.key(key.id), {}, now)
