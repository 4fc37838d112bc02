"""The road from the queue to a kindergarten, and every way a place becomes free again."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from adapters.db.store import Store
from domain import bulletin_desk as desk
from domain.queue.applications import Candidate, ChildHasPlace
from domain.queue.benefits import refuse_benefit
from domain.queue.bulletins import (
    NotYourQueue,
    Offer,
    PlaceGone,
    Vacancy,
    VacancyGone,
    apply,
    close,
    publish,
    take_back,
)
from domain.queue.due import sweep
from domain.queue.enrolment import enrol
from domain.queue.leaving import (
    ApplicationInContingent,
    decline,
    false_benefit,
    left,
    withdraw,
)
from domain.queue.life import NotNow, State
from domain.queue.order import Rank
from domain.queue.position import places_of
from domain.queue.referrals import (
    Referral,
    ReferralExtended,
    ReferralGone,
    ReferralLapsed,
    extend,
    register,
)
from domain.queue.resort import resort
from domain.staff import NotAllowed
from tests.domain.stores import opened
from tests.queue_town import (
    BENEFITS,
    NOW,
    RULES,
    TOWN,
    joined,
    kindergarten,
    later,
    published,
    vacancy,
)

AFTER = later(days=2)
"""The priority window is over."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path) as store:
        yield store


def tap(store: Store, c: Candidate, v: Vacancy, at: datetime = NOW) -> Referral | Offer:
    return apply(store, c.person, c.id, v.id, RULES, at)


def state(store: Store, c: Candidate) -> State:
    found = store.queue.candidate(c.id)
    assert found is not None
    return found.state


def place(store: Store, c: Candidate) -> int | None:
    found = store.queue.candidate(c.id)
    assert found is not None
    return next((p.number for p in places_of(store, found, RULES)), None)


def heard(store: Store, at: datetime) -> list[str]:
    return [news.kind for _, news in store.news.due(at, 100)]


def referred(store: Store, families: int = 1, places: int = 1) -> tuple[Vacancy, list[Candidate]]:
    """Families of whom the first ones have a referral; all applied."""
    everybody = [joined(store, n) for n in range(families)]
    v = published(store, places=places)
    for c in reversed(everybody):
        tap(store, c, v)
    sweep(store, RULES, AFTER)
    return v, everybody


def test_whoever_fits_is_told_in_queue_order(store: Store) -> None:
    everybody = [joined(store, n, benefit=BENEFITS[n % 3]) for n in range(9)]
    joined(store, 20, languages=("ru",))
    joined(store, 21, kind="correctional")
    store.kindergartens.put([kindergarten()])
    v, told = publish(store, vacancy(), RULES, "person:1", NOW)
    offers = store.bulletins.untold(100)
    assert told == len(offers) == 9
    assert [o.ahead for o in offers] == list(range(9))
    assert [o.candidate for o in offers] == sorted(
        (c.id for c in everybody), key=lambda n: place(store, store.queue.candidate(n)) or 0
    )
    assert {o.vacancy for o in offers} == {v}
    store.bulletins.told(offers[:4], NOW)
    assert store.bulletins.untold(100) == offers[4:]


def test_the_same_bulletin_is_published_once(store: Store) -> None:
    joined(store, 1)
    store.kindergartens.put([kindergarten()])
    first = publish(store, vacancy(once="row 1"), RULES, "key:1", NOW)
    again = publish(store, vacancy(once="row 1"), RULES, "key:1", later(hours=1))
    assert (first[1], again) == (1, (first[0], 0))


def test_when_the_window_closes_places_go_by_order(store: Store) -> None:
    early, late = joined(store, 1), joined(store, 2)
    soldiers = joined(store, 3, benefit="military")
    v = published(store, places=2)
    for c in (late, early, soldiers):
        assert isinstance(tap(store, c, v), Offer)
        assert state(store, c) is State.APPLIED
    assert sweep(store, RULES, later(days=1)) == 0
    assert sweep(store, RULES, AFTER) == 1
    found = [state(store, c) for c in (soldiers, early, late)]
    assert found == [State.REFERRED, State.REFERRED, State.APPLIED]
    assert place(store, late) == 1
    assert sweep(store, RULES, AFTER) == 0


def test_leftovers_are_everybodys_at_once(store: Store) -> None:
    first, second, third = (joined(store, n) for n in range(3))
    v = published(store, places=2)
    sweep(store, RULES, AFTER)
    assert isinstance(tap(store, third, v, AFTER), Referral)
    assert isinstance(tap(store, first, v, AFTER), Referral)
    assert tap(store, first, v, AFTER) == store.referrals.of(first.id)
    with pytest.raises(PlaceGone):
        tap(store, second, v, AFTER)
    assert state(store, second) is State.QUEUED


def test_a_late_tap_closes_the_window_itself(store: Store) -> None:
    early, late = joined(store, 1), joined(store, 2)
    v = published(store)
    tap(store, early, v)
    with pytest.raises(PlaceGone):
        tap(store, late, v, AFTER)
    assert state(store, early) is State.REFERRED


def test_a_vacancy_of_another_queue_is_refused(store: Store) -> None:
    v = published(store)
    with pytest.raises(NotYourQueue):
        tap(store, joined(store, 1, languages=("ru",)), v)


def test_taking_back_leaves_the_family_where_it_stood(store: Store) -> None:
    c = joined(store, 1)
    v, w = published(store), published(store)
    tap(store, c, v)
    tap(store, c, w)
    assert take_back(store, c.person, c.id, v.id, RULES, NOW).state is State.APPLIED
    assert take_back(store, c.person, c.id, w.id, RULES, NOW).state is State.QUEUED
    assert take_back(store, c.person, c.id, w.id, RULES, NOW).state is State.QUEUED


def test_a_family_with_a_referral_waits_for_no_other_place(store: Store) -> None:
    first, second = joined(store, 1), joined(store, 2)
    v, w = published(store), published(store)
    for c in (first, second):
        tap(store, c, v)
        tap(store, c, w)
    sweep(store, RULES, AFTER)
    assert store.referrals.of(first.id).vacancy == v.id
    assert store.referrals.of(second.id).vacancy == w.id
    with pytest.raises(NotNow):
        tap(store, first, w, AFTER)


def test_a_referral_is_heard_of_at_once_half_way_and_three_hours_before(store: Store) -> None:
    _, (c,) = referred(store)
    due = store.referrals.of(c.id).due
    assert heard(store, AFTER) == ["referral"]
    assert heard(store, AFTER + (due - AFTER) / 2) == ["referral", "referral_half"]
    assert heard(store, due)[-1] == "referral_last"


def test_the_whole_road_to_the_contingent(store: Store) -> None:
    v, (c, _) = referred(store, families=2)
    register(store, c.id, RULES, later(days=3))
    enrol(store, c.id, RULES, later(days=4))
    assert state(store, c) is State.ENROLLED
    assert [e.candidate for e in store.kindergartens.contingent(v.kindergarten)] == [c.id]
    assert sweep(store, RULES, later(days=90)) == 0
    with pytest.raises(ApplicationInContingent):
        withdraw(store, c.person, c.id, RULES, later(days=5))


def test_a_child_who_leaves_frees_the_place_for_the_next(store: Store) -> None:
    v, (c, waiting) = referred(store, families=2)
    register(store, c.id, RULES, later(days=3))
    enrol(store, c.id, RULES, later(days=4))
    left(store, c.id, RULES, later(days=30))
    assert state(store, waiting) is State.REFERRED
    assert store.kindergartens.contingent(v.kindergarten) == []


def test_an_unused_referral_lapses_into_the_stop_list_and_the_next_gets_the_place(
    store: Store,
) -> None:
    v, (first, second, third) = referred(store, families=3)
    due = store.referrals.of(first.id).due
    with pytest.raises(ReferralLapsed):
        register(store, first.id, RULES, due)
    assert sweep(store, RULES, due) == 1
    states = [state(store, c) for c in (first, second, third)]
    assert states == [State.STOPPED, State.REFERRED, State.APPLIED]
    assert store.bulletins.vacancy(v.id).free == 0
    assert place(store, first) is None
    stop = store.queue.candidate(first.id).due
    sweep(store, RULES, stop)
    assert state(store, first) is State.QUEUED
    assert place(store, first) == 1, "at its own date"


def test_a_referral_is_extended_once(store: Store) -> None:
    _, (c,) = referred(store)
    day = later(days=3)
    due = extend(store, c.person, c.id, RULES, day).due
    assert due > later(days=32)
    assert state(store, c) is State.REFERRED
    with pytest.raises(ReferralExtended):
        extend(store, c.person, c.id, RULES, later(days=4))
    assert sweep(store, RULES, later(days=20)) == 0
    assert heard(store, day + (due - day) / 2) == ["referral", "referral", "referral_half"]


def test_giving_up_a_referral_gives_it_to_the_next_once(store: Store) -> None:
    v, (first, second, third) = referred(store, families=3)
    assert decline(store, first.person, first.id, RULES, later(days=3)).state is State.QUEUED
    with pytest.raises(ReferralGone):
        decline(store, first.person, first.id, RULES, later(days=3))
    assert [state(store, c) for c in (second, third)] == [State.REFERRED, State.APPLIED]
    assert store.bulletins.vacancy(v.id).taken == 1
    assert place(store, first) == 1


def test_withdrawing_with_a_referral_frees_the_place(store: Store) -> None:
    _, (first, second) = referred(store, families=2)
    assert withdraw(store, first.person, first.id, RULES, AFTER).state is State.WITHDRAWN
    assert state(store, second) is State.REFERRED
    assert joined(store, 0).state is State.QUEUED, "the child may stand anew"


def test_a_false_benefit_costs_the_referral_and_the_class_but_not_the_date(store: Store) -> None:
    general = joined(store, 1)
    liar = joined(store, 2, benefit="military")
    v = published(store)
    for c in (liar, general):
        tap(store, c, v)
    sweep(store, RULES, AFTER)
    assert state(store, liar) is State.REFERRED
    after = false_benefit(store, liar.id, RULES, later(days=3))
    assert (after.state, after.rank, after.benefit_state) == (State.QUEUED, Rank.GENERAL, "false")
    assert state(store, general) is State.REFERRED
    assert place(store, liar) == 1


def test_a_benefit_without_proof_moves_the_family_back_before_places_are_given(
    store: Store,
) -> None:
    general = joined(store, 1)
    claims = joined(store, 2, benefit="large_family")
    v = published(store)
    for c in (claims, general):
        tap(store, c, v)
    refuse_benefit(store, claims.id, "expired", RULES, NOW)
    sweep(store, RULES, AFTER)
    assert [state(store, c) for c in (general, claims)] == [State.REFERRED, State.APPLIED]


def test_closing_a_vacancy_lets_the_waiting_go_on_in_the_queue(store: Store) -> None:
    v, (_, second) = referred(store, families=2)
    assert close(store, v.id, RULES, later(days=3)) == 1
    assert state(store, second) is State.QUEUED
    with pytest.raises(VacancyGone):
        tap(store, second, v, later(days=3))


def test_a_childs_second_application_gets_no_second_place(store: Store) -> None:
    here = joined(store, 1)
    elsewhere = joined(store, 1, languages=("ru",), family=9)
    v, w = published(store), published(store, language="ru")
    tap(store, here, v)
    tap(store, elsewhere, w)
    other = joined(store, 2, languages=("ru",))
    tap(store, other, w)
    sweep(store, RULES, AFTER)
    assert [state(store, c) for c in (here, elsewhere, other)] == [
        State.REFERRED, State.APPLIED, State.REFERRED,
    ]  # fmt: skip


def test_twins_get_two_places_together(store: Store) -> None:
    from tests.queue_town import applied, child

    twins = applied(store, 1, children=(child(1), child(2))).candidates
    other = joined(store, 3)
    v = published(store, places=2)
    for c in (other, *twins):
        tap(store, c, v)
    sweep(store, RULES, AFTER)
    assert [state(store, c) for c in (*twins, other)] == [
        State.REFERRED, State.REFERRED, State.APPLIED,
    ]  # fmt: skip


def test_an_enrolled_child_stands_in_no_other_queue(store: Store) -> None:
    """Whoever applied there hears of it; whoever stood behind moves up."""
    other = joined(store, 0, languages=("ru",), family=9)
    _, (mine,) = referred(store)
    behind = joined(store, 2, languages=("ru",))
    w = published(store, AFTER, language="ru")
    register(store, mine.id, RULES, AFTER)
    with pytest.raises(ChildHasPlace):
        tap(store, other, w, AFTER)
    enrol(store, mine.id, RULES, AFTER)
    assert [state(store, c) for c in (mine, other)] == [State.ENROLLED, State.ARCHIVED]
    assert place(store, behind) == 1
    assert heard(store, AFTER).count("placed") == 1


def test_a_child_with_a_place_hears_so_before_hearing_that_places_are_gone(store: Store) -> None:
    other = joined(store, 0, languages=("ru",), family=9)
    referred(store)
    w = published(store, AFTER, language="ru", places=0)
    sweep(store, RULES, later(days=4))
    with pytest.raises(ChildHasPlace):
        tap(store, other, w, later(days=4))


def test_staff_end_a_vacancy_and_a_childs_going_there_once_each(store: Store) -> None:
    v, (mine, waits) = referred(store, families=2)
    register(store, mine.id, RULES, AFTER)
    enrol(store, mine.id, RULES, AFTER)
    staff = desk.Clerk("person:1", lambda place: place == v.locality)
    elsewhere = desk.Clerk("person:2", lambda place: False)
    with pytest.raises(NotAllowed):
        desk.close(store, elsewhere, v.id, RULES, AFTER)
    with pytest.raises(NotAllowed):
        desk.left(store, elsewhere, mine.id, RULES, AFTER)
    desk.close(store, staff, v.id, RULES, AFTER)
    desk.left(store, staff, mine.id, RULES, AFTER)
    with pytest.raises(VacancyGone):
        desk.close(store, staff, v.id, RULES, AFTER)
    with pytest.raises(NotNow):
        desk.left(store, staff, mine.id, RULES, AFTER)
    assert [state(store, c) for c in (mine, waits)] == [State.ARCHIVED, State.QUEUED]
    assert {"left", "vacancy_closed"} <= set(heard(store, AFTER))
    acts = list(store.connection.execute(sa.text("SELECT act FROM audit")).scalars())
    assert sorted(acts) == ["child.left", "vacancy.closed"]


def test_a_referral_by_a_benefit_that_isnt_proven_goes_to_the_next(store: Store) -> None:
    general, claims = joined(store, 1), joined(store, 2, benefit="military")
    v = published(store)
    for c in (claims, general):
        tap(store, c, v)
    sweep(store, RULES, AFTER)
    refuse_benefit(store, claims.id, "unproven", RULES, AFTER)
    assert [state(store, c) for c in (claims, general)] == [State.QUEUED, State.REFERRED]
    assert {"benefit_unproven", "referral_cancelled"} <= set(heard(store, AFTER))


def test_a_false_benefit_leaves_a_window_as_it_is(store: Store) -> None:
    _, (c,) = referred(store)
    sweep(store, RULES, later(days=12))
    stopped = store.queue.candidate(c.id)
    assert stopped is not None
    after = false_benefit(store, c.id, RULES, later(days=13))
    assert (after.state, after.due) == (State.STOPPED, stopped.due)


def test_who_has_grown_out_waits_for_no_place_and_hears_only_that(store: Store) -> None:
    c = joined(store, 1)
    v = published(store)
    tap(store, c, v)
    years_on = later(days=1500)
    resort(store, TOWN, RULES, years_on)
    sweep(store, RULES, years_on)
    assert state(store, c) is State.ARCHIVED
    assert heard(store, years_on) == ["too_old"]
    assert store.bulletins.offers_of(c.id) == []
