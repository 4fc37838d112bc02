"""What staff of admission may see and decide. Who acts is a person with grants, or the key of a
system, and both are held to the same rules; done twice, a decision is one decision."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from domain import audit
from domain.admission import applications
from domain.admission.applications import (
    Application,
    DecidedBefore,
    NoPlaceLeft,
    NotAccepted,
)
from domain.admission.reasons import PAPER
from domain.admission.vacancies import Office
from domain.errors import Refusal
from domain.forms.papers import whole
from domain.people import PersonId
from domain.staff import Grant, NotAllowed, may
from domain.staff_keys import StaffKey
from domain.store import Store

ORGANISATION: Final = "pavlodar"
"""Whose schools these are, as grants and keys name it."""


@dataclass(eq=False)
class NotAmongYours(Refusal):
    """There is no such school or application among those this officer decides for."""


@dataclass(frozen=True, slots=True)
class Officer:
    """Who acts, as the audit names them, and for which places (KATO) they decide."""

    actor: str
    decides: Callable[[str], bool]


def officer(store: Store, person: PersonId) -> Officer:
    return Officer(audit.person(person), granted(store.staff.grants(person)))


def of_key(store: Store, key: StaffKey) -> Officer:
    """A key does what it covers; one that stands for a person, only what that person may."""
    mine = granted(store.staff.grants(key.person)) if key.person is not None else anywhere

    def decides(place: str) -> bool:
        return key.covers(ORGANISATION, place) and mine(place)

    return Officer(key.actor, decides)


def granted(grants: Sequence[Grant]) -> Callable[[str], bool]:
    return lambda place: may(grants, ORGANISATION, place, "admission")


def anywhere(place: str) -> bool:
    return True


def schools(store: Store, by: Officer) -> Mapping[str, Office]:
    """Those decided for, by id. Raises NotAllowed where there are none."""
    found = {n: o for n, o in store.admission.offices().items() if by.decides(o.locality)}
    if not found:
        raise NotAllowed
    return found


def school(store: Store, by: Officer, number: str) -> Office:
    """Raises NotAllowed, and NotAmongYours for a school that isn't theirs."""
    found = schools(store, by).get(number)
    if found is None:
        raise NotAmongYours
    return found


def seen(store: Store, by: Officer, found: Application | None) -> Application:
    """An application that this officer may see, as it was signed; a form nobody signed is its
    parent's. Raises NotAllowed, and NotAmongYours, which tells nothing of others'."""
    ours = schools(store, by)
    if found is None or found.number is None or found.as_signed.school not in ours:
        raise NotAmongYours
    return found.as_signed


def papers(a: Application) -> dict[str, Mapping[str, Any]]:
    """The papers that came with it, each one PDF: `file`, `pages`, `bytes`. Always in the same
    order."""
    kept = {key: whole(a.content[key]) for key in sorted(a.content) if key.startswith(PAPER)}
    return {key: found for key, found in kept.items() if found is not None}


def opened_papers(
    store: Store, by: Officer, a: Application, keys: Sequence[str], now: datetime
) -> None:
    """Into the audit: somebody was given the papers of a child."""
    named = [key.removeprefix(PAPER) for key in keys]
    store.audit.add(
        by.actor, "admission.papers", applications.holder(a.id), {"papers": named}, now
    )


def accept(
    store: Store, by: Officer, a: Application, now: datetime, version: int | None = None
) -> tuple[Application, bool]:
    """The accepted application, and whether it was accepted just now. `version` is the one that
    was looked at, None the present one. Raises what `applications.accept` does, unless this very
    officer made this very decision before."""
    try:
        return applications.accept(store, a.id, by.actor, now, version), True
    except (DecidedBefore, NoPlaceLeft) as refusal:
        return repeated(store, by, a, version, refusal, status="accepted"), False


def refuse(
    store: Store,
    by: Officer,
    a: Application,
    reason: str,
    ticked: Sequence[str],
    now: datetime,
    version: int | None = None,
) -> tuple[Application, bool]:
    """The refused application, and whether it was refused just now. Raises what
    `applications.refuse` does, unless this very officer made this very decision before."""
    try:
        return applications.refuse(store, a.id, reason, ticked, by.actor, now, version), True
    except DecidedBefore as refusal:
        known = repeated(store, by, a, version, refusal, status="refused")
        if known.reason != reason or known.fields != applications.fields_named(
            known, reason, ticked
        ):
            raise
        return known, False


def repeated(
    store: Store,
    by: Officer,
    a: Application,
    version: int | None,
    refusal: Refusal,
    *,
    status: str,
) -> Application:
    """What was decided before, if it is the same by the same officer about the same version; a
    decision about a newer one is another. Raises the refusal otherwise."""
    known = store.admission.load(a.id)
    last = [e for e in store.admission.history(a.id) if e.status == status][-1:]
    alike = known is not None and known.status == status and known.version - 1 == version
    if known is None or not alike or not last or last[0].by != by.actor:
        raise refusal
    return known


def hand_in(store: Store, by: Officer, a: Application, now: datetime) -> bool:
    """Staff have the originals; false when that was known. Raises NotAccepted."""
    if a.status != "accepted":
        raise NotAccepted(a.number or "")
    return applications.hand_in(store, a, "staff", by.actor, now)
