"""What is owed to people: written with its cause, claimed by lanes, marked when it is out."""

import secrets
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from adapters.crypto import SealBroken
from adapters.db import hot
from adapters.db.rows.messages import outbox
from adapters.db.shelf import Shelf
from domain.outbox import Channel, Lane, Notice, Owed
from domain.people import PersonId

LONG_AGO = datetime.fromtimestamp(0, UTC)
WAITING = outbox.c.state == sa.literal_column("'waiting'")
"""Said as a literal, or SQLite would not see that the partial index answers it."""
# A lease longer than any is one by a clock that has been set back since: it holds nobody up.
FREE = (
    sa.select(outbox.c.id)
    .where(
        WAITING,
        outbox.c.broadcast_id.is_(None),
        outbox.c.channel == sa.bindparam("way"),
        outbox.c.lane.between(sa.bindparam("first"), sa.bindparam("last")),
        outbox.c.due_at <= sa.bindparam("now"),
        sa.or_(
            outbox.c.leased_until < sa.bindparam("now"),
            outbox.c.leased_until > sa.bindparam("far"),
        ),
    )
    .order_by(outbox.c.lane, outbox.c.due_at, outbox.c.id)
    .limit(sa.bindparam("most"))
)
FREE_ELSEWHERE = FREE.with_for_update(skip_locked=True)
SENT = (
    outbox.update()
    .where(outbox.c.id == sa.bindparam("row"))
    .values(
        state="sent",
        payload_sealed=None,
        worker=None,
        message_id=sa.bindparam("message"),
        tries=outbox.c.tries + 1,
    )
)


def numbers() -> Iterator[int]:
    """Row numbers that grow with time and differ between processes, known before the insert."""
    mark = secrets.randbits(10)
    last = 0
    while True:
        last = max(last + 1, time.time_ns() // 1000)
        yield last << 10 | mark


NUMBERS = numbers()


class Outbox(Shelf):
    """Rows of `outbox`: waiting, then sent, failed, expired or cancelled. Content is wiped when
    a row leaves `waiting`."""

    __slots__ = ()

    def add(self, notice: Notice, now: datetime) -> int:
        """Owes something; the delivery will find it. Answers the row's number."""
        return self.put(notice, now, worker=None, until=LONG_AGO)

    def add_mine(
        self, notices: Sequence[Notice], now: datetime, worker: str, lease: timedelta
    ) -> list[Owed]:
        """Owes replies that this process will send itself right after the commit."""
        owed = []
        for n in notices:
            number = self.put(n, now, worker, now + lease)
            owed.append(
                Owed(number, n.person, n.channel, n.lane, n.payload, useful_until=n.useful_until)
            )
        return owed

    def put(self, n: Notice, now: datetime, worker: str | None, until: datetime) -> int:
        number = next(NUMBERS)
        row = {
            "id": number,
            "channel": n.channel,
            "lane": int(n.lane),
            "person_id": n.person,
            "once": n.once,
            "payload_sealed": self.sealed(dict(n.payload), place(number)),
            "created_at": now,
            "due_at": n.due or now,
            "useful_until": n.useful_until,
            "worker": worker,
            "leased_until": until,
        }
        self.later.setdefault(self.insert_new(outbox), []).append(row)
        return number

    def claim(
        self,
        channel: Channel,
        worker: str,
        now: datetime,
        lease: timedelta,
        most: int,
        *,
        first: Lane = Lane.CODE,
        last: Lane = Lane.BROADCAST,
    ) -> list[Owed]:
        """Takes due rows nobody works on, the first lanes first; in one chat the oldest first.
        Lanes from `first` to `last` are looked at, and no rows of broadcasts."""
        values = {"way": channel, "first": int(first), "last": int(last), "most": most}
        moments = {"now": now, "far": now + 2 * lease}
        alone = self.connection.dialect.name == "sqlite"
        free = hot.rows(self.connection, FREE if alone else FREE_ELSEWHERE, values | moments)
        ids = [row.id for row in free]
        return self.lease(ids, worker, now + lease) if ids else []

    def lease(self, ids: list[int], worker: str, until: datetime) -> list[Owed]:
        rows = self.connection.execute(
            outbox.update()
            .where(outbox.c.id.in_(ids), WAITING)
            .values(worker=worker, leased_until=until)
            .returning(
                outbox.c.id,
                outbox.c.person_id,
                outbox.c.channel,
                outbox.c.lane,
                outbox.c.payload_sealed,
                outbox.c.tries,
                outbox.c.useful_until,
            )
        )
        owed = [o for o in map(self.owed, rows.all()) if o is not None]
        order = {number: at for at, number in enumerate(ids)}
        return sorted(owed, key=lambda o: order[o.id])

    def owed(self, row: Any) -> Owed | None:
        """What a row owes. One whose seal is broken is closed: it must not stop the rest."""
        try:
            payload = self.opened(row.payload_sealed, place(row.id))
        except SealBroken:
            self.close(row.id, "failed", "seal broken")
            return None
        person = PersonId(row.person_id)
        lane = Lane(row.lane)
        return Owed(row.id, person, row.channel, lane, payload, row.tries, row.useful_until)

    def sent(self, row: int, message: int | None) -> None:
        self.later.setdefault(SENT, []).append({"row": row, "message": message})

    def give_back(self, rows: Sequence[int], now: datetime) -> None:
        """Rows of ours that were not tried go back to whoever comes next."""
        self.connection.execute(
            outbox.update()
            .where(outbox.c.id.in_(rows), WAITING)
            .values(worker=None, leased_until=LONG_AGO)
        )

    def again(self, row: int, due: datetime, trouble: str) -> None:
        """Sending failed in a way that passes: try again at `due`."""
        self.connection.execute(
            outbox.update()
            .where(outbox.c.id == row)
            .values(
                tries=outbox.c.tries + 1,
                due_at=due,
                leased_until=LONG_AGO,
                worker=None,
                trouble=trouble,
            )
        )

    def hold(self, person: PersonId, lane: Lane, until: datetime) -> None:
        """What else waits for this person in the same lane or a later one waits as long: nothing
        overtakes what failed."""
        self.connection.execute(
            outbox.update()
            .where(
                outbox.c.person_id == person,
                outbox.c.channel == "telegram",
                outbox.c.lane >= int(lane),
                outbox.c.due_at < until,
                WAITING,
            )
            .values(due_at=until)
        )

    def close(self, row: int, state: str, trouble: str | None = None) -> None:
        """Ends a row that will not be sent: failed, expired or cancelled."""
        self.connection.execute(
            outbox.update()
            .where(outbox.c.id == row, WAITING)
            .values(state=state, payload_sealed=None, worker=None, trouble=trouble)
        )

    def release(self, worker: str) -> None:
        self.connection.execute(
            outbox.update()
            .where(outbox.c.worker == worker, WAITING)
            .values(worker=None, leased_until=LONG_AGO)
        )

    def release_all(self) -> None:
        """Frees what any process held: to be called only when no other can be running."""
        self.connection.execute(
            outbox.update().where(WAITING).values(worker=None, leased_until=LONG_AGO)
        )

    def backlog(self, person: PersonId, but: Sequence[int] = ()) -> int:
        """How many replies to this person wait already: a new one must not overtake them."""
        query = (
            sa.select(sa.func.count())
            .select_from(outbox)
            .where(
                outbox.c.person_id == person,
                WAITING,
                outbox.c.channel == "telegram",
                outbox.c.lane <= int(Lane.REPLY),
                outbox.c.id.not_in(but),
            )
        )
        return self.connection.execute(query).scalar_one()

    def next_due(self, now: datetime) -> datetime | None:
        """When the next message after now is due; rows of broadcasts go with theirs."""
        due = outbox.c.due_at
        return self.earliest(due, WAITING, outbox.c.broadcast_id.is_(None), due > now)

    def counts(self) -> dict[str, int]:
        """Rows by state: the sum is all that was ever owed (reliability.md C5)."""
        query = sa.select(outbox.c.state, sa.func.count()).group_by(outbox.c.state)
        return dict(self.connection.execute(query).all())

    def purge(self, before: datetime) -> int:
        gone = outbox.delete().where(sa.not_(WAITING), outbox.c.created_at < before)
        return self.connection.execute(gone).rowcount

    def leave_alone(self, person: PersonId) -> None:
        """Nothing that waits reaches this person any more: they have blocked the bot. Codes are
        closed one by one, where their portal is told."""
        self.connection.execute(
            outbox.update()
            .where(
                outbox.c.person_id == person,
                WAITING,
                outbox.c.channel == "telegram",
                outbox.c.lane > int(Lane.CODE),
            )
            .values(state="blocked", payload_sealed=None, worker=None)
        )

    def cancel_for(self, person: PersonId) -> None:
        self.connection.execute(
            outbox.update()
            .where(outbox.c.person_id == person, WAITING)
            .values(state="cancelled", payload_sealed=None)
        )


def place(number: int) -> str:
    return f"outbox.payload:{number}"
