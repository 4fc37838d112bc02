"""Tables of the kindergarten queue: who stands where, and the counters a place is told from.

A place is class totals (`queues`) + blocks of tickets (`queue_blocks`) + the tail of one block
(the index `queue_entries_in_order`). `waiting` and `live` are 1 or 0: partial indexes say so in
the same words on both databases."""

import sqlalchemy as sa

from adapters.db.rows.columns import NEVER_AGAIN, Id, Moment, metadata

queue_tickets = sa.Table(
    "queue_tickets",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("last", sa.BigInteger, nullable=False),
)
"""One row: its lock is the order of applications (reliability.md D4)."""

queues = sa.Table(
    "queues",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("locality", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("cohort", sa.Integer, nullable=False),
    sa.Column("out_of_turn", sa.Integer, nullable=False, server_default="0"),
    sa.Column("first_priority", sa.Integer, nullable=False, server_default="0"),
    sa.Column("general", sa.Integer, nullable=False, server_default="0"),
    sa.Column("version", sa.Integer, nullable=False, server_default="0"),
    sa.UniqueConstraint("locality", "kind", "language", "cohort", name="queues_one_of_a_sort"),
)
"""`version` counts the moves of a queue: whoever changes it holds this row."""

queue_blocks = sa.Table(
    "queue_blocks",
    metadata,
    sa.Column("queue_id", Id, primary_key=True, autoincrement=False),
    sa.Column("rank", sa.SmallInteger, primary_key=True, autoincrement=False),
    sa.Column("block", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("count", sa.Integer, nullable=False),
    sqlite_with_rowid=False,
)

queue_moves = sa.Table(
    "queue_moves",
    metadata,
    sa.Column("queue_id", Id, primary_key=True, autoincrement=False),
    sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("rank", sa.SmallInteger, nullable=False),
    sa.Column("ticket", sa.BigInteger, nullable=False),
    sa.Column("change", sa.SmallInteger, nullable=False),
    sa.Column("cause", sa.Text, nullable=False),
    sa.Column("at", Moment, nullable=False),
    sqlite_with_rowid=False,
)
"""Every coming and going, in order: why a place changed is read from here. Names nobody."""
sa.Index("queue_moves_old_enough_to_drop", queue_moves.c.at)

queue_months = sa.Table(
    "queue_months",
    metadata,
    sa.Column("queue_id", Id, primary_key=True, autoincrement=False),
    sa.Column("month", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("cause", sa.Text, primary_key=True),
    sa.Column("count", sa.Integer, nullable=False),
)
"""How many left a queue in a month (`202611`), and why: what a forecast rests on."""

queue_applications = sa.Table(
    "queue_applications",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("number", sa.Text, nullable=False, unique=True),
    sa.Column("draft_id", Id, unique=True),
    sa.Column("portal", sa.Text, nullable=False),
    sa.Column("person_id", sa.BigInteger, nullable=False),
    sa.Column("account_id", Id),
    sa.Column("snapshot_sealed", sa.LargeBinary, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sqlite_autoincrement=NEVER_AGAIN,  # buttons and papers hold the number
)
sa.Index("queue_applications_of_a_person", queue_applications.c.person_id)
sa.Index("queue_applications_of_an_account", queue_applications.c.account_id)

queue_candidates = sa.Table(
    "queue_candidates",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("application_id", Id, nullable=False),
    sa.Column("iin_index", sa.LargeBinary, nullable=False),
    sa.Column("child_sealed", sa.LargeBinary, nullable=False),
    sa.Column("locality", sa.Text, nullable=False),
    sa.Column("cohort", sa.Integer, nullable=False),
    sa.Column("benefit", sa.Text),
    sa.Column("benefit_state", sa.Text),
    sa.Column("benefit_until", Moment),
    sa.Column("rank", sa.SmallInteger, nullable=False),
    sa.Column("ticket", sa.BigInteger, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("since", Moment, nullable=False),
    sa.Column("due_at", Moment),
    sa.Column("restores", sa.SmallInteger, nullable=False, server_default="0"),
    sa.Column("asked_at", Moment),
    sa.Column("interested_at", Moment),
    sqlite_autoincrement=NEVER_AGAIN,  # buttons hold the number
)
"""One child of an application: twins are two rows with neighbouring tickets."""
sa.Index("queue_candidates_of_an_application", queue_candidates.c.application_id)
sa.Index("queue_candidates_of_a_child", queue_candidates.c.iin_index)
HOLDS_A_PLACE = sa.text("state IN ('referred', 'registered', 'enrolled')")
sa.Index(
    "queue_candidates_one_place_per_child",
    queue_candidates.c.iin_index,
    unique=True,
    sqlite_where=HOLDS_A_PLACE,
    postgresql_where=HOLDS_A_PLACE,
)
IS_DUE = sa.text("due_at IS NOT NULL")
sa.Index(
    "queue_candidates_due",
    queue_candidates.c.due_at,
    sqlite_where=IS_DUE,
    postgresql_where=IS_DUE,
)
IS_TO_CHECK = sa.text("benefit_state IN ('claimed', 'resent')")
sa.Index(
    "queue_candidates_benefits_to_check",
    queue_candidates.c.locality,
    queue_candidates.c.benefit_until,
    sqlite_where=IS_TO_CHECK,
    postgresql_where=IS_TO_CHECK,
)

queue_entries = sa.Table(
    "queue_entries",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("queue_id", Id, nullable=False),
    sa.Column("candidate_id", Id, nullable=False),
    sa.Column("iin_index", sa.LargeBinary, nullable=False),
    sa.Column("rank", sa.SmallInteger, nullable=False),
    sa.Column("ticket", sa.BigInteger, nullable=False),
    sa.Column("waiting", sa.SmallInteger, nullable=False),
    sa.Column("live", sa.SmallInteger, nullable=False),
    sqlite_autoincrement=NEVER_AGAIN,
)
"""A candidate in one queue: one row for each language asked for."""
IS_WAITING = sa.text("waiting = 1")
IS_LIVE = sa.text("live = 1")
sa.Index(
    "queue_entries_in_order",
    queue_entries.c.queue_id,
    queue_entries.c.rank,
    queue_entries.c.ticket,
    queue_entries.c.candidate_id,
    sqlite_where=IS_WAITING,
    postgresql_where=IS_WAITING,
)
sa.Index(
    "queue_entries_one_per_child_and_queue",
    queue_entries.c.queue_id,
    queue_entries.c.iin_index,
    unique=True,
    sqlite_where=IS_LIVE,
    postgresql_where=IS_LIVE,
)
sa.Index("queue_entries_of_a_candidate", queue_entries.c.candidate_id)

queue_looks = sa.Table(
    "queue_looks",
    metadata,
    sa.Column("person_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("entry_id", Id, primary_key=True, autoincrement=False),
    sa.Column("rank", sa.SmallInteger, nullable=False),
    sa.Column("place", sa.Integer, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("checked", sa.Integer, nullable=False, server_default="0"),
    sa.Column("at", Moment, nullable=False),
    sa.Column("subscribed_at", Moment),
    sa.Column("told_at", Moment),
)
"""What a person saw last of a place of theirs; whether they want to be told when it changes.
`checked` is the version of the queue at which it was last asked whether to tell them."""
IS_SUBSCRIBED = sa.text("subscribed_at IS NOT NULL")
sa.Index(
    "queue_looks_to_tell",
    queue_looks.c.told_at,
    sqlite_where=IS_SUBSCRIBED,
    postgresql_where=IS_SUBSCRIBED,
)

queue_sortings = sa.Table(
    "queue_sortings",
    metadata,
    sa.Column("locality", sa.Text, primary_key=True),
    sa.Column("at", Moment, nullable=False),
)
"""When the queues of a locality were sorted anew last."""

queue_askings = sa.Table(
    "queue_askings",
    metadata,
    sa.Column("locality", sa.Text, primary_key=True),
    sa.Column("at", Moment, nullable=False),
)
"""When everybody of a locality had been asked last whether they still want a place."""
