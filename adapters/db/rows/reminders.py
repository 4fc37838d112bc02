"""The table of what people are to be reminded of, a row for each time."""

import sqlalchemy as sa

from adapters.db.rows.columns import NEVER_AGAIN, Id, Moment, metadata

reminders = sa.Table(
    "reminders",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("cause", sa.Text, nullable=False),
    sa.Column("step", sa.Text, nullable=False),
    sa.Column("about", sa.Text, nullable=False),
    sa.Column("account_id", Id),
    sa.Column("person_id", sa.BigInteger),
    sa.Column("facts", sa.JSON, nullable=False),
    sa.Column("deadline_at", Moment, nullable=False),
    sa.Column("due_at", Moment, nullable=False),
    sa.Column("useful_until", Moment, nullable=False),
    sa.Column("state", sa.Text, nullable=False, server_default="waiting"),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("outbox_id", sa.BigInteger),
    sa.UniqueConstraint("cause", "step", name="reminders_once_per_cause_and_step"),
    sqlite_autoincrement=NEVER_AGAIN,  # Done, Later and Help hold the number
)
"""Who is reminded is either an account (whoever is signed in to it then) or a person. `about` is
what the deadline hangs on (`sitting:5`, `event:auyl`): when that moves, these rows move."""
sa.Index(
    "reminders_due",
    reminders.c.due_at,
    sqlite_where=sa.text("state = 'waiting'"),
    postgresql_where=sa.text("state = 'waiting'"),
)
sa.Index("reminders_about_a_thing", reminders.c.about, reminders.c.step)
sa.Index("reminders_of_a_person", reminders.c.person_id)
sa.Index("reminders_of_an_account", reminders.c.account_id)
