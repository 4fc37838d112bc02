"""Broadcasts: owed to an audience in one statement, sent row by row, counted."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from adapters.db import hot
from adapters.db.audiences import PersonIds, people_in, unanswered_holders
from adapters.db.rows.broadcasts import acknowledgements, broadcasts
from adapters.db.rows.columns import Moment
from adapters.db.rows.messages import outbox
from adapters.db.rows.olympiads import events, registrations, sittings
from adapters.db.rows.people import people, sign_ins
from adapters.db.shelf import Shelf, insert
from domain.broadcasts import Audience, Broadcast, BroadcastId, Clash, Progress, Telling
from domain.changes import asks_again_at
from domain.outbox import Lane, Owed
from domain.people import PersonId

FIRST = 1 << 62
APART = 1 << 28
"""Rows of broadcast n are numbered from FIRST + n·APART on: above all numbers made from the time
(until the year 2116), and nobody has to be asked for a free one."""
ALIVE = ("running", "stopped")
COLUMNS = (
    "id", "channel", "lane", "person_id", "broadcast_id", "created_at", "due_at", "useful_until",
    "tries", "state", "leased_until",
)  # fmt: skip

RUNNING = (
    sa.select(broadcasts)
    .where(broadcasts.c.state == sa.literal_column("'running'"))
    .order_by(broadcasts.c.lane, broadcasts.c.urgency, broadcasts.c.id)
)
FREE = (
    sa.select(
        outbox.c.id,
        outbox.c.person_id,
        outbox.c.tries,
        outbox.c.useful_until,
        people.c.language,
        people.c.reachable,
    )
    .outerjoin(people, people.c.id == outbox.c.person_id)
    .where(
        outbox.c.broadcast_id == sa.bindparam("broadcast"),
        outbox.c.broadcast_id.is_not(None),
        outbox.c.state == sa.literal_column("'waiting'"),
        outbox.c.due_at <= sa.bindparam("now"),
        sa.or_(
            outbox.c.leased_until < sa.bindparam("now"),
            outbox.c.leased_until > sa.bindparam("far"),
        ),
    )
    .order_by(outbox.c.id)
)
FREE_ELSEWHERE = FREE.limit(sa.bindparam("most")).with_for_update(skip_locked=True, of=outbox)
mine, other = registrations.alias("mine"), registrations.alias("other")
CLASHING = (
    sa.select(sign_ins.c.person_id, other.c.subject, events.c.content, sittings.c.starts_at)
    .select_from(
        sign_ins.join(mine, mine.c.account_id == sign_ins.c.account_id)
        .join(other, other.c.account_id == mine.c.account_id)
        .join(sittings, sittings.c.id == other.c.sitting_id)
        .join(events, events.c.id == other.c.event_id)
    )
    .where(
        sign_ins.c.person_id.in_(sa.bindparam("people", expanding=True)),
        mine.c.sitting_id == sa.bindparam("sitting"),
        mine.c.withdrawn_at.is_(None),
        other.c.withdrawn_at.is_(None),
        other.c.sitting_id != mine.c.sitting_id,
        sittings.c.cancelled_at.is_(None),
        sittings.c.starts_at < sa.bindparam("ends", type_=Moment),
        sa.type_coerce(sittings.c.starts_at, sa.Float(53)) + sittings.c.minutes * 60
        > sa.bindparam("since", type_=sa.Float(53)),
    )
    .order_by(sittings.c.starts_at)
)


class Broadcasts(Shelf):
    """Rows of `broadcasts` and `acknowledgements`, and those of `outbox` that belong to one."""

    __slots__ = ()

    def count(self, audience: Audience) -> int:
        query = sa.select(sa.func.count()).select_from(people_in(audience).subquery())
        return self.connection.execute(query).scalar_one()

    def start(self, broadcast: Broadcast, audience: Audience, now: datetime) -> Broadcast:
        return self.started(broadcast, people_in(audience), asdict(audience), now)

    def start_for_unanswered(
        self, broadcast: Broadcast, of: BroadcastId, sitting: int, now: datetime
    ) -> Broadcast:
        """Owes it to the others signed in to accounts of which nobody has seen `of`."""
        holders = unanswered_holders(of, sitting)
        return self.started(broadcast, holders, {"unanswered": of}, now)

    def started(
        self, b: Broadcast, whom: PersonIds, audience: dict[str, Any], now: datetime
    ) -> Broadcast:
        number = self.connection.execute(
            insert(self.connection, broadcasts)
            .values(
                kind=b.kind,
                number=b.number,
                about=b.about,
                once=b.once,
                content=dict(b.content),
                audience=audience,
                lane=int(b.lane),
                urgency=b.urgency,
                goes_at=b.goes_at,
                loud=b.loud,
                useful_until=b.useful_until,
                created_at=now,
            )
            .on_conflict_do_nothing()
            .returning(broadcasts.c.id)
        ).scalar_one_or_none()
        if number is None:
            return self.one(broadcasts.c.once == b.once)
        kept = replace(b, id=BroadcastId(number))
        self.change(kept.id, people=self.owe(kept, whom, now))
        return kept

    def owe(self, b: Broadcast, whom: PersonIds, now: datetime) -> int:
        """One statement, however many people: nothing of it passes through this process."""
        who = whom.subquery("who")
        rows = sa.select(
            sa.literal(FIRST + b.id * APART, sa.BigInteger)
            + sa.func.row_number().over(order_by=who.c.id),
            sa.literal("telegram"),
            sa.literal(int(b.lane)),
            who.c.id,
            sa.literal(b.id, sa.BigInteger),
            sa.literal(now, Moment),
            sa.literal(b.goes_at, Moment),
            sa.literal(b.useful_until, Moment),
            sa.literal(0),
            sa.literal("waiting"),
            sa.literal(0.0, sa.Float),
        )
        return self.connection.execute(
            outbox.insert().from_select(COLUMNS, rows, include_defaults=False)
        ).rowcount

    def claim(
        self, b: Broadcast, worker: str, now: datetime, lease: timedelta, most: int
    ) -> list[Owed]:
        """Takes rows of a broadcast nobody works on, with what makes them words. Rows of people
        who can't be written to any more are closed: see `blocked`."""
        query = FREE.limit(sa.bindparam("most"))
        if self.connection.dialect.name == "postgresql":
            query = FREE_ELSEWHERE
        asked = {"broadcast": b.id, "now": now, "far": now + 2 * lease, "most": most}
        rows = self.connection.execute(query, asked).all()
        if not rows:
            return []
        lost = [row.id for row in rows if not row.reachable]
        if lost:
            self.close(lost, "blocked")
        found = [row for row in rows if row.reachable]
        leased = outbox.update().where(outbox.c.id.in_([row.id for row in found]))
        self.connection.execute(leased.values(worker=worker, leased_until=now + lease))
        return self.told(b, found)

    def told(self, b: Broadcast, rows: Sequence[Any]) -> list[Owed]:
        people = [row.person_id for row in rows]
        told = self.told_earlier([e[0] for e in b.content.get("earlier", ())], people)
        clashes = self.clashes(b, people)
        return [
            Owed(
                row.id,
                PersonId(row.person_id),
                "telegram",
                b.lane,
                {},
                row.tries,
                row.useful_until,
                Telling(
                    b,
                    row.language or "kk",
                    told.get(row.person_id, {}),
                    clashes.get(row.person_id, ()),
                ),
            )
            for row in rows
        ]

    def told_earlier(
        self, earlier: Sequence[int], people: Sequence[int]
    ) -> dict[int, dict[int, str]]:
        """What became of earlier changes for each person."""
        if not earlier:
            return {}
        query = sa.select(outbox.c.person_id, outbox.c.broadcast_id, outbox.c.state).where(
            outbox.c.broadcast_id.in_(earlier), outbox.c.person_id.in_(people)
        )
        found: dict[int, dict[int, str]] = {}
        for person, number, state in self.connection.execute(query):
            found.setdefault(person, {})[number] = state
        return found

    def clashes(self, b: Broadcast, people: Sequence[int]) -> dict[int, tuple[Clash, ...]]:
        """The other sessions of the same accounts at the new time of a moved one."""
        after = b.content.get("after")
        if after is None:
            return {}
        starts = datetime.fromisoformat(after["starts"])
        asked = {
            "sitting": b.content["sitting"],
            "since": starts.timestamp(),
            "ends": starts + timedelta(minutes=after["minutes"]),
            "people": people,
        }
        found: dict[int, tuple[Clash, ...]] = {}
        for row in self.connection.execute(CLASHING, asked):
            subject = next(s for s in row.content["subjects"] if s["code"] == row.subject)
            clash = Clash(subject["names"], row.content["names"], row.starts_at)
            found[row.person_id] = (*found.get(row.person_id, ()), clash)
        return found

    def close(self, rows: Sequence[int], state: str) -> None:
        self.connection.execute(
            outbox.update().where(outbox.c.id.in_(rows)).values(state=state, worker=None)
        )

    def load(self, number: BroadcastId) -> Broadcast | None:
        row = self.connection.execute(
            sa.select(broadcasts).where(broadcasts.c.id == number)
        ).one_or_none()
        return None if row is None else broadcast(row)

    def one(self, condition: sa.ColumnElement[bool]) -> Broadcast:
        return broadcast(self.connection.execute(sa.select(broadcasts).where(condition)).one())

    def running(self, now: datetime) -> list[Broadcast]:
        """Those that may go out now, in the order they should: by lane, the soonest event
        first."""
        found = map(broadcast, hot.rows(self.connection, RUNNING, {}))
        return [b for b in found if b.goes_at <= now]

    def progress(self, number: BroadcastId) -> Progress | None:
        known = self.load(number)
        if known is None:
            return None
        query = (
            sa.select(outbox.c.state, sa.func.count())
            .where(outbox.c.broadcast_id == number)
            .group_by(outbox.c.state)
        )
        by_state: dict[str, int] = dict(self.connection.execute(query).all())
        seen = sa.select(sa.func.count()).where(acknowledgements.c.broadcast_id == number)
        left = by_state.get("waiting", 0)
        never = left if known.state == "replaced" else 0
        return Progress(
            known.state,
            sum(by_state.values()),
            sent=by_state.get("sent", 0),
            left=left - never,
            failed=by_state.get("failed", 0),
            blocked=by_state.get("blocked", 0),
            cancelled=by_state.get("cancelled", 0) + by_state.get("expired", 0) + never,
            acknowledged=self.connection.execute(seen).scalar_one(),
        )

    def stop(self, number: BroadcastId) -> bool:
        return self.turn(number, "running", "stopped")

    def resume(self, number: BroadcastId) -> bool:
        return self.turn(number, "stopped", "running")

    def turn(self, number: BroadcastId, before: str, after: str) -> bool:
        changed = (
            broadcasts.update()
            .where(broadcasts.c.id == number, broadcasts.c.state == before)
            .values(state=after)
        )
        return bool(self.connection.execute(changed).rowcount)

    def change(self, number: BroadcastId, **values: object) -> None:
        self.connection.execute(
            broadcasts.update().where(broadcasts.c.id == number).values(**values)
        )

    def replace(self, about: str) -> list[Broadcast]:
        query = (
            sa.select(broadcasts)
            .where(broadcasts.c.about == about, broadcasts.c.state.in_(ALIVE))
            .order_by(broadcasts.c.id.desc())
        )
        found = [broadcast(row) for row in self.connection.execute(query)]
        for b in found:
            self.change(b.id, state="replaced")
        return found

    def acknowledge(self, number: BroadcastId, person: PersonId, now: datetime) -> bool:
        owed = sa.select(outbox.c.id).where(
            outbox.c.broadcast_id == number, outbox.c.person_id == person
        )
        if self.connection.execute(owed).first() is None:
            return False
        row = {"broadcast_id": number, "person_id": person, "at": now}
        seen = self.connection.execute(self.insert_new(acknowledgements), row)
        return bool(seen.rowcount)

    def finish(self, now: datetime) -> list[BroadcastId]:
        """Ends the running ones that have nobody left."""
        left = sa.exists().where(
            outbox.c.broadcast_id == broadcasts.c.id, outbox.c.state == "waiting"
        )
        done = (
            broadcasts.update()
            .where(broadcasts.c.state == "running", broadcasts.c.goes_at <= now, sa.not_(left))
            .values(state="done", done_at=now)
            .returning(broadcasts.c.id)
        )
        return [BroadcastId(number) for number in self.connection.execute(done).scalars()]

    def unanswered(self, now: datetime) -> list[Broadcast]:
        """Changes that everybody was sent, of sessions still to come, and nobody else was asked
        about."""
        again = broadcasts.alias("again")
        asked = sa.exists().where(again.c.once == broadcasts.c.once + ":again")
        query = sa.select(broadcasts).where(
            broadcasts.c.kind.in_(("change", "cancel")),
            broadcasts.c.state == "done",
            broadcasts.c.urgency > now,
            broadcasts.c.once.not_like("%:again"),
            sa.not_(asked),
        )
        return [broadcast(row) for row in self.connection.execute(query)]

    def next_due(self, now: datetime) -> datetime | None:
        """When the next one goes out, or the others of an account are asked."""
        goes = self.earliest(
            broadcasts.c.goes_at, broadcasts.c.state == "running", broadcasts.c.goes_at > now
        )
        asked = [at for b in self.unanswered(now) if (at := asks_again_at(b)) > now]
        return min([*asked, *([] if goes is None else [goes])], default=None)

    def drop_replaced(self, most: int) -> int:
        """Ends rows of replaced broadcasts that were never sent, some at a time."""
        old = (
            sa.select(outbox.c.id)
            .join(broadcasts, broadcasts.c.id == outbox.c.broadcast_id)
            .where(broadcasts.c.state == "replaced", outbox.c.state == "waiting")
            .limit(most)
        )
        gone = outbox.update().where(outbox.c.id.in_(old)).values(state="cancelled", worker=None)
        return self.connection.execute(gone).rowcount

    def forget(self, person: PersonId) -> None:
        self.connection.execute(
            acknowledgements.delete().where(acknowledgements.c.person_id == person)
        )


def broadcast(row: Any) -> Broadcast:
    return Broadcast(
        row.kind,
        row.content,
        row.urgency,
        row.goes_at,
        BroadcastId(row.id),
        row.number,
        row.about,
        row.once,
        Lane(row.lane),
        row.loud,
        row.useful_until,
        row.state,
    )
