"""Registration for an event, opened and closed by staff."""

from dataclasses import dataclass, replace
from datetime import datetime

from domain import audit, staff
from domain.errors import Refusal
from domain.olympiads import Event, EventGone
from domain.people import PersonId
from domain.proposals import ORGANISATION
from domain.staff import EVERYWHERE
from domain.store import Store


@dataclass(eq=False)
class ClosesInPast(Refusal):
    """Registration would be over before now."""

    closes: datetime


def close_now(store: Store, number: str, by: PersonId, now: datetime) -> Event:
    """Nobody can register from now on. Raises EventGone and NotAllowed."""
    event = allowed(store, number, by)
    return changed(store, replace(event, opens=min(event.opens, now), closes=now), by, now)


def open_until(store: Store, number: str, closes: datetime, by: PersonId, now: datetime) -> Event:
    """Registration is open from now, or goes on, until then. Raises EventGone, NotAllowed and
    ClosesInPast."""
    event = allowed(store, number, by)
    if closes <= now:
        raise ClosesInPast(closes)
    return changed(store, replace(event, opens=min(event.opens, now), closes=closes), by, now)


def allowed(store: Store, number: str, by: PersonId) -> Event:
    event = store.olympiads.event(number)
    if event is None:
        raise EventGone
    staff.demand(store, by, ORGANISATION, EVERYWHERE, "sitting")
    return event


def changed(store: Store, event: Event, by: PersonId, now: datetime) -> Event:
    store.olympiads.set_registration(event.id, event.opens, event.closes)
    facts = {"opens": event.opens.isoformat(), "closes": event.closes.isoformat()}
    store.audit.add(audit.person(by), "registration.changed", f"event:{event.id}", facts, now)
    return event
