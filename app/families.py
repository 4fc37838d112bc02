"""Invented families of the sandbox's town, and its kindergartens. Numbers and names come from
`lists/town`; ages are counted from the day it is made, so the town never grows old."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import cast

from adapters.db.store import Store
from domain.kindergartens import Kindergarten
from domain.people import PersonId
from domain.queue.applications import Child, GroupKind, too_old
from domain.queue.forecast import month, number
from domain.queue.taking_over import Placed, Waiting
from domain.queue.windows import Rules
from domain.values.control import control_digit

FOLDER = Path(__file__).parent.parent / "lists" / "town"
KOKSHETAU, ARYS = "111010000", "611610000"
PORTALS = {KOKSHETAU: "akmola", ARYS: "snation"}
BENEFITS: tuple[tuple[str | None, ...], ...] = (
    ("military", "special_bodies"),
    ("large_family", "disabled_child", "teacher"),
    (None,),
)
"""Of out-of-turn, first-priority and general families."""
MOST_DAYS, LEAST_DAYS = 700, 45


@dataclass
class Town:
    """What is being made; `names` are of surnames, boys and girls."""

    store: Store
    rules: Rules
    now: datetime
    names: dict[str, list[str]]

    def __post_init__(self) -> None:
        self.dice = Random(2026)  # noqa: S311 nothing secret about it
        self.families = count(1)
        self.serials = count(5001)

    def ago(self, **span: float) -> datetime:
        return self.now - timedelta(**span)


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def names() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in rows("names.csv"):
        found.setdefault(row["kind"], []).append(row["name"])
    return found


def kindergartens() -> Iterator[Kindergarten]:
    for r in rows("kindergartens.csv"):
        yield Kindergarten(
            r["id"],
            r["locality"],
            {lang: r[f"name_{lang}"] for lang in ("kk", "ru", "en")},
            r["address"],
            tuple(r["languages"].split("+")),
            tuple(r["kinds"].split("+")),
            r["phone"],
            (float(r["latitude"]), float(r["longitude"])),
        )


def waiting(town: Town) -> Iterator[Waiting]:
    for r in rows("queues.csv"):
        ranks = zip(BENEFITS, ("out_of_turn", "first_priority", "general"), strict=True)
        for benefits, rank in ranks:
            for _ in range(int(r[rank])):
                yield family(town, r, town.dice.choice(benefits))


def family(town: Town, r: dict[str, str], benefit: str | None) -> Waiting:
    """Somebody invented: without a chat, with an IIN nobody has."""
    child = invented(town, town.now.year - int(r["age"]))
    born = datetime.combine(child.born, town.now.timetz())
    began = town.ago(days=town.dice.uniform(LEAST_DAYS, MOST_DAYS))
    return Waiting(
        PORTALS[r["locality"]],
        PersonId(-next(town.families)),
        child,
        r["locality"],
        cast(GroupKind, r["kind"]),
        r["language"],
        benefit,
        min(max(began, born + timedelta(days=30)), town.ago(days=LEAST_DAYS)),
    )


def invented(town: Town, year: int) -> Child:
    """A child of a birth year; surnames of girls end in «а»."""
    dice = town.dice
    sex = dice.choice(("boy", "girl"))
    born = date(year, dice.randint(1, 12), dice.randint(1, 28))
    surname = dice.choice(town.names["surname"])
    ending = town.names["ending"][0] if sex == "girl" else ""
    name = f"{surname}{ending} {dice.choice(town.names[sex])}"
    return Child(iin(town, born, sex), name, born)


def iin(town: Town, born: date, sex: str) -> str:
    """The next number with right check digits; some are never issued."""
    for serial in town.serials:
        eleven = f"{born:%y%m%d}{5 if sex == 'boy' else 6}{serial:04d}"
        control = control_digit(eleven)
        if control is not None:
            return f"{eleven}{control}"
    raise AssertionError


def residents(town: Town) -> Iterator[Waiting]:
    """Children of the sandbox's own people (`lists/register.csv`), and whoever stood before
    Gülnar's son and goes to the same group."""
    wish = ("general", "kk")
    today = town.rules.day(town.now)
    for r in rows("residents.csv"):
        child = Child(r["iin"], r["name"], date.fromisoformat(r["born"]))
        if too_old(child.born, town.rules.of(r["locality"]), today):
            continue
        yield Waiting(
            PORTALS[r["locality"]], PersonId(int(r["person"])), child, r["locality"],
            cast(GroupKind, wish[0]), wish[1], r["benefit"] or None,
            town.ago(days=int(r["days"])),
        )  # fmt: skip


def history(now: datetime) -> Iterator[Placed]:
    """How many got a place in each of the last twelve months."""
    this = number(now.year * 100 + now.month)
    for r in rows("queues.csv"):
        placed = [int(n) for n in r["placed"].split()]
        for back, children in enumerate(reversed(placed), 1):
            yield Placed(
                r["locality"],
                cast(GroupKind, r["kind"]),
                r["language"],
                now.year - int(r["age"]),
                month(this - back),
                children,
            )
