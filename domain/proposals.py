"""What staff are about to tell many people: proposed by one, confirmed by another, undone by
either within a minute, and then carried out. Every step is one conditional UPDATE: of two
confirmers one confirms, of an undo and the launch one happens.

Knows no words: what people read is made from the content kept here, in the preview as when it is
sent.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Literal, NewType, TypeAlias

from domain import audit, changes, quiet, staff
from domain.broadcasts import Audience, Broadcast, BroadcastId, announcement
from domain.changes import Slot
from domain.errors import Refusal
from domain.olympiads import Names
from domain.people import PersonId
from domain.ports import LANGS, Lang
from domain.staff import EVERYWHERE, Act, NotAllowed
from domain.store import Store
from domain.values import notice_number

ProposalId = NewType("ProposalId", int)
State: TypeAlias = Literal[
    "drawn", "waiting", "confirmed", "launched", "undone", "dropped", "stale"
]
"""`drawn`: only its author has seen it. `stale`: when its time came, what it was about had
changed, or whoever proposed or confirmed it had lost the right to."""
Kind: TypeAlias = Literal["move", "cancel", "announcement"]

UNDO = timedelta(seconds=60)
WAITS = timedelta(hours=24)
"""A proposal nobody confirms is no longer one after a day."""
FURTHEST = timedelta(days=2 * 366)
"""An event is of this school year or the next."""
ORGANISATION = "daryn"
"""Whose events there are."""
ACTS: Mapping[str, Act] = {"move": "sitting", "cancel": "sitting", "announcement": "announce"}


@dataclass(eq=False)
class ProposalGone(Refusal):
    """It was confirmed, withdrawn or refused already, or a day has passed."""


@dataclass(eq=False)
class SecondPersonNeeded(Refusal):
    """Whoever proposed it can't confirm it."""


@dataclass(eq=False)
class AuthorLostRight(Refusal):
    """Whoever proposed it was allowed to then, and isn't now."""


@dataclass(eq=False)
class TooLateToUndo(Refusal):
    """The minute is over: it is on its way, or was stopped before."""


@dataclass(eq=False)
class NothingChanges(Refusal):
    """The new time and place are the present ones."""


@dataclass(eq=False)
class MovedToPast(Refusal):
    """The new time has been already."""

    starts: datetime


@dataclass(eq=False)
class MovedTooFar(Refusal):
    """The new time is years ahead: a slip of the year."""

    starts: datetime


@dataclass(eq=False)
class NobodyToTell(Refusal):
    """The audience has nobody in it."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One notice. `number` is its short number. A `sitting` is moved `to` a slot, or cancelled
    with None; an announcement has a `text` for an `audience`. `broadcast` is what it became."""

    kind: Kind
    number: str
    sitting: int | None = None
    version: int = 0
    to: Slot | None = None
    reason: Names | None = None
    text: Names | None = None
    audience: Audience | None = None
    people: int = 0
    broadcast: BroadcastId | None = None

    @property
    def content(self) -> dict[str, Any]:
        """As it is kept."""
        if self.kind == "announcement":
            return {"text": dict(self.text or {}), "audience": packed(self.audience)}
        return {
            "sitting": self.sitting,
            "version": self.version,
            "to": None if self.to is None else changes.packed(self.to),
            "reason": None if self.reason is None else dict(self.reason),
        }

    @classmethod
    def read(
        cls,
        kind: Kind,
        number: str,
        content: Mapping[str, Any],
        people: int,
        broadcast: BroadcastId | None,
    ) -> "Planned":
        if kind == "announcement":
            audience = Audience(**content["audience"])
            return cls(
                kind,
                number,
                text=content["text"],
                audience=audience,
                people=people,
                broadcast=broadcast,
            )
        return cls(
            kind,
            number,
            content["sitting"],
            content["version"],
            None if content["to"] is None else changes.unpacked(content["to"]),
            content["reason"],
            people=people,
            broadcast=broadcast,
        )


def packed(audience: Audience | None) -> dict[str, Any]:
    a = audience or Audience()
    return {
        "event": a.event,
        "subject": a.subject,
        "grade": a.grade,
        "region": a.region,
        "language": a.language,
        "unseen_of": a.unseen_of,
    }


@dataclass(frozen=True, slots=True)
class Proposal:
    """What two people decide on. `area` is where it is heard: `*` or the region of the
    audience."""

    id: ProposalId
    organisation: str
    area: str
    planned: tuple[Planned, ...]
    by: PersonId
    proposed: datetime
    state: State = "drawn"
    confirmed_by: PersonId | None = None
    launches: datetime | None = None

    @property
    def act(self) -> Act:
        return ACTS[self.planned[0].kind]

    @property
    def people(self) -> int:
        """How many messages it is."""
        return sum(p.people for p in self.planned)

    @property
    def subject(self) -> str:
        """As the audit names it."""
        return f"proposal:{self.id}"


def moving(
    store: Store, sitting: int, to: Slot | None, reason: Names | None, now: datetime
) -> Planned:
    """A session to be moved, or with None cancelled; as it is now. Raises SessionGone,
    NothingChanges, MovedToPast and MovedTooFar."""
    known, _ = changes.known(store, sitting)
    if to is not None and to.starts <= now:
        raise MovedToPast(to.starts)
    if to is not None and to.starts > now + FURTHEST:
        raise MovedTooFar(to.starts)
    if to is not None and not to.differs(changes.slot_of(known)):
        raise NothingChanges
    people = store.broadcasts.count(changes.audience(known))
    kind: Kind = "cancel" if to is None else "move"
    number = notice_number.new()
    return Planned(kind, number, sitting, known.version, to, reason, people=people)


def announcing(store: Store, text: Names, audience: Audience) -> Planned:
    """Something to be said to an audience. Raises NobodyToTell."""
    people = refuse_nobody(store, audience)
    number = notice_number.new()
    return Planned("announcement", number, text=text, audience=audience, people=people)


def refuse_nobody(store: Store, audience: Audience) -> int:
    """How many people an audience is. Raises NobodyToTell."""
    people = store.broadcasts.count(audience)
    if not people:
        raise NobodyToTell
    return people


def propose(
    store: Store, planned: Sequence[Planned], by: PersonId, now: datetime, *, through: str
) -> Proposal:
    """Keeps it for its author to look at; `ask` then asks a second person. `through` is what it
    came through, for the audit. Raises NotAllowed."""
    area = area_of(planned)
    staff.demand(store, by, ORGANISATION, area, ACTS[planned[0].kind])
    proposal = store.proposals.add(ORGANISATION, area, planned, by, now)
    told(store, proposal, by, "proposed", now, through=through)
    return proposal


def ask(store: Store, number: ProposalId, by: PersonId, now: datetime) -> Proposal:
    """Its author lets it be confirmed. Raises ProposalGone."""
    known = open_now(store, number, now)
    if known.by != by or not store.proposals.end(number, "drawn", "waiting"):
        raise ProposalGone
    told(store, known, by, "asked", now)
    return replace(known, state="waiting")


def seconds(store: Store, known: Proposal) -> list[PersonId]:
    """Who may be the second person."""
    able = staff.who(store, known.organisation, known.area, known.act)
    return [person for person in able if person != known.by]


def area_of(planned: Sequence[Planned]) -> str:
    """The region of the audience; everywhere for a session, which is for the whole country."""
    first = planned[0].audience
    return (first.region if first is not None else None) or EVERYWHERE


def confirm(store: Store, number: ProposalId, by: PersonId, now: datetime) -> Proposal:
    """The second person says yes; it goes out when a minute has passed. Raises ProposalGone,
    SecondPersonNeeded, NotAllowed and AuthorLostRight."""
    known = open_now(store, number, now)
    if known.by == by:
        raise SecondPersonNeeded
    demand_both(store, known, by)
    if not store.proposals.confirm(number, by, now + UNDO):
        raise ProposalGone
    told(store, known, by, "confirmed", now)
    return replace(known, state="confirmed", confirmed_by=by, launches=now + UNDO)


def drop(store: Store, number: ProposalId, by: PersonId, now: datetime) -> Proposal:
    """Withdrawn by whoever proposed it, or refused by another. Raises ProposalGone and
    NotAllowed."""
    known = open_now(store, number, now)
    if known.by != by:
        staff.demand(store, by, known.organisation, known.area, known.act)
    if not store.proposals.end(number, known.state, "dropped"):
        raise ProposalGone
    told(store, known, by, "dropped", now)
    return replace(known, state="dropped")


def undo(store: Store, number: ProposalId, by: PersonId, now: datetime) -> Proposal:
    """Either of the two takes it back within the minute. Raises TooLateToUndo and NotAllowed."""
    known = store.proposals.load(number)
    if known is None:
        raise TooLateToUndo
    if by not in (known.by, known.confirmed_by):
        raise NotAllowed
    if not store.proposals.undo(number, now):
        raise TooLateToUndo
    told(store, known, by, "undone", now)
    return replace(known, state="undone")


def launch(store: Store, number: ProposalId, now: datetime) -> Proposal | None:
    """Carries out what was confirmed a minute ago, all of it or nothing. None if somebody else
    did, or it was undone. What can't be any more is `stale`."""
    known = store.proposals.launch(number, now)
    if known is None:
        return None
    try:
        store.attempt(lambda: carry_out(store, known, now))
    except Refusal as refusal:
        store.proposals.end(number, "launched", "stale")
        facts = {"because": refusal.words}
        store.audit.add(audit.OPERATOR, "proposal.stale", known.subject, facts, now)
        return replace(known, state="stale")
    store.audit.add(audit.person(known.by), "proposal.launched", known.subject, {}, now)
    return store.proposals.load(number)


def carry_out(store: Store, known: Proposal, now: datetime) -> None:
    """Raises what the changes raise, and NotAllowed or AuthorLostRight if either of the two has
    lost the right."""
    demand_both(store, known, known.confirmed_by or known.by)
    for planned in known.planned:
        broadcast = started(store, planned, now)
        if broadcast is not None:
            store.proposals.started(planned.number, broadcast.id)


def started(store: Store, p: Planned, now: datetime) -> Broadcast | None:
    shown = notice_number.shown(p.number)
    if p.kind == "announcement":
        made = announced(p, now)
        return store.broadcasts.start(made, p.audience or Audience(), now)
    sitting = p.sitting or 0
    if p.to is None:
        return changes.cancel(store, sitting, p.version, p.reason, now, number=shown)
    return changes.move(store, sitting, p.version, p.to, p.reason, now, number=shown)


def announced(p: Planned, now: datetime) -> Broadcast:
    return announcement(
        spoken(p.text or {}),
        goes_at=quiet.morning_after(now),
        number=notice_number.shown(p.number),
    )


def spoken(text: Names) -> dict[Lang, str]:
    return {lang: text[lang] for lang in LANGS}


def preview(store: Store, p: Planned, now: datetime) -> Broadcast:
    """The broadcast as it would be sent; nothing is. Raises SessionGone and NothingChanges."""
    if p.kind == "announcement":
        return announced(p, now)
    made = changes.preview(store, p.sitting or 0, p.to, p.reason, now)
    if made is None:
        raise NothingChanges
    return replace(made, number=notice_number.shown(p.number))


def demand_both(store: Store, known: Proposal, second: PersonId) -> None:
    if known.by not in staff.who(store, known.organisation, known.area, known.act):
        raise AuthorLostRight
    staff.demand(store, second, known.organisation, known.area, known.act)


def open_now(store: Store, number: ProposalId, now: datetime) -> Proposal:
    known = store.proposals.load(number)
    undecided = known is not None and known.state in ("drawn", "waiting")
    if known is None or not undecided or now - known.proposed > WAITS:
        raise ProposalGone
    return known


def told(
    store: Store, known: Proposal, by: PersonId, what: str, now: datetime, **facts: str
) -> None:
    """Into the audit, with ids and counts alone."""
    said = {
        "kinds": sorted({p.kind for p in known.planned}),
        "sittings": [p.sitting for p in known.planned if p.sitting is not None],
        "numbers": [p.number for p in known.planned],
        "people": known.people,
        **facts,
    }
    store.audit.add(audit.person(by), f"proposal.{what}", known.subject, said, now)


def pending(store: Store, person: PersonId, now: datetime) -> list[Proposal]:
    """What waits for this person's yes."""
    asked = store.proposals.recent(("waiting",), now - WAITS)
    grants = store.staff.grants(person)
    return [
        p for p in asked if p.by != person and staff.may(grants, p.organisation, p.area, p.act)
    ]


def seconds_for(people: int, rate: float) -> int:
    """How long so many messages take at so many a second, at least one."""
    return max(1, round(people / rate))
