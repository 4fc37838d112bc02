"""One label among many: buttons typed as words, and search through lists of up to some 15,000.

All keys stand in one string, so a search is a few scans of it and not a loop over labels.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from domain.text import fold, readings

# Shorter pieces are found at word starts only: in the middle of words they are noise.
SHORTEST_INSIDE = 3
# One typo in a shorter word makes another word of it (`Абай`, `Абый`).
SHORTEST_FORGIVEN = 5


class Index:
    """Labels ready to be searched; what is found is their positions. 15,000 labels take 0.1 s to
    fold, and a search in them one to five milliseconds."""

    def __init__(self, labels: Iterable[str]) -> None:
        keys = [fold(label) for label in labels]
        self._keys = "\n" + "".join(f"{key}\n" for key in keys)
        self._starts = [0]
        for key in keys:
            self._starts.append(self._starts[-1] + len(key) + 1)

    def exact(self, typed: str) -> list[int]:
        """The labels that are this text (on any keyboard), none of them a guess."""
        for key in readings(typed):
            if found := _once(self._at(f"\n{key}\n")):
                return found
        return []

    def rank(self, typed: str) -> list[int]:
        """The labels the text may mean, best first: equal, begun by it, with a word begun by it,
        holding it inside, with each of its words; only if there are none, one typo a word is
        forgiven. Equals keep the order of the labels."""
        keys = sorted(readings(typed), key=lambda key: f"\n{key}\n" not in self._keys)
        for search in (self._plainly, self._nearly):
            for key in keys:
                if found := _once(search(key)):
                    return found
        return []

    def _plainly(self, key: str) -> Iterator[int]:
        yield from self._at(f"\n{key}\n")
        yield from self._at(f"\n{key}")
        yield from self._at(f" {key}")
        if len(key) >= SHORTEST_INSIDE:
            yield from self._at(key)
        if " " in key:
            yield from self._of_all(self._begun(word) for word in key.split())

    def _nearly(self, key: str) -> Iterator[int]:
        yield from self._of_all(self._begun(w) | self._mistyped(w) for w in key.split())

    def _of_all(self, found: Iterable[set[int]]) -> list[int]:
        return sorted(set.intersection(*found))

    def _begun(self, word: str) -> set[int]:
        return {*self._at(f"\n{word}"), *self._at(f" {word}")}

    def _mistyped(self, word: str) -> set[int]:
        """One typo leaves the first half of a word whole, or the second one."""
        if len(word) < SHORTEST_FORGIVEN or not word.isalpha():
            return set()
        half = len(word) // 2
        begun = (self._places(f"{gap}{word[:half]}") for gap in "\n ")
        ended = (self._places(f"{word[half:]}{gap}") for gap in "\n ")
        places = chain((place + 1 for place in chain(*begun)), chain(*ended))
        return {self._label_at(p) for p in places if self._nearly_is(word, self._word_at(p))}

    def _nearly_is(self, word: str, other: str) -> bool:
        return other.isalpha() and one_typo(word, other)  # a figure is never a typo

    def _word_at(self, place: int) -> str:
        line = self._keys.rfind("\n", 0, place) + 1
        start = max(line, self._keys.rfind(" ", line, place) + 1)
        return self._keys[start : self._keys.index("\n", place)].partition(" ")[0]

    def _at(self, piece: str) -> Iterator[int]:
        return map(self._label_at, self._places(piece))

    def _places(self, piece: str) -> Iterator[int]:
        place = self._keys.find(piece)
        while place >= 0:
            yield place
            place = self._keys.find(piece, place + 1)

    def _label_at(self, place: int) -> int:
        return bisect_right(self._starts, place) - 1


@lru_cache(maxsize=32)
def indexed(labels: tuple[str, ...]) -> Index:
    """An `Index` made once for a list that is asked about again and again: 1,400 labels take some
    10 ms to fold. Not for anything a person typed: what is here stays in memory."""
    return Index(labels)


def rank(typed: str, labels: Sequence[str]) -> list[int]:
    """`Index.rank` for a handful of labels searched once."""
    return Index(labels).rank(typed)


def one_typo(word: str, other: str) -> bool:
    """Whether one letter changed, dropped, added or swapped with its neighbour makes one word the
    other. Equal words pass as well."""
    if abs(len(word) - len(other)) > 1:
        return False
    pairs = enumerate(zip(word, other, strict=False))
    start = next((i for i, (a, b) in pairs if a != b), min(len(word), len(other)))
    word, other = word[start:], other[start:]
    swapped = word[1::-1] == other[:2] and word[2:] == other[2:]
    return swapped or word[1:] in (other, other[1:]) or word == other[1:]


def _once(found: Iterable[int]) -> list[int]:
    return list(dict.fromkeys(found))
