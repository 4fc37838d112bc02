"""What a parent reads of a place in the queue: on the screen they open, and in the notice that
comes by itself."""

from collections.abc import Sequence
from html import escape
from typing import Any

from adapters.words import Words
from domain.ports import Lang
from domain.queue.applications import Candidate
from domain.queue.changes import Reason
from domain.queue.forecast import Forecast
from domain.queue.life import State
from domain.queue.looking import Look
from domain.queue.order import Rank

SUBSCRIBE, UNSUBSCRIBE, CARD, INTERESTED = "qs", "qu", "qa", "qi"
"""Verbs of the buttons; what follows is the number of the candidate."""


WAITS = {State.VOUCHER: "waits-voucher", State.CHOOSING: "waits-choosing"}


class PlaceWords:
    """Says places in the language of whoever reads them."""

    def __init__(self, words: Words, lang: Lang) -> None:
        self.words, self.lang = words, lang

    def places(self, looks: Sequence[Look]) -> str:
        """Every place of a child, one for each language of the group; that nothing can be foretold
        is said once."""
        parts = [self.place(look, several=len(looks) > 1) for look in looks]
        dark = any(look.forecast is None for look in looks)
        return "\n".join([*parts, self.say("place-forecast-none")] if dark else parts)

    def place(self, look: Look, *, several: bool) -> str:
        """The place now, what changed since the last look and why, when a place may come."""
        lines = [self.number(look, several=several), *self.change(look)]
        return "\n".join([*lines, self.forecast(look.forecast)] if look.forecast else lines)

    def brief(self, c: Candidate) -> str:
        return self.say("place-brief", child=escape(c.child.name, quote=False), number=c.number)

    def waits(self, c: Candidate) -> str:
        """What waits for the family, and until when; empty where nothing does."""
        if c.state in WAITS and c.due is not None:
            return self.say(WAITS[c.state], due=c.due)
        if c.awaited and c.due is not None:
            return self.say("waits-interest", due=c.due)
        return self.say("waits-list") if c.state is State.WAITING_LIST else ""

    def number(self, look: Look, *, several: bool) -> str:
        p = look.place
        if not several:
            return self.say("place-number", number=p.number, all=p.of)
        language = self.say(f"group-language-{p.key.language}")
        return self.say("place-in-language", language=language, number=p.number, all=p.of)

    def change(self, look: Look) -> list[str]:
        """Nothing at the first look: there is nothing to compare with."""
        if look.before is None:
            return []
        at, before = look.before.at, look.before.place
        if look.why is None:
            return [self.say("place-was-long-ago", seen=at, before=before)]
        own = [self.own(look.why.own, look.place.rank)] if look.why.own else []
        lines = [*own, *(self.reason(*one) for one in gathered(look.why.reasons))]
        if not lines:
            return [self.say("place-same", seen=at)]
        return [self.say("place-was", seen=at, before=before), *lines]

    def own(self, shift: int, rank: Rank) -> str:
        said = self.say(f"rank-{named(rank)}")
        return self.say("place-own", rank=said, direction=towards(shift), by=abs(shift))

    def reason(self, what: str, reasons: Sequence[Reason]) -> str:
        """One line for one cause, of whatever classes; who went from one class to another is
        counted once."""
        came, left = (sum(r.people for r in reasons if r.change == way) for way in (1, -1))
        shift = sum(r.shift for r in reasons)
        return self.say(
            "place-reason",
            what=self.say(what),
            people=max(came, left),
            direction=towards(shift),
            by=abs(shift),
        )

    def forecast(self, f: Forecast) -> str:
        if f.latest is None:
            return self.say("place-forecast-from", soonest=f.soonest)
        if f.latest == f.soonest:
            return self.say("place-forecast-about", soonest=f.soonest)
        return self.say("place-forecast", soonest=f.soonest, latest=f.latest)

    def say(self, words: str, **arguments: Any) -> str:
        return self.words.say(self.lang, words, **arguments)


def gathered(reasons: Sequence[Reason]) -> list[tuple[str, list[Reason]]]:
    """By what is said of them; without those that made up for each other."""
    found: dict[str, list[Reason]] = {}
    for r in reasons:
        joined = f"cause-joined-{named(r.rank)}"
        found.setdefault(joined if r.cause == "joined" else f"cause-{r.cause}", []).append(r)
    return [(what, some) for what, some in found.items() if sum(r.shift for r in some)]


def named(rank: Rank) -> str:
    return rank.name.lower().replace("_", "-")


def towards(shift: int) -> str:
    return "nearer" if shift < 0 else "farther"
