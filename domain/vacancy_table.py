"""A table of vacancies that staff send: its columns, and publishing it, all or nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from domain.bulletin_desk import Clerk, publish
from domain.errors import Refusal
from domain.imports import Column, ImportId, Preview, Row, confirm, read_table
from domain.kindergarten_table import KINDS, LANGUAGES, KindergartenNotYours, line
from domain.queue.bulletins import MOST_PLACES, NewVacancy
from domain.queue.windows import Rules
from domain.store import Store
from domain.table_sorts import Sort, written

SORT = Sort(
    "vacancies",
    ("kindergarten", "group", "kind", "language", "born_from", "born_to", "places"),
)
KIND = SORT.kind
"""The sort of import."""
SPAN = 7
"""Groups are of children under 7: the years of birth that can be meant."""


@dataclass(eq=False)
class VacancyKindergartenUnknown(Refusal):
    """The list has no kindergarten with this id."""

    id: str


@dataclass(eq=False)
class VacancyCodeUnknown(Refusal):
    """Only one of these `known` codes."""

    known: str


@dataclass(eq=False)
class VacancyNumberUnfit(Refusal):
    """A whole number from `least` to `most`, written without spaces."""

    least: str
    most: str


@dataclass(eq=False)
class VacancyYearsTurned(Refusal):
    """The first year of birth is later than the last."""


@dataclass(frozen=True, slots=True)
class Published:
    """How many vacancies and places, and how many families are told."""

    vacancies: int
    places: int
    told: int


def preview(raw: bytes, store: Store, by: Clerk, year: int) -> Preview:
    """What the table says; `year` is the present one."""
    known = {k.id: k.locality for k in store.kindergartens.all()}

    def kindergarten(text: str) -> str:
        number = text.lower()
        if number not in known:
            raise VacancyKindergartenUnknown(text[:40])
        return number

    def check(row: Row) -> None:
        if not by.keeps(known[row["kindergarten"]]):
            raise KindergartenNotYours(row["kindergarten"])
        if row["born_from"] > row["born_to"]:
            raise VacancyYearsTurned

    years = whole(year - SPAN, year)
    columns = (
        Column("kindergarten", kindergarten),
        Column("group", line),
        Column("kind", one_of(KINDS)),
        Column("language", one_of(LANGUAGES)),
        Column("born_from", years),
        Column("born_to", years),
        Column("places", whole(1, MOST_PLACES)),
    )
    return read_table(raw, columns, check)


def one_of(known: tuple[str, ...]) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text.lower() not in known:
            raise VacancyCodeUnknown(", ".join(known))
        return text.lower()

    return read


def whole(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        number = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else -1
        if not least <= number <= most:
            raise VacancyNumberUnfit(str(least), str(most))
        return number

    return read


def load(
    store: Store, found: Preview, by: Clerk, once: str, rules: Rules, now: datetime
) -> Published:
    """Publishes every line of a sound table, in this transaction. The same `once` is published
    once."""
    told = 0
    for number, row in found.rows:
        new = NewVacancy(
            row["kindergarten"],
            row["group"],
            row["kind"],
            row["language"],
            (row["born_from"], row["born_to"]),
            row["places"],
            f"{once}:{number}",
        )
        told += publish(store, by, new, rules, now)[1]
    return Published(len(found.rows), sum(row["places"] for _, row in found.rows), told)


def take(
    store: Store, number: ImportId, by: Clerk, rules: Rules, now: datetime
) -> Published | Preview:
    """A table somebody said yes to, read anew. Once; raises ImportGone."""
    kept = confirm(store, number, KIND, by=by.actor, now=now)
    found = preview(kept.raw, store, by, rules.day(now).year)
    if not found.sound:
        return found
    return load(store, found, by, f"import:{number}", rules, now)


def fingerprint(raw: bytes) -> str:
    """The same for the same table: sent again by a system that got no answer, it is one."""
    return sha256(raw).hexdigest()


def example(store: Store, by: Clerk, year: int) -> str:
    """A group of one of the sender's kindergartens."""
    mine = [k for k in store.kindergartens.all() if by.keeps(k.locality)][:1]
    return written(
        SORT,
        [
            {
                "kindergarten": k.id,
                "group": "A",
                "kind": k.kinds[0],
                "language": k.languages[0],
                "born_from": str(year - 4),
                "born_to": str(year - 3),
                "places": "2",
            }
            for k in mine
        ],
    )
