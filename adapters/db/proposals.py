"""What staff are about to tell many people: each step is one conditional UPDATE."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from adapters.db.hot import rows
from adapters.db.rows.proposals import notices, proposals
from adapters.db.shelf import Shelf
from domain.broadcasts import BroadcastId
from domain.people import PersonId
from domain.proposals import Planned, Proposal, ProposalId, State

P, N = proposals.c, notices.c
CONFIRMED = P.state == sa.literal_column("'confirmed'")
"""Said as a literal, or SQLite would not see that the partial index answers it."""
DUE = (
    sa.select(P.id).where(CONFIRMED, P.launches_at <= sa.bindparam("now")).order_by(P.launches_at)
)


class Proposals(Shelf):
    """Rows of `proposals` and `notices`."""

    __slots__ = ()

    def add(
        self,
        organisation: str,
        area: str,
        planned: Sequence[Planned],
        by: PersonId,
        now: datetime,
    ) -> Proposal:
        number = self.connection.execute(
            proposals.insert().returning(P.id),
            {
                "organisation": organisation,
                "area": area,
                "proposed_by": by,
                "proposed_at": now,
            },
        ).scalar_one()
        self.connection.execute(
            notices.insert(),
            [
                {
                    "number": p.number,
                    "proposal_id": number,
                    "place": place,
                    "kind": p.kind,
                    "content": p.content,
                    "people": p.people,
                }
                for place, p in enumerate(planned)
            ],
        )
        return Proposal(ProposalId(number), organisation, area, tuple(planned), by, now, "drawn")

    def load(self, number: ProposalId) -> Proposal | None:
        row = self.connection.execute(sa.select(proposals).where(P.id == number)).one_or_none()
        return None if row is None else self.proposal(row)

    def recent(self, states: Sequence[State], since: datetime) -> list[Proposal]:
        query = (
            sa.select(proposals)
            .where(P.state.in_(states), P.proposed_at >= since)
            .order_by(P.proposed_at.desc(), P.id.desc())
        )
        return [self.proposal(row) for row in self.connection.execute(query).all()]

    def notice(self, number: str) -> tuple[Proposal, Planned] | None:
        query = sa.select(N.proposal_id).where(N.number == number)
        found = self.connection.execute(query).scalar_one_or_none()
        known = None if found is None else self.load(found)
        if known is None:
            return None
        return known, next(p for p in known.planned if p.number == number)

    def confirm(self, number: ProposalId, by: PersonId, launches: datetime) -> bool:
        return self.changed(
            sa.and_(P.id == number, P.state == "waiting", P.proposed_by != by),
            state="confirmed",
            confirmed_by=by,
            launches_at=launches,
        )

    def undo(self, number: ProposalId, now: datetime) -> bool:
        return self.changed(
            sa.and_(P.id == number, CONFIRMED, P.launches_at > now), state="undone"
        )

    def due(self, now: datetime) -> list[ProposalId]:
        return [ProposalId(row.id) for row in rows(self.connection, DUE, {"now": now})]

    def launch(self, number: ProposalId, now: datetime) -> Proposal | None:
        ours = sa.and_(P.id == number, CONFIRMED, P.launches_at <= now)
        return self.load(number) if self.changed(ours, state="launched") else None

    def end(self, number: ProposalId, was: State, state: State) -> bool:
        return self.changed(sa.and_(P.id == number, P.state == was), state=state)

    def started(self, number: str, broadcast: BroadcastId) -> None:
        self.connection.execute(
            notices.update().where(N.number == number).values(broadcast_id=broadcast)
        )

    def changed(self, condition: sa.ColumnElement[bool], **values: Any) -> bool:
        changed = proposals.update().where(condition).values(**values)
        return bool(self.connection.execute(changed).rowcount)

    def proposal(self, row: Any) -> Proposal:
        query = sa.select(notices).where(N.proposal_id == row.id).order_by(N.place)
        return Proposal(
            ProposalId(row.id),
            row.organisation,
            row.area,
            tuple(
                Planned.read(n.kind, n.number, n.content, n.people, n.broadcast_id)
                for n in self.connection.execute(query)
            ),
            PersonId(row.proposed_by),
            row.proposed_at,
            row.state,
            None if row.confirmed_by is None else PersonId(row.confirmed_by),
            row.launches_at,
        )
