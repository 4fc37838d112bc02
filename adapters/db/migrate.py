"""Brings the tables to the present shape. Forward only; several processes may start at once."""

from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from adapters.db.engine import async_engine

if TYPE_CHECKING:
    from alembic.config import Config

FOLDER = Path(__file__).parent / "migrations"
LOCK = 7_206_164
"""PostgreSQL advisory lock of whoever migrates; others wait for it."""


async def migrate(url: str) -> None:
    """Runs what is missing, under a lock: a second process finds everything done."""
    engine = async_engine(url)
    try:
        async with engine.connect() as connection:
            await connection.run_sync(upgrade)
            await connection.commit()
    finally:
        await engine.dispose()


def upgrade(connection: sa.Connection) -> None:
    """alembic is loaded only when there is something to do: it takes 12 MB and 0.4 s."""
    lock(connection)
    if version(connection) == newest():
        return
    from alembic import command

    command.upgrade(alembic_config(connection), "head")


def version(connection: sa.Connection) -> str | None:
    """The number of the last migration that ran here; None on an empty database."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def newest() -> str:
    """The number of the last migration there is: files are named by it."""
    return max(file.name.split("_")[0] for file in (FOLDER / "versions").glob("[0-9]*.py"))


def lock(connection: sa.Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")


def alembic_config(connection: sa.Connection) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
