"""Who answers what: handlers by command, by the verb of a tap, by the word typed. A dict look-up;
aiogram's filters cost 45 us each where they are plain functions (docs/decisions/0002)."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bot.talk import Talk
from bot.taps import Tap

Handler = Callable[[Talk], Awaitable[None]]
TapHandler = Callable[[Talk, Tap], Awaitable[None]]


@dataclass
class Routes:
    """Tables that handler modules fill through decorators."""

    commands: dict[str, Handler] = field(default_factory=dict)
    taps: dict[str, TapHandler] = field(default_factory=dict)
    states: dict[str, Handler] = field(default_factory=dict)
    """Who hears what is typed in a state, by the state's first part."""

    def command(self, *names: str) -> Callable[[Handler], Handler]:
        def add(handler: Handler) -> Handler:
            for name in names:
                self.commands[name] = handler
            return handler

        return add

    def tap(self, *verbs: str) -> Callable[[TapHandler], TapHandler]:
        def add(handler: TapHandler) -> TapHandler:
            for verb in verbs:
                self.taps[verb] = handler
            return handler

        return add

    def said(self, state: str) -> Callable[[Handler], Handler]:
        def add(handler: Handler) -> Handler:
            self.states[state] = handler
            return handler

        return add

    def include(self, other: "Routes") -> None:
        """Raises ValueError for a command or a verb that is somebody else's already."""
        if taken := (self.commands.keys() & other.commands) | (self.taps.keys() & other.taps):
            raise ValueError(f"two handlers of {', '.join(sorted(taken))}")
        self.commands.update(other.commands)
        self.taps.update(other.taps)
        self.states.update(other.states)
