"""The commands beside running: each opens the database, does one thing, says what it did."""

import sys
from collections.abc import Callable

from adapters.clock import SystemClock
from adapters.db.store import Store
from app.admission import load_offices
from app.config import Settings
from app.database import StartRefused, open_database
from app.events import load_event, read_event
from app.lists import load_schools


async def migrated(settings: Settings) -> None:
    """Opening the database migrates it."""
    database = await open_database(settings)
    await database.close()


async def schooled(settings: Settings, text: str) -> None:
    """Loads schools, all or none."""
    await loaded(settings, lambda store: load_schools(store, text))


async def admitting(settings: Settings, table: bytes) -> None:
    """Loads the schools that admit here, all or none."""
    await loaded(settings, lambda store: load_offices(store, table))


async def loaded(settings: Settings, load: Callable[[Store], tuple[int, list[str]]]) -> None:
    """Says how many rows a table has loaded, or refuses to with all that is wrong in it."""
    database = await open_database(settings)
    try:
        count, troubles = await database.run(load)
    finally:
        await database.close()
    if troubles:
        raise StartRefused("\n".join(troubles))
    sys.stdout.write(f"{count}\n")


async def announced(settings: Settings, text: str) -> None:
    """Loads an olympiad, or replaces what is said of it."""
    event, troubles = read_event(text)
    if event is None:
        raise StartRefused("\n".join(troubles))
    database = await open_database(settings)
    now, zone = SystemClock().now(), settings.time_zone
    try:
        await database.run(lambda store: load_event(store, event, now, zone))
    finally:
        await database.close()
    sys.stdout.write(f"{event.id}\n")
