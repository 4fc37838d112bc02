"""Portals that have codes delivered: what each may do, its keys, and who answers for a request.

A portal is called a client here, because `portals` are the ones the bot itself fills in forms of.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from ipaddress import ip_address, ip_network
from typing import Final, Literal, NewType

from domain.store import Store

ClientId = NewType("ClientId", int)
KeyId = NewType("KeyId", int)
Scope = Literal["send", "reach"]
SCOPES: Final[Sequence[Scope]] = ("send", "reach")
"""`send` lets a client send and check codes; `reach` lets it know whether a phone has a chat."""

LIVE, TEST = "otl_", "ott_"
"""What keys begin with. A test key never sends anything."""
LIVE_KEYS = 2
"""Two at once, so that a portal changes its key without a gap (reliability.md A16)."""
OURSELVES = "Otinim"
"""The client our own conversations send codes as; it has no keys."""


class NoSuchClient(Exception):
    """For the engineer at the command line: no client has this name."""


class NameTaken(Exception):
    """For the engineer at the command line: a client has this name already."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a client may do. `networks` are CIDR blocks it may call from (none: from anywhere),
    `hosts` those of its own network that a callback may go to by plain HTTP."""

    scopes: frozenset[Scope] = frozenset(SCOPES)
    networks: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    callback_url: str | None = None
    per_second: int = 20
    per_day: int = 50_000


@dataclass(frozen=True, slots=True)
class Client:
    """`name` is what people read in their code messages."""

    id: ClientId
    name: str
    terms: Terms = field(default_factory=Terms)
    stopped: bool = False

    def may(self, scope: Scope) -> bool:
        return scope in self.terms.scopes

    def calls_from(self, address: str) -> bool:
        """Whether this address is one of those the client gave."""
        if not self.terms.networks:
            return True
        try:
            caller = ip_address(address.partition("%")[0])
        except ValueError:
            return False
        caller = getattr(caller, "ipv4_mapped", None) or caller
        return any(caller in ip_network(n, strict=False) for n in self.terms.networks)


@dataclass(frozen=True, slots=True)
class Key:
    """A key as we keep it: never the key itself. `hint` is its last four characters."""

    id: KeyId
    client: ClientId
    hint: str
    test: bool
    created: datetime


@dataclass(frozen=True, slots=True)
class Caller:
    """Who a request is from, proven by a key."""

    client: Client
    key: KeyId
    test: bool = False


@dataclass(frozen=True, slots=True)
class Usage:
    """What a client did on one day (UTC)."""

    day: str
    counts: Mapping[str, int]


def new_key(prefix: str) -> str:
    """256 random bits."""
    return prefix + secrets.token_urlsafe(32)


def signing_secret(key: str) -> bytes:
    """What callbacks are signed with (Telegram Gateway: SHA-256 of the token, as raw bytes). It
    is all that is kept of a key, sealed: a key has 256 random bits and can't be found from it."""
    return sha256(key.encode()).digest()


def open_client(store: Store, name: str, terms: Terms, prefix: str, now: datetime) -> str:
    """A new client's first key, shown once. Raises NameTaken."""
    client = store.clients.add(name, terms, now)
    if client is None:
        raise NameTaken(name)
    key = new_key(prefix)
    store.clients.add_key(client.id, key, test=prefix == TEST, now=now)
    return key


def rotate(store: Store, name: str, prefix: str, now: datetime) -> str:
    """One more key. Of each sort two live at once: a third ends the oldest. Raises
    NoSuchClient."""
    client = named(store, name)
    alike = [k for k in store.clients.keys(client.id) if k.test == (prefix == TEST)]
    for old in alike[: max(0, len(alike) - LIVE_KEYS + 1)]:
        store.clients.end_key(old.id, now)
    key = new_key(prefix)
    store.clients.add_key(client.id, key, test=prefix == TEST, now=now)
    return key


def revoke(store: Store, name: str, hint: str | None, now: datetime) -> int:
    """Ends one key, known by its last characters, or all of them. Answers how many. Raises
    NoSuchClient."""
    client = named(store, name)
    ended = [k for k in store.clients.keys(client.id) if hint is None or k.hint == hint]
    for key in ended:
        store.clients.end_key(key.id, now)
    return len(ended)


def named(store: Store, name: str) -> Client:
    client = store.clients.by_name(name)
    if client is None:
        raise NoSuchClient(name)
    return client


def ourselves(store: Store, now: datetime) -> Client:
    """The client of our own conversations, made when first needed."""
    known = store.clients.by_name(OURSELVES) or store.clients.add(OURSELVES, Terms(), now)
    return known or named(store, OURSELVES)
