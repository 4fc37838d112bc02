"""An invented town with a queue, for tests: families, children, and what they ask for."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from adapters.db.store import Store
from app.queues import load_regimes
from domain.people import PersonId
from domain.queue.applications import Application, Candidate, Child, House, Request, join

NOW = datetime(2026, 9, 1, 6, tzinfo=UTC)
TOWN = "611010000"
"""Арыс қ.Ә., Түркістан облысы."""
WEEKEND = 5
HOUSE = House(ZoneInfo("Asia/Almaty"), lambda day: day.weekday() < WEEKEND)
REGIMES = load_regimes()
REGIME = REGIMES.default
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
    return join(store, request(n, **asked), REGIME, HOUSE, now)


def reloaded(store: Store, candidates: Sequence[Candidate]) -> list[Candidate]:
    found = [store.queue.candidate(c.id) for c in candidates]
    return [c for c in found if c is not None]
