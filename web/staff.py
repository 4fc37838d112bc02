"""Staff's systems by HTTP: a key in `Authorization: Bearer`, and what it may do.

An endpoint of staff is a function of the request and the key that called:

    desk = StaffDoor(database, words)

    async def vacancies(request: web.Request, key: StaffKey) -> web.Response:
        demand(key, "indigo", "75")     # 403 unless the key covers it
        ...
        return answered({"rows": 12})

    web.post("/staff/vacancies", desk.opens(vacancies))

Answers are `{"ok": true, "result": …}` or `{"ok": false, "error": …, "message": …, …}` with a true
HTTP status; `message` is for people, in the language that `Accept-Language` asks for.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeAlias

from aiohttp import web

from adapters.db.engine import Database
from adapters.voice import said
from adapters.words import Words
from domain.errors import Refusal
from domain.ports import Lang
from domain.staff_keys import StaffKey
from domain.store import StoreUnavailable
from web import bodies
from web.auth import BEARER, LONGEST_KEY
from web.errors import enveloped, taken
from web.links import spoken

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
    "not-among-yours": 404,
    "decided-before": 409,
    "changed-since-seen": 409,
    "no-place-left": 409,
    "not-accepted": 409,
}
"""Other refusals are 422: what was sent can't be."""


@dataclass(frozen=True)
class Refused(Exception):
    """A staff request that can't be: `error` is the string on the wire, `more` stands beside it,
    `because` is what the domain says of it."""

    status: int
    error: str
    more: Mapping[str, Any] = field(default_factory=dict)
    because: Refusal | None = None


@dataclass(frozen=True)
class StaffDoor:
    """Lets keys in."""

    database: Database
    words: Words

    def opens(self, handler: StaffHandler) -> Handler:
        """The handler behind the key: 401 without a live one. What it refuses is told in the
        envelope."""

        async def guarded(request: web.Request) -> web.StreamResponse:
            try:
                return await handler(request, await self.identified(request))
            except Refused as refused:
                return self.refusal(request, refused)
            except Refusal as refused:
                return self.refusal_of(request, refused)
            except StoreUnavailable:
                return self.refusal(request, Refused(503, "TRY_AGAIN"))

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

    def refusal(self, request: web.Request, refused: Refused) -> web.Response:
        lang, words = spoken(request), f"staff-api-{refused.error.lower().replace('_', '-')}"
        told = {k: v for k, v in refused.more.items() if k in self.words.arguments_of(lang, words)}
        message = self.words.say(lang, words, **told)
        if refused.because is not None:
            message = f"{message} {sentence(self.words, lang, refused.because)}"
        return refusal(refused.error, refused.status, message, **refused.more)

    def refusal_of(self, request: web.Request, refused: Refusal) -> web.Response:
        """What the domain refuses, by its name and with its particulars: `MovedToPast` is
        `MOVED_TO_PAST` with `starts`."""
        name, message = refused.words, sentence(self.words, spoken(request), refused)
        more = {key: plain(value) for key, value in refused.arguments.items()}
        error = name.replace("-", "_").upper()
        return refusal(error, STATUSES.get(name, 422), message, **more)


def sentence(words: Words, lang: Lang, refused: Refusal) -> str:
    """As people read it in the chat, unless that speaks of buttons and commands."""
    here = f"staff-api-{refused.words}"
    message = here if words.has(here) else refused.words
    known = words.arguments_of(lang, message)
    told = {k: v for k, v in said(refused.arguments, lang).items() if k in known}
    return words.say(lang, message, **told)


async def params_of(request: web.Request) -> bodies.Params:
    """What a request says. Raises Refused when it is longer than any of this API."""
    try:
        return await bodies.read(request)
    except bodies.TooLarge:
        raise Refused(413, "BODY_TOO_LARGE") from None


def demand(key: StaffKey, organisation: str, area: str) -> None:
    """403 unless the key may act for this organisation there (`*`: the whole country)."""
    if not key.covers(organisation, area):
        raise Refused(403, "NOT_YOURS")


def answered(result: Any) -> web.Response:
    return taken(result)


def plain(value: Any) -> Any:
    """As JSON has it."""
    if isinstance(value, datetime):
        return value.isoformat()
    return value if isinstance(value, (str, int, dict)) else str(value)


def refusal(error: str, status: int, message: str, **more: Any) -> web.Response:
    return enveloped({"ok": False, "error": error, "message": message, **more}, status)
