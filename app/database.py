"""Opens the database with the key that fits it; free of aiogram, for commands."""

import structlog

from adapters.crypto import Seal, load_keys
from adapters.db.engine import Database
from adapters.db.migrate import migrate
from adapters.files import SealedFiles
from app.config import Settings

log = structlog.get_logger()
FINGERPRINT = "key-fingerprint"


class StartRefused(Exception):
    """The program can't start; one line says why and what to do."""


async def open_database(settings: Settings) -> Database:
    """The database with present tables, and the key that fits it."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    given = settings.data_key.get_secret_value() if settings.data_key else None
    keys, created = load_keys(settings.data_dir / "otinim.key", given)
    if created:
        log.warning(
            "a new key was made for personal data: back it up, nothing can be read without it",
            file=str(settings.data_dir / "otinim.key"),
        )
    await migrate(settings.database)
    database = Database.open(settings.database, Seal(keys))
    known = await database.run(lambda store: store.facts.known(FINGERPRINT))
    if known is None:
        await database.run(lambda store: store.facts.keep(FINGERPRINT, keys.fingerprint))
    elif known != keys.fingerprint:
        await database.close()
        raise StartRefused("this key doesn't open this database: give the key file made with it")
    return database


def kept_papers(settings: Settings, database: Database) -> SealedFiles:
    """The files people sent, beside the database."""
    return SealedFiles(settings.data_dir / "papers", database.seal)
