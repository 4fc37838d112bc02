"""The screen of a paper being gathered: what came, what may be wrong with it, what next."""

from adapters.voice import Voice
from bot.keyboards import Button
from bot.render import paragraphs
from bot.taps import on_draft
from domain.forms.model import Question
from domain.forms.papers import Page, first_doubtful, pages, replacing


def listing(voice: Voice, q: Question, *, brief: bool) -> str:
    """Every file in a line, then what is to be decided now; `brief` leaves a
    doubtful page to the buttons."""
    value = q.draft.answers.get(q.field.key)
    known = pages(value)
    lines = "\n".join(line(voice, known, at) for at in range(len(known)))
    again, doubtful = replacing(value), first_doubtful(value)
    if again is not None:
        return paragraphs(lines, voice.say("page-again-how", page=numbers(known, again)))
    if doubtful is not None:
        return lines if brief else paragraphs(lines, advice(voice, known, doubtful))
    return paragraphs(lines, voice.say("paper-complete"))


def line(voice: Voice, known: list[Page], at: int) -> str:
    page, shown = known[at], numbers(known, at)
    if not page.faults:
        return voice.say("page-fine", page=shown)
    seen = ", ".join(dict.fromkeys(voice.say(f"fault-{f.what}") for f in page.faults))
    return voice.say("page-sure" if page.sure else "page-doubtful", page=shown, faults=seen)


def advice(voice: Voice, known: list[Page], at: int) -> str:
    """How to take this page again; in a PDF also which of its pages are meant."""
    page = known[at]
    how = voice.say(f"fault-{page.faults[0].what}.how")
    begins = sum(p.pages for p in known[:at])
    which = ", ".join(str(begins + n) for n in sorted({f.page for f in page.faults}))
    return paragraphs(voice.say("page-looks-bad", page=which), how, voice.say("page-your-choice"))


def numbers(known: list[Page], at: int) -> str:
    """`2`, or `2–4` for a PDF of three pages: as they will be in the whole."""
    first = sum(p.pages for p in known[:at]) + 1
    last = first + known[at].pages - 1
    return str(first) if first == last else f"{first}–{last}"


def paper_rows(q: Question) -> list[list[Button]]:
    """One thing to decide at a time: about a doubtful page, else whether that is all."""
    value = q.draft.answers.get(q.field.key)
    known = pages(value)
    if not known:
        return []
    at = replacing(value)
    undecided = first_doubtful(value) if at is None else at
    if undecided is not None:
        of = {"page": numbers(known, undecided)}
        rows = [
            [button(q, "button-page-as-is", f"s{undecided + 1}", of)],
            [button(q, "button-page-remove", f"x{undecided + 1}", of)],
        ]
        return rows if at is not None else [
            [button(q, "button-page-again", f"g{undecided + 1}", of)], *rows
        ]  # fmt: skip
    more = [button(q, "button-page-more", "m")]
    remove = removal_rows(q)[0] if len(known) == 1 else [button(q, "button-page-which", "x")]
    done = button(q, "button-paper-done", "d", style="success")
    return [[done], more, remove]


def removal_rows(q: Question) -> list[list[Button]]:
    """A button for each file, to remove it."""
    known = pages(q.draft.answers.get(q.field.key))
    return [
        [button(q, "button-page-remove", f"x{at + 1}", {"page": numbers(known, at)})]
        for at in range(len(known))
    ]


def button(
    q: Question, words: str, code: str, arguments: dict[str, str] | None = None, style: str = ""
) -> Button:
    data = on_draft("f", q.draft, q.field.key, code)
    return Button(words, data, arguments=arguments or {}, style=style)


def which_rows(q: Question) -> list[list[Button]]:
    """Which page to remove, or none."""
    return [*removal_rows(q), [button(q, "button-page-none", "n")]]
