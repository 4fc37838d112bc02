"""Checks a code: counts the try and commits, compares, uses the code up. Two commits, whoever
asks: the HTTP API and the conversations alike."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from adapters.db.engine import Database
from adapters.db.store import Store
from domain.clients import Caller
from domain.code_check import Guess, Verdict, attempt, settle
from domain.codes import Code
from domain.ports import Clock

T = TypeVar("T")


@dataclass(frozen=True)
class Checker:
    database: Database
    clock: Clock

    async def check(
        self,
        caller: Caller,
        guess: Guess,
        ended: Callable[[Store, Code, Verdict], T],
    ) -> T | None:
        """What `ended` makes of the answer, in the transaction that uses the code up. None when
        the client has no such request; that takes as long. Raises Denied."""
        now = self.clock.now()
        tried = await self.database.run(lambda store: attempt(store, caller, guess, now))

        def judge(store: Store) -> T | None:
            if tried is None:
                # Written all the same: a commit takes as long as the one of a wrong code.
                store.clients.count(caller.client.id, "wrong", now)
                return None
            return ended(store, *settle(store, caller, tried, now))

        return await self.database.run(judge)
