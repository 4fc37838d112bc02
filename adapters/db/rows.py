"""The tables. Columns ending in `_sealed` hold personal data under AES-GCM, `_index` a keyed
digest to look it up by. Every index is named after the question it answers."""

from datetime import UTC, datetime

import sqlalchemy as sa

metadata = sa.MetaData(
    naming_convention={
        "pk": "%(table_name)s_pkey",
        "fk": "%(table_name)s_%(column_0_name)s_fkey",
        "uq": "%(table_name)s_%(column_0_N_name)s_once",
        "ix": "%(table_name)s_by_%(column_0_N_name)s",
    }
)

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
"""SQLite numbers rows only in columns declared INTEGER."""

NEVER_AGAIN = True
"""SQLite gives the number of an erased last row to the next one, unless told not to; PostgreSQL
never does."""


class Moment(sa.TypeDecorator[datetime]):
    """An instant as UTC seconds since 1970: one form on both databases, compared as a number."""

    impl = sa.Float(53)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> float | None:
        return None if value is None else value.timestamp()

    def process_result_value(self, value: float | None, dialect: sa.Dialect) -> datetime | None:
        return None if value is None else datetime.fromtimestamp(value, UTC)


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

inbox = sa.Table(
    "inbox",
    metadata,
    sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("person_id", sa.BigInteger, nullable=False),
    sa.Column("payload_sealed", sa.LargeBinary),
    sa.Column("received_at", Moment, nullable=False),
    sa.Column("due_at", Moment, nullable=False),
    sa.Column("tries", sa.Integer, nullable=False, server_default="0"),
    sa.Column("done_at", Moment),
    sa.Column("incident", sa.Text),
    sa.Column("worker", sa.Text),
    sa.Column("leased_until", Moment, nullable=False, server_default="0"),
)
sa.Index(
    "inbox_waiting_of_a_person",
    inbox.c.person_id,
    inbox.c.update_id,
    sqlite_where=inbox.c.done_at.is_(None),
    postgresql_where=inbox.c.done_at.is_(None),
)
sa.Index(
    "inbox_waiting_longest",
    inbox.c.update_id,
    sqlite_where=inbox.c.done_at.is_(None),
    postgresql_where=inbox.c.done_at.is_(None),
)
sa.Index("inbox_old_enough_to_drop", inbox.c.done_at)

outbox = sa.Table(
    "outbox",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("channel", sa.Text, nullable=False),
    sa.Column("lane", sa.SmallInteger, nullable=False),
    sa.Column("person_id", sa.BigInteger, nullable=False),
    sa.Column("once", sa.Text),
    sa.Column("payload_sealed", sa.LargeBinary),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("due_at", Moment, nullable=False),
    sa.Column("useful_until", Moment),
    sa.Column("tries", sa.Integer, nullable=False, server_default="0"),
    sa.Column("state", sa.Text, nullable=False, server_default="waiting"),
    sa.Column("worker", sa.Text),
    sa.Column("leased_until", Moment, nullable=False, server_default="0"),
    sa.Column("message_id", sa.BigInteger),
    sa.Column("trouble", sa.Text),
    sa.UniqueConstraint("once", name="outbox_sent_once_per_cause"),
)
sa.Index(
    "outbox_due",
    outbox.c.lane,
    outbox.c.due_at,
    outbox.c.id,
    sqlite_where=sa.text("state = 'waiting'"),
    postgresql_where=sa.text("state = 'waiting'"),
)
sa.Index("outbox_of_a_person", outbox.c.person_id)

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

schools = sa.Table(
    "schools",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("locality", sa.Text, nullable=False),
    sa.Column("name_kk", sa.Text, nullable=False),
    sa.Column("name_ru", sa.Text, nullable=False),
    sa.Column("name_en", sa.Text, nullable=False),
    sa.Column("languages", sa.Text, nullable=False),
)
sa.Index("schools_of_a_locality", schools.c.locality)

school_requests = sa.Table(
    "school_requests",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("person_id", sa.BigInteger, nullable=False),
    sa.Column("account_id", Id),
    sa.Column("locality", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("decision", sa.Text),
    sa.Column("decided_at", Moment),
    sa.Column("decided_by", sa.BigInteger),
)
"""Schools that people said are not listed; staff add them or answer."""

staff = sa.Table(
    "staff",
    metadata,
    sa.Column("person_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("granted_at", Moment, nullable=False),
)

events = sa.Table(
    "events",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("content", sa.JSON, nullable=False),
    sa.Column("opens_at", Moment, nullable=False),
    sa.Column("closes_at", Moment, nullable=False),
)
"""`content` holds names, texts, grades, languages, stages and subjects: see domain/events.py."""

sittings = sa.Table(
    "sittings",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("event_id", sa.Text, nullable=False),
    sa.Column("stage", sa.Integer, nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("starts_at", Moment, nullable=False),
    sa.Column("minutes", sa.Integer, nullable=False),
    sa.Column("place", sa.JSON, nullable=False),
    sa.Column("places", sa.Integer),
    sa.Column("taken", sa.Integer, nullable=False, server_default="0"),
    sa.Column("version", sa.Integer, nullable=False, server_default="0"),
    sa.UniqueConstraint("event_id", "stage", "subject", name="sittings_one_per_stage_and_subject"),
)
"""When and where one subject of one stage is sat. (A session, in the portal's words.)"""

registrations = sa.Table(
    "registrations",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("draft_id", Id, unique=True),
    sa.Column("account_id", Id, nullable=False),
    sa.Column("event_id", sa.Text, nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("sitting_id", Id, nullable=False),
    sa.Column("number", sa.Text, nullable=False, unique=True),
    sa.Column("region", sa.Text),
    sa.Column("grade", sa.Text),
    sa.Column("snapshot_sealed", sa.LargeBinary, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("withdrawn_at", Moment),
    sqlite_autoincrement=NEVER_AGAIN,  # the button that withdraws one holds the number
)
sa.Index(
    "registrations_one_per_account_and_subject",
    registrations.c.account_id,
    registrations.c.event_id,
    registrations.c.subject,
    unique=True,
    sqlite_where=registrations.c.withdrawn_at.is_(None),
    postgresql_where=registrations.c.withdrawn_at.is_(None),
)
sa.Index("registrations_of_a_sitting", registrations.c.sitting_id)

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
