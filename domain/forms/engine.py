"""Walks a form. There is no stored step: the question to ask is the first one whose answer is
missing or no longer holds, so a restart, Back, Edit and a changed region are one operation."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from domain.errors import Refusal
from domain.forms.model import (
    FIXED,
    Answers,
    Draft,
    Field,
    Form,
    Question,
    Screen,
    Summary,
    always,
)


@dataclass(eq=False)
class NotAsked(Refusal):
    """The tap or answer is for a question that isn't open now."""


@dataclass(eq=False)
class CannotSkip(Refusal):
    """The question must be answered."""


@dataclass(eq=False)
class NothingPicked(Refusal):
    """Done was pressed before anything was ticked."""


LISTED = ("choice", "tick", "many", "secret", "paper")
Holding: TypeAlias = Callable[[Field, Any, Answers], Any]
"""Gives back a stored answer if it still holds; raises a Refusal if it doesn't."""


def reread(f: Field, value: Any, before: Answers) -> Any:
    """Reads a stored answer as if it came now."""
    if value is None and f.optional:
        return None
    return f.kind.read(value, before)


def relist(f: Field, value: Any, before: Answers) -> Any:
    """Holds a choice against the present list, and a proof (a dict: an own contact, a spent code)
    against what it was given for; what was typed was read once and is taken as it is until
    everything is read again before sending (a phone costs 60 us to read)."""
    again = f.kind.asks in LISTED or isinstance(value, dict)
    return reread(f, value, before) if again else value


Walked: TypeAlias = tuple[dict[str, Any], Field | None]
"""The answers that still hold, and the question to ask now (None: nothing is left to ask)."""


def walk(form: Form, draft: Draft) -> Walked:
    """Where the form stands. When every question has an answer, all are read once more: what is
    submitted is the first part, and nothing else."""
    held, asked = walk_with(relist, form, draft)
    return (held, asked) if asked else walk_with(reread, form, draft)


def walk_with(holding: Holding, form: Form, draft: Draft) -> Walked:
    held = circumstances(form, draft)
    for f in form.fields:
        if not f.when(held):
            continue
        if f.key not in draft.answers or f.key == draft.at:
            return held, f
        try:
            held[f.key] = holding(f, draft.answers[f.key], held)
        except Refusal:
            return held, f
    return held, None


def circumstances(form: Form, draft: Draft) -> dict[str, Any]:
    """What the draft was opened with or a check found out, that no question asks."""
    asked = {f.key for f in form.fields}
    return {key: value for key, value in draft.answers.items() if key not in asked}


def answered(form: Form, held: Answers) -> int:
    return sum(f.key in held for f in form.fields)


def screen(form: Form, draft: Draft) -> Screen:
    """What to show now."""
    held, asked = walk(form, draft)
    if asked is None:
        rows = tuple(f for f in form.fields if f.key in held and not fixed(draft, f.key))
        return Summary(form, draft, held, rows)
    return Question(
        form, draft, asked, held, step(form, draft, held, asked), total(form, draft, held, asked)
    )


def total(form: Form, draft: Draft, held: Answers, asked: Field) -> int | None:
    """How many questions there are in all; None while an answer to come decides that, and when
    one answer of many is being changed: later ones are answered, and may hold or not."""
    rest = [f for f in form.fields[form.fields.index(asked) + 1 :] if not f.follow_up]
    if any(f.when is not always and f.decided_by not in held for f in rest):
        return None
    if draft.at is not None or any(f.key in draft.answers for f in rest):
        return None
    return step(form, draft, held, asked) + sum(f.when(held) for f in rest)


def step(form: Form, draft: Draft, held: Answers, asked: Field) -> int:
    """Which question this is; a follow-up has the number of the one before it, and what a check
    answered was no question."""
    before = sum(
        f.key in held and not f.follow_up and not brought(draft, f.key) for f in form.fields
    )
    return before if asked.follow_up else before + 1


def read(form: Form, draft: Draft, key: str, raw: Any) -> tuple[Field, dict[str, Any], Any]:
    """Reads an answer to the open question, raising its refusals; NotAsked if another is open."""
    held, asked = walk(form, draft)
    if asked is None or asked.key != key:
        raise NotAsked
    return asked, held, asked.kind.read(raw, held)


def keep(draft: Draft, key: str, value: Any, facts: Mapping[str, Any] | None = None) -> Draft:
    """The draft with an answer that was read (and checked). Facts that an earlier answer to the
    same question brought are dropped; new ones answer later questions, or stand for this answer
    itself (a code that was spent is kept as what it proved)."""
    answers = {k: v for k, v in draft.answers.items() if draft.given.get(k) != key}
    given = {k: by for k, by in draft.given.items() if key not in (k, by)}
    facts = facts or {}
    answers = {**answers, key: value, **facts}
    given = {**given, **dict.fromkeys(facts, key)}
    return replace(draft, answers=answers, given=given, at=None, picked=(), misses=0)


def brought(draft: Draft, key: str) -> bool:
    """Whether the answer to another question brought this one."""
    return draft.given.get(key, key) != key


def gather(form: Form, draft: Draft, key: str, value: Mapping[str, Any]) -> Draft:
    """The draft with a part of an answer that is given in several steps (a paper, page by page);
    the question stays open."""
    _, asked = walk(form, draft)
    if asked is None or asked.key != key:
        raise NotAsked
    return replace(draft, answers={**draft.answers, key: dict(value)}, misses=0)


def skip(form: Form, draft: Draft, key: str) -> Draft:
    """Leaves an optional question for later."""
    _, asked = walk(form, draft)
    if asked is None or asked.key != key:
        raise NotAsked
    if not asked.optional:
        raise CannotSkip
    return keep(draft, key, None)


def missed(draft: Draft) -> Draft:
    """One more refusal in a row at the open question."""
    return replace(draft, misses=draft.misses + 1)


def back(form: Form, draft: Draft) -> Draft | None:
    """Asks the previous question again, its answer kept; None at the first question."""
    held, _ = walk(form, draft)
    earlier = [f.key for f in form.fields if f.key in held and not taken(draft, f)]
    if not earlier:
        return None
    return ask_again(form, draft, earlier[-1])


def fixed(draft: Draft, key: str) -> bool:
    """Whether the form was opened with an answer that it may not change: it isn't on the card."""
    return draft.given.get(key) == FIXED


def taken(draft: Draft, f: Field) -> bool:
    """Whether Back passes over an answer: one that a check filled, or a code that is spent. A
    choice that its own lookup added to is still a choice."""
    return brought(draft, f.key) or (f.key in draft.given and f.kind.asks != "choice")


def edit(form: Form, draft: Draft, key: str) -> Draft:
    """Asks one answered question again; all other answers stay as long as they hold. What a check
    answered isn't asked: it goes with the answer it was found by."""
    held, _ = walk(form, replace(draft, at=None))
    if key not in held or brought(draft, key) or form.field(key) is None:
        raise NotAsked
    return ask_again(form, draft, key)


def ask_again(form: Form, draft: Draft, key: str) -> Draft:
    """Asks an answered question again; what was ticked there is ticked."""
    f = form.field(key)
    before = draft.answers[key] if f is not None and f.kind.asks == "many" else None
    return replace(draft, at=key, picked=tuple(before or ()), misses=0)


def toggle(form: Form, draft: Draft, key: str, code: str) -> Draft:
    """Ticks or unticks one choice of a many-of."""
    held, asked = walk(form, draft)
    if asked is None or asked.key != key or asked.kind.asks != "many":
        raise NotAsked
    asked.kind.read([code], held)
    picked = ticked(asked, draft, held)
    rest = tuple(c for c in picked if c != code)
    return replace(draft, picked=rest if code in picked else (*rest, code))


def done(form: Form, draft: Draft, key: str) -> Draft:
    """Closes a many-of with what is ticked."""
    held, asked = walk(form, draft)
    if asked is None or asked.key != key or asked.kind.asks != "many":
        raise NotAsked
    picked = ticked(asked, draft, held)
    if not picked:
        raise NothingPicked
    return keep(draft, key, asked.kind.read(list(picked), held))


def ticked(f: Field, draft: Draft, held: Answers) -> tuple[str, ...]:
    """What is ticked of the present choices: one that is gone can't be unticked by anybody."""
    listed = {c.code for c in f.kind.choices(held)}
    return tuple(code for code in draft.picked if code in listed)
