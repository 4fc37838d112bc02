"""One writer thread for SQLite: functions that come while a commit is under way share the next
one. `synchronous=FULL` costs one fsync a group instead of one a function."""

import asyncio
import queue
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import sqlalchemy as sa

from adapters.crypto import Seal
from adapters.db.sqlite import prepare_sqlite
from adapters.db.store import Store

T = TypeVar("T")

MOST_AT_ONCE = 128


@dataclass(frozen=True, slots=True)
class Job:
    work: Callable[[Store], Any]
    loop: asyncio.AbstractEventLoop
    future: "asyncio.Future[Any]"


@dataclass(slots=True)
class Outcome:
    job: Job
    result: Any = None
    trouble: BaseException | None = None


class GroupCommit:
    """Each function runs under a savepoint: one that raises undoes itself and nobody else."""

    def __init__(self, url: sa.URL, seal: Seal) -> None:
        self.url = url.set(drivername="sqlite+pysqlite")
        self.seal = seal
        self.jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self.thread: threading.Thread | None = None

    async def run(self, work: Callable[[Store], T]) -> T:
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        if self.thread is None:
            self.thread = threading.Thread(target=self.write, name="sqlite-writer", daemon=True)
            self.thread.start()
        self.jobs.put(Job(work, loop, future))
        return await future

    async def close(self) -> None:
        if self.thread is not None:
            self.jobs.put(None)
            await asyncio.to_thread(self.thread.join)
            self.thread = None

    def write(self) -> None:
        """The thread: takes what waits, runs it, commits once, answers all."""
        engine = writer_engine(self.url)
        try:
            with engine.connect() as connection:
                while (jobs := self.waiting()) is not None:
                    deliver(run_group(connection, self.seal, jobs))
        except Exception as trouble:  # noqa: BLE001 told to everybody, or they would wait for ever
            while (jobs := self.waiting()) is not None:
                deliver([Outcome(job, trouble=trouble) for job in jobs])
        engine.dispose()

    def waiting(self) -> list[Job] | None:
        """What waits now, at least one; None when the house closes."""
        first = self.jobs.get()
        if first is None:
            return None
        jobs = [first]
        while len(jobs) < MOST_AT_ONCE:
            try:
                job = self.jobs.get_nowait()
            except queue.Empty:
                break
            if job is None:
                self.jobs.put(None)
                break
            jobs.append(job)
        return jobs


def writer_engine(url: sa.URL) -> sa.Engine:
    engine = sa.create_engine(url, poolclass=sa.pool.NullPool)
    sa.event.listen(engine, "connect", prepare_sqlite)
    sa.event.listen(engine, "connect", leave_transactions_to_us)
    sa.event.listen(engine, "begin", lambda c: c.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def leave_transactions_to_us(connection: Any, record: object) -> None:
    connection.isolation_level = None


def run_group(connection: sa.Connection, seal: Seal, jobs: Sequence[Job]) -> list[Outcome]:
    """All functions of a group in one transaction. If the commit itself fails, all have failed:
    nobody is told that something is stored when it isn't. If a row kept for the end can't be
    written, each function is run again alone, so that the trouble is only its owner's."""
    later: dict[Any, list[Any]] = {}
    written = False
    try:
        with connection.begin():
            outcomes = [under_savepoint(connection, seal, job, later) for job in jobs]
            Store(connection, seal, later).flush()
            written = True
    except Exception as trouble:  # noqa: BLE001 told to each waiting function below
        if written or len(jobs) == 1:
            return [Outcome(job, trouble=trouble) for job in jobs]
        return [outcome for job in jobs for outcome in run_group(connection, seal, [job])]
    return outcomes


def under_savepoint(
    connection: sa.Connection, seal: Seal, job: Job, later: dict[Any, list[Any]]
) -> Outcome:
    store = Store(connection, seal)
    driver: Any = connection.connection.driver_connection  # SQLAlchemy's own way costs 50 us more
    driver.execute("SAVEPOINT one")
    try:
        result = job.work(store)
    except Exception as trouble:
        if not driver.in_transaction:  # SQLite itself gave the whole group up: the disk is full
            raise
        driver.execute("ROLLBACK TO one")
        return Outcome(job, trouble=trouble)
    driver.execute("RELEASE one")
    for statement, rows in store.later.items():
        later.setdefault(statement, []).extend(rows)
    return Outcome(job, result)


def deliver(outcomes: list[Outcome]) -> None:
    """Answers all waiting functions in one hop to their loop."""
    loop = outcomes[0].job.loop
    if not loop.is_closed():
        loop.call_soon_threadsafe(settle, outcomes)


def settle(outcomes: list[Outcome]) -> None:
    for outcome in outcomes:
        if outcome.job.future.done():
            continue
        if outcome.trouble is not None:
            outcome.job.future.set_exception(outcome.trouble)
        else:
            outcome.job.future.set_result(outcome.result)
