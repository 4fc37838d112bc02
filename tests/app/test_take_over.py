"""What a crashed process held is free at the next start, unless another one runs."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from adapters.db.engine import Database
from app.take_over import take_over
from domain.outbox import Notice
from domain.people import PersonId
from domain.signing import SigningOffer
from domain.signing_sessions import SessionId
from tests.ports.servers import migrated_file, sqlite, sqlite_file

__all__ = ["migrated_file", "sqlite", "sqlite_file"]

NOW = datetime(2026, 9, 1, 6, tzinfo=UTC)


async def held(database: Database) -> None:
    """A row that a process has claimed."""
    notice = Notice(PersonId(1), {"method": "sendMessage"})
    lease = timedelta(seconds=60)
    await database.run(lambda s: s.outbox.add(notice, NOW))
    await database.run(lambda s: s.outbox.claim("telegram", "dead", NOW, lease, 9))


async def under_way(database: Database) -> None:
    """A document that SIGEX brings to a phone, as a process waits for it."""
    offer = SigningOffer("https://m.egov.kz", "mobileSign:x", NOW, {})
    until = NOW + timedelta(seconds=150)
    await database.run(lambda s: s.offers.add(SessionId(1), offer, until))


async def free(database: Database) -> int:
    lease = timedelta(seconds=60)
    found = await database.run(lambda s: s.outbox.claim("telegram", "new", NOW, lease, 9))
    return len(found)


async def test_alone_it_takes_what_was_held(sqlite: Database, tmp_path: Path) -> None:
    await held(sqlite)
    await under_way(sqlite)
    lock = await take_over(sqlite, tmp_path)
    assert lock is not None
    assert await free(sqlite) == 1
    assert len(await sqlite.read(lambda s: s.offers.left(NOW, 9))) == 1
    lock.close()


async def test_beside_another_it_waits_for_the_lease(sqlite: Database, tmp_path: Path) -> None:
    first = await take_over(sqlite, tmp_path)
    await held(sqlite)
    await under_way(sqlite)
    second = await take_over(sqlite, tmp_path)
    assert await free(sqlite) == 0
    assert await sqlite.read(lambda s: s.offers.left(NOW, 9)) == []
    for lock in (first, second):
        assert lock is not None
        lock.close()
