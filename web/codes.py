"""The HTTP API for portals: the Telegram Gateway's four methods, and what we add to them. A portal
that speaks to the Gateway changes its base address and its token."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import Any

from aiohttp import web

from adapters.checker import Checker
from adapters.db.answers import AnotherBody
from adapters.db.engine import Database
from adapters.db.store import Store
from adapters.gateway import Json, asked_status, offers, request_status
from adapters.pack import pack
from domain import code_limits as limits
from domain import codes, links, rehearsal
from domain.clients import Caller, Scope
from domain.code_check import Guess, Verdict, unknown
from domain.codes import Code, Render
from domain.denials import Denied
from domain.people import PersonId
from domain.ports import Clock
from domain.store import StoreUnavailable
from web import bodies, orders
from web.auth import address_of, identified, key_of
from web.bodies import Params, TooLarge
from web.errors import KEY_REUSED, TOO_LARGE, UNKNOWN_METHOD, refused, taken

METHODS = (
    "sendVerificationMessage",
    "checkSendAbility",
    "checkVerificationStatus",
    "revokeVerificationMessage",
)
LONGEST_IDEMPOTENCY_KEY = 255
AWAY_SECONDS = 5
"""When to ask again while nothing can be stored."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One call: its parameters, and what proves who makes it."""

    params: Params
    key: str
    address: str
    once: str
    body: bytes

    def caller(self, store: Store, scope: Scope = "send") -> Caller:
        """Raises Denied."""
        caller = identified(store, self.key, self.address)
        if not caller.client.may(scope):
            raise Denied("ACCESS_TOKEN_INVALID")
        return caller


Answer = Callable[[Ask], Awaitable[Any]]


@dataclass(frozen=True)
class Gateway:
    """`bot_url` is where deep links lead, `public_url` where we are reached; `wake` tells the post
    of a new code; `hops` are our own proxies before us."""

    database: Database
    clock: Clock
    render: Render
    wake: Callable[[], None]
    bot_url: str
    public_url: str
    hops: int

    def routes(self) -> list[web.RouteDef]:
        """The methods in any case of letters, also behind a doubled slash (a Node client adds its
        own to the base address); and an answer for methods that aren't there."""
        known: dict[str, Answer] = {
            "sendverificationmessage": self.send,
            "checksendability": self.ask_ability,
            "checkverificationstatus": self.status,
            "revokeverificationmessage": self.revoke,
        }
        made = []
        for name, answer in known.items():
            path = f"/{{_:/?}}{{method:(?i:{name})}}"
            serve = partial(self.serve, answer)
            made += [web.get(path, serve), web.post(path, serve)]
        return made

    async def serve(self, answer: Answer, request: web.Request) -> web.Response:
        try:
            result = await answer(await self.asked(request))
        except Denied as denied:
            result = denied
        except AnotherBody:
            return refused(KEY_REUSED, 409)
        except TooLarge:
            return refused(TOO_LARGE, 413)
        except StoreUnavailable:
            return refused(f"FLOOD_WAIT_{AWAY_SECONDS}", 503)
        return refused(result.error) if isinstance(result, Denied) else taken(result)

    async def asked(self, request: web.Request) -> Ask:
        params = await bodies.read(request)
        key = key_of(request, params)
        once = request.headers.get("Idempotency-Key", "")
        if len(once) > LONGEST_IDEMPOTENCY_KEY:
            raise Denied("IDEMPOTENCY_KEY_INVALID")
        return Ask(
            params,
            key,
            address_of(request, self.hops),
            once,
            body_digest(request.match_info["method"].lower(), params.given),
        )

    # sendVerificationMessage

    async def send(self, ask: Ask) -> Json | Denied:
        """One transaction: the answer given before under the same key, or a new one."""
        answer = await self.database.run(partial(self.sent, ask))
        self.wake()
        return answer

    def sent(self, ask: Ask, store: Store) -> Json | Denied:
        now = self.clock.now()
        caller = ask.caller(store)
        if ask.once:
            known = store.answers.claim(caller.client.id, ask.once, ask.body, now)
            if known is not None:
                return dict(known)
        answer = self.accepted(ask, store, caller)
        if ask.once and not isinstance(answer, Denied):
            store.answers.keep(caller.client.id, ask.once, answer)
        return answer

    def accepted(self, ask: Ask, store: Store, caller: Caller) -> Json | Denied:
        """Denied as an answer is committed, and counted; raised, it leaves nothing behind."""
        now = self.clock.now()
        order = orders.order(ask.params, caller.client)
        asked = asked_before(ask.params, store, caller, order.phone)
        if caller.test:
            code = rehearsal.send(store, caller, order, now, asked)
        else:
            code = codes.send(store, caller, order, now, self.render, asked=asked)
        store.clients.count(caller.client.id, "test" if caller.test else "accepted", now)
        reach = caller.client.may("reach")
        if code.state == "held" and reach:
            return Denied("PHONE_NUMBER_NOT_AVAILABLE")
        status = request_status(code, now, reach=reach)
        if code.is_open and (code.state == "waiting" or not reach):
            status |= self.shown(store, code)
        return status

    def shown(self, store: Store, code: Code) -> Json:
        """A link, its QR and a pairing code. Without `reach` they come for every phone, so that
        nobody learns from them which phones have a chat."""
        shown = links.show(store, code, self.clock.now())
        return offers(shown, bot_url=self.bot_url, public_url=self.public_url)

    # checkSendAbility

    async def ask_ability(self, ask: Ask) -> Json | Denied:
        return await self.database.run(partial(self.ability, ask))

    def ability(self, ask: Ask, store: Store) -> Json | Denied:
        """Counted against the quota whatever the answer: nobody leafs through all phones."""
        caller = ask.caller(store)
        limits.count_client(store, caller.client, self.clock.now())
        phone = orders.phone(ask.params)
        known = rehearsal.has_chat(phone) if caller.test else self.has_chat(store, caller, phone)
        code = store.codes.ask(caller, phone, self.clock.now())
        if caller.client.may("reach") and not known:
            return Denied("PHONE_NUMBER_NOT_FOUND")
        return asked_status(code)

    def has_chat(self, store: Store, caller: Caller, phone: str) -> bool:
        person = store.links.person_of(phone)
        loaded = store.people.load(person or PersonId(0))
        frozen = store.links.frozen_until(loaded.id, caller.client.id, self.clock.now())
        return person is not None and loaded.reachable and frozen is None

    # checkVerificationStatus

    async def status(self, ask: Ask) -> Json:
        guess = orders.guess(ask.params)
        if not guess.value:
            return await self.database.read(partial(self.seen, ask, guess))
        known = await self.database.run(partial(self.checked_before, ask))
        if not isinstance(known, Caller):
            return known
        checker = Checker(self.database, self.clock)
        answer = await checker.check(known, guess, partial(self.judged, ask, guess))
        if answer is None:
            raise unknown()
        return answer

    def seen(self, ask: Ask, guess: Guess, store: Store) -> Json:
        caller = ask.caller(store)
        code = store.codes.by_request(caller, guess.request)
        if code is None:
            raise unknown()
        if code.state == "asked":
            return asked_status(code)
        return request_status(code, self.clock.now(), reach=caller.client.may("reach"))

    def checked_before(self, ask: Ask, store: Store) -> Caller | Json:
        """The caller; or the answer that was given under this Idempotency-Key."""
        caller = ask.caller(store)
        if ask.once:
            known = store.answers.peek(caller.client.id, ask.once, ask.body)
            if known is not None:
                return dict(known)
        return caller

    def judged(self, ask: Ask, guess: Guess, store: Store, code: Code, verdict: Verdict) -> Json:
        now = self.clock.now()
        caller = ask.caller(store)
        reach = caller.client.may("reach")
        answer = request_status(code, now, reach=reach, verdict=verdict, entered=guess.value)
        if ask.once and store.answers.claim(caller.client.id, ask.once, ask.body, now) is None:
            store.answers.keep(caller.client.id, ask.once, answer)
        return answer

    # revokeVerificationMessage

    async def revoke(self, ask: Ask) -> bool:
        request = orders.request(ask.params)
        now = self.clock.now()
        return await self.database.run(
            lambda store: codes.revoke(store, ask.caller(store), request, now)
        )


def asked_before(params: Params, store: Store, caller: Caller, phone: str) -> Code | None:
    """The request of a checkSendAbility, good for one sending. Raises Denied."""
    if not params.has("request_id"):
        return None
    code = store.codes.by_request(caller, orders.request(params))
    if code is None:
        raise Denied("REQUEST_ID_INVALID")
    if code.phone != phone:
        raise Denied("PHONE_NUMBER_MISMATCH")
    if code.state != "asked":
        raise Denied("MESSAGE_ALREADY_SENT")
    return code


def body_digest(method: str, given: Mapping[str, Any]) -> bytes:
    """What must be the same for an answer to be said again; the key may change in between."""
    body = sorted((k, v) for k, v in given.items() if k != "access_token")
    return sha256(method.encode() + b"\n" + pack(body)).digest()


async def no_such_method(request: web.Request) -> web.Response:
    return refused(UNKNOWN_METHOD, 404)


def unknown_methods() -> list[web.RouteDef]:
    """To be the last of all routes."""
    path = "/{_:/?}{method:[A-Za-z]+}"
    return [web.get(path, no_such_method), web.post(path, no_such_method)]
