"""Runs transactions. A transaction is a plain function of a `Store`, so nothing slow can be
awaited inside one; on SQLite many of them share one commit (docs/decisions/0001)."""

import asyncio
import random
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol, TypeVar

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from adapters.crypto import Seal
from adapters.db.group import GroupCommit
from adapters.db.sqlite import prepare_sqlite
from adapters.db.store import Store
from domain.store import StoreUnavailable

T = TypeVar("T")

TRIES = 5
AWAY = (OperationalError, InterfaceError, OSError, sqlite3.OperationalError)
"""A full disk, a lock held too long, a server that is not there."""
RETRIED = ("40001", "40P01")
"""PostgreSQL: serialization failure and deadlock (reliability.md D5)."""


class Runner(Protocol):
    """Runs one function in one transaction and answers after the commit."""

    async def run(self, work: Callable[[Store], T]) -> T: ...

    async def close(self) -> None: ...


@dataclass(frozen=True)
class PostgresRunner:
    """Every function has a transaction of its own; what PostgreSQL asks to repeat is repeated."""

    engine: AsyncEngine
    seal: Seal

    async def run(self, work: Callable[[Store], T]) -> T:
        for left in reversed(range(TRIES)):
            try:
                return await self.once(work)
            except DBAPIError as trouble:
                if not left or getattr(trouble.orig, "sqlstate", "") not in RETRIED:
                    raise
                await asyncio.sleep(random.uniform(0.005, 0.05))  # noqa: S311 jitter, no secret
        raise AssertionError

    async def once(self, work: Callable[[Store], T]) -> T:
        async with self.engine.begin() as connection:
            return await connection.run_sync(lambda c: in_store(c, self.seal, work))

    async def close(self) -> None:
        """The engine is the database's to close."""


def in_store(connection: sa.Connection, seal: Seal, work: Callable[[Store], T]) -> T:
    store = Store(connection, seal)
    result = work(store)
    store.flush()
    return result


class Database:
    """The database of the house: `run` writes, `read` looks."""

    def __init__(self, engine: AsyncEngine, runner: Runner, seal: Seal) -> None:
        self.engine = engine
        self.runner = runner
        self.seal = seal

    @classmethod
    def open(cls, url: str, seal: Seal) -> "Database":
        """`sqlite+aiosqlite:///…` or `postgresql+asyncpg://…`; tables must be there already."""
        engine = async_engine(url)
        if engine.dialect.name == "sqlite":
            return cls(engine, GroupCommit(engine.url, seal), seal)
        return cls(engine, PostgresRunner(engine, seal), seal)

    @property
    def several_processes(self) -> bool:
        """Whether other processes may work on the same rows."""
        return self.engine.dialect.name != "sqlite"

    async def run(self, work: Callable[[Store], T]) -> T:
        """Runs `work` in one transaction; when this returns, it is on the disk. Raises
        StoreUnavailable when nothing can be stored now."""
        try:
            return await self.runner.run(work)
        except AWAY as trouble:
            raise StoreUnavailable(type(trouble).__name__) from trouble

    async def read(self, work: Callable[[Store], T]) -> T:
        """Runs `work` on a snapshot beside the writers; it must not write."""
        async with self.engine.connect() as connection:
            return await connection.run_sync(lambda c: work(Store(c, self.seal)))

    async def close(self) -> None:
        await self.runner.close()
        with suppress(asyncio.CancelledError):
            await self.engine.dispose()


def async_engine(url: str) -> AsyncEngine:
    if url.startswith("sqlite"):
        engine = create_async_engine(url, pool_size=4)
        sa.event.listen(engine.sync_engine, "connect", prepare_sqlite)
        return engine
    return create_async_engine(url, pool_size=16, max_overflow=16, pool_pre_ping=True)
