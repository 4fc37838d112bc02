"""Telegram in one object: the world, its pace, and a journal of every call. No HTTP, no tasks.

telegram = Telegram()
people.say(telegram.world, 101, "/start")
telegram.call("getUpdates", {})
telegram.call("sendMessage", {"chat_id": 101, "text": "Сәлем!"})
"""

import time
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sandbox.errors import ApiError
from sandbox.limits import Limits
from sandbox.methods import METHODS, NAMES, PACED
from sandbox.params import Params, Upload
from sandbox.wire import Json
from sandbox.world import World, new_world

KEPT_CALLS = 20_000


@dataclass(slots=True)
class Telegram:
    """`limits=None` lets the bot send as fast as it can; `journal` keeps the last 20,000 calls."""

    world: World = field(default_factory=new_world)
    limits: Limits | None = None
    journal: deque[Json] = field(default_factory=lambda: deque(maxlen=KEPT_CALLS))
    calls: int = 0

    def call(self, method: str, params: Mapping[str, Any]) -> Any:
        """The result of a Bot API method; raises ApiError in Telegram's words.

        The name is case-insensitive. Values may be text, as in a form, or JSON trees; a file is an
        Upload.
        """
        try:
            result = self._run(method.lower(), Params(params))
        except ApiError as refusal:
            self.note(method, params, error=refusal.envelope())
            raise
        self.note(method, params, result=result)
        return result

    def _run(self, name: str, params: Params) -> Any:
        if name not in METHODS:
            raise ApiError(404, "Not Found")
        if self.limits and name in PACED:
            self.limits.charge(params.whole("chat_id"))
        return METHODS[name](self.world, params)

    def note(self, method: str, params: Mapping[str, Any], **outcome: Any) -> None:
        """Write a call into the journal: `result=` or `error=`; files are left out."""
        self.calls += 1
        written = {name: value for name, value in params.items() if not isinstance(value, Upload)}
        name = NAMES.get(method.lower(), method)
        self.journal.append(
            {"n": self.calls, "at": time.time(), "method": name, "params": written, **outcome}
        )

    def reset(self) -> None:
        """A fresh world; what the bot set up at its start stays, and all numbers go on."""
        old, fresh = self.world, new_world(self.world.bot.id)
        fresh.bot, fresh.updates = old.bot, old.updates
        fresh.updates.pending.clear()
        fresh.last_message = old.last_message
        fresh.events, fresh.clock = old.events, old.clock
        self.world = fresh
        self.journal.clear()
        fresh.events.kept.clear()
        fresh.events.tell("reset")
