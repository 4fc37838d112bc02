"""The tables come about by migrations alone, once, whoever starts first."""

import asyncio
import subprocess
import sys
from pathlib import Path

import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from adapters.db.engine import async_engine
from adapters.db.migrate import migrate
from adapters.db.rows.columns import metadata

HOUSE = Path(__file__).parent.parent.parent
MIGRATE = "import asyncio, sys; from adapters.db.migrate import migrate as m; "
RUN = "asyncio.run(m(sys.argv[1]))"


async def looked_at(url: str, look: object) -> object:
    engine = async_engine(url)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(look)
    finally:
        await engine.dispose()


def differences(connection: sa.Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, metadata))


def tables(connection: sa.Connection) -> set[str]:
    return set(sa.inspect(connection).get_table_names())


async def test_migrating_an_empty_database_makes_every_table(empty_url: str) -> None:
    await migrate(empty_url)
    assert await looked_at(empty_url, tables) == {*metadata.tables, "alembic_version"}


async def test_migrating_again_changes_nothing(empty_url: str) -> None:
    await migrate(empty_url)
    await migrate(empty_url)
    assert await looked_at(empty_url, differences) == []


async def test_migrated_tables_are_those_the_code_knows(database_url: str) -> None:
    assert await looked_at(database_url, differences) == []


async def test_two_processes_may_migrate_at_once(empty_url: str) -> None:
    command = [sys.executable, "-W", "error", "-c", MIGRATE + RUN, empty_url]
    starts = [
        await asyncio.create_subprocess_exec(*command, cwd=HOUSE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    ends = [await process.communicate() for process in starts]
    assert [p.returncode for p in starts] == [0, 0], ends
    assert await looked_at(empty_url, differences) == []


async def test_ids_are_never_given_again(empty_url: str) -> None:
    """SQLite numbers a row after the highest one left, unless a table says otherwise; what was
    sent earlier still refers to the old number."""
    await migrate(empty_url)
    if empty_url.startswith("postgresql"):
        return
    query = sa.text("SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'")
    found = await looked_at(empty_url, lambda c: set(c.execute(query).scalars()))
    assert found >= {"drafts", "accounts", "confirmations", "registrations"}
