"""An invented town with a queue, for tests: families, children, and what they ask for."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from adapters.db.store import Store
from app.queues import load_regimes
from domain.kindergartens import Kindergarten
from domain.people import PersonId
from domain.queue.applications import Application, Candidate, Child, Request, join
from domain.queue.bulletins import NewVacancy, Vacancy, publish
from domain.queue.windows import Rules

NOW = datetime(2026, 9, 1, 6, tzinfo=UTC)
TOWN = "611610000"
"""Арыс қ.Ә., Түркістан облысы."""
WEEKEND = 5
REGIMES = load_regimes()
RULES = Rules(REGIMES, ZoneInfo("Asia/Almaty"), lambda day: day.weekday() < WEEKEND)
BORN = date(2023, 3, 10)
BENEFITS = ("military", "large_family", None)
"""One of each class, by rank."""
DRAFTS = count(1)


def later(**span: float) -> datetime:
    return NOW + timedelta(**span)


def child(n: int, born: date = BORN) -> Child:
    """Somebody invented: the number only tells children apart."""
    return Child(f"{born:%y%m%d}5{n:05d}", f"Bala {n}", born)


def request(n: int, *, family: int | None = None, **asked: Any) -> Request:
    content: dict[str, Any] = {
        "portal": "snation",
        "person": PersonId(7_000_000_000 + (n if family is None else family)),
        "account": None,
        "draft": next(DRAFTS),
        "children": (child(n),),
        "locality": TOWN,
        "kind": "general",
        "languages": ("kk",),
        "benefit": None,
        "snapshot": {"child": n},
        **asked,
    }
    return Request(**content)


def joined(store: Store, n: int, *, now: datetime = NOW, **asked: Any) -> Candidate:
    """One child of one family in the queue."""
    return applied(store, n, now=now, **asked).candidates[0]


def applied(store: Store, n: int, *, now: datetime = NOW, **asked: Any) -> Application:
    return join(store, request(n, **asked), RULES, now)


def reloaded(store: Store, candidates: Sequence[Candidate]) -> list[Candidate]:
    found = [store.queue.candidate(c.id) for c in candidates]
    return [c for c in found if c is not None]


def kindergarten(number: str = "balapan", locality: str = TOWN) -> Kindergarten:
    names = {"kk": "Балапан", "ru": "Балапан", "en": "Balapan"}
    return Kindergarten(
        number, locality, names, "Абай к-сі, 1", ("kk", "ru"), ("general",), "+77250000000", None
    )


def vacancy(**said: Any) -> NewVacancy:
    content: dict[str, Any] = {
        "kindergarten": "balapan",
        "group": "Күншуақ",
        "kind": "general",
        "language": "kk",
        "born": (BORN.year, BORN.year),
        "places": 1,
        **said,
    }
    return NewVacancy(**content)


def published(store: Store, now: datetime = NOW, **said: Any) -> Vacancy:
    store.kindergartens.put([kindergarten()])
    return publish(store, vacancy(**said), RULES, "person:1", now)[0]
