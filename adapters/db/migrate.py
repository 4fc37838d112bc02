"""Brings the tables to the present shape. Forward only; several processes may start at once."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from adapters.db.engine import async_engine

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
    lock(connection)
    command.upgrade(alembic_config(connection), "head")


def lock(connection: sa.Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")


def alembic_config(connection: sa.Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
