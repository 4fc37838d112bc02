"""Tables of what staff are about to tell many people."""

import sqlalchemy as sa

from adapters.db.rows.columns import NEVER_AGAIN, Id, Moment, metadata

proposals = sa.Table(
    "proposals",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("organisation", sa.Text, nullable=False),
    sa.Column("area", sa.Text, nullable=False),
    sa.Column("proposed_by", sa.BigInteger, nullable=False),
    sa.Column("proposed_at", Moment, nullable=False),
    sa.Column("state", sa.Text, nullable=False, server_default="drawn"),
    sa.Column("confirmed_by", sa.BigInteger),
    sa.Column("launches_at", Moment),
    sqlite_autoincrement=NEVER_AGAIN,  # the button that confirms one holds the number
)
sa.Index(
    "proposals_to_launch",
    proposals.c.launches_at,
    sqlite_where=sa.text("state = 'confirmed'"),
    postgresql_where=sa.text("state = 'confirmed'"),
)
sa.Index("proposals_in_order", proposals.c.proposed_at)

notices = sa.Table(
    "notices",
    metadata,
    sa.Column("number", sa.Text, primary_key=True),
    sa.Column("proposal_id", Id, nullable=False),
    sa.Column("place", sa.Integer, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("content", sa.JSON, nullable=False),
    sa.Column("people", sa.Integer, nullable=False),
    sa.Column("broadcast_id", Id),
)
"""What each proposal says, by the short number that stands in the notice itself."""
sa.Index("notices_of_a_proposal", notices.c.proposal_id, notices.c.place)

progress_posts = sa.Table(
    "progress_posts",
    metadata,
    sa.Column("proposal_id", Id, primary_key=True, autoincrement=False),
    sa.Column("person_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("outbox_id", sa.BigInteger, nullable=False),
    sa.Column("message_id", sa.BigInteger),
    sa.Column("said", sa.Text, nullable=False),
    sa.Column("ended", sa.Boolean, nullable=False, server_default=sa.false()),
)
"""The message that shows somebody how far it is: the outbox row that put it there last."""
