"""What staff of an area do in its queue: publish vacancies, decide on benefits, mark registration
and enrolment. Every act is covered by a grant or a key, and audited; done twice, it is one act."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from domain import audit
from domain.kindergarten_table import keeps
from domain.papers import Kept
from domain.people import PersonId
from domain.queue import benefits, bulletins, enrolment, leaving, referrals, vouchers
from domain.queue.applications import Candidate, CandidateId, QueueKey
from domain.queue.benefits import TO_CHECK, RefusedBecause
from domain.queue.bulletins import NewVacancy, Vacancy, VacancyGone, VacancyId
from domain.queue.life import State
from domain.queue.windows import Rules
from domain.staff import NotAllowed
from domain.store import Store


@dataclass(frozen=True, slots=True)
class Clerk:
    """Who acts, as the audit names them, and which places they look after."""

    actor: str
    keeps: Callable[[str], bool]


def clerk(store: Store, person: PersonId) -> Clerk:
    grants = store.staff.grants(person)
    return Clerk(audit.person(person), lambda place: keeps(grants, place))


def publish(
    store: Store, by: Clerk, new: NewVacancy, rules: Rules, now: datetime
) -> tuple[Vacancy, int]:
    """The vacancy and how many families it is offered to. Raises VacancyGone where there is no
    such kindergarten, and NotAllowed."""
    locality = store.kindergartens.locality(new.kindergarten)
    if locality is None:
        raise VacancyGone
    if not by.keeps(locality):
        raise NotAllowed
    v, told = bulletins.publish(store, new, rules, by.actor, now)
    if v.published == now:
        vouchers.offer_waiting(store, v.id, rules, now)
        facts = {"kindergarten": v.kindergarten, "places": v.places, "told": told}
        store.audit.add(by.actor, "vacancy.published", f"vacancy:{v.id}", facts, now)
    return v, told


def held(store: Store, by: Clerk, candidate: CandidateId) -> Candidate:
    """A candidate of the clerk's places. Raises ReferralGone and NotAllowed."""
    c = referrals.known(store, candidate)
    if not by.keeps(c.locality):
        raise NotAllowed
    return c


def register(
    store: Store, by: Clerk, candidate: CandidateId, rules: Rules, now: datetime
) -> Candidate:
    """E-registration: the kindergarten has the papers. Raises what `referrals.register` does."""
    c = held(store, by, candidate)
    if c.state is not State.REGISTERED:
        referrals.register(store, c.id, rules, now)
        noted(store, by, "referral.registered", c, now)
    return held(store, by, candidate)


def enrol(
    store: Store, by: Clerk, candidate: CandidateId, rules: Rules, now: datetime
) -> Candidate:
    """The child is in the contingent. Raises what `enrolment.enrol` does."""
    c = held(store, by, candidate)
    if c.state is not State.ENROLLED:
        enrolment.enrol(store, c.id, rules, now)
        noted(store, by, "referral.enrolled", c, now)
    return held(store, by, candidate)


def left(
    store: Store, by: Clerk, candidate: CandidateId, rules: Rules, now: datetime
) -> Candidate:
    """The child goes to the kindergarten no more. Raises what `leaving.left` does."""
    c = held(store, by, candidate)
    leaving.left(store, c.id, rules, now)
    noted(store, by, "child.left", c, now)
    return held(store, by, candidate)


def to_close(store: Store, by: Clerk, vacancy: VacancyId) -> Vacancy:
    """A vacancy of the clerk's places. Raises VacancyGone and NotAllowed."""
    v = store.bulletins.vacancy(vacancy)
    if v is None or v.stage == "closed":
        raise VacancyGone
    if not by.keeps(v.locality):
        raise NotAllowed
    return v


def close(store: Store, by: Clerk, vacancy: VacancyId, rules: Rules, now: datetime) -> Vacancy:
    """Its free places are given no more. Raises what `to_close` does."""
    v = to_close(store, by, vacancy)
    waited = bulletins.close(store, v.id, rules, now)
    facts = {"kindergarten": v.kindergarten, "waited": waited}
    store.audit.add(by.actor, "vacancy.closed", f"vacancy:{v.id}", facts, now)
    return v


def papers(store: Store, by: Clerk, candidate: CandidateId, now: datetime) -> list[Kept]:
    """What the family sent, the newest last; who opened it is in the audit."""
    c = held(store, by, candidate)
    found = benefits.papers(store, c)
    if found:
        noted(store, by, "papers.opened", c, now, papers=",".join(p.field for p in found))
    return found


def issue_vouchers(
    store: Store, by: Clerk, queue: QueueKey, count: int, rules: Rules, now: datetime
) -> int:
    """Vouchers to the first of a queue; answers how many there were to give one to. Raises
    NotAllowed, and NotNow where places don't go by vouchers."""
    if not by.keeps(queue.locality):
        raise NotAllowed
    given = len(vouchers.issue(store, queue, count, rules, now))
    facts = {"kind": queue.kind, "language": queue.language, "born": queue.cohort, "given": given}
    store.audit.add(by.actor, "vouchers.issued", f"place:{queue.locality}", facts, now)
    return given


def confirm_benefit(
    store: Store, by: Clerk, candidate: CandidateId, rules: Rules, now: datetime
) -> Candidate:
    c = held(store, by, candidate)
    if c.benefit_state in TO_CHECK:
        benefits.confirm_benefit(store, c.id, rules, now)
        noted(store, by, "benefit.confirmed", c, now)
    return held(store, by, candidate)


def refuse_benefit(
    store: Store,
    by: Clerk,
    candidate: CandidateId,
    because: RefusedBecause,
    rules: Rules,
    now: datetime,
) -> Candidate:
    c = held(store, by, candidate)
    if c.benefit_state in TO_CHECK:
        benefits.refuse_benefit(store, c.id, because, rules, now)
        noted(store, by, "benefit.refused", c, now, because=because)
    return held(store, by, candidate)


def false_benefit(
    store: Store, by: Clerk, candidate: CandidateId, rules: Rules, now: datetime
) -> Candidate:
    """The claim was false: a referral is cancelled, the child waits in the general class. Raises
    NotNow."""
    c = held(store, by, candidate)
    if c.benefit_state != "false":
        leaving.false_benefit(store, c.id, rules, now)
        noted(store, by, "benefit.false", c, now)
    return held(store, by, candidate)


def noted(store: Store, by: Clerk, act: str, c: Candidate, now: datetime, **facts: str) -> None:
    store.audit.add(by.actor, act, f"candidate:{c.id}", facts, now)
