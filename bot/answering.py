"""What somebody says or taps, as a change of the draft: nothing is stored or shown here."""

from dataclasses import dataclass
from typing import Any

from bot.matching import pick
from bot.needs import NeedsCheck
from bot.talk import Talk
from domain.forms import engine
from domain.forms.engine import NotAsked
from domain.forms.model import Draft, Field, Form, Question
from domain.text import clean
from domain.values.yesno import yes_or_no


@dataclass(eq=False)
class Several(Exception):
    """None or several of the choices may be meant by what was typed."""

    codes: tuple[str, ...]


def answers(draft: Draft, changed: Draft, key: str) -> bool:
    """Whether the change gave an answer to this question (and didn't just go back from it)."""
    return key in changed.answers and changed.at is None and changed.picked == ()


def asked_now(form: Form, draft: Draft) -> Field | None:
    return engine.walk(form, draft)[1]


def still_asked(form: Form, draft: Draft, key: str) -> None:
    asked = asked_now(form, draft)
    if asked is None or asked.key != key:
        raise NotAsked


def suggested(form: Form, draft: Draft, key: str) -> Any:
    """The value a question suggests now."""
    held, asked = engine.walk(form, draft)
    if asked is None or asked.suggest is None:
        raise NotAsked
    return asked.suggest(held)


def read(talk: Talk, q: Question, draft: Draft, text: str) -> Draft:
    """The draft with what was typed at a question; may raise a Refusal or `Several`."""
    if q.field.kind.asks in ("choice", "tick", "many"):
        codes = pick(talk.house.words, q.choices, clean(text))
        if not codes and q.field.kind.asks == "choice":
            return answer(q.form, draft, q.field.key, text)
        if len(codes) != 1:
            raise Several(codes)
        if q.field.kind.asks == "many":
            return engine.toggle(q.form, draft, q.field.key, codes[0])
        return answer(q.form, draft, q.field.key, codes[0])
    if q.suggestion is not None and q.current is None and yes_or_no(text):
        return answer(q.form, draft, q.field.key, q.suggestion)
    return answer(q.form, draft, q.field.key, text)


def answer(form: Form, draft: Draft, key: str, raw: Any) -> Draft:
    f, before, value = engine.read(form, draft, key, raw)
    if f.check is not None:
        raise NeedsCheck(f, value, before)
    return engine.keep(draft, key, value)
