"""Who is written to about an application: whoever applied, and the other parent who uses the same
cabinet."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from adapters.db.rows.people import people, sign_ins
from adapters.db.rows.queue import queue_applications, queue_candidates, queue_entries
from domain.people import PersonId
from domain.ports import Lang
from domain.queue.applications import CandidateId, QueueId

A, C, E = queue_applications.c, queue_candidates.c, queue_entries.c
P = people.c


def family(which: sa.ColumnElement[bool]) -> sa.CompoundSelect[tuple[int, int]]:
    """`candidate_id` and `person_id` of everybody who may hear of these candidates."""
    applied = sa.select(C.id.label("candidate_id"), A.person_id.label("person_id"))
    shared = sa.select(C.id, sign_ins.c.person_id)
    joined = queue_candidates.join(queue_applications, A.id == C.application_id)
    cabinets = joined.join(sign_ins, sign_ins.c.account_id == A.account_id)
    return sa.union(
        applied.select_from(joined).where(which), shared.select_from(cabinets).where(which)
    )


HEARS = sa.and_(P.reachable, P.language.is_not(None))
SOMEBODY_HEARS = sa.or_(
    sa.exists().where(P.id == A.person_id, HEARS).correlate(queue_applications),
    sa.exists()
    .where(sign_ins.c.account_id == A.account_id, P.id == sign_ins.c.person_id, HEARS)
    .correlate(queue_applications),
)


def hears(connection: sa.Connection, candidate: CandidateId) -> bool:
    """Whether somebody of the family can be written to."""
    query = (
        sa.select(C.id)
        .join(queue_applications, A.id == C.application_id)
        .where(C.id == candidate, SOMEBODY_HEARS)
    )
    return connection.execute(query).one_or_none() is not None


def to_ask(
    queue: QueueId, states: Sequence[str], since: datetime, fresh: datetime
) -> list[sa.ColumnElement[bool]]:
    """The candidates of a queue who are to be asked whether they still want a place. What another
    transaction may have changed meanwhile is said of the row itself."""
    here = (
        sa.select(E.candidate_id)
        .where(E.queue_id == queue, E.waiting == sa.literal_column("1"))
        .scalar_subquery()
    )
    hearing = (
        sa.select(A.id)
        .where(A.id == C.application_id, A.created_at < fresh, SOMEBODY_HEARS)
        .correlate(queue_candidates)
    )
    return [
        C.id.in_(here),
        C.state.in_(states),
        sa.or_(C.asked_at.is_(None), C.asked_at < since),
        sa.or_(C.interested_at.is_(None), C.interested_at < fresh),
        hearing.exists(),
    ]


def hearers(
    connection: sa.Connection, candidates: Sequence[CandidateId]
) -> dict[CandidateId, list[tuple[PersonId, Lang]]]:
    """One query for all of them."""
    of = family(C.id.in_(candidates)).subquery("family").c
    query = (
        sa.select(of.candidate_id, P.id, P.language)
        .join(people, P.id == of.person_id)
        .where(P.language.is_not(None))
        .order_by(of.candidate_id, P.id)
    )
    found: dict[CandidateId, list[tuple[PersonId, Lang]]] = {}
    for candidate, person, lang in connection.execute(query):
        found.setdefault(CandidateId(candidate), []).append((PersonId(person), lang))
    return found
