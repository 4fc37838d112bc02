"""Olympiads: what is offered to whom, every reason to refuse, and places that are given back."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from adapters.db.store import Store
from domain.accounts import Account, EmailNotConfirmed, confirm
from domain.errors import Refusal
from domain.forms.model import Desk
from domain.olympiads import (
    AlreadyRegistered,
    Event,
    EventGone,
    NotRegistered,
    NotYourGrade,
    NotYourLanguage,
    OnlyForPupils,
    Registration,
    RegistrationClosed,
    RegistrationNotOpen,
    SittingsClash,
    SubjectFull,
    SubjectNotForYou,
    offered,
    refuse_unless_open,
    register,
    subjects_for,
    withdraw,
)
from domain.portals import daryn_acts
from tests.domain.stores import ASEL, BOLAT, NOW, account, later, opened

NAMES = {"kk": "Ауыл олимпиадасы", "ru": "Сельская олимпиада", "en": "Village olympiad"}
SUBJECTS = {
    "maths": {},
    "physics": {},
    "kazakh": {"languages": ["ru"]},
    "second": {"not_for": ["kazakh"]},
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path) as found:
        announce(found, "village")
        yield found


@pytest.fixture
def pupil(store: Store) -> Account:
    return confirmed(store, account(store))


def confirmed(store: Store, opened: Account) -> Account:
    confirm(store, opened.id, NOW)
    return replace(opened, confirmed_at=NOW)


def announce(
    store: Store,
    name: str,
    grades: tuple[str, ...] = ("8", "9"),
    languages: tuple[str, ...] = (),
    closes: datetime | None = None,
    places: int | None = 2,
    starts: Mapping[str, float] = {"physics": 1},
) -> None:
    """An event whose subjects are sat on days of their own, except as `starts` says, in hours."""
    content = {
        "names": NAMES,
        "about": NAMES,
        "grades": grades,
        "languages": languages,
        "stages": [{"number": 1, "names": NAMES, "period": NAMES}],
        "subjects": [
            {"code": code, "names": {**NAMES, "en": code}, "languages": [], "not_for": [], **about}
            for code, about in SUBJECTS.items()
        ],
    }
    store.olympiads.put_event(name, content, opens=later(days=-1), closes=closes or later(days=7))
    for day, code in enumerate(SUBJECTS):
        store.olympiads.put_sitting(
            event=name,
            stage=1,
            subject=code,
            starts=later(days=20, hours=starts.get(code, 24 * day)),
            minutes=120,
            place=NAMES,
            places=places,
        )


def village(store: Store) -> Event:
    event = store.olympiads.event("village")
    assert event is not None
    return event


def registered(
    store: Store,
    pupil: Account,
    subject: str = "maths",
    draft: int = 1,
    now: datetime = NOW,
    event: str = "village",
) -> Registration:
    return register(store, pupil, event, subject, draft=draft, snapshot={"a": 1}, now=now)


def taken(store: Store, subject: str = "maths") -> int:
    return store.olympiads.sitting("village", 1, subject).taken


# What is offered


def test_events_of_the_grade_and_language_are_offered_those_closing_first(
    store: Store, pupil: Account
) -> None:
    announce(store, "soon", closes=later(days=1))
    announce(store, "for-elders", grades=("10", "11"))
    announce(store, "in-russian", languages=("ru",))
    announce(store, "in-both", languages=("kk", "ru"), closes=later(days=30))
    names = [event.id for event in offered(store.olympiads.events(), pupil)]
    assert names == ["soon", "village", "in-both"]


def test_a_teacher_is_offered_nothing(store: Store) -> None:
    teacher = account(store, role="teacher", grade=None)
    assert offered(store.olympiads.events(), teacher) == []


@pytest.mark.parametrize(
    ("profile", "codes"),
    [
        ({}, ["maths", "physics"]),
        ({"language": "ru"}, ["maths", "physics", "kazakh"]),
        ({"ethnicity": "uyghur"}, ["maths", "physics", "second"]),
    ],
)
def test_subjects_are_those_of_the_pupils_language_and_mother_tongue(
    store: Store, profile: dict[str, str], codes: list[str]
) -> None:
    pupil = account(store, **profile)
    assert [s.code for s in subjects_for(village(store), pupil)] == codes


# Reasons to refuse


@pytest.mark.parametrize(
    ("refusal", "profile", "when"),
    [
        (OnlyForPupils, {"role": "teacher"}, 0.0),
        (RegistrationNotOpen, {}, -1.01),
        (RegistrationClosed, {}, 7.0),
        (NotYourGrade, {"grade": "7"}, 0.0),
        (NotYourGrade, {"grade": None}, 0.0),
    ],
)
def test_each_reason_has_its_own_refusal(
    store: Store, refusal: type[Refusal], profile: dict[str, Any], when: float
) -> None:
    someone = confirmed(store, account(store, **profile))
    with pytest.raises(refusal):
        registered(store, someone, now=later(days=when))
    assert taken(store) == 0


def test_an_unconfirmed_account_registers_for_nothing(store: Store) -> None:
    with pytest.raises(EmailNotConfirmed):
        registered(store, account(store))


def test_an_event_in_another_language_is_refused(store: Store, pupil: Account) -> None:
    announce(store, "in-russian", languages=("ru",))
    with pytest.raises(NotYourLanguage):
        registered(store, pupil, event="in-russian")


def test_registration_is_open_from_its_first_moment_to_its_last(
    store: Store, pupil: Account
) -> None:
    refuse_unless_open(village(store), pupil, later(days=-1))
    refuse_unless_open(village(store), pupil, later(days=7, microseconds=-1))


def test_refusals_say_what_is_needed_to_go_on(store: Store) -> None:
    someone = confirmed(store, account(store, grade="7"))
    with pytest.raises(NotYourGrade) as refused:
        registered(store, someone)
    assert (refused.value.grades, refused.value.grade) == ("8, 9", "7")
    assert refused.value.event == NAMES


def test_a_subject_for_others_or_unknown_is_refused(store: Store, pupil: Account) -> None:
    for code in ("kazakh", "second"):
        with pytest.raises(SubjectNotForYou):
            registered(store, pupil, code)
    for event, code in (("village", "chess"), ("gone", "maths")):
        with pytest.raises(EventGone):
            registered(store, pupil, code, event=event)


def test_subjects_sat_at_the_same_time_clash(store: Store, pupil: Account) -> None:
    registered(store, pupil)
    with pytest.raises(SittingsClash) as clash:
        registered(store, pupil, "physics", draft=2)
    assert clash.value.starts == later(days=20, hours=1)
    assert clash.value.other_starts == later(days=20)
    assert taken(store, "physics") == 0


def test_subjects_one_after_the_other_do_not_clash(store: Store, pupil: Account) -> None:
    announce(store, "village", starts={"physics": 2})
    registered(store, pupil)
    assert registered(store, pupil, "physics", draft=2).number == "AU-2026-000002"


def test_a_subject_is_registered_for_once(store: Store, pupil: Account) -> None:
    first = registered(store, pupil)
    with pytest.raises(AlreadyRegistered) as already:
        registered(store, pupil, draft=2)
    assert already.value.number == first.number


def test_sending_the_same_draft_again_shows_what_was_sent(store: Store, pupil: Account) -> None:
    first = registered(store, pupil)
    assert registered(store, pupil, now=later(days=30)).number == first.number
    assert taken(store) == 1


def test_a_full_subject_is_refused_and_one_without_bounds_never(
    store: Store, pupil: Account
) -> None:
    announce(store, "village", places=0)
    with pytest.raises(SubjectFull):
        registered(store, pupil)
    announce(store, "village", places=None)
    registered(store, pupil)
    assert taken(store) == 1


# Taking back


def test_withdrawing_frees_the_place_for_another(store: Store, pupil: Account) -> None:
    announce(store, "village", places=1)
    mine = registered(store, pupil)
    other = confirmed(store, account(store, 1, BOLAT))
    with pytest.raises(SubjectFull):
        registered(store, other, draft=2)
    withdraw(store, pupil.id, mine.id, NOW)
    assert registered(store, other, draft=3).account == other.id
    assert store.olympiads.registrations(pupil.id) == []


def test_only_ones_own_registration_is_withdrawn_once(store: Store, pupil: Account) -> None:
    mine = registered(store, pupil)
    other = confirmed(store, account(store, 1, BOLAT))
    with pytest.raises(NotRegistered):
        withdraw(store, other.id, mine.id, NOW)
    withdraw(store, pupil.id, mine.id, NOW)
    with pytest.raises(NotRegistered):
        withdraw(store, pupil.id, mine.id, NOW)
    assert taken(store) == 0


def test_after_registration_has_closed_nothing_is_withdrawn(store: Store, pupil: Account) -> None:
    mine = registered(store, pupil)
    with pytest.raises(RegistrationClosed):
        withdraw(store, pupil.id, mine.id, later(days=7))


def test_who_withdrew_may_register_again(store: Store, pupil: Account) -> None:
    withdraw(store, pupil.id, registered(store, pupil).id, NOW)
    assert registered(store, pupil, draft=2).number == "AU-2026-000002"


def test_day_and_time_may_move_a_week_after_registration_closes(
    store: Store, pupil: Account
) -> None:
    assert registered(store, pupil).may_move_until == later(days=14)


# The portal's form of it


def desk(store: Store) -> Desk:
    return Desk(store, ASEL, "ru", NOW)


def test_the_form_opens_with_the_address_of_the_account(store: Store) -> None:
    pupil = confirmed(store, account(store, region="100000000", school="s1"))
    draft = daryn_acts.start_apply(desk(store), pupil, village(store))
    assert {k: draft.answers.get(k) for k in ("region", "school", "event", "account")} == {
        "region": "100000000",
        "school": "s1",
        "event": "village",
        "account": pupil.id,
    }
    assert list(draft.answers["offered"]) == ["maths", "physics"]


def test_the_form_does_not_open_for_who_would_be_refused(store: Store) -> None:
    with pytest.raises(EmailNotConfirmed):
        daryn_acts.start_apply(desk(store), account(store), village(store))
    assert store.drafts.of(ASEL) == []


def test_a_changed_address_is_kept_in_the_account(store: Store) -> None:
    pupil = confirmed(store, account(store, region="100000000", school="s1"))
    draft = daryn_acts.start_apply(desk(store), pupil, village(store))
    held = {**draft.answers, "subject": "maths", "school": "s2"}
    applied = daryn_acts.apply_from(desk(store), draft, held, {"school": "№ 2"})
    assert applied.moved
    found = store.accounts.load(pupil.id)
    assert found is not None
    assert (found.profile["school"], found.profile["labels"]) == ("s2", {"school": "№ 2"})
    assert store.drafts.of(ASEL) == []
    assert store.olympiads.snapshots(pupil.id)[0]["content"]["school"] == "s2"


def test_an_address_that_stays_is_not_written_again(store: Store) -> None:
    pupil = confirmed(store, account(store, region="100000000", school="s1"))
    draft = daryn_acts.start_apply(desk(store), pupil, village(store))
    applied = daryn_acts.apply_from(desk(store), draft, {**draft.answers, "subject": "maths"}, {})
    assert (applied.moved, applied.asked) == (False, None)
