"""Portals in golden chats: they ask for codes, check them and take them back, as web/codes.py does
for them, but without HTTP."""

from dataclasses import dataclass, field

from adapters.checker import Checker
from adapters.code_message import CodeWords
from adapters.db.store import Store
from domain import clients, codes, links
from domain.clients import LIVE, Caller, Terms
from domain.code_check import Guess
from domain.codes import About, Code, Order
from domain.denials import Denied
from tests.chats.stage import Stage, words

NAME = "Үлгі портал"


@dataclass
class Portals:
    """All portals of a chat; `value`, `link` and `pairing` are those of the last request."""

    stage: Stage
    callers: dict[str, Caller] = field(default_factory=dict)
    requests: dict[str, Code] = field(default_factory=dict)
    value: str = ""
    link: str = ""
    pairing: str = ""

    async def sends(self, name: str, phone: str, purpose: str, city: str) -> str:
        """What the portal was answered: the state of its request, or why there is none."""
        caller = await self.caller(name)
        try:
            code = await self.stage.house.database.run(
                lambda store: self.asked(store, caller, phone, purpose, city)
            )
        except Denied as denied:
            return denied.error
        self.requests[name] = code
        return code.state

    def asked(self, store: Store, caller: Caller, phone: str, purpose: str, city: str) -> Code:
        about = About(device="Chrome", city=city) if city else About()
        order = Order(phone, purpose, about=about)  # type: ignore[arg-type]
        now = self.stage.clock.now()
        code = codes.send(store, caller, order, now, CodeWords(words()).message)
        self.value = store.codes.value(code.id) or ""
        if code.state == "waiting":
            shown = links.show(store, code, now)
            self.link, self.pairing = shown.token, shown.spaced
        return code

    async def caller(self, name: str) -> Caller:
        if name not in self.callers:
            now = self.stage.clock.now()

            def known(store: Store) -> Caller | None:
                key = clients.open_client(store, name, Terms(), LIVE, now)
                return store.clients.caller(key)

            found = await self.stage.house.database.run(known)
            assert found is not None
            self.callers[name] = found
        return self.callers[name]

    async def checks(self, name: str, value: str) -> str:
        checker = Checker(self.stage.house.database, self.stage.clock)
        guess = Guess(self.requests[name].request, value)
        verdict = await checker.check(self.callers[name], guess, lambda s, c, verdict: verdict)
        return str(verdict)

    async def revokes(self, name: str) -> str:
        caller, request, now = self.callers[name], self.requests[name].request, self.stage.clock
        revoke = codes.revoke
        await self.stage.house.database.run(lambda s: revoke(s, caller, request, now.now()))
        return "heard"
