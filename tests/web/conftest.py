"""Every test here that asks for `town` runs on SQLite and on PostgreSQL."""

import pytest

from adapters.db.engine import Database
from tests.portals import Town
from tests.ports.servers import (
    database,
    database_url,
    migrated_file,
    postgres,
    sqlite,
    sqlite_file,
)

__all__ = ["database", "database_url", "migrated_file", "postgres", "sqlite", "sqlite_file"]


@pytest.fixture
def town(database: Database) -> Town:
    return Town(database)


@pytest.fixture
def village(sqlite: Database) -> Town:
    """On SQLite alone, for what doesn't depend on the database."""
    return Town(sqlite)
