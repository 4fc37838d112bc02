"""The table of documents that are under way to a phone by somebody else's service."""

import sqlalchemy as sa

from adapters.db.rows.columns import NEVER_AGAIN, Id, Moment, metadata

signing_offers = sa.Table(
    "signing_offers",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("session_id", Id, nullable=False),
    sa.Column("offer_sealed", sa.LargeBinary, nullable=False),
    sa.Column("carried_until", Moment, nullable=False),
    sqlite_autoincrement=NEVER_AGAIN,
)
"""`carried_until` is renewed by whoever waits for the signature: once it is past, nobody does."""
sa.Index("signing_offers_nobody_carries", signing_offers.c.carried_until)
sa.Index("signing_offers_of_a_session", signing_offers.c.session_id)
