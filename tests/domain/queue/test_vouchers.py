"""The voucher regime, and what is left when somebody is forgotten."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from adapters.db.rows.columns import metadata
from adapters.db.store import Store
from domain.bulletin_desk import Clerk
from domain.bulletin_desk import publish as desk_publish
from domain.queue import vouchers
from domain.queue.applications import Candidate, WindowOver, join, restore
from domain.queue.bulletins import PlaceGone, VacancyId, apply, publish
from domain.queue.due import sweep
from domain.queue.enrolment import enrol
from domain.queue.forgetting import forget
from domain.queue.leaving import decline, false_benefit, withdraw
from domain.queue.life import NotNow, State
from domain.queue.order import Rank
from domain.queue.referrals import known, register
from tests.domain.stores import opened
from tests.queue_town import (
    NOW,
    REGIMES,
    RULES,
    joined,
    kindergarten,
    later,
    published,
    request,
    vacancy,
)

VOUCHER = next(r for r in REGIMES.all if r.name == "voucher")
HERE = replace(RULES, regimes=replace(REGIMES, default=VOUCHER))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path) as store:
        yield store


def family(store: Store, n: int, benefit: str | None = None) -> Candidate:
    return join(store, request(n, benefit=benefit), HERE, NOW).candidates[0]


def state(store: Store, c: Candidate) -> State:
    found = store.queue.candidate(c.id)
    assert found is not None
    return found.state


def issued(store: Store, c: Candidate, count: int = 1) -> list[int]:
    return [x.id for x in vouchers.issue(store, c.entries[0].key, count, HERE, NOW)]


def test_vouchers_go_out_one_class_after_the_other(store: Store) -> None:
    general, large, soldiers = (
        family(store, n, benefit) for n, benefit in enumerate((None, "large_family", "military"))
    )
    assert issued(store, general, 2) == [soldiers.id, large.id]
    assert issued(store, general, 2) == [general.id]


def test_a_confirmed_voucher_chooses_a_kindergarten(store: Store) -> None:
    c = family(store, 1)
    v = published(store)
    with pytest.raises(NotNow):
        vouchers.choose(store, c.person, c.id, v.id, HERE, NOW)
    issued(store, c)
    assert vouchers.confirm(store, c.person, c.id, HERE, NOW).state is State.CHOOSING
    vouchers.choose(store, c.person, c.id, v.id, HERE, NOW)
    assert state(store, c) is State.REFERRED
    assert decline(store, c.person, c.id, HERE, NOW).state is State.CHOOSING


def test_a_voucher_not_confirmed_is_inactive_and_restored_once(store: Store) -> None:
    c = family(store, 1)
    issued(store, c)
    sweep(store, HERE, later(days=3))
    assert state(store, c) is State.INACTIVE
    assert restore(store, c.person, c.id, HERE, later(days=4)).state is State.QUEUED
    issued(store, c)
    sweep(store, HERE, later(days=3))
    sweep(store, HERE, later(days=40))
    assert state(store, c) is State.ARCHIVED


def test_without_a_place_one_waits_and_is_asked_before_the_queue(store: Store) -> None:
    first, second = family(store, 1), family(store, 2)
    v = published(store, places=0)
    issued(store, first, 2)
    vouchers.confirm(store, second.person, second.id, HERE, NOW)
    with pytest.raises(PlaceGone):
        vouchers.choose(store, second.person, second.id, v.id, HERE, NOW)
    assert vouchers.wait(store, second.person, second.id, HERE, NOW).state is State.WAITING_LIST
    newcomer = family(store, 3, "military")
    assert issued(store, newcomer) == [second.id]


def test_one_window_is_for_choosing_for_the_papers_and_for_choosing_anew(store: Store) -> None:
    c = family(store, 1)
    v = published(store)
    issued(store, c)
    until = vouchers.confirm(store, c.person, c.id, HERE, NOW).due
    assert vouchers.choose(store, c.person, c.id, v.id, HERE, later(days=1)).due == until
    assert decline(store, c.person, c.id, HERE, later(days=2)).due == until


def test_from_the_waiting_list_one_answers_in_a_day(store: Store) -> None:
    c = family(store, 1)
    issued(store, c)
    vouchers.confirm(store, c.person, c.id, HERE, NOW)
    vouchers.wait(store, c.person, c.id, HERE, NOW)
    given = vouchers.issue(store, c.entries[0].key, 1, HERE, later(days=1))
    assert [x.due for x in given] == [HERE.end("apply", c.locality, later(days=1))]


def test_a_vacancy_is_offered_to_confirmed_vouchers_only(store: Store) -> None:
    first, second = family(store, 1), family(store, 2)
    issued(store, first)
    vouchers.confirm(store, first.person, first.id, HERE, NOW)
    store.kindergartens.put([kindergarten()])
    publish(store, vacancy(), HERE, "person:1", NOW)
    assert [o.candidate for o in store.bulletins.untold(9)] == [first.id]
    assert state(store, second) is State.QUEUED


def waiting(store: Store, *numbers: int) -> list[Candidate]:
    """Families whose vouchers found no place."""
    families = [family(store, n) for n in numbers]
    issued(store, families[0], 99)
    for c in families:
        vouchers.confirm(store, c.person, c.id, HERE, NOW)
    return [vouchers.wait(store, c.person, c.id, HERE, NOW) for c in families]


def posted(store: Store, places: int = 1) -> VacancyId:
    store.kindergartens.put([kindergarten()])
    by = Clerk("person:1", lambda place: True)
    return desk_publish(store, by, vacancy(places=places), HERE, NOW)[0].id


def test_a_new_place_is_offered_to_the_first_of_the_list_and_then_to_the_next(
    store: Store,
) -> None:
    families = waiting(store, 1, 2, 3, 4)
    posted(store, places=2)
    voucher, listed, inactive = State.VOUCHER, State.WAITING_LIST, State.INACTIVE
    assert [state(store, c) for c in families] == [voucher, voucher, listed, listed]
    vouchers.refuse(store, families[0].person, families[0].id, HERE, NOW)
    assert [state(store, c) for c in families[1:]] == [voucher, voucher, listed]
    sweep(store, HERE, later(days=2))
    assert [state(store, c) for c in families[1:]] == [inactive, inactive, voucher]


def test_who_may_still_choose_goes_before_the_list(store: Store) -> None:
    chooses = family(store, 1)
    issued(store, chooses)
    (waits,) = waiting(store, 2)
    v = posted(store)
    assert state(store, waits) is State.WAITING_LIST
    vouchers.confirm(store, chooses.person, chooses.id, HERE, NOW)
    vouchers.choose(store, chooses.person, chooses.id, v, HERE, NOW)
    decline(store, chooses.person, chooses.id, HERE, NOW)
    assert state(store, waits) is State.WAITING_LIST
    withdraw(store, chooses.person, chooses.id, HERE, NOW)
    assert state(store, waits) is State.VOUCHER


def test_refusing_a_voucher_cancels_the_queue(store: Store) -> None:
    c = family(store, 1)
    issued(store, c)
    assert vouchers.refuse(store, c.person, c.id, HERE, NOW).state is State.WITHDRAWN


def test_there_are_no_vouchers_where_there_are_bulletins(store: Store) -> None:
    c = joined(store, 1)
    with pytest.raises(NotNow):
        vouchers.issue(store, c.entries[0].key, 1, RULES, NOW)


def test_nothing_is_left_of_who_is_forgotten_and_the_next_gets_the_place(store: Store) -> None:
    me, next_one = joined(store, 1), joined(store, 2)
    v = published(store)
    for c in (me, next_one):
        apply(store, c.person, c.id, v.id, RULES, NOW)
    sweep(store, RULES, later(days=2))
    forget(store, me.person, RULES, later(days=2))
    assert state(store, next_one) is State.REFERRED
    tables = [t for t in metadata.sorted_tables if {"candidate_id", "person_id"} & set(t.c.keys())]
    for table in tables:
        mine = [
            table.c[name] == value
            for name, value in (("candidate_id", me.id), ("person_id", me.person))
            if name in table.c
        ]
        assert store.connection.execute(sa.select(table).where(sa.or_(*mine))).all() == [], table


def test_the_record_of_a_child_in_a_kindergarten_stays_without_the_person(store: Store) -> None:
    me = joined(store, 1)
    v = published(store)
    apply(store, me.person, me.id, v.id, RULES, NOW)
    sweep(store, RULES, later(days=2))
    register(store, me.id, RULES, later(days=3))
    enrol(store, me.id, RULES, later(days=3))
    forget(store, me.person, RULES, later(days=4))
    assert store.queue.of(me.person) == []
    assert [e.candidate for e in store.kindergartens.contingent(v.kindergarten)] == [me.id]


def test_a_switch_to_bulletins_stops_nobodys_clock(store: Store) -> None:
    """Vouchers that ran before end as they would have; the rest of the country goes on."""
    unconfirmed, choosing, waiting = (family(store, n) for n in range(3))
    elsewhere = joined(store, 9)
    v = published(store)
    issued(store, unconfirmed, 3)
    for c in (choosing, waiting):
        vouchers.confirm(store, c.person, c.id, HERE, NOW)
    vouchers.wait(store, waiting.person, waiting.id, HERE, NOW)
    apply(store, elsewhere.person, elsewhere.id, v.id, RULES, NOW)
    while sweep(store, RULES, later(days=10)):
        pass
    found = [state(store, c) for c in (unconfirmed, choosing, waiting, elsewhere)]
    assert found == [State.INACTIVE, State.INACTIVE, State.WAITING_LIST, State.REFERRED]


def test_who_waited_by_the_other_regime_goes_on_by_the_new_one(store: Store) -> None:
    c = family(store, 1)
    issued(store, c)
    vouchers.confirm(store, c.person, c.id, HERE, NOW)
    vouchers.wait(store, c.person, c.id, HERE, NOW)
    v = published(store)
    apply(store, c.person, c.id, v.id, RULES, NOW)
    assert state(store, c) is State.APPLIED
    assert issued(store, c) == [c.id]
    sweep(store, HERE, later(days=1))
    assert state(store, c) is State.VOUCHER
    assert store.bulletins.offers_of(c.id) == []


def test_a_switch_to_vouchers_lets_bulletins_and_stop_lists_end(store: Store) -> None:
    stopped, applied = joined(store, 1), joined(store, 2)
    v = published(store)
    apply(store, stopped.person, stopped.id, v.id, RULES, NOW)
    sweep(store, RULES, later(days=2))
    sweep(store, RULES, later(days=12))
    assert state(store, stopped) is State.STOPPED
    other = published(store, later(days=12), places=1)
    apply(store, applied.person, applied.id, other.id, RULES, later(days=12))
    while sweep(store, HERE, later(days=17)):
        pass
    assert state(store, applied) is State.REFERRED
    while sweep(store, HERE, later(days=40)):
        pass
    assert state(store, stopped) is State.QUEUED


def test_who_holds_a_voucher_can_be_forgotten_after_a_switch(store: Store) -> None:
    c = family(store, 1)
    issued(store, c)
    forget(store, c.person, RULES, NOW)
    assert store.queue.candidate(c.id) is None


def test_what_refuses_is_skipped_and_stops_nobody(store: Store) -> None:
    """Nothing in the table lets such a row end; the others do, and it is tried again later."""
    stuck, fine = family(store, 1), family(store, 2)
    issued(store, stuck, 2)
    store.queue.move(stuck_now := known(store, stuck.id), State.WAITING_LIST, later(days=1), NOW)
    seen: list[tuple[str, int, str]] = []
    while sweep(
        store, HERE, later(days=3), skipped=lambda *s: seen.append((*s[:2], type(s[2]).__name__))
    ):
        pass
    assert state(store, fine) is State.INACTIVE
    assert seen == [("candidate", stuck_now.id, "NotNow")]
    assert known(store, stuck.id).due == later(days=3, hours=1)


def test_a_voucher_with_a_false_benefit_keeps_its_window(store: Store) -> None:
    c = family(store, 1, "military")
    issued(store, c)
    due = known(store, c.id).due
    after = false_benefit(store, c.id, HERE, later(hours=5))
    assert (after.state, after.due, after.rank) == (State.VOUCHER, due, Rank.GENERAL)


def test_a_tap_after_the_window_comes_too_late_though_nobody_has_noted_that(store: Store) -> None:
    """As after an outage: the tap is there before the clock."""
    v, (late, chooses) = published(store), (family(store, n) for n in range(2))
    issued(store, late, 2)
    with pytest.raises(WindowOver):
        vouchers.confirm(store, late.person, late.id, HERE, later(days=3))
    vouchers.confirm(store, chooses.person, chooses.id, HERE, NOW)
    with pytest.raises(WindowOver):
        vouchers.choose(store, chooses.person, chooses.id, v.id, HERE, later(days=10))
    with pytest.raises(WindowOver):
        vouchers.wait(store, chooses.person, chooses.id, HERE, later(days=10))
    sweep(store, HERE, later(days=3))
    with pytest.raises(WindowOver):
        restore(store, late.person, late.id, HERE, later(days=40))
    assert [state(store, c) for c in (late, chooses)] == [State.INACTIVE, State.CHOOSING]
