"""What changed since the last look and why, when a place may come, and whom to tell."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.db.store import Store
from domain.queue.applications import Candidate
from domain.queue.benefits import refuse_benefit
from domain.queue.bulletins import apply
from domain.queue.due import sweep
from domain.queue.forecast import Forecast, forecast
from domain.queue.leaving import withdraw
from domain.queue.life import State
from domain.queue.looking import Look, looks, moved, subscribe, unsubscribe
from domain.queue.order import Rank
from tests.domain.queue.test_queue_order import something_happens
from tests.domain.stores import opened
from tests.queue_town import BENEFITS, NOW, RULES, joined, later, published

TODAY = date(2026, 11, 21)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path) as store:
        yield store


def seen(store: Store, c: Candidate) -> Look:
    return looks(store, c.person, c.id, RULES, NOW)[0]


def reasons(look: Look) -> list[tuple[str, Rank, int, int]]:
    assert look.why is not None
    return [(r.cause, r.rank, r.change * r.people, r.shift) for r in look.why.reasons]


def test_the_first_look_has_nothing_to_compare_with(store: Store) -> None:
    look = seen(store, joined(store, 1))
    assert (look.place.number, look.place.of) == (1, 1)
    assert look.before is look.why is look.forecast is None


def test_a_place_tells_why_it_changed(store: Store) -> None:
    ahead = [joined(store, n) for n in range(4)]
    me = joined(store, 10)
    assert seen(store, me).place.number == 5
    v = published(store, places=2)
    for c in ahead[:2]:
        apply(store, c.person, c.id, v.id, RULES, NOW)
    sweep(store, RULES, later(days=2))
    withdraw(store, ahead[2].person, ahead[2].id, RULES, NOW)
    joined(store, 20, benefit="military")
    joined(store, 21)
    look = seen(store, me)
    assert look.place.number == 3
    assert reasons(look) == [
        ("placed", Rank.GENERAL, -2, -2),
        ("withdrawn", Rank.GENERAL, -1, -1),
        ("joined", Rank.OUT_OF_TURN, 1, 1),
    ]
    assert reasons(seen(store, me)) == []


def test_ones_own_change_of_class_is_told_apart(store: Store) -> None:
    joined(store, 1)
    me = joined(store, 2, benefit="military")
    assert seen(store, me).place.number == 1
    refuse_benefit(store, me.id, "expired", RULES, NOW)
    look = seen(store, me)
    assert (look.place.number, look.why.own, look.why.reasons) == (2, 1, ())


@settings(max_examples=4, deadline=None)
@given(dice=st.randoms(use_true_random=False))
def test_shifts_add_up_to_the_difference_over_random_histories(
    tmp_path_factory: pytest.TempPathFactory, dice: random.Random
) -> None:
    with opened(tmp_path_factory.mktemp("queue")) as store:
        me = joined(store, 500, benefit=dice.choice(BENEFITS))
        candidates = [joined(store, n, benefit=dice.choice(BENEFITS)) for n in range(6)]
        candidates = [store.queue.candidate(c.id) for c in candidates]
        before = seen(store, me).place.number
        for _ in range(6):
            for _ in range(dice.randint(1, 4)):
                something_happens(store, dice, candidates)
            look = seen(store, me)
            assert look.why is not None
            assert look.why.own == 0, "nothing happened to this one itself"
            assert before + sum(r.shift for r in look.why.reasons) == look.place.number
            before = look.place.number


def test_too_little_history_is_no_forecast() -> None:
    assert forecast(10, {}, TODAY) is None
    assert forecast(10, {202609: 5, 202610: 5}, TODAY) is None
    assert forecast(70, {202601: 1}, TODAY) is None, "farther than anybody can see"


def test_a_forecast_is_a_range_between_the_better_and_the_worse_months() -> None:
    assert forecast(12, {202607: 2, 202608: 6, 202609: 4, 202610: 2}, TODAY) == Forecast(3, 6)
    assert forecast(12, {202607: 6, 202611: 50}, TODAY) == Forecast(4, None)


def test_the_month_that_runs_is_no_history_yet() -> None:
    assert forecast(6, {202608: 3, 202609: 3, 202610: 3, 202611: 99}, TODAY) == Forecast(2, 2)


def heard(store: Store, hours: float) -> list[tuple[int, int]]:
    _, told = moved(store, RULES, later(hours=hours), 100)
    return [(m.look.before.place, m.look.place.number) for m in told if m.look.before]


def test_a_subscriber_hears_of_a_change_at_most_once_a_day(store: Store) -> None:
    ahead = [joined(store, n) for n in range(3)]
    me = joined(store, 10)
    subscribe(store, me.person, me.id, RULES, NOW)
    assert heard(store, 1) == []
    withdraw(store, ahead[0].person, ahead[0].id, RULES, NOW)
    assert heard(store, 1) == [(4, 3)]
    withdraw(store, ahead[1].person, ahead[1].id, RULES, NOW)
    assert heard(store, 2) == []
    assert heard(store, 25) == [(3, 2)]
    unsubscribe(store, me.person, me.id)
    withdraw(store, ahead[2].person, ahead[2].id, RULES, NOW)
    assert heard(store, 50) == []


def test_nobody_hears_at_night_or_of_what_is_behind_them(store: Store) -> None:
    ahead, me, behind = (joined(store, n) for n in range(3))
    subscribe(store, me.person, me.id, RULES, NOW)
    withdraw(store, behind.person, behind.id, RULES, NOW)
    assert heard(store, 1) == []
    withdraw(store, ahead.person, ahead.id, RULES, NOW)
    night = timedelta(hours=12)
    assert heard(store, night.total_seconds() / 3600) == []
    assert heard(store, 24) == [(2, 1)]


def test_nothing_is_shown_while_the_application_is_not_counted(store: Store) -> None:
    me = joined(store, 1)
    withdraw(store, me.person, me.id, RULES, NOW)
    assert store.queue.candidate(me.id).state is State.WITHDRAWN
    assert looks(store, me.person, me.id, RULES, NOW) == []
