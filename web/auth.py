"""Who calls: the key in the header or in `access_token`, and the address it comes from."""

from aiohttp import web

from adapters.db.store import Store
from domain.clients import Caller
from domain.denials import Denied
from web.bodies import Params

BEARER = "bearer"
LONGEST_KEY = 256


def key_of(request: web.Request, params: Params) -> str:
    """The key as it was given. Raises Denied when there is none."""
    scheme, _, key = request.headers.get("Authorization", "").partition(" ")
    shown = key.strip() if scheme.lower() == BEARER else ""
    found = shown or params.text("access_token")
    if not found:
        raise Denied("ACCESS_TOKEN_REQUIRED")
    return found[:LONGEST_KEY]


def address_of(request: web.Request, hops: int) -> str:
    """Where the request comes from: the peer, or with `hops` proxies of ours before us the
    address that the first of them saw. Never the leftmost, which anybody can write."""
    seen = ",".join(request.headers.getall("X-Forwarded-For", [])).split(",")
    if hops and len(seen) >= hops:
        return seen[-hops].strip()
    return request.remote or ""


def identified(store: Store, key: str, address: str) -> Caller:
    """Whose key this is. One answer for a key nobody has, one that has ended, and one used from
    an address its client doesn't call from."""
    caller = store.clients.caller(key)
    if caller is None or not caller.client.calls_from(address):
        raise Denied("ACCESS_TOKEN_INVALID")
    return caller
