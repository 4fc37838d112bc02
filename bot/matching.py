"""Finds the button that somebody typed instead of tapping: its number, its word in any of three
languages, on another keyboard layout, without Kazakh letters, or the beginning of it."""

from collections.abc import Iterable, Sequence

from adapters.words import Words
from domain.forms.model import Choice
from domain.ports import LANGS
from domain.search import Index
from domain.text import fold, look_alike_whole, typings
from domain.values.yesno import yes_or_no

MOST_FOUND = 8
SHORTEST = 2
"""One letter finds too much in a list to be a search."""


def labels_of(words: Words, choice: Choice) -> list[str]:
    """The choice in every language."""
    if choice.names is not None:
        return [choice.names[lang] for lang in LANGS]
    return [words.say(lang, choice.words) for lang in LANGS]


def pick(words: Words, choices: Sequence[Choice], typed: str) -> tuple[str, ...]:
    """The codes that may be meant, best first: one is certain, several are to be shown, none. One
    more than MOST_FOUND tells that there are more."""
    answer = yes_or_no(typed)
    codes = {c.code for c in choices}
    if answer is not None and (said := "yes" if answer else "no") in codes:
        return (said,)
    index = Index(label for c in choices for label in labels_of(words, c))
    if exact := codes_at(choices, index.exact(typed)):
        return exact
    if numbered := by_number(choices, typed):
        return numbered
    if len(typed.strip()) < SHORTEST:
        return ()
    return codes_at(choices, index.rank(typed))[: MOST_FOUND + 1]


def codes_at(choices: Sequence[Choice], places: Iterable[int]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(choices[place // len(LANGS)].code for place in places))


def by_number(choices: Sequence[Choice], typed: str) -> tuple[str, ...]:
    """`3` or `3.`: the third of the list, as numbered on its buttons."""
    number = typed.strip().rstrip(".")
    if not (number.isascii() and number.isdigit() and len(number) < 5):
        return ()
    at = int(number) - 1
    return (choices[at].code,) if 0 <= at < len(choices) else ()


def matched(buttons: Iterable[Sequence[str]], typed: str) -> str | None:
    """The data of the button that was typed: `[data, label, label, label]` each; by label, or by
    its number among them."""
    listed = list(buttons)
    number = by_number([Choice(b[0]) for b in listed], typed)
    return named(listed, typed) or (number[0] if number else None)


def named(buttons: Iterable[Sequence[str]], typed: str) -> str | None:
    """The data of the button whose label was typed, in any language, on any keyboard."""
    keys = {fold(typed), fold(look_alike_whole(typed))} - {""}
    for data, *labels in buttons:
        if any(typings(label) & keys for label in labels):
            return data
    return None
