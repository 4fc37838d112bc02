"""Checking a code in two transactions: the try is counted and committed, then it is compared, then
the code is used up. Whoever dies in between has lost a try, never won one (reliability.md A3)."""

import hmac
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from domain import code_limits as limits
from domain.clients import Caller
from domain.codes import TRIES, Code, Purpose, State, end
from domain.denials import Denied
from domain.store import Store

Verdict = Literal["code_valid", "code_invalid", "code_max_attempts_exceeded", "expired"]
OVER: dict[State, Verdict] = {"locked": "code_max_attempts_exceeded"}
"""Of a code that has ended; what is not here is `expired`, also a right code used before."""
NOTHING = bytes(32)


@dataclass(frozen=True, slots=True)
class Guess:
    """What a portal's user typed, and what the portal holds true of it; what is empty is not
    compared, except the session."""

    request: str
    value: str
    session: str = ""
    purpose: Purpose | None = None
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A counted try. `verdict` is there when nothing is left to compare."""

    code: Code
    expected: bytes = NOTHING
    given: bytes = NOTHING
    verdict: Verdict | None = None

    @property
    def right(self) -> bool:
        """In constant time."""
        return hmac.compare_digest(self.expected, self.given) and self.verdict is None


def attempt(store: Store, caller: Caller, guess: Guess, now: datetime) -> Attempt | None:
    """The first transaction. None for a request that is not this client's: it is counted too, so
    that it takes as long. Raises Denied when the client has guessed too much today."""
    limits.count_check(store, caller.client, now)
    code = store.codes.by_request(caller, guess.request)
    if code is None or code.state == "asked":
        store.codes.digests(None, guess)
        return None
    store.limits.hold("phone", code.phone)
    verdict = over(store, code, now)
    if verdict is not None:
        return Attempt(code, verdict=verdict)
    return counted(store, code, guess, now)


def over(store: Store, code: Code, now: datetime) -> Verdict | None:
    """Why this code can't be right any more, whatever was typed."""
    if not code.is_open:
        return OVER.get(code.state, "expired")
    if code.expires <= now:
        end(store, code, "expired", now)
        return "expired"
    if not code.test and store.limits.stopped_until(code.phone, now) is not None:
        return "code_max_attempts_exceeded"
    return None


def counted(store: Store, code: Code, guess: Guess, now: datetime) -> Attempt:
    tries = store.codes.count_try(code.id, most=TRIES)
    if tries is None:
        return Attempt(code, verdict="code_max_attempts_exceeded")
    if not code.test:
        limits.count_guess(store, code.phone, now)
    expected, given = store.codes.digests(code, guess)
    return Attempt(replace(code, tries=tries), expected, given)


def settle(store: Store, caller: Caller, tried: Attempt, now: datetime) -> tuple[Code, Verdict]:
    """The second transaction: the code as it is now, and the answer."""
    verdict = judged(store, caller, tried, now)
    return store.codes.load(tried.code.id) or tried.code, verdict


def judged(store: Store, caller: Caller, tried: Attempt, now: datetime) -> Verdict:
    if tried.verdict is not None:
        return tried.verdict
    code = tried.code
    if tried.right:
        if not end(store, code, "used", now):
            return "expired"
        limits.was_right(store, caller.client, code.phone, now)
        store.clients.count(caller.client.id, "verified", now)
        return "code_valid"
    store.codes.failed(code.id, now)
    store.clients.count(caller.client.id, "wrong", now)
    if code.tries < TRIES:
        return "code_invalid"
    end(store, code, "locked", now)
    return "code_max_attempts_exceeded"


def unknown() -> Denied:
    return Denied("REQUEST_ID_INVALID")
