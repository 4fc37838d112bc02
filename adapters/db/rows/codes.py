"""Tables of one-time codes, the portals that ask for them and the chats they go to."""

import sqlalchemy as sa

from adapters.db.rows.columns import NEVER_AGAIN, Id, Moment, metadata

clients = sa.Table(
    "clients",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    sa.Column("scopes", sa.Text, nullable=False),
    sa.Column("networks", sa.Text, nullable=False),
    sa.Column("hosts", sa.Text, nullable=False),
    sa.Column("callback_url", sa.Text),
    sa.Column("per_second", sa.Integer, nullable=False),
    sa.Column("per_day", sa.Integer, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("stopped_at", Moment),
    sqlite_autoincrement=NEVER_AGAIN,  # codes and frozen chats refer to the number
)
"""Portals that have codes delivered. `scopes`, `networks` and `hosts` are lists, by spaces."""

client_keys = sa.Table(
    "client_keys",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("client_id", Id, nullable=False),
    sa.Column("key_digest", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("secret_sealed", sa.LargeBinary, nullable=False),
    sa.Column("hint", sa.Text, nullable=False),
    sa.Column("test", sa.Boolean, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("ended_at", Moment),
    sqlite_autoincrement=NEVER_AGAIN,  # callbacks are signed by the key of their request
)
sa.Index("client_keys_of_a_client", client_keys.c.client_id)

client_days = sa.Table(
    "client_days",
    metadata,
    sa.Column("client_id", Id, primary_key=True, autoincrement=False),
    sa.Column("day", sa.Text, primary_key=True),
    sa.Column("what", sa.Text, primary_key=True),
    sa.Column("count", sa.Integer, nullable=False),
)
"""What each client did on each day, for the list of clients."""

codes = sa.Table(
    "codes",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("request", sa.Text, nullable=False, unique=True),
    sa.Column("same_as", Id),
    sa.Column("client_id", Id, nullable=False),
    sa.Column("key_id", Id, nullable=False),
    sa.Column("phone_index", sa.LargeBinary, nullable=False),
    sa.Column("about_sealed", sa.LargeBinary, nullable=False),
    sa.Column("person_id", sa.BigInteger),
    sa.Column("purpose", sa.Text, nullable=False),
    sa.Column("length", sa.SmallInteger, nullable=False),
    sa.Column("salt", sa.LargeBinary, nullable=False),
    sa.Column("code_digest", sa.LargeBinary, nullable=False),
    sa.Column("code_sealed", sa.LargeBinary),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("test", sa.Boolean, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("expires_at", Moment, nullable=False),
    sa.Column("sends", sa.Integer, nullable=False, server_default="0"),
    sa.Column("last_sent_at", Moment),
    sa.Column("tries", sa.Integer, nullable=False, server_default="0"),
    sa.Column("failed_at", Moment),
    sa.Column("sent_at", Moment),
    sa.Column("undeliverable", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("ended_at", Moment),
    sa.Column("told_at", Moment),
    sqlite_autoincrement=NEVER_AGAIN,  # the button "not me" holds the number
)
"""One-time codes. `code_digest` is what a guess is compared with; `code_sealed` is the copy that
is sent, wiped at the end. `told_at`: the messages in the chat say how it ended."""
OPEN_CODE = sa.text("ended_at IS NULL AND state <> 'asked'")
sa.Index(
    "codes_one_open_per_client_purpose_and_phone",
    codes.c.client_id,
    codes.c.purpose,
    codes.c.phone_index,
    codes.c.test,
    unique=True,
    sqlite_where=OPEN_CODE,
    postgresql_where=OPEN_CODE,
)
sa.Index("codes_of_a_phone", codes.c.phone_index, codes.c.created_at)
sa.Index("codes_of_a_chat", codes.c.person_id, codes.c.created_at)
sa.Index(
    "codes_that_expire_next",
    codes.c.expires_at,
    sqlite_where=codes.c.ended_at.is_(None),
    postgresql_where=codes.c.ended_at.is_(None),
)
UNTOLD_CODE = sa.text("told_at IS NULL")
sa.Index(
    "codes_whose_messages_are_to_follow",
    codes.c.id,
    sqlite_where=UNTOLD_CODE,
    postgresql_where=UNTOLD_CODE,
)

code_messages = sa.Table(
    "code_messages",
    metadata,
    sa.Column("outbox_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("code_id", Id, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
)
sa.Index("code_messages_of_a_code", code_messages.c.code_id)

links = sa.Table(
    "links",
    metadata,
    sa.Column("phone_index", sa.LargeBinary, primary_key=True),
    sa.Column("phone_sealed", sa.LargeBinary, nullable=False),
    sa.Column("person_id", sa.BigInteger, nullable=False, unique=True),
    sa.Column("how", sa.Text, nullable=False),
    sa.Column("consented_at", Moment, nullable=False),
)
"""One phone, one chat: verified by the own contact, with the consent given then."""

link_moves = sa.Table(
    "link_moves",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("phone_index", sa.LargeBinary, nullable=False),
    sa.Column("phone_sealed", sa.LargeBinary, nullable=False),
    sa.Column("old_id", sa.BigInteger, nullable=False),
    sa.Column("new_id", sa.BigInteger, nullable=False),
    sa.Column("how", sa.Text, nullable=False),
    sa.Column("asked_at", Moment, nullable=False),
    sa.UniqueConstraint("phone_index", "new_id", name="link_moves_one_per_phone_and_chat"),
    sqlite_autoincrement=NEVER_AGAIN,  # the old chat's buttons hold the number
)

link_offers = sa.Table(
    "link_offers",
    metadata,
    sa.Column("code_id", Id, primary_key=True, autoincrement=False),
    sa.Column("token_digest", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("token_until", Moment, nullable=False),
    sa.Column("pairing_digest", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("pairing_until", Moment, nullable=False),
)
"""What portals show for a phone without a chat: one link and one pairing code a request, both
gone once either is used."""

client_chats = sa.Table(
    "client_chats",
    metadata,
    sa.Column("person_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("client_id", Id, primary_key=True, autoincrement=False),
    sa.Column("last_at", Moment),
    sa.Column("frozen_until", Moment),
)
"""Which portals wrote to which chat, and which are frozen there."""

code_marks = sa.Table(
    "code_marks",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("what", sa.Text, nullable=False),
    sa.Column("at", Moment, nullable=False),
)
"""One row for each thing that is limited within a sliding time: exact, and kept over a restart.
`what` holds a keyed digest, never the value."""
sa.Index("code_marks_of_one_kind_in_order", code_marks.c.what, code_marks.c.at)
sa.Index("code_marks_old_enough_to_drop", code_marks.c.at)

phone_guards = sa.Table(
    "phone_guards",
    metadata,
    sa.Column("phone_index", sa.LargeBinary, primary_key=True),
    sa.Column("failures", sa.Integer, nullable=False),
    sa.Column("stopped_until", Moment),
)
"""Wrong guesses in a row at the codes of a phone, over all codes and portals."""

callbacks = sa.Table(
    "callbacks",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("code_id", Id, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("happened_at", Moment, nullable=False),
    sa.Column("due_at", Moment, nullable=False),
    sa.Column("tries", sa.Integer, nullable=False, server_default="0"),
    sa.Column("state", sa.Text, nullable=False, server_default="waiting"),
    sa.Column("trouble", sa.Text),
    sa.UniqueConstraint("code_id", "status", name="callbacks_one_per_status"),
)
sa.Index(
    "callbacks_due",
    callbacks.c.due_at,
    sqlite_where=callbacks.c.state == "waiting",
    postgresql_where=callbacks.c.state == "waiting",
)

answers = sa.Table(
    "answers",
    metadata,
    sa.Column("client_id", Id, primary_key=True, autoincrement=False),
    sa.Column("key_digest", sa.LargeBinary, primary_key=True),
    sa.Column("body_digest", sa.LargeBinary, nullable=False),
    sa.Column("answer_sealed", sa.LargeBinary),
    sa.Column("created_at", Moment, nullable=False),
)
"""What was answered under an Idempotency-Key, for a day."""
sa.Index("answers_old_enough_to_drop", answers.c.created_at)
