"""Whom a broadcast is for, as one SELECT."""

import sqlalchemy as sa

from adapters.db.rows.broadcasts import acknowledgements, subscriptions
from adapters.db.rows.messages import outbox
from adapters.db.rows.olympiads import registrations
from adapters.db.rows.people import people, sign_ins
from domain.broadcasts import Audience

PersonIds = sa.Select[int]


def people_in(audience: Audience) -> PersonIds:
    """The Telegram ids of everybody in an audience who can be written to, each once."""
    known = registered(audience)
    both = known if audience.grade or audience.region else sa.union(known, following(audience))
    found = both.subquery("found")
    query = (
        sa.select(people.c.id)
        .join(found, found.c.person_id == people.c.id)
        .where(people.c.reachable)
        .distinct()
    )
    if audience.language is not None:
        query = query.where(people.c.language == audience.language)
    if audience.unseen_of is not None:
        query = query.where(sent_but_unseen(audience.unseen_of))
    return query


def registered(audience: Audience) -> PersonIds:
    """The first chat that can be written to of each account registered."""
    query = sa.select(first_holder(registrations.c.account_id).label("person_id")).where(
        registrations.c.withdrawn_at.is_(None)
    )
    for column, wanted in (
        (registrations.c.event_id, audience.event),
        (registrations.c.subject, audience.subject),
        (registrations.c.grade, audience.grade),
        (registrations.c.region, audience.region),
    ):
        if wanted is not None:
            query = query.where(column == wanted)
    return query


def first_holder(account: sa.ColumnElement[int]) -> sa.ScalarSelect[int]:
    """Of those signed in to an account the first whom we can write to."""
    known = people.alias("holder")
    return (
        sa.select(sign_ins.c.person_id)
        .join(known, known.c.id == sign_ins.c.person_id)
        .where(sign_ins.c.account_id == account, known.c.reachable)
        .order_by(sign_ins.c.created_at, sign_ins.c.person_id)
        .limit(1)
        .correlate(account.table)
        .scalar_subquery()
    )


def following(audience: Audience) -> PersonIds:
    query = sa.select(subscriptions.c.person_id)
    if audience.event is not None:
        query = query.where(subscriptions.c.event_id == audience.event)
    if audience.subject is not None:
        query = query.where(subscriptions.c.subject.in_(("", audience.subject)))
    return query


def sent_but_unseen(broadcast: int) -> sa.ColumnElement[bool]:
    sent = sa.exists().where(
        outbox.c.broadcast_id == broadcast,
        outbox.c.person_id == people.c.id,
        outbox.c.state == "sent",
    )
    seen = sa.exists().where(
        acknowledgements.c.broadcast_id == broadcast,
        acknowledgements.c.person_id == people.c.id,
    )
    return sa.and_(sent, sa.not_(seen))


def unanswered_holders(broadcast: int, sitting: int) -> PersonIds:
    """The others signed in to accounts of which nobody has pressed Seen: told later, once."""
    told, seen = sign_ins.alias("told"), sign_ins.alias("seen")
    was_told = (
        sa.exists()
        .where(
            told.c.account_id == registrations.c.account_id,
            outbox.c.broadcast_id == broadcast,
            outbox.c.person_id == told.c.person_id,
            outbox.c.state == "sent",
        )
        .correlate(registrations)
    )
    has_seen = (
        sa.exists()
        .where(
            seen.c.account_id == registrations.c.account_id,
            acknowledgements.c.broadcast_id == broadcast,
            acknowledgements.c.person_id == seen.c.person_id,
        )
        .correlate(registrations)
    )
    own = sa.exists().where(
        outbox.c.broadcast_id == broadcast, outbox.c.person_id == sign_ins.c.person_id
    )
    return (
        sa.select(people.c.id)
        .select_from(
            registrations.join(sign_ins, sign_ins.c.account_id == registrations.c.account_id).join(
                people, people.c.id == sign_ins.c.person_id
            )
        )
        .where(
            registrations.c.sitting_id == sitting,
            registrations.c.withdrawn_at.is_(None),
            people.c.reachable,
            was_told,
            sa.not_(has_seen),
            sa.not_(own.correlate(sign_ins)),
        )
        .distinct()
    )
