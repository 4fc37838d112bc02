"""Tables of kindergartens: vacancies, who was told of them, referrals, who goes there."""

import sqlalchemy as sa

from adapters.db.rows.columns import NEVER_AGAIN, Id, Moment, metadata

kindergartens = sa.Table(
    "kindergartens",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("locality", sa.Text, nullable=False),
    sa.Column("name_kk", sa.Text, nullable=False),
    sa.Column("name_ru", sa.Text, nullable=False),
    sa.Column("name_en", sa.Text, nullable=False),
    sa.Column("address", sa.Text, nullable=False),
    sa.Column("languages", sa.Text, nullable=False),
    sa.Column("kinds", sa.Text, nullable=False),
    sa.Column("phone", sa.Text, nullable=False),
    sa.Column("latitude", sa.Float(53)),
    sa.Column("longitude", sa.Float(53)),
)
sa.Index("kindergartens_of_a_locality", kindergartens.c.locality)

vacancies = sa.Table(
    "vacancies",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("once", sa.Text, unique=True),
    sa.Column("kindergarten_id", sa.Text, nullable=False),
    sa.Column("locality", sa.Text, nullable=False),
    sa.Column("group_name", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("born_from", sa.Integer, nullable=False),
    sa.Column("born_to", sa.Integer, nullable=False),
    sa.Column("places", sa.Integer, nullable=False),
    sa.Column("taken", sa.Integer, nullable=False, server_default="0"),
    sa.Column("stage", sa.Text, nullable=False),
    sa.Column("published_at", Moment, nullable=False),
    sa.Column("closes_at", Moment, nullable=False),
    sa.Column("published_by", sa.Text, nullable=False),
    sa.CheckConstraint("taken >= 0 AND taken <= places", name="vacancies_never_overfull"),
    sqlite_autoincrement=NEVER_AGAIN,  # buttons hold the number
)
"""A line of a bulletin. `stage` is priority, then open, then closed."""
sa.Index("vacancies_of_a_locality", vacancies.c.locality, vacancies.c.stage)
sa.Index("vacancies_of_a_kindergarten", vacancies.c.kindergarten_id)
IN_PRIORITY = sa.text("stage = 'priority'")
sa.Index(
    "vacancies_window_closing",
    vacancies.c.closes_at,
    sqlite_where=IN_PRIORITY,
    postgresql_where=IN_PRIORITY,
)

offers = sa.Table(
    "offers",
    metadata,
    sa.Column("vacancy_id", Id, primary_key=True, autoincrement=False),
    sa.Column("candidate_id", Id, primary_key=True, autoincrement=False),
    sa.Column("person_id", sa.BigInteger, nullable=False),
    sa.Column("place", sa.Integer, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("told_at", Moment),
    sa.Column("applied_at", Moment),
    sqlite_with_rowid=False,
)
"""Who fits a vacancy: `place` in the order of the queue when it was published. `state` is told,
applied, chosen, or left."""
sa.Index("offers_of_a_candidate", offers.c.candidate_id)
UNTOLD = sa.text("told_at IS NULL")
sa.Index(
    "offers_to_tell",
    offers.c.vacancy_id,
    offers.c.place,
    sqlite_where=UNTOLD,
    postgresql_where=UNTOLD,
)
IS_APPLIED = sa.text("state = 'applied'")
sa.Index(
    "offers_applied",
    offers.c.vacancy_id,
    offers.c.candidate_id,
    sqlite_where=IS_APPLIED,
    postgresql_where=IS_APPLIED,
)

offerings = sa.Table(
    "offerings",
    metadata,
    sa.Column("vacancy_id", Id, primary_key=True, autoincrement=False),
    sa.Column("noted", sa.Integer, nullable=False),
    sa.Column("out_of_turn", sa.BigInteger, nullable=False),
    sa.Column("first_priority", sa.BigInteger, nullable=False),
    sa.Column("general", sa.BigInteger, nullable=False),
)
"""A vacancy that isn't offered to everybody yet: how many have their row in `offers`, and the last
ticket of each class among them. Gone when all have."""

referrals = sa.Table(
    "referrals",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("vacancy_id", Id, nullable=False),
    sa.Column("candidate_id", Id, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("issued_at", Moment, nullable=False),
    sa.Column("due_at", Moment, nullable=False),
    sa.Column("extensions", sa.SmallInteger, nullable=False, server_default="0"),
    sa.Column("ended_at", Moment),
    sqlite_autoincrement=NEVER_AGAIN,  # papers hold the number
)
"""`state` is open, registered, enrolled; or lapsed, declined, cancelled, left."""
IS_HELD = sa.text("state IN ('open', 'registered', 'enrolled')")
sa.Index(
    "referrals_one_held_per_candidate",
    referrals.c.candidate_id,
    unique=True,
    sqlite_where=IS_HELD,
    postgresql_where=IS_HELD,
)
sa.Index("referrals_of_a_candidate", referrals.c.candidate_id)
sa.Index("referrals_of_a_vacancy", referrals.c.vacancy_id)

enrolments = sa.Table(
    "enrolments",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("kindergarten_id", sa.Text, nullable=False),
    sa.Column("group_name", sa.Text, nullable=False),
    sa.Column("candidate_id", Id, nullable=False),
    sa.Column("referral_id", Id, nullable=False),
    sa.Column("since", Moment, nullable=False),
    sa.Column("until", Moment),
    sqlite_autoincrement=NEVER_AGAIN,
)
"""The contingent: who goes where."""
GOES_THERE = sa.text("until IS NULL")
sa.Index(
    "enrolments_one_per_candidate",
    enrolments.c.candidate_id,
    unique=True,
    sqlite_where=GOES_THERE,
    postgresql_where=GOES_THERE,
)
sa.Index("enrolments_of_a_kindergarten", enrolments.c.kindergarten_id)

attendance = sa.Table(
    "attendance",
    metadata,
    sa.Column("enrolment_id", Id, primary_key=True, autoincrement=False),
    sa.Column("day", sa.Text, primary_key=True),
    sa.Column("mark", sa.Text, nullable=False),
    sa.Column("marked_by", sa.BigInteger, nullable=False),
    sa.Column("marked_at", Moment, nullable=False),
)
"""`mark` is present, absent, or ill; `day` is 2026-09-01."""

reviews = sa.Table(
    "reviews",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("kindergarten_id", sa.Text, nullable=False),
    sa.Column("person_id", sa.BigInteger, nullable=False),
    sa.Column("stars", sa.SmallInteger, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("written_at", Moment, nullable=False),
    sa.Column("answer", sa.Text),
    sa.Column("answered_at", Moment),
    sa.Column("hidden", sa.Text),
    sa.UniqueConstraint("kindergarten_id", "person_id", name="reviews_one_per_parent"),
    sqlite_autoincrement=NEVER_AGAIN,
)
"""Shown without names. `hidden` is why staff took it away."""

queue_news = sa.Table(
    "queue_news",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("once", sa.Text, nullable=False, unique=True),
    sa.Column("candidate_id", Id, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("referral_id", Id),
    sa.Column("due_at", Moment, nullable=False),
    sa.Column("useful_until", Moment),
    sa.Column("told_at", Moment),
    sqlite_autoincrement=NEVER_AGAIN,
)
"""What a family is to hear, and when: its words are made when it is told."""
sa.Index(
    "queue_news_due",
    queue_news.c.due_at,
    sqlite_where=UNTOLD,
    postgresql_where=UNTOLD,
)
sa.Index("queue_news_of_a_candidate", queue_news.c.candidate_id)

notification_looks = sa.Table(
    "notification_looks",
    metadata,
    sa.Column("person_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("at", Moment, nullable=False),
)
"""When a person opened the list of what they were told last: what came since is new."""
