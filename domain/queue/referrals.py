"""Referrals: a place that is the child's for some days. Used, it becomes an enrolment; unused, it
goes to the next family."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal, NewType, TypeAlias

from domain.errors import Refusal
from domain.people import PersonId
from domain.queue.applications import Candidate, CandidateId, change, lapses, own
from domain.queue.life import Event, State, after
from domain.queue.news import LAST_CALL, Kind, News, tell
from domain.queue.windows import Rules
from domain.store import Store

if TYPE_CHECKING:
    from domain.queue.bulletins import Vacancy, VacancyId

ReferralId = NewType("ReferralId", int)
Ended: TypeAlias = Literal["lapsed", "declined", "cancelled", "left"]
CameTo: TypeAlias = Literal["open", "registered", "enrolled"] | Ended
ADVANCES: Mapping[Event, CameTo] = {Event.REGISTER: "registered", Event.ENROL: "enrolled"}


@dataclass(eq=False)
class ReferralLapsed(Refusal):
    """The referral is over; the application is in the stop-list or in the queue."""

    number: str
    lapsed: datetime


@dataclass(eq=False)
class ReferralExtended(Refusal):
    """A referral is extended once (bilim.astana.kz 49434)."""

    number: str
    due: datetime


@dataclass(eq=False)
class ReferralGone(Refusal):
    """This application has no referral (any more)."""

    number: str


@dataclass(frozen=True, slots=True)
class Referral:
    id: ReferralId
    vacancy: "VacancyId"
    candidate: CandidateId
    state: CameTo
    issued: datetime
    due: datetime
    extensions: int

    @property
    def number(self) -> str:
        """As it stands on the paper."""
        return f"{self.id:06d}"

    def by(self, now: datetime) -> CameTo:
        """What has become of it: it lapses at its moment, not when that is noted."""
        return "lapsed" if self.state == "open" and self.due <= now else self.state


def holder_of(candidate: CandidateId) -> str:
    """Under what documents of a child's referrals are noted."""
    return f"referral-of:{candidate}"


def refer(
    store: Store, c: Candidate, v: "Vacancy", rules: Rules, now: datetime
) -> Referral | None:
    """Gives a place of the vacancy to the child: out of the queue, a referral with its dates. None
    when the child has got another place meanwhile, or there is no place any more."""
    if c.state not in (State.APPLIED, State.CHOOSING):
        after(rules.of(c.locality).life, c.state, Event.REFER, c.number)
    if not store.bulletins.take(v.id):
        return None
    if change(store, c, Event.REFER, rules, now, cause="placed") is None:
        store.bulletins.give_back(v.id)
        return None
    due = lapses(State.REFERRED, c, rules, now) or now
    referral = store.referrals.issue(v.id, c.id, due, now)
    store.bulletins.chosen(v, c)
    remind(store, referral, now)
    return referral


def remind(store: Store, r: Referral, now: datetime) -> None:
    """At once, half-way, and three hours before it lapses."""
    times: tuple[tuple[Kind, datetime], ...] = (
        ("referral", now),
        ("referral_half", now + (r.due - now) / 2),
        ("referral_last", r.due - LAST_CALL),
    )
    for kind, when in times:
        once = f"{kind}:{r.id}:{r.extensions}"
        tell(store, News(r.candidate, kind, r.id, when, r.due), once)


def current(store: Store, c: Candidate, now: datetime) -> Referral:
    """The open referral. Raises ReferralGone and ReferralLapsed."""
    r = store.referrals.of(c.id)
    if r is None:
        last = store.referrals.last(c.id)
        if last is not None and last.state == "lapsed":
            raise ReferralLapsed(c.number, last.due)
        raise ReferralGone(c.number)
    if r.state == "open" and r.due <= now:
        raise ReferralLapsed(c.number, r.due)
    return r


def extend(
    store: Store, person: PersonId, candidate: CandidateId, rules: Rules, now: datetime
) -> Referral:
    """More time, once. Raises ReferralGone, ReferralLapsed, ReferralExtended and NotNow."""
    c = own(store, person, candidate)
    r = current(store, c, now)
    regime = rules.of(c.locality)
    after(regime.life, c.state, Event.EXTEND, c.number)
    due = rules.end("extension", c.locality, now)
    if r.extensions >= regime.extensions or not store.referrals.extend(r, due):
        raise ReferralExtended(c.number, r.due)
    store.queue.extend(c, due)
    store.news.drop(c.id)
    longer = current(store, c, now)
    remind(store, longer, now)
    return longer


def register(store: Store, candidate: CandidateId, rules: Rules, now: datetime) -> Referral:
    """The kindergarten has the papers: e-registration. Raises ReferralGone, ReferralLapsed and
    NotNow."""
    c = known(store, candidate)
    r = current(store, c, now)
    step(store, c, r, Event.REGISTER, rules, now)
    store.news.drop(c.id)
    tell(store, News(c.id, "registered", r.id, now), f"registered:{r.id}")
    return r


def step(
    store: Store, c: Candidate, r: Referral, event: Event, rules: Rules, now: datetime
) -> None:
    """The application and its referral go on together. Raises NotNow, and ReferralGone when
    somebody was quicker: it lapsed, was given up, or has gone on already."""
    to = change(store, c, event, rules, now, cause="placed")
    if to is None or not store.referrals.advance(r, ADVANCES[event]):
        raise ReferralGone(c.number)


def known(store: Store, candidate: CandidateId) -> Candidate:
    c = store.queue.candidate(candidate)
    if c is None:
        raise ReferralGone("")
    return c
