"""Who works on this folder: alone, or beside another process."""

import fcntl
from pathlib import Path
from typing import IO

from adapters.db.engine import Database


async def take_over(database: Database, data_dir: Path) -> IO[str] | None:
    """After a crash nobody else holds anything on SQLite, unless another process runs: whoever has
    the lock file is alone, and what was held is free at once. Elsewhere, and beside another
    process, leases are left to run out (a minute). The file is to be kept open."""
    if database.several_processes:
        return None
    lock, alone = locked(data_dir)
    if alone:
        await database.run(lambda store: store.inbox.release_all())
        await database.run(lambda store: store.outbox.release_all())
        await database.run(lambda store: store.offers.leave_all())
    return lock


def locked(folder: Path) -> tuple[IO[str], bool]:
    """The lock file, and whether it is ours."""
    folder.mkdir(parents=True, exist_ok=True)
    file = (folder / "otinim.lock").open("w")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return file, False
    return file, True
