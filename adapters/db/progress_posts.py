"""The messages that show staff how far an announcement is: one a person, changed in place."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from adapters.db.hot import rows
from adapters.db.rows.messages import outbox
from adapters.db.rows.proposals import progress_posts, proposals
from adapters.db.shelf import Shelf, insert
from domain.people import PersonId
from domain.proposals import ProposalId

X = progress_posts.c
MESSAGE = sa.func.coalesce(outbox.c.message_id, X.message_id)
"""A lost message was sent anew; an edit that changed nothing tells no number."""
SHOWN = (
    sa.select(X.proposal_id, X.person_id, MESSAGE.label("message"), X.said)
    .join(outbox, outbox.c.id == X.outbox_id)
    .join(proposals, proposals.c.id == X.proposal_id)
    .where(
        X.ended == sa.bindparam("over"),
        outbox.c.state == sa.literal_column("'sent'"),
        MESSAGE.is_not(None),
        proposals.c.launches_at > sa.bindparam("since"),
    )
)


@dataclass(frozen=True, slots=True)
class Post:
    """A progress message that is in a chat; `message` is Telegram's number of it."""

    proposal: ProposalId
    person: PersonId
    message: int
    said: str


class ProgressPosts(Shelf):
    """Rows of `progress_posts`."""

    __slots__ = ()

    def put(
        self,
        proposal: ProposalId,
        person: PersonId,
        row: int,
        said: str,
        message: int | None = None,
    ) -> None:
        """The outbox row that shows it now, and the message it changes, if any."""
        shown: dict[str, Any] = {"outbox_id": row, "said": said, "message_id": message}
        new = insert(self.connection, progress_posts).values(
            proposal_id=proposal, person_id=person, **shown
        )
        self.connection.execute(
            new.on_conflict_do_update(index_elements=["proposal_id", "person_id"], set_=shown)
        )

    def say(self, proposal: ProposalId, person: PersonId, said: str) -> None:
        """Somebody's own tap has changed their message."""
        mine = sa.and_(X.proposal_id == proposal, X.person_id == person)
        self.connection.execute(progress_posts.update().where(mine).values(said=said))

    def end(self, proposal: ProposalId, person: PersonId) -> None:
        mine = sa.and_(X.proposal_id == proposal, X.person_id == person)
        self.connection.execute(progress_posts.update().where(mine).values(ended=True))

    def shown(self, since: datetime, *, ended: bool) -> list[Post]:
        """Those that are out, of proposals launched since then: what is still on its way is let
        be. `ended`: everything is sent, only who has seen it changes."""
        values = {"over": ended, "since": since}
        return [Post(*row) for row in rows(self.connection, SHOWN, values)]
