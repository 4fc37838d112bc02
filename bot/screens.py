"""The two screens of every form: a question and the card of all answers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from adapters.voice import Voice
from bot.keyboards import SHORT, Button, choice_button, contact, in_rows
from bot.paper_screens import listing, paper_rows, removal_rows
from bot.render import excerpt, keyboard, paragraphs
from bot.taps import on_draft
from domain.errors import Refusal
from domain.forms import engine
from domain.forms.model import Choice, Field, Question, Summary
from domain.forms.papers import pages
from domain.ports import LANGS

PAGE = 6
"""Choices on one page: with the question above them they fit a phone's screen."""
LISTED, NUMBERS = 12, 6
"""So many choices at most are told in the text, so many of their numbers stand in a row."""
GRID = 16
TICKED, OPEN, CHOSEN = "☑", "☐", "•"


@dataclass(frozen=True, slots=True)
class Said:
    """What goes above a question: what was understood, a remark, or why an answer wasn't taken."""

    understood: str = ""
    remark: Refusal | None = None
    refusal: Refusal | None = None
    typed: str = ""
    note: str = ""
    found: tuple[str, ...] = ()
    page: int | None = None


NOTHING = Said()


@dataclass(frozen=True, slots=True)
class Shown:
    """A screen ready to send: text and keyboard, and the buttons for who types instead."""

    text: str
    markup: dict[str, Any]
    rows: Sequence[Sequence[Button]]


def question(voice: Voice, q: Question, above: Said = NOTHING) -> Shown:
    told = "" if above.found else told_choices(voice, q)
    text = paragraphs(preface(voice, q, above), heading(voice, q), aid(voice, q, above), told)
    rows = [*choice_rows(voice, q, above), *extra_rows(voice, q), navigation(q)]
    markup = keyboard(voice, rows)
    if q.field.kind.asks == "contact":
        markup = with_contact(voice, markup)
    return Shown(text, markup, rows)


def with_contact(voice: Voice, markup: dict[str, Any]) -> dict[str, Any]:
    """Sharing a contact takes a reply keyboard; the other buttons are typed there."""
    shared = contact(voice.words, voice.lang)
    typed = [[{"text": b["text"]} for b in row] for row in markup["inline_keyboard"]]
    return {**shared, "keyboard": [*shared["keyboard"], *typed]}


def preface(voice: Voice, q: Question, above: Said) -> str:
    """At most a few lines: what happened with the last answer."""
    parts = [above.note]
    if above.understood:
        parts.append(voice.say("understood", what=above.understood))
    if above.remark is not None:
        parts.append(voice.refusal(above.remark))
    if above.refusal is not None:
        parts.append(refused(voice, q, above.refusal, above.typed))
    return paragraphs(*parts)


def refused(voice: Voice, q: Question, refusal: Refusal, typed: str) -> str:
    """The refusal; what was typed, to be mended; from the second time an example, from the third
    what else can be done (rules 7, 12, 13)."""
    lines = [voice.refusal(refusal)]
    if typed and q.field.kind.asks != "secret":
        lines.append(voice.say("typed-was", text=excerpt(typed)))
    example = voice.maybe(f"{q.field.message}.example")
    if q.draft.misses > 1 and example and example not in lines[0]:
        lines.append(voice.say("refused-example", example=example))
    if q.draft.misses > 2:
        lines.append(voice.say("refused-third"))
    return "\n".join(lines)


def heading(voice: Voice, q: Question) -> str:
    title = voice.say(q.field.message, **q.told)
    if q.total is None or q.total == 1:
        return f"<b>{title}</b>"
    return voice.say("question-step", step=q.step, total=q.total) + f"\n<b>{title}</b>"


def typed_rows(voice: Voice, q: Question) -> list[list[Button]]:
    """The buttons that can be typed at a question; its choices are found otherwise."""
    more = removal_rows(q) if q.field.kind.asks == "paper" else []
    return [*extra_rows(voice, q), *more, navigation(q)]


def aid(voice: Voice, q: Question, above: Said) -> str:
    """What helps to answer. Below a refusal, or what was left out of an album, the pages of a
    paper go without advice: all of it wouldn't fit a phone's screen."""
    if q.field.kind.asks == "paper" and pages(q.draft.answers.get(q.field.key)):
        return listing(voice, q, brief=above.refusal is not None or above.note != "")
    parts = [voice.maybe(f"{q.field.message}.hint", **q.told)]
    if q.current is not None and q.field.kind.asks not in ("many", "secret"):
        shown = voice.plain(q.field, q.current, q.before)
        parts.append(voice.say("question-current", value=shown))
    return "\n".join(part for part in parts if part)


def choice_rows(voice: Voice, q: Question, above: Said) -> list[list[Button]]:
    """The choices: those found, the numbers of those told in the text, or one page of all. Long
    lists are numbered so that the number can be typed."""
    listed = q.choices
    if above.found:
        return [[found_choice(voice, q, code)] for code in above.found]
    if fits_one_page(voice, listed):
        return in_rows(
            [choice_of(q, c) for c in listed], lambda b: b.label(voice.words, voice.lang)
        )
    if len(listed) <= LISTED:
        return numbers(q)
    pages = -(-len(listed) // PAGE)
    page = min(max(page_of(q) if above.page is None else above.page, 0), pages - 1)
    rows = [
        [choice_of(q, c, number=page * PAGE + at + 1)]
        for at, c in enumerate(listed[page * PAGE : (page + 1) * PAGE])
    ]
    return [*rows, turning(q, page, pages)]


def found_choice(voice: Voice, q: Question, code: str) -> Button:
    """One of those found, under its number in the whole list: a number typed means that one."""
    at = next(at for at, c in enumerate(q.choices) if c.code == code)
    number = None if fits_one_page(voice, q.choices) else at + 1
    return choice_of(q, q.choices[at], number)


def fits_one_page(voice: Voice, listed: Sequence[Choice]) -> bool:
    """A few choices, or a few more with labels so short that two stand in a row."""
    if len(listed) <= PAGE + 1:
        return True
    return len(listed) <= GRID and all(len(voice.plain_choice(c)) <= SHORT for c in listed)


def told_choices(voice: Voice, q: Question) -> str:
    """A list too long for buttons under the question and too short for pages: whole labels, one
    under another, where a phone would cut them off on buttons."""
    if fits_one_page(voice, q.choices) or len(q.choices) > LISTED:
        return ""
    return "\n".join(f"{n}. {voice.choice(c)}" for n, c in enumerate(q.choices, 1))


def numbers(q: Question) -> list[list[Button]]:
    """The buttons of choices told in the text, in rows of the same length."""
    buttons = [
        replace(choice_of(q, c), words="", names=dict.fromkeys(LANGS, str(n)))
        for n, c in enumerate(q.choices, 1)
    ]
    rows = -(-len(buttons) // NUMBERS)
    wide = -(-len(buttons) // rows)
    return [buttons[at : at + wide] for at in range(0, len(buttons), wide)]


def page_of(q: Question) -> int:
    """The page with the present answer on it."""
    codes = [c.code for c in q.choices]
    return codes.index(q.current) // PAGE if q.current in codes else 0


def choice_of(q: Question, choice: Choice, number: int | None = None) -> Button:
    mark = f"{number}." if number else ""
    if q.field.kind.asks == "many":
        ticked = TICKED if choice.code in q.draft.picked else OPEN
        data = on_draft("t", q.draft, q.field.key, choice.code)
        return choice_button(choice, data, f"{ticked} {mark}".strip())
    style = "primary" if q.current is None and choice.code == q.suggestion else ""
    if choice.code == q.current:
        mark = f"{CHOSEN} {mark}".strip()
    return choice_button(choice, on_draft("a", q.draft, q.field.key, choice.code), mark, style)


def turning(q: Question, page: int, pages: int) -> list[Button]:
    """‹ 2/9 › under a long list; it goes round."""

    def to(page: int) -> str:
        return on_draft("p", q.draft, q.field.key, str(page % pages))

    return [
        Button("button-page-before", to(page - 1)),
        Button("button-page-next", to(page + 1), arguments={"page": page + 1, "pages": pages}),
    ]


def extra_rows(voice: Voice, q: Question) -> list[list[Button]]:
    """A suggestion to confirm, keeping the present answer, Done, later, and the field's own."""
    f, rows = q.field, []
    if f.kind.asks == "paper":
        rows.extend(paper_rows(q))
    if q.current is not None and f.kind.asks not in ("many", "choice", "tick", "secret", "paper"):
        rows.append([Button("button-keep", on_draft("y", q.draft, f.key))])
    suggestion = q.suggestion
    if suggestion is not None and q.current is None and f.kind.asks != "choice":
        value = voice.plain(f, suggestion, q.before)
        yes = Button(
            "button-suggested",
            on_draft("g", q.draft, f.key),
            arguments={"value": value},
            style="primary",
        )
        rows.append([yes])
    if f.kind.asks == "many":
        rows.append([Button("button-done", on_draft("d", q.draft, f.key), style="success")])
    if f.optional and not (f.kind.asks == "paper" and pages(q.draft.answers.get(f.key))):
        left = "button-without" if f.kind.asks == "paper" else "button-later"
        rows.append([Button(left, on_draft("k", q.draft, f.key))])
    rows.extend(
        [Button(f"button-{name}", on_draft("z", q.draft, f.key, name))] for name in f.actions
    )
    return rows


def navigation(q: Question) -> list[Button]:
    return [
        Button("button-back", on_draft("b", q.draft, q.field.key)),
        Button("button-why", on_draft("w", q.draft, q.field.key)),
        Button("button-stop", on_draft("x", q.draft)),
    ]


def summary(voice: Voice, s: Summary, above: Said = NOTHING) -> Shown:
    """The check-answers card: every answer with a button to change it, and the sending. A refusal
    stands by the buttons: above so many lines it would be off the screen."""
    name = s.form.name
    intro = paragraphs(above.note, voice.say(f"form-{name}.check"))
    refusal = voice.refusal(above.refusal) if above.refusal else ""
    lines = "\n".join(answer_line(voice, s, f) for f in s.rows if f.shown)
    rows = [
        [Button(f"form-{name}.send", on_draft("s", s.draft), style="success")],
        [
            Button("button-edit", on_draft("e", s.draft)),
            Button("button-stop", on_draft("x", s.draft)),
        ],
    ]
    return Shown(paragraphs(intro, lines, refusal), keyboard(voice, rows), rows)


def answer_line(voice: Voice, s: Summary, f: Field) -> str:
    shown = voice.plain(f, s.held[f.key], s.held)
    return voice.say(
        "answer-line", label=voice.words.say(voice.lang, f"{f.message}.label"), value=shown
    )


def editing(voice: Voice, s: Summary) -> Shown:
    """Which answer to change? What a register told goes with the answer it was told for."""
    buttons = [
        Button(f"{f.message}.label", on_draft("e", s.draft, f.key))
        for f in s.rows
        if f.editable and not engine.brought(s.draft, f.key)
    ]
    rows = in_rows(buttons, lambda b: b.label(voice.words, voice.lang))
    rows.append([Button("button-to-summary", on_draft("e", s.draft, "-"))])
    return Shown(voice.say("edit-which"), keyboard(voice, rows), rows)
