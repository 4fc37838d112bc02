"""Staff's systems by HTTP: a key in `Authorization: Bearer`, and what it may do.

An endpoint of staff is a function of the request and the key that called:

    desk = StaffDoor(database)

    async def vacancies(request: web.Request, key: StaffKey) -> web.Response:
        demand(key, "indigo", "75")     # 403 unless the key covers it
        ...
        return answered({"rows": 12})

    web.post("/staff/vacancies", desk.opens(vacancies))

Answers are `{"ok": true, "result": …}` or `{"ok": false, "error": …, …}` with a true HTTP status.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeAlias

from aiohttp import web

from adapters.db.engine import Database
from domain.errors import Refusal
from domain.staff_keys import StaffKey
from domain.store import StoreUnavailable
from web.auth import BEARER, LONGEST_KEY
from web.errors import enveloped, taken

Handler: TypeAlias = Callable[[web.Request], Awaitable[web.StreamResponse]]
StaffHandler: TypeAlias = Callable[[web.Request, StaffKey], Awaitable[web.StreamResponse]]
STATUSES: Mapping[str, int] = {
    "not-allowed": 403,
    "second-person-needed": 403,
    "author-lost-right": 409,
    "session-gone": 404,
    "event-gone": 404,
    "proposal-gone": 409,
    "too-late-to-undo": 409,
    "session-changed-meanwhile": 409,
}
"""Other refusals are 422: what was sent can't be."""


@dataclass(frozen=True)
class Refused(Exception):
    """A staff request that can't be: `error` is the string on the wire, `more` stands beside
    it."""

    status: int
    error: str
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class StaffDoor:
    """Lets keys in."""

    database: Database

    def opens(self, handler: StaffHandler) -> Handler:
        """The handler behind the key: 401 without a live one. What it refuses is told in the
        envelope."""

        async def guarded(request: web.Request) -> web.StreamResponse:
            try:
                return await handler(request, await self.identified(request))
            except Refused as refused:
                return refusal(refused.error, refused.status, **refused.more)
            except Refusal as refused:
                return refusal_of(refused)
            except StoreUnavailable:
                return refusal("TRY_AGAIN", 503)

        return guarded

    async def identified(self, request: web.Request) -> StaffKey:
        scheme, _, key = request.headers.get("Authorization", "").partition(" ")
        given = key.strip()[:LONGEST_KEY]
        if scheme.lower() != BEARER or not given:
            raise Refused(401, "STAFF_KEY_REQUIRED")
        known = await self.database.read(lambda store: store.staff_keys.of(given))
        if known is None:
            raise Refused(401, "STAFF_KEY_INVALID")
        return known


def demand(key: StaffKey, organisation: str, area: str) -> None:
    """403 unless the key may act for this organisation there (`*`: the whole country)."""
    if not key.covers(organisation, area):
        raise Refused(403, "NOT_YOURS")


def answered(result: Any) -> web.Response:
    return taken(result)


def refusal_of(refused: Refusal) -> web.Response:
    """What the domain refuses, by its name and with its particulars: `MovedToPast` is
    `MOVED_TO_PAST` with `starts`."""
    name = refused.words
    more = {key: plain(value) for key, value in refused.arguments.items()}
    return refusal(name.replace("-", "_").upper(), STATUSES.get(name, 422), **more)


def plain(value: Any) -> Any:
    """As JSON has it."""
    if isinstance(value, datetime):
        return value.isoformat()
    return value if isinstance(value, (str, int, dict)) else str(value)


def refusal(error: str, status: int, **more: Any) -> web.Response:
    return enveloped({"ok": False, "error": error, **more}, status)
