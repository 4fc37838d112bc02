"""`python -m app staff …` and `python -m app audit check`."""

import sys
from argparse import Namespace
from datetime import datetime

from adapters.clock import SystemClock
from adapters.db.store import Store
from app.config import Settings
from app.database import StartRefused, open_database
from domain import staff, staff_keys
from domain.audit import OPERATOR, Chain, walk
from domain.errors import Refusal
from domain.people import PersonId

LONGEST_NAME = 40


async def managed(settings: Settings, given: Namespace) -> None:
    """Does what was given and says what it did. Raises StartRefused."""
    database = await open_database(settings)
    now = SystemClock().now()
    try:
        said = await database.run(lambda store: act(store, given, now))
    except Refusal as refusal:
        told = " ".join(str(value) for value in refusal.arguments.values())
        raise StartRefused(f"{refusal.words} {told}".strip()) from None
    finally:
        await database.close()
    sys.stdout.write("".join(f"{line}\n" for line in said))


def act(store: Store, given: Namespace, now: datetime) -> list[str]:
    match given.act:
        case "grant":
            place = where(given)
            person = PersonId(given.person)
            staff.grant(store, person, *place, given.role, by=OPERATOR, now=now)
            return []
        case "revoke":
            person = PersonId(given.person)
            gone = staff.revoke(
                store, person, given.organisation, given.area, by=OPERATOR, now=now
            )
            return [str(len(gone))]
        case "list":
            return [
                f"{g.person} {g.role} {g.organisation} {g.area} since {g.since:%Y-%m-%d} by {g.by}"
                for g in store.staff.all_grants()
            ]
        case _:
            return keyed(store, given, now)


def keyed(store: Store, given: Namespace, now: datetime) -> list[str]:
    match given.key_act:
        case "add":
            name = given.name.strip()
            if not name or len(name) > LONGEST_NAME or not name.isprintable():
                raise StartRefused(f"a name has 1 to {LONGEST_NAME} printable characters")
            person = None if given.person is None else PersonId(given.person)
            key = staff_keys.add(store, name, *where(given), person, by=OPERATOR, now=now)
            return ["This key is shown once:", key]
        case "list":
            return [
                f"{k.name} …{k.hint} {k.organisation} {k.area} {k.person or '-'}"
                for k in store.staff_keys.live()
            ]
        case _:
            return [str(staff_keys.revoke(store, given.name, given.key, by=OPERATOR, now=now))]


def where(given: Namespace) -> tuple[str, str]:
    """Organisation and area as they were given."""
    return staff.read_organisation(given.organisation), staff.read_area(given.area)


async def audited(settings: Settings) -> None:
    """Walks the chain of what staff did. Raises StartRefused naming the first row that doesn't
    fit."""
    database = await open_database(settings)
    try:
        chain: Chain = await database.read(lambda store: walk(store.audit.rows()))
    finally:
        await database.close()
    if chain.broken is not None:
        raise StartRefused(f"the audit is broken at row {chain.broken}; {chain.held} rows hold")
    sys.stdout.write(f"{chain.held} rows hold; the last hash is {chain.last}\n")
