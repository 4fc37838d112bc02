"""`python -m app clients …`: portals that have codes delivered, their keys and their use."""

import sys
from argparse import Namespace
from dataclasses import replace
from datetime import datetime
from ipaddress import ip_network

from adapters.clock import SystemClock
from adapters.db.store import Store
from adapters.strange_urls import NotAllowed, checked_url
from app.config import Settings
from app.database import StartRefused, open_database
from domain import clients
from domain.clients import LIVE, SCOPES, TEST, Client, NameTaken, NoSuchClient, Terms

SHOWN_DAYS = 7
LONGEST_NAME = 40
"""It stands in the first line of every code message."""


async def managed(settings: Settings, given: Namespace) -> None:
    """Does what was given and says what it did. Raises StartRefused."""
    database = await open_database(settings)
    now = SystemClock().now()
    try:
        said = await database.run(lambda store: act(store, given, now))
    except NameTaken:
        raise StartRefused(f"there is a portal called {given.name} already") from None
    except NoSuchClient:
        raise StartRefused(f"there is no portal called {given.name}") from None
    finally:
        await database.close()
    sys.stdout.write("".join(f"{line}\n" for line in said))


def act(store: Store, given: Namespace, now: datetime) -> list[str]:
    match given.act:
        case "add":
            prefix = TEST if given.test else LIVE
            name = checked_name(given.name)
            key = clients.open_client(store, name, terms(Terms(), given), prefix, now)
            return ["This key is shown once:", key]
        case "list":
            return [line for c in store.clients.all() for line in described(store, c, now)]
        case "change":
            client = clients.named(store, given.name)
            store.clients.change(client.id, terms(client.terms, given))
            return []
        case "rotate":
            prefix = TEST if given.test else LIVE
            return ["This key is shown once:", clients.rotate(store, given.name, prefix, now)]
        case _:
            return [str(clients.revoke(store, given.name, given.key, now))]


def checked_name(name: str) -> str:
    if not name.strip() or len(name) > LONGEST_NAME or not name.isprintable():
        raise StartRefused(f"a name has 1 to {LONGEST_NAME} printable characters")
    return name.strip()


def wrong(option: str, value: str) -> StartRefused:
    return StartRefused(f"--{option}: {value} can't be")


def terms(known: Terms, given: Namespace) -> Terms:
    """What is known, with what was given."""
    found = known
    if given.scopes is not None:
        wanted = frozenset(s for s in SCOPES if s in given.scopes.split(","))
        if len(wanted) != len(given.scopes.split(",")):
            raise wrong("scopes", given.scopes)
        found = replace(found, scopes=wanted)
    if given.networks is not None:
        found = replace(found, networks=tuple(network(n) for n in listed(given.networks)))
    if given.hosts is not None:
        found = replace(found, hosts=listed(given.hosts))
    if given.callback is not None:
        found = replace(found, callback_url=callback(given.callback, found.hosts))
    if given.per_second is not None:
        found = replace(found, per_second=max(1, given.per_second))
    if given.per_day is not None:
        found = replace(found, per_day=max(1, given.per_day))
    return found


def listed(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in text.split(","))))


def network(text: str) -> str:
    try:
        return str(ip_network(text, strict=False))
    except ValueError:
        raise wrong("networks", text) from None


def callback(url: str, hosts: tuple[str, ...]) -> str:
    try:
        return checked_url(url, hosts)
    except NotAllowed:
        raise wrong("callback", url) from None


def described(store: Store, client: Client, now: datetime) -> list[str]:
    t = client.terms
    keys = [f"{k.hint}{' (test)' if k.test else ''}" for k in store.clients.keys(client.id)]
    lines = [
        f"{client.name}: {','.join(sorted(t.scopes))}; {t.per_second}/s, {t.per_day}/day; "
        f"keys {', '.join(keys) or 'none'}"
    ]
    for day in store.clients.usage(client.id, SHOWN_DAYS, now):
        counts = ", ".join(f"{what} {count}" for what, count in day.counts.items())
        lines.append(f"  {day.day}: {counts}")
    return lines
