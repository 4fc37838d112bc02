"""Uses up the codes of our own conversations, with the counting of any other code."""

from dataclasses import dataclass
from datetime import timedelta

from adapters.checker import Checker
from adapters.db.engine import Database
from adapters.db.store import Store
from domain.clients import Caller, KeyId, ourselves
from domain.code_check import Guess, Verdict
from domain.codes import TRIES, Code
from domain.denials import Denied
from domain.own_codes import ChatCodeOver, ChatCodeWrong
from domain.ports import Clock

REMEMBERED = timedelta(minutes=10)


@dataclass(frozen=True)
class OwnCodes:
    database: Database
    clock: Clock

    async def spend(self, request: str, value: str, session: str) -> None:
        """Raises ChatCodeWrong or ChatCodeOver. A request that never was is counted and answered
        as a wrong code is: nobody learns by trying who has a cabinet."""
        now = self.clock.now()
        caller = await self.database.run(lambda s: Caller(ourselves(s, now), KeyId(0)))
        checker = Checker(self.database, self.clock)
        try:
            told = await checker.check(caller, Guess(request, value, session), judged)
        except Denied:
            raise ChatCodeOver from None
        if told is None:
            told = await self.database.run(lambda s: self.missed(s, session))
        verdict, left = told
        if verdict == "code_invalid":
            raise ChatCodeWrong(left)
        if verdict != "code_valid":
            raise ChatCodeOver

    def missed(self, store: Store, session: str) -> tuple[Verdict, int]:
        now = self.clock.now()
        tries = store.tallies.add("no-request", session, now, now + REMEMBERED)
        return ("code_invalid" if tries < TRIES else "code_max_attempts_exceeded"), TRIES - tries


def judged(store: Store, code: Code, verdict: Verdict) -> tuple[Verdict, int]:
    return verdict, code.tries_left
