"""A table of kindergartens that staff send: its columns, and loading it, all or nothing."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.errors import Refusal
from domain.imports import Column, ImportId, Preview, Row, confirm, read_table
from domain.kindergartens import Kindergarten
from domain.lists import Places
from domain.romanisation import romanised
from domain.staff import Grant, may
from domain.store import Store
from domain.table_sorts import Sort, written
from domain.text import clean

SORT = Sort(
    "kindergartens",
    ("id", "locality", "name_kk", "address", "languages", "kinds", "phone"),
    ("name_ru", "name_en", "latitude", "longitude"),
)
KIND = SORT.kind
"""The sort of import."""
MOST_IN_EXAMPLE = 20
ORGANISATIONS = ("akmola", "snation", "indigo")
"""Portals with kindergartens: staff of any of them keeps the list of its area."""
ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,22}[a-z0-9])?")
LANGUAGES = ("kk", "ru", "en")
KINDS = ("general", "correctional", "sanatorium")
LONGEST = 120
DIGITS = 11
KAZAKHSTAN = ((40.0, 56.0), (46.0, 88.0))
"""Latitudes and longitudes it lies between, rounded outwards."""


@dataclass(eq=False)
class KindergartenIdUnfit(Refusal):
    """An id is 1 to 24 small Latin letters, figures and hyphens."""

    id: str


@dataclass(eq=False)
class KindergartenTwice(Refusal):
    """The id stands on an earlier line too."""

    id: str


@dataclass(eq=False)
class KindergartenPlaceUnknown(Refusal):
    """The KATO code is not in the register of places."""

    locality: str


@dataclass(eq=False)
class KindergartenNotYours(Refusal):
    """The locality, or the present one of this id, lies outside the area of who sends it."""

    id: str


@dataclass(eq=False)
class KindergartenTextLong(Refusal):
    """More than `most` characters."""

    most: int


@dataclass(eq=False)
class KindergartenCodesUnknown(Refusal):
    """Only these `known` codes, several joined by a plus."""

    known: str


@dataclass(eq=False)
class KindergartenPhoneUnfit(Refusal):
    """A phone of Kazakhstan has 11 figures; landlines too are fine here."""


@dataclass(eq=False)
class KindergartenPointUnfit(Refusal):
    """Degrees with a point, within the country; latitude and longitude both or neither."""


def keeps(grants: Iterable[Grant], locality: str) -> bool:
    """Whether somebody's grants let them look after the kindergartens of a place."""
    held = tuple(grants)
    return any(may(held, organisation, locality, "queue") for organisation in ORGANISATIONS)


def preview(raw: bytes, places: Places, store: Store, ours: Callable[[str], bool]) -> Preview:
    """What the table says; `ours` tells whether the sender looks after a locality."""
    known: dict[str, str] = {k.id: k.locality for k in store.kindergartens.all()}
    seen: set[str] = set()

    def check(row: Row) -> None:
        number: str = row["id"]
        if number in seen:
            raise KindergartenTwice(number)
        seen.add(number)
        if not ours(row["locality"]) or not ours(known.get(number) or row["locality"]):
            raise KindergartenNotYours(number)
        if (row["latitude"] is None) != (row["longitude"] is None):
            raise KindergartenPointUnfit

    return read_table(raw, columns(places), check)


def columns(places: Places) -> tuple[Column, ...]:
    def locality(text: str) -> str:
        if not places.has(text):
            raise KindergartenPlaceUnknown(text)
        return text

    return (
        Column("id", number_of),
        Column("locality", locality),
        Column("name_kk", line),
        Column("name_ru", line, optional=True),
        Column("name_en", line, optional=True),
        Column("address", line),
        Column("languages", codes(LANGUAGES)),
        Column("kinds", codes(KINDS)),
        Column("phone", phone),
        Column("latitude", degrees(*KAZAKHSTAN[0]), optional=True),
        Column("longitude", degrees(*KAZAKHSTAN[1]), optional=True),
    )


def number_of(text: str) -> str:
    if not ID.fullmatch(text.lower()):
        raise KindergartenIdUnfit(text[:LONGEST])
    return text.lower()


def line(text: str) -> str:
    if len(text) > LONGEST:
        raise KindergartenTextLong(LONGEST)
    return clean(text)


def codes(known: tuple[str, ...]) -> Callable[[str], tuple[str, ...]]:
    def read(text: str) -> tuple[str, ...]:
        said = {part.strip().lower() for part in text.split("+")}
        if not said <= set(known):
            raise KindergartenCodesUnknown(", ".join(known))
        return tuple(code for code in known if code in said)

    return read


def phone(text: str) -> str:
    figures = re.sub(r"[\s()+-]", "", text)
    if not (figures.isascii() and figures.isdigit() and len(figures) == DIGITS):
        raise KindergartenPhoneUnfit
    if figures[0] not in "78":
        raise KindergartenPhoneUnfit
    return f"+7{figures[1:]}"


def degrees(least: float, most: float) -> Callable[[str], float]:
    def read(text: str) -> float:
        try:
            found = float(text.replace(",", "."))
        except ValueError:
            raise KindergartenPointUnfit from None
        if not least <= found <= most:
            raise KindergartenPointUnfit
        return found

    return read


def kindergarten_of(row: Row) -> Kindergarten:
    kk = row["name_kk"]
    names = {"kk": kk, "ru": row["name_ru"] or kk, "en": row["name_en"] or romanised(kk)}
    at = None if row["latitude"] is None else (row["latitude"], row["longitude"])
    return Kindergarten(
        row["id"], row["locality"], names, row["address"], row["languages"], row["kinds"],
        row["phone"], at,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many were new, and how many were known before."""

    added: int
    replaced: int


def count(store: Store, found: Preview) -> Loaded:
    known = {k.id for k in store.kindergartens.all()}
    replaced = sum(row["id"] in known for _, row in found.rows)
    return Loaded(len(found.rows) - replaced, replaced)


def load(store: Store, found: Preview, *, by: str, subject: str, now: datetime) -> Loaded:
    """Loads a sound table, in this transaction, and writes it to the audit."""
    told = count(store, found)
    store.kindergartens.put([kindergarten_of(row) for _, row in found.rows])
    facts: dict[str, Any] = {"added": told.added, "replaced": told.replaced}
    store.audit.add(by, "kindergartens.loaded", subject, facts, now)
    return told


def take(
    store: Store,
    number: ImportId,
    places: Places,
    ours: Callable[[str], bool],
    *,
    by: str,
    now: datetime,
) -> Loaded | Preview:
    """A table somebody said yes to, read anew: grants and the list may have changed since it was
    shown. Once; raises ImportGone."""
    kept = confirm(store, number, KIND, by=by, now=now)
    found = preview(kept.raw, places, store, ours)
    if not found.sound:
        return found
    return load(store, found, by=by, subject=f"import:{number}", now=now)


def example(store: Store, ours: Callable[[str], bool]) -> str:
    """Some kindergartens of the sender as they are now: to be changed and sent back."""
    mine = [k for k in store.kindergartens.all() if ours(k.locality)][:MOST_IN_EXAMPLE]
    return written(SORT, [cells_of(k) for k in mine])


def cells_of(k: Kindergarten) -> dict[str, str]:
    latitude, longitude = ("", "") if k.at is None else map(str, k.at)
    return {
        "id": k.id,
        "locality": k.locality,
        **{f"name_{lang}": name for lang, name in k.names.items()},
        "address": k.address,
        "languages": "+".join(k.languages),
        "kinds": "+".join(k.kinds),
        "phone": k.phone,
        "latitude": latitude,
        "longitude": longitude,
    }
