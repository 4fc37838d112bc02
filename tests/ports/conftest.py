"""Every adapter test that asks for `database` runs on SQLite and on PostgreSQL."""

from tests.ports.servers import (
    database,
    database_url,
    empty_url,
    migrated_file,
    postgres,
    redis_url,
    sqlite,
    sqlite_file,
)

__all__ = [
    "database",
    "database_url",
    "empty_url",
    "migrated_file",
    "postgres",
    "redis_url",
    "sqlite",
    "sqlite_file",
]
