"""What the desk answers by HTTP: events, and a proposal with the exact texts, the number of people
and how long it takes."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from adapters.db.store import Store
from adapters.desk_words import DeskWords, progress_of
from adapters.notices import NoticeWords
from domain import proposals
from domain.broadcasts import Broadcast
from domain.errors import Refusal
from domain.olympiads import Event, Sitting
from domain.portals.desk import ZONE
from domain.ports import LANGS
from domain.proposals import Planned, Proposal
from domain.values import notice_number


def event_told(event: Event, sittings: Sequence[Sitting]) -> dict[str, Any]:
    return {
        "id": event.id,
        "names": dict(event.names),
        "grades": list(event.grades),
        "registration": {"opens": moment(event.opens), "closes": moment(event.closes)},
        "sessions": [sitting_told(event, s) for s in sittings],
    }


def sitting_told(event: Event, s: Sitting) -> dict[str, Any]:
    return {
        "id": s.id,
        "stage": s.stage,
        "subject": s.subject,
        "names": dict(event.subject(s.subject).names),
        "starts": moment(s.starts),
        "minutes": s.minutes,
        "place": dict(s.place),
        "registered": s.taken,
        "cancelled": s.cancelled,
    }


def proposal_told(store: Store, words: DeskWords, p: Proposal, now: datetime) -> dict[str, Any]:
    """`seconds` is how long the sending takes at the rate announcements get."""
    told: dict[str, Any] = {
        "state": p.state,
        "people": p.people,
        "seconds": proposals.seconds_for(p.people, words.rate),
        "proposed": moment(p.proposed),
        "notices": [notice_told(store, words, one, now) for one in p.planned],
    }
    if p.id:
        told["id"] = p.id
    if p.launches is not None:
        told["launches"] = moment(p.launches)
    if p.state == "launched":
        told["progress"] = asdict(progress_of(store, p))
    return told


def notice_told(store: Store, words: DeskWords, p: Planned, now: datetime) -> dict[str, Any]:
    """`texts` as they are sent, in Telegram's HTML; none of what can't be sent any more."""
    made = broadcast_of(store, p, now)
    return {
        "kind": p.kind,
        "number": notice_number.shown(p.number),
        "people": p.people,
        **({} if p.sitting is None else {"sitting": p.sitting}),
        **({} if made is None else {"begins": moment(made.goes_at), "texts": texts(words, made)}),
    }


def broadcast_of(store: Store, p: Planned, now: datetime) -> Broadcast | None:
    if p.broadcast is not None:
        return store.broadcasts.load(p.broadcast)
    try:
        return proposals.preview(store, p, now)
    except Refusal:
        return None


def texts(words: DeskWords, made: Broadcast) -> Mapping[str, str]:
    notices = NoticeWords(words.words)
    return {lang: notices.text(made, lang) for lang in LANGS}


def moment(at: datetime) -> str:
    """By the country's clock."""
    return at.astimezone(ZONE).isoformat(timespec="minutes")
