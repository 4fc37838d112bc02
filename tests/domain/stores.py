"""A store over a real SQLite file, for rules whose half is in the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from adapters.db.group import writer_engine
from adapters.db.outbox import Outbox
from adapters.db.rows.columns import metadata
from adapters.db.store import Store
from domain.accounts import Account, open_account
from domain.people import PersonId
from tests.ports.servers import SEAL

NOW = datetime(2026, 9, 1, 6, tzinfo=UTC)
ASEL, BOLAT = PersonId(7_000_000_001), PersonId(7_000_000_002)
IINS = ("090415690007", "090415690017", "090415690027")


def later(**span: float) -> datetime:
    return NOW + timedelta(**span)


@contextmanager
def opened(folder: Path) -> Iterator[Store]:
    """One transaction that is never committed."""
    engine = writer_engine(sa.make_url(f"sqlite:///{folder / 'otinim.db'}"))
    with engine.connect() as connection:
        metadata.create_all(connection)
        yield Store(connection, SEAL)
        connection.rollback()
    engine.dispose()


def account(store: Store, n: int = 0, person: PersonId = ASEL, **profile: Any) -> Account:
    """A pupil's account of grade 8, not confirmed."""
    store.people.meet(person, NOW)
    return open_account(
        store,
        person,
        portal="daryn",
        role=profile.pop("role", "pupil"),
        draft=100 + n,
        profile={
            "iin": IINS[n],
            "email": f"pupil{n}@example.com",
            "grade": "8",
            "language": "kk",
            "ethnicity": "kazakh",
            "labels": {},
            **profile,
        },
        password_hash="hash",
        now=NOW,
    )


def letters(store: Store) -> list[dict[str, Any]]:
    """What is owed by mail, oldest first."""
    store.flush()
    outbox: Outbox = store.outbox
    owed = outbox.claim("mail", "w", later(days=400), timedelta(0), 1000)
    return [dict(o.payload) for o in owed]
