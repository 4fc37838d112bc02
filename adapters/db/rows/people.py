"""Tables of people: their drafts, accounts, sign-ins, and what the house remembers."""

import sqlalchemy as sa

from adapters.db.rows.columns import NEVER_AGAIN, Id, Moment, metadata

facts = sa.Table(
    "facts",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)
"""What the house must remember about itself: the key's fingerprint, the intake's offset."""

people = sa.Table(
    "people",
    metadata,
    sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("language", sa.Text),
    sa.Column("account_id", Id),
    sa.Column("reachable", sa.Boolean, nullable=False, server_default=sa.true()),
    sa.Column("consented_at", Moment),
    sa.Column("created_at", Moment, nullable=False),
)
"""Everybody who ever wrote to the bot, by Telegram user id (also the id of the private chat)."""

conversations = sa.Table(
    "conversations",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("state", sa.Text),
    sa.Column("data_sealed", sa.LargeBinary),
)
"""The FSM storage: which conversation is open, and what a view showed."""

drafts = sa.Table(
    "drafts",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("person_id", sa.BigInteger, nullable=False),
    sa.Column("form", sa.Text, nullable=False),
    sa.Column("content_sealed", sa.LargeBinary, nullable=False),
    sa.Column("version", sa.Integer, nullable=False, server_default="0"),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("updated_at", Moment, nullable=False),
    sa.Column("nudged_at", Moment),
    sqlite_autoincrement=NEVER_AGAIN,  # what was sent refers to the draft
)
sa.Index("drafts_one_open_per_form", drafts.c.person_id, drafts.c.form, unique=True)
sa.Index("drafts_left_alone_longest", drafts.c.updated_at)

accounts = sa.Table(
    "accounts",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("draft_id", Id, unique=True),
    sa.Column("portal", sa.Text, nullable=False),
    sa.Column("role", sa.Text, nullable=False),
    sa.Column("iin_index", sa.LargeBinary, nullable=False),
    sa.Column("email_index", sa.LargeBinary),
    sa.Column("profile_sealed", sa.LargeBinary, nullable=False),
    sa.Column("password_hash", sa.Text, nullable=False),
    sa.Column("grade", sa.Text),
    sa.Column("language", sa.Text),
    sa.Column("region", sa.Text),
    sa.Column("district", sa.Text),
    sa.Column("locality", sa.Text),
    sa.Column("school", sa.Text),
    sa.Column("confirmed_at", Moment),
    sa.Column("created_at", Moment, nullable=False),
    sa.UniqueConstraint("portal", "iin_index", name="accounts_one_per_iin"),
    sa.UniqueConstraint("portal", "email_index", name="accounts_one_per_email"),
    sqlite_autoincrement=NEVER_AGAIN,  # or an erased account's buttons would open somebody else's
)

sign_ins = sa.Table(
    "sign_ins",
    metadata,
    sa.Column("person_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("account_id", Id, primary_key=True, autoincrement=False),
    sa.Column("created_at", Moment, nullable=False),
)
sa.Index("sign_ins_of_an_account", sign_ins.c.account_id)

confirmations = sa.Table(
    "confirmations",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("account_id", Id, nullable=False),
    sa.Column("purpose", sa.Text, nullable=False),
    sa.Column("token_digest", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("code_digest", sa.LargeBinary, nullable=False),
    sa.Column("secret_sealed", sa.LargeBinary),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("expires_at", Moment, nullable=False),
    sa.Column("sends", sa.Integer, nullable=False),
    sa.Column("last_sent_at", Moment, nullable=False),
    sa.Column("tries", sa.Integer, nullable=False, server_default="0"),
    sa.Column("used_at", Moment),
    sqlite_autoincrement=NEVER_AGAIN,  # a letter's Message-ID holds the number
)
sa.Index(
    "confirmations_one_open_per_purpose",
    confirmations.c.account_id,
    confirmations.c.purpose,
    unique=True,
    sqlite_where=confirmations.c.used_at.is_(None),
    postgresql_where=confirmations.c.used_at.is_(None),
)

tallies = sa.Table(
    "tallies",
    metadata,
    sa.Column("what", sa.Text, primary_key=True),
    sa.Column("count", sa.Integer, nullable=False),
    sa.Column("until", Moment, nullable=False),
)
"""Counters with an end (failed sign-ins of one account, letters to one address): they survive a
restart. `what` holds a keyed digest, never the value."""
