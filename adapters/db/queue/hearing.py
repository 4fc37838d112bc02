"""Who is written to about an application: whoever applied, and the other parent who uses the same
cabinet."""

from collections.abc import Sequence

import sqlalchemy as sa

from adapters.db.rows.people import people, sign_ins
from adapters.db.rows.queue import queue_applications, queue_candidates
from domain.people import PersonId
from domain.ports import Lang
from domain.queue.applications import CandidateId

A, C, P = queue_applications.c, queue_candidates.c, people.c


def family(which: sa.ColumnElement[bool]) -> sa.CompoundSelect[tuple[int, int]]:
    """`candidate_id` and `person_id` of everybody who may hear of these candidates."""
    applied = sa.select(C.id.label("candidate_id"), A.person_id.label("person_id"))
    shared = sa.select(C.id, sign_ins.c.person_id)
    joined = queue_candidates.join(queue_applications, A.id == C.application_id)
    cabinets = joined.join(sign_ins, sign_ins.c.account_id == A.account_id)
    return sa.union(
        applied.select_from(joined).where(which), shared.select_from(cabinets).where(which)
    )


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
