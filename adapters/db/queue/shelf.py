"""Applications and who stands where."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from adapters.db.hot import changed
from adapters.db.queue import bulk, counters, hearing, looks, places, taking_over
from adapters.db.queue.ranked import in_order
from adapters.db.rows.bulletins import notification_looks, offers, queue_news, referrals
from adapters.db.rows.people import sign_ins
from adapters.db.rows.queue import (
    IS_TO_CHECK,
    queue_applications,
    queue_askings,
    queue_candidates,
    queue_entries,
    queue_looks,
    queue_sortings,
    queues,
)
from adapters.db.shelf import Shelf, insert, leaving_known
from domain.people import PersonId
from domain.ports import Lang
from domain.queue.applications import (
    Application,
    ApplicationId,
    Candidate,
    CandidateId,
    Cause,
    Child,
    Entry,
    EntryId,
    QueueId,
    QueueKey,
    Request,
)
from domain.queue.changes import Moves
from domain.queue.life import ENDED, HOLDING, State
from domain.queue.looking import Seen
from domain.queue.order import Rank, Turns
from domain.queue.position import Standing
from domain.queue.taking_over import Placed, Waiting

A, C, E, Q = queue_applications.c, queue_candidates.c, queue_entries.c, queues.c
FIRST_NUMBER = 100_000
"""Numbers have six digits, as those of the portal (`#287529`)."""
WHOLE = sa.select(
    queue_candidates, A.number, A.person_id, A.portal, A.created_at.label("applied_at")
).join(queue_applications, A.id == C.application_id)


class Queue(Shelf):
    """Rows of `queues`, `queue_applications`, `queue_candidates`, `queue_entries`."""

    __slots__ = ()

    def tickets(self, count: int) -> int:
        return counters.take_tickets(self.connection, count)

    def queues(self, keys: Sequence[QueueKey]) -> list[QueueId]:
        found = [self.queue(key) for key in keys]
        return sorted(found)

    def queue(self, key: QueueKey) -> QueueId:
        row = {
            "locality": key.locality,
            "kind": key.kind,
            "language": key.language,
            "cohort": key.cohort,
        }
        same = sa.and_(*(Q[name] == wanted for name, wanted in row.items()))
        query = sa.select(Q.id).where(same)
        known = self.connection.execute(query).scalar_one_or_none()
        if known is None:
            self.connection.execute(leaving_known(self.connection.dialect.name, queues), row)
            known = self.connection.execute(query).scalar_one()
        return QueueId(known)

    def open(self, request: Request, now: datetime) -> ApplicationId:
        row = {
            "number": f"new-{request.draft}-{now.timestamp()}",
            "draft_id": request.draft,
            "portal": request.portal,
            "person_id": request.person,
            "account_id": request.account,
            "snapshot_sealed": b"",
            "created_at": now,
        }
        statement = queue_applications.insert().returning(A.id)
        number = self.connection.execute(statement, row).scalar_one()
        self.connection.execute(
            queue_applications.update()
            .where(A.id == number)
            .values(
                number=str(FIRST_NUMBER + number),
                snapshot_sealed=self.sealed(dict(request.snapshot), application_place(number)),
            )
        )
        return ApplicationId(number)

    def add_candidate(
        self,
        application: ApplicationId,
        request: Request,
        child: Child,
        *,
        rank: Rank,
        ticket: int,
        benefit_due: datetime | None,
        now: datetime,
    ) -> CandidateId:
        row = {
            "application_id": application,
            "iin_index": self.iin(child.iin),
            "child_sealed": self.sealed(
                [child.iin, child.name, child.born.isoformat()], child_place(application, ticket)
            ),
            "locality": request.locality,
            "cohort": child.born.year,
            "benefit": request.benefit,
            "benefit_state": None if benefit_due is None else "claimed",
            "benefit_until": benefit_due,
            "rank": int(rank),
            "ticket": ticket,
            "state": State.QUEUED.value,
            "since": now,
        }
        statement = queue_candidates.insert().returning(C.id)
        return CandidateId(self.connection.execute(statement, row).scalar_one())

    def enter(
        self, queue: QueueId, candidate: CandidateId, child: Child, rank: Rank, ticket: int
    ) -> bool:
        row = {
            "queue_id": queue,
            "candidate_id": candidate,
            "iin_index": self.iin(child.iin),
            "rank": int(rank),
            "ticket": ticket,
            "waiting": 1,
            "live": 1,
        }
        statement = leaving_known(self.connection.dialect.name, queue_entries)
        return bool(changed(self.connection, statement, row))

    def count(
        self,
        queue: QueueId,
        rank: Rank,
        ticket: int,
        change: int,
        cause: Cause,
        now: datetime,
    ) -> None:
        counters.count(
            self.connection,
            queue=queue,
            rank=int(rank),
            ticket=ticket,
            change=change,
            cause=cause,
            now=now,
        )

    # Finding

    def by_draft(self, draft: int) -> Application | None:
        query = sa.select(A.id).where(A.draft_id == draft)
        number = self.connection.execute(query).scalar_one_or_none()
        return None if number is None else self.application(ApplicationId(number))

    def application(self, application: ApplicationId) -> Application:
        found = self.many(C.application_id == application)
        return Application(application, found[0].number, found[0].applied, tuple(found))

    def candidate(self, candidate: CandidateId) -> Candidate | None:
        found = self.many(C.id == candidate)
        return found[0] if found else None

    def of(self, person: PersonId) -> list[Candidate]:
        cabinets = sa.select(sign_ins.c.account_id).where(sign_ins.c.person_id == person)
        mine = sa.select(A.id).where(A.person_id == person)
        ours = sa.select(A.id).where(A.account_id.in_(cabinets.scalar_subquery()))
        both = sa.union(mine, ours)  # an OR would read every application there is
        return self.many(C.application_id.in_(both))

    def many(self, *conditions: sa.ColumnElement[bool]) -> list[Candidate]:
        """The newest application first; twins in their order."""
        query = WHOLE.where(*conditions).order_by(C.application_id.desc(), C.ticket)
        rows = self.connection.execute(query).all()
        entries = self.entries([r.id for r in rows])
        return [self.read(r, entries.get(r.id, ())) for r in rows]

    def entries(self, candidates: Iterable[int]) -> dict[int, tuple[Entry, ...]]:
        query = (
            sa.select(E.id, E.queue_id, E.candidate_id, Q.locality, Q.kind, Q.language, Q.cohort)
            .join(queues, Q.id == E.queue_id)
            .where(E.candidate_id.in_(list(candidates)))
            .order_by(E.id)
        )
        found: dict[int, tuple[Entry, ...]] = {}
        for r in self.connection.execute(query):
            key = QueueKey(r.locality, r.kind, r.language, r.cohort)
            entry = Entry(EntryId(r.id), QueueId(r.queue_id), key)
            found[r.candidate_id] = (*found.get(r.candidate_id, ()), entry)
        return found

    def read(self, r: Any, entries: tuple[Entry, ...]) -> Candidate:
        iin, name, born = self.opened(r.child_sealed, child_place(r.application_id, r.ticket))
        return Candidate(
            CandidateId(r.id),
            ApplicationId(r.application_id),
            r.number,
            PersonId(r.person_id),
            r.portal,
            Child(iin, name, date.fromisoformat(born)),
            r.locality,
            r.benefit,
            r.benefit_state,
            Rank(r.rank),
            r.ticket,
            State(r.state),
            r.since,
            r.due_at,
            r.restores,
            r.asked_at,
            r.interested_at,
            r.applied_at,
            entries,
        )

    def holder(self, queue: QueueId, iin: str) -> tuple[PersonId, str]:
        query = (
            sa.select(A.person_id, A.number)
            .join(queue_candidates, C.application_id == A.id)
            .join(queue_entries, E.candidate_id == C.id)
            .where(E.queue_id == queue, E.iin_index == self.iin(iin), E.live == 1)
        )
        row = self.connection.execute(query).one()
        return PersonId(row.person_id), row.number

    def others_of_child(self, c: Candidate) -> list[CandidateId]:
        query = (
            sa.select(C.id)
            .where(C.iin_index == self.iin(c.child.iin), C.id != c.id, C.state.not_in(ENDED))
            .order_by(C.id)
        )
        return [CandidateId(n) for n in self.connection.execute(query).scalars()]

    def has_place(self, iin: str) -> bool:
        query = sa.select(C.id).where(C.iin_index == self.iin(iin), C.state.in_(HOLDING)).limit(1)
        return self.connection.execute(query).one_or_none() is not None

    def claimed(self, locality: str, most: int) -> list[Candidate]:
        query = (
            sa.select(C.id)
            .where(C.locality == locality, IS_TO_CHECK)
            .where(C.state.not_in(("withdrawn", "archived")))
            .order_by(C.benefit_until)
            .limit(most)
        )
        wanted = list(self.connection.execute(query).scalars())
        found = {c.id: c for c in self.many(C.id.in_(wanted))}
        return [found[CandidateId(n)] for n in wanted]

    def hearers(
        self, candidates: Sequence[CandidateId]
    ) -> dict[CandidateId, list[tuple[PersonId, Lang]]]:
        return hearing.hearers(self.connection, candidates)

    def next_due(self, now: datetime) -> datetime | None:
        query = sa.select(sa.func.min(C.due_at)).where(C.due_at > now)
        due: datetime | None = self.connection.execute(query).scalar_one()
        return due

    def standing(self, entry: EntryId) -> Standing | None:
        return places.standing(self.connection, entry)

    def snapshots(self, person: PersonId) -> list[dict[str, Any]]:
        """What a person sent, as it was sent: for their own copy of the data."""
        query = sa.select(A.id, A.number, A.snapshot_sealed, A.created_at).where(
            A.person_id == person
        )
        return [
            {
                "number": r.number,
                "sent": r.created_at.isoformat(),
                "content": self.opened(r.snapshot_sealed, application_place(r.id)),
            }
            for r in self.connection.execute(query)
        ]

    # Looks

    def seen(self, person: PersonId, entry: EntryId) -> tuple[Seen | None, bool]:
        return looks.seen(self.connection, person, entry)

    def see(self, person: PersonId, s: Standing, place: int, now: datetime) -> None:
        looks.see(self.connection, person, s, place, now)

    def moves(self, e: Entry, s: Standing, version: int) -> list[Moves]:
        return looks.moves(self.connection, e, s, version)

    def left(self, queue: QueueId) -> dict[int, int]:
        return looks.left(self.connection, queue)

    def note_left(self, queue: QueueId, month: int, placed: int) -> None:
        looks.note_left(self.connection, queue, month, placed)

    def subscribe(self, person: PersonId, entry: EntryId, now: datetime | None) -> None:
        looks.subscribe(self.connection, person, entry, now)

    def to_tell(
        self, now: datetime, before: datetime, most: int
    ) -> Iterator[tuple[PersonId, CandidateId, Standing, int]]:
        return looks.to_tell(self.connection, now, before, most)

    def told(self, person: PersonId, entry: EntryId, now: datetime) -> None:
        looks.told(self.connection, person, entry, now)

    def purge(self, before: datetime) -> int:
        return looks.purge(self.connection, before)

    # Changing

    def move(self, c: Candidate, to: State, due: datetime | None, now: datetime) -> bool:
        statement = (
            queue_candidates.update()
            .where(C.id == c.id, C.state == c.state.value)
            .values(state=to.value, since=now, due_at=due)
        )
        if to in HOLDING and c.state not in HOLDING:
            others = queue_candidates.alias()
            taken = sa.exists().where(
                others.c.iin_index == self.iin(c.child.iin), others.c.state.in_(HOLDING)
            )
            statement = statement.where(~taken)
        return bool(self.connection.execute(statement).rowcount)

    def count_out(self, c: Candidate, cause: Cause, now: datetime, *, ended: bool) -> None:
        """Out of every queue it is counted in; for good when it has ended."""
        gone = {"waiting": 0, "live": 0} if ended else {"waiting": 0}
        for queue, rank in self.switched(c, was=1, values=gone):
            self.count(queue, rank, c.ticket, -1, cause, now)

    def count_in(self, c: Candidate, cause: Cause, now: datetime) -> None:
        for queue, rank in self.switched(c, was=0, values={"waiting": 1}):
            self.count(queue, rank, c.ticket, 1, cause, now)

    def switched(
        self, c: Candidate, *, was: int, values: dict[str, int]
    ) -> list[tuple[QueueId, Rank]]:
        """The queues in the order they are locked in, and the class it stands in now there."""
        statement = (
            queue_entries.update()
            .where(E.candidate_id == c.id, E.waiting == was, E.live == 1)
            .values(values)
            .returning(E.queue_id, E.rank)
        )
        return sorted((QueueId(r[0]), Rank(r[1])) for r in self.connection.execute(statement))

    def end_entries(self, c: Candidate) -> None:
        """The child may stand there anew, in another application."""
        self.connection.execute(
            queue_entries.update().where(E.candidate_id == c.id).values(live=0)
        )

    def note_interest(self, c: Candidate, now: datetime) -> None:
        self.connection.execute(
            queue_candidates.update().where(C.id == c.id).values(interested_at=now)
        )

    def note_restore(self, c: Candidate) -> None:
        self.connection.execute(
            queue_candidates.update().where(C.id == c.id).values(restores=C.restores + 1)
        )

    def note_benefit(self, c: Candidate, state: str, until: datetime | None = None) -> bool:
        statement = (
            queue_candidates.update()
            .where(C.id == c.id, C.benefit_state.is_not_distinct_from(c.benefit_state))
            .values(benefit_state=state, benefit_until=until)
        )
        return bool(self.connection.execute(statement).rowcount)

    def extend(self, c: Candidate, due: datetime | None) -> None:
        self.connection.execute(queue_candidates.update().where(C.id == c.id).values(due_at=due))

    def due(self, now: datetime, most: int) -> list[Candidate]:
        query = sa.select(C.id).where(C.due_at <= now).order_by(C.due_at, C.id).limit(most)
        if self.connection.dialect.name == "postgresql":
            query = query.with_for_update(skip_locked=True)
        ids = list(self.connection.execute(query).scalars())
        found = {c.id: c for c in self.many(C.id.in_(ids))} if ids else {}
        return [found[CandidateId(n)] for n in ids]

    def first(
        self, key: QueueKey, states: Sequence[State], turns: Turns | None, count: int
    ) -> list[CandidateId]:
        of = in_order(Q.id == self.queue(key), turns)
        sooner = sa.case((C.state == states[0].value, 0), else_=1)
        query = (
            sa.select(C.id)
            .join(of, of.c.candidate_id == C.id)
            .where(C.state.in_([s.value for s in states]))
            .order_by(sooner, of.c.place)
            .limit(count)
        )
        return [CandidateId(n) for n in self.connection.execute(query).scalars()]

    # Forgetting

    def hand_over(self, person: PersonId) -> None:
        other = (
            sa.select(sa.func.min(sign_ins.c.person_id))
            .where(sign_ins.c.account_id == A.account_id, sign_ins.c.person_id != person)
            .scalar_subquery()
        )
        shared = sa.and_(A.person_id == person, other.is_not(None))
        self.connection.execute(queue_applications.update().where(shared).values(person_id=other))

    def sever(self, c: Candidate) -> None:
        nothing = {"person_id": 0, "account_id": None, "snapshot_sealed": b""}
        self.connection.execute(
            queue_applications.update().where(A.id == c.application).values(nothing)
        )

    def erase(self, c: Candidate) -> None:
        """All rows of a candidate, and of the application when no twin is left."""
        for table in (queue_entries, offers, referrals, queue_news):
            self.connection.execute(table.delete().where(table.c.candidate_id == c.id))
        self.connection.execute(queue_candidates.delete().where(C.id == c.id))
        others = sa.exists().where(C.application_id == c.application)
        self.connection.execute(queue_applications.delete().where(A.id == c.application, ~others))

    def forget_looks(self, person: PersonId) -> None:
        for table in (queue_looks, notification_looks):
            self.connection.execute(table.delete().where(table.c.person_id == person))

    def rerank(self, c: Candidate, rank: Rank, cause: Cause, now: datetime) -> bool:
        """Another class at the same ticket; false when it has another than was read."""
        was = int(c.rank)
        again = queue_candidates.update().where(C.id == c.id, C.rank == was).values(rank=int(rank))
        if not self.connection.execute(again).rowcount:
            return False
        statement = (
            queue_entries.update()
            .where(E.candidate_id == c.id, E.live == 1, E.rank == was)
            .values(rank=int(rank))
            .returning(E.queue_id, E.waiting)
        )
        for queue, waiting in sorted(self.connection.execute(statement).all()):
            if waiting:
                self.count(queue, c.rank, c.ticket, -1, cause, now)
                self.count(queue, rank, c.ticket, 1, cause, now)
        return True

    # Many at once

    def hold(self, area: str) -> None:
        bulk.hold(self.connection, area)

    def archive(self, area: str, *, youngest: int, now: datetime) -> int:
        return bulk.archive(self.connection, area, youngest, now)

    def in_locality(self, locality: str) -> list[QueueId]:
        query = sa.select(Q.id).where(Q.locality == locality).order_by(Q.id)
        return [QueueId(n) for n in self.connection.execute(query).scalars()]

    def ask(
        self,
        queue: QueueId,
        states: Sequence[State],
        *,
        since: datetime,
        fresh: datetime,
        due: datetime | None,
        now: datetime,
    ) -> int:
        asked = hearing.to_ask(queue, [s.value for s in states], since, fresh)
        values = {"asked_at": now, "due_at": due}
        statement = queue_candidates.update().where(*asked).values(values)
        return self.connection.execute(statement).rowcount

    def asked_at(self, locality: str) -> datetime | None:
        query = sa.select(queue_askings.c.at).where(queue_askings.c.locality == locality)
        return self.connection.execute(query).scalar_one_or_none()

    def note_asked(self, locality: str, now: datetime) -> None:
        new = insert(self.connection, queue_askings)
        statement = new.on_conflict_do_update(index_elements=["locality"], set_={"at": now})
        self.connection.execute(statement, {"locality": locality, "at": now})

    def hears(self, candidate: CandidateId) -> bool:
        return hearing.hears(self.connection, candidate)

    def localities(self) -> list[str]:
        query = sa.select(Q.locality).distinct().order_by(Q.locality)
        return list(self.connection.execute(query).scalars())

    def sorted_at(self, locality: str) -> datetime | None:
        query = sa.select(queue_sortings.c.at).where(queue_sortings.c.locality == locality)
        return self.connection.execute(query).scalar_one_or_none()

    def note_sorted(self, locality: str, now: datetime) -> None:
        new = insert(self.connection, queue_sortings)
        statement = new.on_conflict_do_update(index_elements=["locality"], set_={"at": now})
        self.connection.execute(statement, {"locality": locality, "at": now})

    def sort_anew(self, area: str, ranks: Mapping[str, Rank], now: datetime) -> int:
        return bulk.sort_anew(self.connection, area, ranks, now)

    def take_over(self, known: Sequence[tuple[Waiting, Rank]]) -> None:
        taking_over.take_over(self, known)

    def note_placed(self, placed: Sequence[Placed]) -> None:
        taking_over.note_placed(self, placed)

    def numbered(self, applications: Sequence[int]) -> list[dict[str, Any]]:
        return [
            {
                "row": n,
                "given": str(FIRST_NUMBER + n),
                "sealed": self.sealed({}, application_place(n)),
            }
            for n in applications
        ]

    def candidate_row(self, n: int, w: Waiting, rank: Rank, ticket: int) -> dict[str, Any]:
        child = [w.child.iin, w.child.name, w.child.born.isoformat()]
        return {
            **taking_over.waiting_row(w, rank),
            "application_id": n,
            "ticket": ticket,
            "iin_index": self.iin(w.child.iin),
            "child_sealed": self.sealed(child, child_place(n, ticket)),
        }

    def iin(self, iin: str) -> bytes:
        return self.seal.index("queue-child", iin)


def application_place(number: int) -> str:
    return f"queue_applications.snapshot:{number}"


def child_place(application: int, ticket: int) -> str:
    return f"queue_candidates.child:{application}:{ticket}"
