"""Places told from counters are those of somebody who walks the whole queue and counts."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.db.queue.counters import BLOCK
from adapters.db.store import Store
from domain.queue import order
from domain.queue.applications import Candidate, change, restore
from domain.queue.interest import interested
from domain.queue.leaving import withdraw
from domain.queue.life import Event, State
from domain.queue.order import Rank, Totals, Turns
from domain.queue.position import place_of, places_of
from domain.queue.resort import resort
from tests.domain.stores import opened
from tests.queue_town import BENEFITS, NOW, RULES, TOWN, child, joined, later, reloaded

TURNS_HERE = RULES.of(TOWN).turns
SIZES = st.tuples(*(st.integers(0, 12) for _ in Rank))
TURNS = st.one_of(st.none(), st.builds(Turns, st.integers(1, 3), st.integers(1, 5)))


def walked(sizes: tuple[int, ...], turns: Turns | None) -> list[tuple[Rank, int]]:
    """A whole queue in its order, one by one: class and number in it."""
    first, middle, last = ([(rank, n + 1) for n in range(sizes[rank])] for rank in Rank)
    if turns is None:
        return first + middle + last
    queue = first
    while middle or last:
        queue = queue + middle[: turns.first_priority] + last[: turns.general]
        middle, last = middle[turns.first_priority :], last[turns.general :]
    return queue


@given(SIZES, TURNS)
def test_a_place_is_where_walking_the_queue_ends(
    sizes: tuple[int, ...], turns: Turns | None
) -> None:
    told = [order.place(rank, n, Totals(*sizes), turns) for rank, n in walked(sizes, turns)]
    assert told == list(range(1, sum(sizes) + 1))


def counted(candidates: list[Candidate]) -> dict[int, int]:
    """Everybody's place by walking the queue."""
    waiting = sorted((c.rank, c.ticket, c.id) for c in candidates if c.counted)
    classes: dict[Rank, list[int]] = {
        rank: [number for r, _, number in waiting if r == rank] for rank in Rank
    }
    sizes = tuple(len(classes[rank]) for rank in Rank)
    queue = walked(sizes, TURNS_HERE)
    return {classes[rank][n - 1]: place for place, (rank, n) in enumerate(queue, 1)}


def told(store: Store, candidates: list[Candidate]) -> dict[int, int]:
    return {c.id: p.number for c in candidates for p in places_of(store, c, RULES)}


def something_happens(store: Store, dice: random.Random, candidates: list[Candidate]) -> None:
    """One act of a random history."""
    now = NOW
    c = dice.choice(candidates) if candidates else None
    match dice.choice(("join", "join", "join", "leave", "stop", "back", "class", "resort")):
        case "leave" if c and c.state is State.QUEUED:
            withdraw(store, c.person, c.id, RULES, now)
        case "stop" if c and c.state is State.QUEUED:
            change(store, c, Event.LAPSE, RULES, now, cause="inactive")
        case "back" if c and c.state is State.INACTIVE and not c.restores:
            restore(store, c.person, c.id, RULES, now)
        case "class" if c:
            store.queue.rerank(c, dice.choice(list(Rank)), "benefit", now)
        case "resort":
            resort(store, TOWN[:2], RULES, now)
        case _:
            store.queue.tickets(dice.randint(1, BLOCK // 2))  # other towns'; blocks are passed
            joined(store, len(candidates), benefit=dice.choice(BENEFITS))
            candidates.append(store.queue.of(7_000_000_000 + len(candidates))[0])
    candidates[:] = reloaded(store, candidates)


@settings(max_examples=4, deadline=None)
@given(dice=st.randoms(use_true_random=False))
def test_places_hold_over_random_histories(
    tmp_path_factory: pytest.TempPathFactory, dice: random.Random
) -> None:
    with opened(tmp_path_factory.mktemp("queue")) as store:
        candidates: list[Candidate] = []
        for _ in range(20):
            something_happens(store, dice, candidates)
            assert told(store, candidates) == counted(candidates)


@pytest.fixture
def store(tmp_path: Path):
    with opened(tmp_path) as store:
        yield store


def number_of(store: Store, c: Candidate) -> int:
    place = place_of(store, c.entries[0].id, c.entries[0].key, RULES)
    assert place is not None
    return place.number


def test_out_of_turn_goes_first_then_one_first_priority_to_three_general(store: Store) -> None:
    general = [joined(store, n) for n in range(5)]
    first = [joined(store, 10 + n, benefit="large_family") for n in range(2)]
    soldiers = joined(store, 20, benefit="military")
    assert number_of(store, soldiers) == 1
    assert [number_of(store, c) for c in first] == [2, 6]
    assert [number_of(store, c) for c in general] == [3, 4, 5, 7, 8]


def test_twins_stand_next_to_each_other(store: Store) -> None:
    joined(store, 1)
    joined(store, 2, children=(child(2), child(3)), languages=("kk", "ru"))
    joined(store, 4)
    twins = store.queue.of(7_000_000_002)
    assert [[p.number for p in places_of(store, c, RULES)] for c in twins] == [
        [2, 1],
        [3, 2],
    ]


def test_a_restored_application_stands_at_its_own_date(store: Store) -> None:
    early, late = joined(store, 1), joined(store, 2)
    change(store, early, Event.LAPSE, RULES, NOW, cause="inactive")
    assert number_of(store, late) == 1
    restore(store, early.person, early.id, RULES, later(days=1))
    assert [number_of(store, c) for c in (early, late)] == [1, 2]


def test_being_interested_changes_no_place(store: Store) -> None:
    c = joined(store, 1)
    assert interested(store, c.person, c.id, RULES, later(hours=1)).interested == later(hours=1)
    assert number_of(store, c) == 1
