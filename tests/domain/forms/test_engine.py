"""The place in a form follows from its answers; every way of moving about keeps what holds."""

from dataclasses import replace
from typing import Any

import pytest

from domain.forms import engine
from domain.forms.engine import CannotSkip, NotAsked, NothingPicked
from domain.forms.kinds import ManyOf, NotOneOf, Number, OneOf, line
from domain.forms.model import Draft, DraftId, Field, Form, Question, Summary
from tests.domain.forms.sample import ANSWERS, SAMPLE, asked, choices, draft, submitted

EMPTY = Draft(DraftId(7), SAMPLE.name)


def question(form: Form, of: Draft) -> Question:
    screen = engine.screen(form, of)
    assert isinstance(screen, Question)
    return screen


def answered(form: Form, of: Draft, key: str, raw: Any) -> Draft:
    return engine.keep(of, key, engine.read(form, of, key, raw)[2])


def test_the_first_question_is_asked_first() -> None:
    assert asked(SAMPLE, EMPTY) == "consent"


def test_an_answer_leads_to_the_next_question() -> None:
    assert asked(SAMPLE, answered(SAMPLE, EMPTY, "consent", "yes")) == "iin"


def test_when_nothing_is_missing_the_answers_are_shown() -> None:
    assert submitted(engine.screen(SAMPLE, draft())) == ANSWERS


@pytest.mark.parametrize("key", ANSWERS)
def test_a_missing_answer_is_asked_wherever_it_is(key: str) -> None:
    assert asked(SAMPLE, draft(**{key: ...})) == key


def test_an_answer_to_another_question_is_not_taken() -> None:
    with pytest.raises(NotAsked):
        engine.read(SAMPLE, EMPTY, "iin", "1")
    with pytest.raises(NotAsked):
        engine.read(SAMPLE, draft(), "iin", "1")


def test_a_question_whose_condition_fails_is_not_asked_and_its_answer_not_sent() -> None:
    held = submitted(engine.screen(SAMPLE, draft(member="no")))
    assert set(ANSWERS) - set(held) == {"clubs", "years"}


def test_an_answer_left_out_comes_back_with_its_question() -> None:
    out = answered(SAMPLE, engine.edit(SAMPLE, draft(), "member"), "member", "no")
    back = answered(SAMPLE, engine.edit(SAMPLE, out, "member"), "member", "yes")
    assert submitted(engine.screen(SAMPLE, back)) == ANSWERS


def test_a_changed_region_asks_the_town_again_and_nothing_else() -> None:
    changed = answered(SAMPLE, engine.edit(SAMPLE, draft(), "region"), "region", "city")
    assert asked(SAMPLE, changed) == "town"
    assert question(SAMPLE, changed).current is None
    whole = answered(SAMPLE, changed, "town", "c1")
    assert asked(SAMPLE, whole) == "clubs"
    ticked = engine.done(SAMPLE, engine.toggle(SAMPLE, whole, "clubs", "go"), "clubs")
    expected = {**ANSWERS, "region": "city", "town": "c1", "clubs": ["go"]}
    assert submitted(engine.screen(SAMPLE, ticked)) == expected


def test_a_town_that_is_in_the_new_region_too_is_kept() -> None:
    changed = answered(SAMPLE, engine.edit(SAMPLE, draft(), "region"), "region", "south")
    assert submitted(engine.screen(SAMPLE, changed)) == {**ANSWERS, "region": "south"}


def test_a_typed_answer_that_holds_no_longer_can_be_given_again() -> None:
    """A release tightened the rule: the question is open, not only shown."""
    form = Form("f", (Field("a", Number(0, 5)), Field("b", line(), optional=True)))
    old = Draft(DraftId(1), "f", {"a": 9, "b": "text"})
    assert question(form, old).field.key == "a"
    assert submitted(engine.screen(form, answered(form, old, "a", "5"))) == {"a": 5, "b": "text"}


def test_an_optional_question_may_be_left_for_later() -> None:
    skipped = engine.skip(SAMPLE, draft(email=...), "email")
    assert submitted(engine.screen(SAMPLE, skipped)) == {**ANSWERS, "email": None}
    assert question(SAMPLE, engine.edit(SAMPLE, skipped, "email")).current is None


def test_other_questions_cannot_be_skipped() -> None:
    with pytest.raises(CannotSkip):
        engine.skip(SAMPLE, draft(motto=...), "motto")
    with pytest.raises(NotAsked):
        engine.skip(SAMPLE, draft(motto=...), "email")


@pytest.mark.parametrize("kind", [line(), Number(0, 5), OneOf(choices("x")), ManyOf(choices("x"))])
def test_an_answer_left_out_is_asked_once_it_is_no_longer_optional(kind: Any) -> None:
    assert asked(Form("f", (Field("a", kind),)), Draft(DraftId(1), "f", {"a": None})) == "a"


# Back and Edit


def test_back_goes_through_all_answers_to_the_first() -> None:
    at: Draft | None = draft(motto=...)
    seen = []
    while at := engine.back(SAMPLE, at):
        seen.append(asked(SAMPLE, at))
        assert question(SAMPLE, at).current == ANSWERS[str(seen[-1])]
    keys = [f.key for f in SAMPLE.fields]
    assert seen == keys[keys.index("motto") - 1 :: -1]


def test_back_at_the_first_question_is_nowhere() -> None:
    assert engine.back(SAMPLE, EMPTY) is None


def test_back_passes_over_what_a_check_filled() -> None:
    filled = engine.keep(draft(surname=..., motto=...), "iin", "1", {"surname": "Сынақова"})
    at = engine.back(SAMPLE, engine.edit(SAMPLE, filled, "patronymic"))
    assert at is not None
    assert asked(SAMPLE, at) == "iin"


def test_back_to_a_choice_of_many_finds_its_ticks() -> None:
    back = engine.back(SAMPLE, engine.edit(SAMPLE, draft(), "years"))
    assert back is not None
    assert back.picked == ("chess", "robots")
    assert submitted(engine.screen(SAMPLE, engine.done(SAMPLE, back, "clubs"))) == ANSWERS


def test_an_edited_answer_is_the_only_one_asked() -> None:
    changed = answered(SAMPLE, engine.edit(SAMPLE, draft(), "motto"), "motto", "Оқу – азық")
    assert submitted(engine.screen(SAMPLE, changed)) == {**ANSWERS, "motto": "Оқу – азық"}


def test_only_an_answered_question_can_be_edited() -> None:
    for key in ("motto", "paper", "nothing"):
        with pytest.raises(NotAsked):
            engine.edit(SAMPLE, draft(motto=...), key)


def test_a_changed_password_is_typed_twice() -> None:
    changed = engine.keep(engine.edit(SAMPLE, draft(), "password"), "password", {"hash": "h2"})
    assert asked(SAMPLE, changed) == "again"
    assert asked(SAMPLE, engine.keep(changed, "again", {"same": "h2"})) is None


# Many of


def test_ticks_are_set_and_taken_back() -> None:
    at = draft(clubs=...)
    for code in ("chess", "go", "chess", "robots"):
        at = engine.toggle(SAMPLE, at, "clubs", code)
    assert at.picked == ("go", "robots")
    assert engine.done(SAMPLE, at, "clubs").answers["clubs"] == ["go", "robots"]


def test_answers_are_kept_in_the_order_of_the_list() -> None:
    at = draft(clubs=...)
    for code in ("robots", "chess"):
        at = engine.toggle(SAMPLE, at, "clubs", code)
    assert engine.done(SAMPLE, at, "clubs").answers["clubs"] == ["chess", "robots"]


def test_done_without_a_tick_is_refused() -> None:
    with pytest.raises(NothingPicked):
        engine.done(SAMPLE, draft(clubs=...), "clubs")


def test_ticking_what_is_not_listed_or_not_asked_is_refused() -> None:
    with pytest.raises(NotOneOf):
        engine.toggle(SAMPLE, draft(clubs=...), "clubs", "tennis")
    with pytest.raises(NotAsked):
        engine.toggle(SAMPLE, draft(), "clubs", "chess")
    with pytest.raises(NotAsked):
        engine.done(SAMPLE, replace(draft(motto=...), picked=("chess",)), "motto")


def test_a_tick_whose_choice_is_gone_holds_nobody_up() -> None:
    """A release dropped a club: nobody can untick what isn't shown."""
    at = replace(draft(clubs=...), picked=("tennis", "go"))
    assert engine.toggle(SAMPLE, at, "clubs", "chess").picked == ("go", "chess")
    assert engine.done(SAMPLE, at, "clubs").answers["clubs"] == ["go"]
    with pytest.raises(NothingPicked):
        engine.done(SAMPLE, replace(at, picked=("tennis",)), "clubs")


# Facts and circumstances

FACTS = Form("f", (Field("login", line()), Field("code", line()), Field("name", line())))


def test_a_fact_answers_a_later_question_until_its_cause_changes() -> None:
    at = engine.keep(Draft(DraftId(1), "f"), "login", "aa", {"name": "Сынақова", "account": 5})
    assert asked(FACTS, at) == "code"
    at = engine.keep(at, "code", "123456")
    assert submitted(engine.screen(FACTS, at)) == {
        "login": "aa",
        "code": "123456",
        "name": "Сынақова",
        "account": 5,
    }
    again = engine.keep(engine.edit(FACTS, at, "login"), "login", "bb")
    assert asked(FACTS, again) == "name"
    assert "account" not in again.answers


def test_a_fact_corrected_by_the_person_is_theirs() -> None:
    at = engine.keep(Draft(DraftId(1), "f"), "login", "aa", {"name": "Wrong"})
    at = engine.keep(engine.keep(at, "code", "1"), "name", "Right")
    at = engine.keep(at, "login", "bb")
    assert at.answers["name"] == "Right"


def test_what_another_answer_brought_is_not_counted_nor_changed_by_itself() -> None:
    at = engine.keep(Draft(DraftId(1), "f"), "login", "aa", {"code": "1"})
    assert question(FACTS, at).step == 2
    at = engine.keep(at, "name", "x")
    with pytest.raises(NotAsked):
        engine.edit(FACTS, at, "code")
    assert asked(FACTS, engine.edit(FACTS, at, "name")) == "name"


def test_a_fact_may_stand_for_the_answer_itself() -> None:
    at = engine.keep(Draft(DraftId(1), "f"), "code", "123456", {"code": {"proved": 5}})
    assert at.answers["code"] == {"proved": 5}


def test_circumstances_are_seen_by_every_question_and_sent() -> None:
    form = Form("f", (Field("a", OneOf(lambda before: choices(*before["offered"]))),))
    at = Draft(DraftId(1), "f", {"offered": ["x", "y"]})
    assert submitted(engine.screen(form, answered(form, at, "a", "y"))) == {
        "offered": ["x", "y"],
        "a": "y",
    }


def test_the_answer_of_a_removed_question_becomes_nobodys_business() -> None:
    """It is sent along as a circumstance: a finisher takes the keys it knows."""
    at = draft(removed="x")
    assert submitted(engine.screen(SAMPLE, at)) == {**ANSWERS, "removed": "x"}


# Progress


def test_the_number_of_questions_is_told_once_it_is_certain() -> None:
    assert question(SAMPLE, EMPTY).total is None
    known = draft(motto=..., paper=..., password=..., again=...)
    assert (question(SAMPLE, known).step, question(SAMPLE, known).total) == (13, 15)
    without = draft(member="no", motto=..., paper=..., password=..., again=...)
    assert (question(SAMPLE, without).step, question(SAMPLE, without).total) == (11, 13)


def test_a_follow_up_has_the_number_of_the_question_before() -> None:
    first, second = draft(password=..., again=...), draft(again=...)
    assert question(SAMPLE, first).step == question(SAMPLE, second).step == 15


def test_the_steps_of_a_form_count_up_to_its_total() -> None:
    at, steps = EMPTY, []
    while (screen := engine.screen(SAMPLE, at)) and not isinstance(screen, Summary):
        steps.append((screen.step, screen.total))
        at = engine.keep(at, screen.field.key, ANSWERS[screen.field.key])
    assert [total for _, total in steps if total] == [15] * len([t for _, t in steps if t])
    assert steps[-1] == (15, 15)


def test_refusals_in_a_row_are_counted_until_an_answer_is_taken() -> None:
    at = engine.missed(engine.missed(EMPTY))
    assert at.misses == 2
    assert answered(SAMPLE, at, "consent", "yes").misses == 0
