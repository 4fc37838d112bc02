"""Whatever a person does with a form, in whatever order, and whatever we release meanwhile: what
is sent is what they answered and still holds."""

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from hypothesis import Phase, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
)

from domain.errors import Refusal
from domain.forms import engine
from domain.forms.kinds import ManyOf, Number, line
from domain.forms.model import Draft, DraftId, Field, Form, Question, Summary
from tests.domain.forms.sample import ANSWERS, CLUBS, FIELDS, IINS, PAPER, REGIONS, SAMPLE, choices

GOOD: Mapping[str, list[Any]] = {
    "consent": ["yes"],
    "iin": list(IINS),
    "surname": ["Сынақова", "сынақов", "O’Brien"],
    "patronymic": ["-", "жоқ", "Асқарқызы"],
    "born": ["15.04.2009", "2009-04-15", "1 мамыр 2010"],
    "email": ["a@example.com", "B@Example.com"],
    "phone": ["+77000000001", "8 700 000 00 02"],
    "region": [c.code for c in REGIONS],
    "town": ["n1", "n2", "s1", "x", "c1"],
    "member": ["yes", "no"],
    "years": ["0", "7", "12"],
    "motto": ["Білім – күш", "abc"],
    "paper": [PAPER, {"pages": [], "whole": {"file": "e" * 64, "pages": 3, "bytes": 1}}],
    "password": [{"hash": "h1"}, {"hash": "h2"}],
    "again": [{"same": "h1"}, {"same": "h2"}],
    "school": ["№ 1 мектеп"],
    "motto_renamed": ["Білім – күш"],
}
DAYS = ManyOf(choices("chess", "go", "sunday"))
CODES = sorted({c.code for listed in CLUBS.values() for c in listed} | {"sunday", "gone"})
BAD = ["", " ", "?", "yes no", "\ud800", "1" * 500, None, 5, [], {}, {"same": "other"}, "n9"]
KEYS = [*(f.key for f in FIELDS), "school", "motto_renamed", "days", "event", "nothing", ""]


def released() -> dict[str, Form]:
    """The form as it is, and as releases may change it."""

    def without(*keys: str) -> tuple[Field, ...]:
        return tuple(f for f in FIELDS if f.key not in keys)

    def changed(which: str, **about: Any) -> tuple[Field, ...]:
        return tuple(replace(f, **about) if f.key == which else f for f in FIELDS)

    return {
        "as it is": SAMPLE,
        "two removed": Form("sample", without("patronymic", "email")),
        "one added": Form("sample", (*FIELDS[:3], Field("school", line()), *FIELDS[3:])),
        "one renamed": Form("sample", changed("motto", key="motto_renamed")),
        "narrower bounds": Form("sample", changed("years", kind=Number(5, 9))),
        "no longer optional": Form("sample", changed("years", optional=False)),
        "a club closed": Form("sample", changed("clubs", kind=ManyOf(choices("go", "robots")))),
        "many of twice": Form("sample", (*FIELDS[:12], Field("days", DAYS), *FIELDS[12:])),
        "another order": Form("sample", FIELDS[:2] + tuple(reversed(FIELDS[2:7])) + FIELDS[7:]),
    }


RELEASES = released()


def holds(f: Field, value: Any, before: Mapping[str, Any]) -> bool:
    """Whether an answer is one to this question now."""
    if value is None and f.optional:
        return True
    try:
        return bool(f.kind.read(value, before) == value)
    except Refusal:
        return False


def expected(form: Form, answers: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """By the plainest reading of the rules: what is held, and which questions lack an answer, the
    first one alone counting for those after it."""
    asked = {f.key for f in form.fields}
    held = {k: v for k, v in answers.items() if k not in asked}
    for f in form.fields:
        if not f.when(held):
            continue
        if f.key not in answers or not holds(f, answers[f.key], held):
            return held, [f.key]
        held[f.key] = answers[f.key]
    return held, []


class FormMachine(RuleBasedStateMachine):
    """The model is a dict of the answers given, and a set of the choices ticked just now."""

    @initialize(kept=st.lists(st.sampled_from(list(ANSWERS)), unique=True))
    def opened(self, kept: list[str]) -> None:
        """A new draft, or one with some answers already."""
        self.form = SAMPLE
        self.given: dict[str, Any] = {"event": "e1", **{key: ANSWERS[key] for key in kept}}
        self.ticked: set[str] = set()
        self.draft = Draft(DraftId(1), "sample", dict(self.given))

    # What a person does

    def asked(self) -> Question | None:
        screen = engine.screen(self.form, self.draft)
        return screen if isinstance(screen, Question) else None

    def answer(self, key: str, raw: Any) -> bool:
        """Whether it was taken."""
        try:
            f, _, value = engine.read(self.form, self.draft, key, raw)
        except Refusal:
            self.draft = engine.missed(self.draft)
            return False
        assert f.key == key
        self.draft = engine.keep(self.draft, key, value)
        self.took(key, value)
        return True

    def took(self, key: str, value: Any) -> None:
        self.given[key] = value
        self.ticked = set()
        assert not self.draft.picked

    def asked_again(self, question: Question) -> None:
        many = question.field.kind.asks == "many"
        self.ticked = set(self.given[question.field.key] or ()) if many else set()

    @rule(data=st.data())
    def answers_well(self, data: st.DataObject) -> None:
        question = self.asked()
        if question is None or question.field.kind.asks == "many":
            return
        listed = [c.code for c in question.choices] or GOOD[question.field.key]
        if question.field.key == "again":
            listed = [{"same": question.before["password"]["hash"]}]
        raw = data.draw(st.sampled_from(listed), label=question.field.key)
        taken = self.answer(question.field.key, raw)
        assert taken or question.field.key == "years"  # a release narrowed its bounds

    @rule(data=st.data(), times=st.integers(2, 16))
    def answers_on(self, data: st.DataObject, times: int) -> None:
        for _ in range(times):
            question = self.asked()
            if question is not None and question.field.kind.asks == "many":
                self.ticks(question.choices[0].code)
                self.presses_done()
            self.answers_well(data)

    @rule(raw=st.sampled_from(BAD))
    def answers_badly(self, raw: Any) -> None:
        question = self.asked()
        if question is not None and question.field.kind.asks != "many":
            self.answer(question.field.key, raw)

    @rule(code=st.sampled_from(CODES))
    def ticks(self, code: str) -> None:
        question = self.asked()
        if question is None:
            return
        many = question.field.kind.asks == "many"
        listed = {c.code for c in question.choices} if many else set()
        try:
            self.draft = engine.toggle(self.form, self.draft, question.field.key, code)
        except Refusal:
            assert code not in listed
        else:
            self.ticked = (self.ticked & listed) ^ {code}

    @rule()
    def presses_done(self) -> None:
        question = self.asked()
        if question is None:
            return
        listed = {c.code for c in question.choices}
        try:
            self.draft = engine.done(self.form, self.draft, question.field.key)
        except Refusal:
            assert question.field.kind.asks != "many" or not self.ticked & listed
            return
        assert question.field.kind.asks == "many"
        value = [c.code for c in question.choices if c.code in self.ticked]
        assert value
        self.took(question.field.key, value)

    @rule()
    def leaves_it_for_later(self) -> None:
        question = self.asked()
        if question is None:
            return
        try:
            self.draft = engine.skip(self.form, self.draft, question.field.key)
        except Refusal:
            assert not question.field.optional
        else:
            assert question.field.optional
            self.took(question.field.key, None)

    @rule()
    def goes_back(self) -> None:
        held, _ = engine.walk(self.form, self.draft)
        before = engine.back(self.form, self.draft)
        if before is None:
            assert not engine.answered(self.form, held)
            return
        self.draft = before
        question = self.asked()
        assert question is not None
        assert question.field.key == [f.key for f in self.form.fields if f.key in held][-1]
        self.asked_again(question)

    @rule(key=st.sampled_from(KEYS))
    def edits(self, key: str) -> None:
        held, _ = engine.walk(self.form, replace(self.draft, at=None))
        try:
            self.draft = engine.edit(self.form, self.draft, key)
        except Refusal:
            assert self.form.field(key) is None or key not in held
            return
        question = self.asked()
        assert question is not None
        assert question.field.key == key
        assert question.current == (self.given[key] if holds_now(question) else None)
        self.asked_again(question)

    @rule(key=st.sampled_from(KEYS), raw=st.sampled_from([*BAD, "yes", "north", "x"]))
    def taps_late(self, key: str, raw: Any) -> None:
        """An old button, of a question that isn't open: nothing happens."""
        question = self.asked()
        if question is not None and question.field.key == key:
            return
        before = self.draft
        steps = [
            lambda: engine.read(self.form, before, key, raw),
            lambda: engine.toggle(self.form, before, key, str(raw)),
            lambda: engine.done(self.form, before, key),
            lambda: engine.skip(self.form, before, key),
        ]
        for step in steps:
            try:
                step()
            except engine.NotAsked:
                continue
            raise AssertionError(f"a late tap on {key} was taken")

    # What we do

    @rule()
    def restarts(self) -> None:
        """Everything a draft is goes through JSON, as it does on its way to the disk."""
        content = json.loads(json.dumps(asdict(self.draft)))
        self.draft = Draft(**{**content, "picked": tuple(content["picked"])})

    @rule(which=st.sampled_from(list(RELEASES)))
    def releases(self, which: str) -> None:
        self.form = RELEASES[which]

    # What always holds

    @invariant()
    def no_answer_is_lost_or_made_up(self) -> None:
        assert self.draft.answers == self.given

    @invariant()
    def the_first_question_without_an_answer_is_asked(self) -> None:
        question = self.asked()
        if self.draft.at is not None:
            return
        _, missing = expected(self.form, self.given)
        if question is None:
            assert missing == []
            return
        before = [f.key for f in self.form.fields if f.key in question.before]
        index = self.form.fields.index(question.field)
        assert all(
            f.key in before or not f.when(question.before) for f in self.form.fields[:index]
        )
        assert not holds_now(question)

    @invariant()
    def what_is_sent_is_what_holds(self) -> None:
        screen = engine.screen(self.form, self.draft)
        if isinstance(screen, Summary):
            event("all is answered")
            held, missing = expected(self.form, self.given)
            assert missing == []
            assert screen.held == held
            assert [f.key for f in screen.rows] == [
                f.key for f in self.form.fields if f.key in held
            ]

    @invariant()
    def a_question_can_be_shown(self) -> None:
        question = self.asked()
        if question is None:
            return
        assert question.step >= 0
        assert question.total is None or question.total >= question.step
        if question.current is not None:
            question.field.kind.show(question.current, question.before)

    @invariant()
    def a_choice_of_many_shows_what_was_ticked(self) -> None:
        question = self.asked()
        if question is not None and question.field.kind.asks == "many":
            shown = engine.ticked(question.field, self.draft, question.before)
            assert set(shown) == self.ticked & {c.code for c in question.choices}


def holds_now(q: Question) -> bool:
    """Whether the open question has an answer already that would do."""
    answers = q.draft.answers
    return q.field.key in answers and holds(q.field, answers[q.field.key], q.before)


FormMachine.TestCase.settings = settings(
    max_examples=100,
    stateful_step_count=40,
    deadline=None,
    phases=[Phase.reuse, Phase.generate, Phase.shrink],
)
TestForm = FormMachine.TestCase
