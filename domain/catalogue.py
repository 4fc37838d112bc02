"""Finding a kindergarten or a place by what somebody types."""

from collections.abc import Sequence

from domain.kindergartens import Kindergarten
from domain.lists import Place
from domain.ports import LANGS
from domain.search import Index
from domain.text import clean

SHORTEST = 2


def find(listed: Sequence[Kindergarten], typed: str) -> list[Kindergarten]:
    """By name in any language, on any keyboard, and by address; the best first."""
    text = clean(typed)
    if len(text) < SHORTEST:
        return []
    labels = len(LANGS) + 1
    index = Index(
        label for k in listed for label in (*(k.names[lang] for lang in LANGS), k.address)
    )
    return [listed[at] for at in dict.fromkeys(n // labels for n in index.rank(text))]


def find_place(places: Sequence[Place], typed: str) -> list[Place]:
    text = clean(typed)
    if len(text) < SHORTEST:
        return []
    index = Index(p.names[lang] for p in places for lang in LANGS)
    return [places[at] for at in dict.fromkeys(n // len(LANGS) for n in index.rank(text))]
