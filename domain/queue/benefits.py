"""Papers of a benefit: staff confirm them or refuse with a reason, the family may send another. A
benefit counts from the application on; once refused, only when it is confirmed after all."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal, TypeAlias

from domain.errors import Refusal
from domain.forms.model import Answers, Desk, Draft
from domain.forms.papers import hand_over
from domain.papers import Kept
from domain.people import PersonId
from domain.queue.applications import ApplicationId, Candidate, CandidateId, own
from domain.queue.leaving import classed, leave, noted
from domain.queue.life import ENDED, Event, NotNow, State
from domain.queue.news import Kind, News, tell
from domain.queue.order import Rank
from domain.queue.referrals import known
from domain.queue.windows import Rules
from domain.store import Store

RefusedBecause: TypeAlias = Literal["unreadable", "expired", "unproven", "other_child"]
"""Why the papers of a benefit don't do."""
REFUSED: dict[RefusedBecause, Kind] = {
    "unreadable": "benefit_unreadable",
    "expired": "benefit_expired",
    "unproven": "benefit_unproven",
    "other_child": "benefit_other_child",
}
PAPERS: Final = "kindergarten:"
AGAIN: Final = ":again"
TO_CHECK: Final = ("claimed", "resent")
"""Waits for staff: claimed with the application, or sent again after a refusal."""


@dataclass(eq=False)
class NoBenefitRefused(Refusal):
    """No paper is asked for: the benefit isn't refused, or the application is over."""

    number: str


def confirm_benefit(store: Store, candidate: CandidateId, rules: Rules, now: datetime) -> None:
    """Staff: the papers of the benefit are right. Raises NotNow."""
    c = known(store, candidate)
    if c.benefit_state not in TO_CHECK:
        return
    c = noted(store, c, "confirmed")
    classed(store, c, rules.of(c.locality).rank(c.benefit), now)
    decided(store, c, "benefit_confirmed", now)


def refuse_benefit(
    store: Store, candidate: CandidateId, because: RefusedBecause, rules: Rules, now: datetime
) -> None:
    """Staff: the papers don't prove the benefit; the application stands in the general class at
    its own date, and a referral that the benefit gave is cancelled (bilim.astana.kz 49453). Raises
    NotNow."""
    c = known(store, candidate)
    if c.benefit_state not in TO_CHECK:
        return
    c = noted(store, c, "refused")
    classed(store, c, Rank.GENERAL, now)
    decided(store, c, REFUSED[because], now)
    if c.state is State.REFERRED and c.rank is not Rank.GENERAL:
        cancel(store, c, rules, now)


def cancel(store: Store, c: Candidate, rules: Rules, now: datetime) -> None:
    """The referral goes to the next; the application waits again."""
    to = leave(store, c, Event.FALSE_BENEFIT, rules, now, cause="returned", ended="cancelled")
    if to is None:
        raise NotNow(c.number, c.state)
    store.news.drop(c.id)
    decided(store, c, "referral_cancelled", now)


def decided(store: Store, c: Candidate, kind: Kind, now: datetime) -> None:
    tell(store, News(c.id, kind, None, now), f"{kind}:{c.id}:{now.timestamp()}")


def refused(store: Store, person: PersonId, candidate: CandidateId) -> Candidate:
    """An own candidate whose benefit was refused. Raises ApplicationGone and NoBenefitRefused."""
    c = own(store, person, candidate)
    if not may_send_again(c):
        raise NoBenefitRefused(c.number)
    return c


def may_send_again(c: Candidate) -> bool:
    return c.benefit_state == "refused" and c.state not in ENDED


def send_again(
    desk: Desk, draft: Draft, held: Answers, candidate: CandidateId, rules: Rules
) -> Candidate:
    """Ends the form: another paper waits for staff, for twins as well. Raises NoBenefitRefused."""
    store, c = desk.store, refused(desk.store, desk.person, candidate)
    until = rules.end("benefit_check", c.locality, desk.now)
    for one in store.queue.application(c.application).candidates:
        if may_send_again(one):
            store.queue.note_benefit(one, "resent", until)
    store.drafts.drop(draft.id)
    hand_over(desk, draft, held, sent_again(c.application))
    return own(store, desk.person, candidate)


def sent(application: ApplicationId) -> str:
    """Under what the papers of an application are kept."""
    return f"{PAPERS}{application}"


def sent_again(application: ApplicationId) -> str:
    """Under what the paper is kept that was sent after a refusal; the next one takes its place."""
    return f"{sent(application)}{AGAIN}"


def papers(store: Store, c: Candidate) -> list[Kept]:
    """All that was sent, the newest last."""
    return [
        *store.papers.held_by(sent(c.application)),
        *store.papers.held_by(sent_again(c.application)),
    ]
