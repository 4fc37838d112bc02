"""The register of places (KATO) in memory: regions, districts in them, localities in those.

Plain data handed over as a file; which of it is asked about is the forms' business.
"""

import csv
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Self

from domain.romanisation import romanised

LONGEST_LABEL = 40  # a longer one is cut off on a phone's button

REGIONS = frozenset(("region", "capital"))
DISTRICTS = frozenset(("district", "town"))
# Winterings, plots, farms and the like (`site`) are places, but nobody goes to school there.
LOCALITIES = frozenset(("city", "settlement", "village", "station"))

# Localities are kept by their bare names; these are the register's own marks.
MARKED = {
    "city": {"kk": "{} қ.", "ru": "г. {}", "en": "{} (city)"},
    "settlement": {"kk": "{} к.", "ru": "п. {}", "en": "{} (settlement)"},
    "village": {"kk": "{} а.", "ru": "с. {}", "en": "{}"},
    "station": {"kk": "{} ст.", "ru": "ст. {}", "en": "{} (station)"},
}
PLAIN = {"kk": "{}", "ru": "{}", "en": "{}"}
ALPHABET = {c: i for i, c in enumerate("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя")}


@dataclass(frozen=True, slots=True)
class Place:
    """One line of the register. `kind` is region, capital (a city with the rank of a region),
    district, town (a city with the rank of a district), quarter (a district of a city), rural (a
    rural district), city, settlement, village, station, or site."""

    kato: str
    kind: str
    name_kk: str
    name_ru: str
    name_en: str = ""
    within: "Place | None" = None
    """The rural district, where its name is needed to tell two localities of one name apart."""

    @property
    def names(self) -> Mapping[str, str]:
        """By language; each is short enough for a button."""
        return {lang: self.name(lang) for lang in ("kk", "ru", "en")}

    def name(self, lang: str) -> str:
        """With the mark of its kind (`Мыңбұлақ а.`, `с. Мынбулак`)."""
        name = MARKED.get(self.kind, PLAIN)[lang].format(self._bare(lang))
        return _cut(f"{name}, {self.within.name(lang)}" if self.within else name)

    def _bare(self, lang: str) -> str:
        match lang:
            case "kk":
                return self.name_kk
            case "ru":
                return self.name_ru
            case _:
                return self.name_en or _in_english(self.name_kk)


def _in_english(name: str) -> str:
    if name.endswith(" ауданы"):
        return f"{romanised(name.removesuffix(' ауданы'))} District"
    return romanised(name.removesuffix(" а.о."))


def _cut(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1].rstrip()}…"


class Places:
    """All places. A place lies in the one whose code begins as its own, so a district and what is
    in it stand together, and 39 places without a direct parent belong where they lie."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._by_code = {p.kato: p for p in sorted(places, key=lambda p: p.kato)}

    @classmethod
    def load(cls, path: Path) -> Self:
        """Of `lists/kato.csv`: 15,594 places, 50 ms, 7 MB."""
        with path.open(encoding="utf-8", newline="") as lines:
            rows = csv.reader(lines)
            next(rows)
            return cls(Place(code, kind, kk, ru, en) for code, kind, kk, ru, en in rows)

    def regions(self) -> tuple[Place, ...]:
        """17 regions and then 3 cities of the same rank, in the order of the register."""
        return tuple(p for p in self._by_code.values() if p.kind in REGIONS)

    def cities(self) -> tuple[Place, ...]:
        """41 cities with the rank of a region or a district, the three greatest first."""
        ranked = [p for p in self._by_code.values() if p.kind in ("capital", "town")]
        return tuple(sorted(ranked, key=lambda p: (p.kind != "capital", _sorting(p))))

    def districts(self, region: str) -> tuple[Place, ...]:
        """Districts and towns of a region, or quarters of a city of its rank; towns first."""
        wanted = {"quarter"} if self.place(region).kind == "capital" else DISTRICTS
        return _listed(p for p in self._beginning(region[:2]) if p.kind in wanted)

    def localities(self, district: str) -> tuple[Place, ...]:
        """Where people of a district live, cities first; those of one name carry their rural
        district with them. A quarter of a city is its own and only locality."""
        found = [p for p in self._beginning(district[:4]) if p.kind in LOCALITIES]
        if not found:
            return (self.place(district),)
        names = Counter(n for p in found for n in {(p.kind, p.name_kk), (p.kind, p.name_ru)})
        return _listed(self._told_apart(p) if _shared(p, names) else p for p in found)

    def place(self, kato: str) -> Place:
        """KeyError for a code that is not in the register."""
        return self._by_code[kato]

    def queue_of(self, kato: str) -> str:
        """Whose kindergarten queue a place belongs to: a quarter's is its city's, and a town's is
        that of the city it is."""
        above = self.path(kato)
        if above[0].kind == "capital":
            return above[0].kato
        return self.localities(kato)[0].kato if above[-1].kind == "town" else kato

    def has(self, kato: str) -> bool:
        return kato in self._by_code

    def path(self, kato: str) -> tuple[Place, ...]:
        """The place with all it lies in, the region first."""
        above = dict.fromkeys((*(kato[:n].ljust(9, "0") for n in (2, 4, 6)), kato))
        return tuple(self._by_code[code] for code in above if code in self._by_code)

    def _beginning(self, digits: str) -> Iterable[Place]:
        start = bisect_left(self._codes, digits)
        end = bisect_left(self._codes, f"{digits}:")  # `:` is next after `9`
        return (self._by_code[code] for code in self._codes[start:end])

    @cached_property
    def _codes(self) -> tuple[str, ...]:
        return tuple(self._by_code)

    def _told_apart(self, place: Place) -> Place:
        above = [p for p in self.path(place.kato) if p.kind == "rural"]
        return replace(place, within=above[-1]) if above else place


def _shared(place: Place, names: Mapping[tuple[str, str], int]) -> bool:
    return names[place.kind, place.name_kk] > 1 or names[place.kind, place.name_ru] > 1


def _listed(places: Iterable[Place]) -> tuple[Place, ...]:
    """Cities first, then by the Kazakh alphabet."""
    return tuple(sorted(places, key=lambda p: (p.kind not in {"city", "town"}, _sorting(p))))


def _sorting(place: Place) -> list[int]:
    return [ALPHABET.get(c, -1) for c in place.name_kk.lower()]
