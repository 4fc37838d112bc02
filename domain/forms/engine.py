"""Walks a form. There is no stored step: the question to ask is the first one whose answer is
missing or no longer holds, so a restart, Back, Edit and a changed region are one operation."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from domain.errors import Refusal
from domain.forms.model import Answers, Draft, Field, Form, Question, Screen, Summary, always


@dataclass(eq=False)
class NotAsked(Refusal):
    """The tap or answer is for a question that isn't open now."""


@dataclass(eq=False)
class CannotSkip(Refusal):
    """The question must be answered."""


@dataclass(eq=False)
class NothingPicked(Refusal):
    """Done was pressed before anything was ticked."""


Holding: TypeAlias = Callable[[Field, Any, Answers], Any]
"""Gives back a stored answer if it still holds; raises a Refusal if it doesn't."""


def reread(f: Field, value: Any, before: Answers) -> Any:
    """Reads a stored answer as if it came now."""
    if value is None and f.optional:
        return None
    return f.kind.read(value, before)


def relist(f: Field, value: Any, before: Answers) -> Any:
    """Holds a choice against the present list; what was typed was read once and is taken as it
    is until everything is read again before sending (a phone costs 60 us to read)."""
    return reread(f, value, before) if f.kind.asks in ("choice", "many") else value


def walk(
    form: Form, draft: Draft, holding: Holding = relist
) -> tuple[dict[str, Any], Field | None]:
    """The answers that still hold, and the question to ask now (None: nothing is left to ask).

    What is submitted is the first part with `reread`, and nothing else.
    """
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
        held, asked = walk(form, draft, reread)
    if asked is None:
        rows = tuple(f for f in form.fields if f.key in held)
        return Summary(form, draft, held, rows)
    return Question(form, draft, asked, held, answered(form, held) + 1, total(form, held, asked))


def total(form: Form, held: Answers, asked: Field) -> int | None:
    """How many questions there are in all; None while a later answer may still decide that."""
    rest = form.fields[form.fields.index(asked) + 1 :]
    if any(f.when is not always for f in rest):
        return None
    return answered(form, held) + 1 + len(rest)


def read(form: Form, draft: Draft, key: str, raw: Any) -> tuple[Field, dict[str, Any], Any]:
    """Reads an answer to the open question, raising its refusals; NotAsked if another is open."""
    held, asked = walk(form, draft)
    if asked is None or asked.key != key:
        raise NotAsked
    return asked, held, asked.kind.read(raw, held)


def keep(draft: Draft, key: str, value: Any, facts: Mapping[str, Any] | None = None) -> Draft:
    """The draft with an answer that was read (and checked). Facts that an earlier answer to the
    same question brought are dropped; new ones answer later questions."""
    answers = {k: v for k, v in draft.answers.items() if draft.given.get(k) != key}
    given = {k: by for k, by in draft.given.items() if key not in (k, by)}
    facts = facts or {}
    answers = {**answers, **facts, key: value}
    given = {**given, **dict.fromkeys(facts, key)}
    return replace(draft, answers=answers, given=given, at=None, picked=(), misses=0)


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
    earlier = [f.key for f in form.fields if f.key in held and f.key not in draft.given]
    if not earlier:
        return None
    return replace(draft, at=earlier[-1], picked=(), misses=0)


def edit(form: Form, draft: Draft, key: str) -> Draft:
    """Asks one answered question again; all other answers stay as long as they hold."""
    held, _ = walk(form, replace(draft, at=None))
    if key not in held:
        raise NotAsked
    return replace(draft, at=key, picked=tuple(picked_before(form, draft, key)), misses=0)


def picked_before(form: Form, draft: Draft, key: str) -> list[str]:
    f = form.field(key)
    return list(draft.answers[key]) if f is not None and f.kind.asks == "many" else []


def toggle(form: Form, draft: Draft, key: str, code: str) -> Draft:
    """Ticks or unticks one choice of a many-of."""
    held, asked = walk(form, draft)
    if asked is None or asked.key != key or asked.kind.asks != "many":
        raise NotAsked
    asked.kind.read([code], held)
    rest = tuple(c for c in draft.picked if c != code)
    return replace(draft, picked=rest if code in draft.picked else (*rest, code))


def done(form: Form, draft: Draft, key: str) -> Draft:
    """Closes a many-of with what is ticked."""
    if not draft.picked:
        raise NothingPicked
    _, _, value = read(form, draft, key, list(draft.picked))
    return keep(draft, key, value)
