"""Every clock gives aware UTC moments; the moved and the fixed one obey."""

from datetime import UTC, datetime, timedelta

import pytest

from adapters.clock import MovedClock, SystemClock
from adapters.fakes import FixedClock
from domain.ports import Clock

MOMENT = datetime(2026, 9, 5, 9, 35, tzinfo=UTC)


@pytest.mark.parametrize("clock", [SystemClock(), MovedClock(), FixedClock()])
def test_a_clock_gives_aware_moments_in_utc_that_never_go_back(clock: Clock) -> None:
    first, second = clock.now(), clock.now()
    assert first.utcoffset() == timedelta()
    assert second >= first


def test_a_moved_clock_goes_on_from_where_it_was_set() -> None:
    clock = MovedClock()
    clock.set(MOMENT)
    assert timedelta() <= clock.now() - MOMENT < timedelta(seconds=5)


def test_an_unmoved_clock_shows_the_machines_time() -> None:
    assert abs(MovedClock().now() - SystemClock().now()) < timedelta(seconds=5)


def test_a_fixed_clock_stands_until_told_to_move() -> None:
    clock = FixedClock(MOMENT)
    assert clock.now() == clock.now() == MOMENT
    clock.advance(timedelta(minutes=5))
    assert clock.now() == MOMENT + timedelta(minutes=5)
    clock.set(MOMENT)
    assert clock.now() == MOMENT
