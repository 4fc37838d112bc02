"""Tables of admission to schools: applications, their history, places, catchment areas."""

import sqlalchemy as sa

from adapters.db.rows.columns import NEVER_AGAIN, Id, Moment, metadata

admissions = sa.Table(
    "admissions",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("draft_id", Id, nullable=False, unique=True),
    sa.Column("person_id", sa.BigInteger, nullable=False),
    sa.Column("account_id", Id, nullable=False),
    sa.Column("child_index", sa.LargeBinary, nullable=False),
    sa.Column("season", sa.Integer, nullable=False),
    sa.Column("number", sa.Text, unique=True),
    sa.Column("school", sa.Text, nullable=False),
    sa.Column("grade", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("reason", sa.Text),
    sa.Column("fields", sa.JSON, nullable=False),
    sa.Column("content_sealed", sa.LargeBinary, nullable=False),
    sa.Column("mended_sealed", sa.LargeBinary),
    sa.Column("version", sa.Integer, nullable=False, server_default="0"),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("sent_at", Moment),
    sa.Column("decided_at", Moment),
    sa.Column("originals_at", Moment),
    sqlite_autoincrement=NEVER_AGAIN,  # numbers of applications and buttons hold it
)
OPEN = admissions.c.status.in_(("review", "accepted"))
sa.Index(
    "admissions_one_open_per_child",
    admissions.c.child_index,
    admissions.c.season,
    unique=True,
    sqlite_where=OPEN,
    postgresql_where=OPEN,
)
sa.Index("admissions_of_a_person", admissions.c.person_id)
sa.Index("admissions_of_a_school", admissions.c.school, admissions.c.status, admissions.c.id)

admission_events = sa.Table(
    "admission_events",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("admission_id", Id, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("actor", sa.Text, nullable=False),
    sa.Column("reason", sa.Text),
    sa.Column("fields", sa.JSON, nullable=False),
    sa.Column("at", Moment, nullable=False),
)
sa.Index("admission_events_of_one", admission_events.c.admission_id)

vacancies = sa.Table(
    "admission_places",
    metadata,
    sa.Column("season", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("school", sa.Text, primary_key=True),
    sa.Column("grade", sa.Text, primary_key=True),
    sa.Column("language", sa.Text, primary_key=True),
    sa.Column("places", sa.Integer, nullable=False),
    sa.Column("taken", sa.Integer, nullable=False, server_default="0"),
    sa.CheckConstraint("taken <= places", name="never_oversold"),
)
"""Places of a grade and language in a school in one season. What is taken is counted by
accepting only."""

catchment = sa.Table(
    "admission_catchment",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("locality", sa.Text, nullable=False),
    sa.Column("street", sa.Text, nullable=False),
    sa.Column("street_key", sa.Text, nullable=False),
    sa.Column("side", sa.Text, nullable=False),
    sa.Column("first_house", sa.Integer),
    sa.Column("last_house", sa.Integer),
    sa.Column("school", sa.Text, nullable=False),
)
sa.Index("admission_catchment_of_a_street", catchment.c.locality, catchment.c.street_key)

admission_schools = sa.Table(
    "admission_schools",
    metadata,
    sa.Column("school", sa.Text, primary_key=True),
    sa.Column("address", sa.JSON, nullable=False),
    sa.Column("phone", sa.Text, nullable=False),
)
"""Where the schools that admit here are, for bringing the originals."""
