"""The demo portal of the sandbox: a client of the codes API, with a key of its own."""

from datetime import datetime

from domain.clients import LIVE, NameTaken, Terms, open_client, rotate
from domain.store import Store

NAME = "Demo portal"


def key_of_portal(store: Store, now: datetime) -> str:
    """A key for this run; an earlier run's goes when a third is made."""
    try:
        return open_client(store, NAME, Terms(), LIVE, now)
    except NameTaken:
        return rotate(store, NAME, LIVE, now)
