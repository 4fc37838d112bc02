"""Whether a message is ours: by the short number of a notice, by its words, or because Telegram
itself says that it was forwarded from us. Forged notices copy our look; they can't copy a number
and have the words match."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from domain.proposals import Planned, Proposal
from domain.store import Store
from domain.text import clean
from domain.values import notice_number

Verdict: TypeAlias = Literal["ours", "from-us", "other-words", "not-ours", "slip"]
"""`ours`: sent by us, word for word; `from-us`: this bot wrote it, but not as a notice;
`other-words`: the number is ours, the words aren't; `slip`: no number has these figures."""
Texts: TypeAlias = Callable[[Store, Planned, datetime], Sequence[str]]
"""What the notice says, in every language, without markup."""


@dataclass(frozen=True, slots=True)
class Found:
    """What came of a look. `notice` is the true one of that number, sent at `at`."""

    verdict: Verdict
    notice: Planned | None = None
    at: datetime | None = None


def by_number(store: Store, number: str) -> Found:
    """A number typed by itself."""
    if not notice_number.right(number):
        return Found("slip")
    known = sent(store, number)
    return Found("not-ours") if known is None else Found("ours", known[1], known[0].launches)


def by_words(store: Store, text: str, ours: Texts, *, from_bot: bool = False) -> Found:
    """A message as it stands, from whoever: every number it names is looked up, and its words are
    held against those of the notice. `from_bot`: Telegram says it was forwarded from us; then
    lines of one person's own (a clash) may stand between ours. That alone proves little: anybody
    can have the bot repeat a line to them, and forward that."""
    for number in notice_number.named_in(text):
        known = sent(store, number)
        if known is not None:
            proposal, planned = known
            at = proposal.launches or proposal.proposed
            match = holds if from_bot else same
            fits = any(match(text, told) for told in ours(store, planned, at))
            return Found("ours" if fits else "other-words", planned, at)
    return Found("from-us" if from_bot else "not-ours")


def same(text: str, ours: str) -> bool:
    return bare(text) == bare(ours)


def holds(text: str, ours: str) -> bool:
    """Whether every line of ours is a line of the text."""
    return {bare(line) for line in ours.splitlines()} <= {bare(line) for line in text.splitlines()}


def sent(store: Store, number: str) -> tuple[Proposal, Planned] | None:
    """Only what went out is ours: a preview isn't."""
    known = store.proposals.notice(number)
    if known is None or known[0].state != "launched" or known[1].broadcast is None:
        return None
    return known


def bare(text: str) -> str:
    """Words alone: line breaks and spaces are lost on the way through other programs."""
    return " ".join(clean(text).split()).casefold()
