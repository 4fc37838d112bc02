"""Who works for which organisation, where, and what they may do there. Plain functions over
grants; every change of a grant is written to the audit."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal, NewType

from domain import audit
from domain.errors import Refusal
from domain.people import PersonId
from domain.store import Store

Role = Literal["head", "officer"]
ROLES: Final[Sequence[Role]] = ("head", "officer")
Act = Literal["read", "school", "sitting", "announce", "queue", "admission", "grant"]
"""What is asked of a grant: to see the organisation's desk, list a school, change sittings and
registration, write to people, decide in a queue of kindergartens or in school admission, and give
or take grants."""
HEADS_ONLY: Final = frozenset[Act](("grant",))

EVERYWHERE: Final = "*"
"""Every organisation, or every area."""
ORGANISATIONS: Final = ("daryn", "pavlodar", "akmola", "snation", "indigo")
ORGANISATION = re.compile(r"[a-z][a-z0-9-]{0,39}|\*")
AREA = re.compile(r"[0-9]{2,9}|\*")
LEVELS = (2, 4, 6, 9)
"""A KATO code has two figures for the region, two for the district, two for the rural district,
three for the settlement; the rest is noughts."""

GrantId = NewType("GrantId", int)


@dataclass(eq=False)
class NotAllowed(Refusal):
    """No grant of this person covers it."""


@dataclass(eq=False)
class OrganisationUnknown(Refusal):
    """An organisation is a short id: Latin small letters, figures and hyphens."""

    organisation: str


@dataclass(eq=False)
class AreaUnknown(Refusal):
    """An area is a KATO code, its beginning, or `*`."""

    area: str


@dataclass(eq=False)
class NotGranted(Refusal):
    """There is no such grant (any more)."""


@dataclass(eq=False)
class GrantedAlready(Refusal):
    """The person has exactly this grant."""


@dataclass(frozen=True, slots=True)
class Grant:
    """A person works for an organisation in an area. `by` is who gave it, as the audit says."""

    id: GrantId
    person: PersonId
    organisation: str
    area: str
    role: Role
    by: str
    since: datetime

    def covers(self, organisation: str, area: str) -> bool:
        ours = self.organisation in (EVERYWHERE, organisation)
        return ours and covers(self.area, area)


def beginning(area: str) -> str:
    """What all places of an area begin with: `611600000` is `6116`, everywhere is nothing."""
    if area == EVERYWHERE:
        return ""
    whole = area.ljust(LEVELS[-1], "0")
    return next(area[:n] for n in LEVELS if not whole[n:].strip("0"))


def covers(area: str, place: str) -> bool:
    """Whether a place, or all of a smaller area, lies in an area."""
    if place == EVERYWHERE:
        return area == EVERYWHERE
    return place.startswith(beginning(area))


def may(grants: Iterable[Grant], organisation: str, area: str, act: Act) -> bool:
    """Whether one of a person's grants lets them do this there. `area` is the place it is about,
    `*` for what concerns the whole country."""
    return any(
        g.covers(organisation, area) and (g.role == "head" or act not in HEADS_ONLY)
        for g in grants
    )


def demand(store: Store, person: PersonId, organisation: str, area: str, act: Act) -> None:
    """Raises NotAllowed. Reads the grants anew: a revoked one counts no more."""
    if not may(store.staff.grants(person), organisation, area, act):
        raise NotAllowed


def who(store: Store, organisation: str, area: str, act: Act) -> list[PersonId]:
    """Everybody who may do this there, the longest-serving first."""
    return list(
        dict.fromkeys(
            g.person for g in store.staff.all_grants() if may((g,), organisation, area, act)
        )
    )


def everybody(store: Store) -> list[PersonId]:
    """Everybody who has a grant."""
    return list(dict.fromkeys(g.person for g in store.staff.all_grants()))


def beginnings(grants: Iterable[Grant], organisation: str, act: Act) -> tuple[str, ...]:
    """What the codes of all places begin with where these grants let one do this; the empty one
    is everywhere, none is nowhere."""
    return tuple({beginning(g.area): None for g in grants if may((g,), organisation, g.area, act)})


def organisations(grants: Iterable[Grant]) -> tuple[str, ...]:
    """Where somebody works, `*` told as all we know of."""
    found = {g.organisation for g in grants}
    return ORGANISATIONS if EVERYWHERE in found else tuple(sorted(found))


def read_organisation(raw: str) -> str:
    """Raises OrganisationUnknown."""
    text = raw.strip().lower()
    if not ORGANISATION.fullmatch(text):
        raise OrganisationUnknown(raw[:40])
    return text


def read_area(raw: str) -> str:
    """Raises AreaUnknown."""
    text = raw.strip()
    if not AREA.fullmatch(text):
        raise AreaUnknown(raw[:40])
    return text


def grant(
    store: Store,
    person: PersonId,
    organisation: str,
    area: str,
    role: Role,
    *,
    by: str,
    now: datetime,
) -> Grant:
    """Gives a grant. Another role for the same organisation and area replaces the present one.
    Raises GrantedAlready."""
    for known in store.staff.grants(person):
        if (known.organisation, known.area) != (organisation, area):
            continue
        if known.role == role:
            raise GrantedAlready
        take(store, known, by=by, now=now)
    given = store.staff.grant(person, organisation, area, role, by, now)
    if given is None:
        raise GrantedAlready
    store.audit.add(by, "staff.granted", audit.person(person), facts(given), now)
    return given


def grant_by_head(
    store: Store,
    head: PersonId,
    person: PersonId,
    organisation: str,
    area: str,
    role: Role,
    now: datetime,
) -> Grant:
    """A head gives a grant within their own organisation and area. Raises NotAllowed and
    GrantedAlready."""
    demand(store, head, organisation, area, "grant")
    return grant(store, person, organisation, area, role, by=audit.person(head), now=now)


def revoke_by_head(store: Store, head: PersonId, number: GrantId, now: datetime) -> Grant:
    """A head takes a grant that lies within their own. Raises NotGranted and NotAllowed."""
    known = store.staff.grant_of(number)
    if known is None:
        raise NotGranted
    demand(store, head, known.organisation, known.area, "grant")
    return take(store, known, by=audit.person(head), now=now)


def revoke(
    store: Store,
    person: PersonId,
    organisation: str | None,
    area: str | None,
    *,
    by: str,
    now: datetime,
) -> list[Grant]:
    """Takes the grants of a person, all or those of an organisation or area; answers which."""
    gone = [
        g
        for g in store.staff.grants(person)
        if organisation in (None, g.organisation) and area in (None, g.area)
    ]
    return [take(store, g, by=by, now=now) for g in gone]


def take(store: Store, known: Grant, *, by: str, now: datetime) -> Grant:
    """Raises NotGranted when somebody was faster."""
    if not store.staff.revoke(known.id, by, now):
        raise NotGranted
    store.audit.add(by, "staff.revoked", audit.person(known.person), facts(known), now)
    return known


def facts(g: Grant) -> dict[str, str]:
    return {"organisation": g.organisation, "area": g.area, "role": g.role}
