"""Portals that have codes delivered, and their keys. A key is looked up by digest; of the key
itself only what signs callbacks is kept, sealed."""

from datetime import datetime, timedelta
from functools import cache
from typing import Any, cast

import sqlalchemy as sa

from adapters.db.hot import changed, typed
from adapters.db.rows.codes import client_days, client_keys, clients
from adapters.db.shelf import Shelf, insert, insert_in
from domain.clients import (
    Caller,
    Client,
    ClientId,
    Key,
    KeyId,
    Scope,
    Terms,
    Usage,
    signing_secret,
)

CALLER = (
    sa.select(clients, client_keys.c.id.label("key_id"), client_keys.c.test)
    .join(client_keys, client_keys.c.client_id == clients.c.id)
    .where(
        client_keys.c.key_digest == sa.bindparam("key"),
        client_keys.c.ended_at.is_(None),
        clients.c.stopped_at.is_(None),
    )
)
HINT = 4
USAGE_KEPT_DAYS = 400


class Clients(Shelf):
    """Rows of `clients`, `client_keys` and `client_days`."""

    __slots__ = ()

    def add(self, name: str, terms: Terms, now: datetime) -> Client | None:
        """None if there is one of this name."""
        number = self.connection.execute(
            insert(self.connection, clients)
            .values(name=name, created_at=now, **columns(terms))
            .on_conflict_do_nothing()
            .returning(clients.c.id)
        ).scalar_one_or_none()
        return None if number is None else Client(ClientId(number), name, terms)

    def by_name(self, name: str) -> Client | None:
        return self.one(clients.c.name == name)

    def load(self, number: ClientId) -> Client | None:
        return self.one(clients.c.id == number)

    def one(self, condition: sa.ColumnElement[bool]) -> Client | None:
        row = self.connection.execute(sa.select(clients).where(condition)).one_or_none()
        return None if row is None else client(row)

    def all(self) -> list[Client]:
        rows = self.connection.execute(sa.select(clients).order_by(clients.c.name))
        return [client(row) for row in rows]

    def change(self, number: ClientId, terms: Terms) -> None:
        self.connection.execute(
            clients.update().where(clients.c.id == number).values(**columns(terms))
        )

    def stop(self, number: ClientId, stopped: datetime | None) -> None:
        """Stops a client, or lets it go on with None."""
        self.connection.execute(
            clients.update().where(clients.c.id == number).values(stopped_at=stopped)
        )

    def add_key(self, number: ClientId, key: str, *, test: bool, now: datetime) -> Key:
        digest = self.seal.digest("client-key", key)
        row = self.connection.execute(
            client_keys.insert().returning(client_keys.c.id),
            {
                "client_id": number,
                "key_digest": digest,
                "secret_sealed": self.seal.seal(signing_secret(key), place(digest)),
                "hint": key[-HINT:],
                "test": test,
                "created_at": now,
            },
        ).scalar_one()
        return Key(KeyId(row), number, key[-HINT:], test, now)

    def keys(self, number: ClientId) -> list[Key]:
        """The live ones, the oldest first."""
        query = (
            sa.select(client_keys)
            .where(client_keys.c.client_id == number, client_keys.c.ended_at.is_(None))
            .order_by(client_keys.c.id)
        )
        return [
            Key(KeyId(r.id), ClientId(r.client_id), r.hint, r.test, r.created_at)
            for r in self.connection.execute(query)
        ]

    def end_key(self, key: KeyId, now: datetime) -> None:
        self.connection.execute(
            client_keys.update()
            .where(client_keys.c.id == key, client_keys.c.ended_at.is_(None))
            .values(ended_at=now)
        )

    def caller(self, key: str) -> Caller | None:
        """Whose live key this is. A look-up by digest takes as long for a wrong key."""
        row = typed(self.connection, CALLER, {"key": self.seal.digest("client-key", key)})
        return None if row is None else Caller(client(row), KeyId(row.key_id), row.test)

    def signing_secret(self, key: KeyId, number: ClientId) -> bytes | None:
        """What signs callbacks: of the key of the request, or of the newest one if that has
        ended; None when the client has no live key."""
        query = (
            sa.select(client_keys.c.key_digest, client_keys.c.secret_sealed)
            .where(client_keys.c.client_id == number, client_keys.c.ended_at.is_(None))
            .order_by((client_keys.c.id == key).desc(), client_keys.c.id.desc())
            .limit(1)
        )
        row = self.connection.execute(query).one_or_none()
        return None if row is None else self.seal.open(row.secret_sealed, place(row.key_digest))

    def count(self, number: ClientId, what: str, now: datetime) -> None:
        values = {"client": number, "today": f"{now:%Y-%m-%d}", "it": what}
        changed(self.connection, counting(self.connection.dialect.name), values)

    def usage(self, number: ClientId, days: int, now: datetime) -> list[Usage]:
        """The last days on which anything happened, the newest first."""
        since = f"{now - timedelta(days=days):%Y-%m-%d}"
        query = (
            sa.select(client_days.c.day, client_days.c.what, client_days.c.count)
            .where(client_days.c.client_id == number, client_days.c.day > since)
            .order_by(client_days.c.day.desc(), client_days.c.what)
        )
        found: dict[str, dict[str, int]] = {}
        for day, what, count in self.connection.execute(query):
            found.setdefault(day, {})[what] = count
        return [Usage(day, counts) for day, counts in found.items()]

    def purge_usage(self, now: datetime) -> int:
        before = f"{now - timedelta(days=USAGE_KEPT_DAYS):%Y-%m-%d}"
        return self.connection.execute(
            client_days.delete().where(client_days.c.day < before)
        ).rowcount


@cache
def counting(dialect: str) -> Any:
    new = insert_in(dialect, client_days).values(
        client_id=sa.bindparam("client"),
        day=sa.bindparam("today"),
        what=sa.bindparam("it"),
        count=1,
    )
    return new.on_conflict_do_update(
        index_elements=["client_id", "day", "what"], set_={"count": client_days.c.count + 1}
    )


def columns(terms: Terms) -> dict[str, Any]:
    return {
        "scopes": " ".join(sorted(terms.scopes)),
        "networks": " ".join(terms.networks),
        "hosts": " ".join(terms.hosts),
        "callback_url": terms.callback_url,
        "per_second": terms.per_second,
        "per_day": terms.per_day,
    }


def client(row: Any) -> Client:
    terms = Terms(
        cast("frozenset[Scope]", frozenset(row.scopes.split())),
        tuple(row.networks.split()),
        tuple(row.hosts.split()),
        row.callback_url,
        row.per_second,
        row.per_day,
    )
    return Client(ClientId(row.id), row.name, terms, stopped=row.stopped_at is not None)


def place(key_digest: bytes) -> str:
    return f"client_keys.secret:{key_digest.hex()}"
