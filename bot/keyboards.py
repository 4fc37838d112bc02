"""Buttons in rows, before Telegram: words in every language, so that each can also be typed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from adapters.voice import said
from adapters.words import Words
from domain.forms.model import Choice
from domain.ports import LANGS, Lang

SHORT = 14
"""Two labels of this length stand side by side on a 360-pixel screen."""
LONGEST = 60


@dataclass(frozen=True, slots=True)
class Button:
    """`words` is a message with `arguments`, or `names` the label by language. Exactly one of
    `data`, `url` and `copy` says what it does."""

    words: str = ""
    data: str = ""
    names: Mapping[str, str] | None = None
    arguments: Mapping[str, Any] = field(default_factory=dict)
    url: str = ""
    copy: str = ""
    style: str = ""
    mark: str = ""

    def label(self, words: Words, lang: Lang) -> str:
        text = self.plain(words, lang)
        return f"{self.mark} {text}" if self.mark else text

    def plain(self, words: Words, lang: Lang) -> str:
        if self.names is not None:
            return self.names[lang]
        return words.say(lang, self.words, **said(self.arguments, lang))


type_of_rows = Sequence[Sequence[Button]]


def inline(words: Words, lang: Lang, rows: Iterable[Sequence[Button]]) -> dict[str, Any]:
    """An inline keyboard as the Bot API takes it."""
    return {"inline_keyboard": [[inline_button(words, lang, b) for b in row] for row in rows]}


def inline_button(words: Words, lang: Lang, b: Button) -> dict[str, Any]:
    label = b.label(words, lang)
    made: dict[str, Any] = {"text": label if len(label) <= LONGEST else label[: LONGEST - 1] + "…"}
    if b.url:
        made["url"] = b.url
    elif b.copy:
        made["copy_text"] = {"text": b.copy}
    else:
        made["callback_data"] = b.data
    if b.style:
        made["style"] = b.style
    return made


def contact(words: Words, lang: Lang) -> dict[str, Any]:
    """A reply keyboard with one button that shares the own number."""
    button = {"text": words.say(lang, "button-share-contact"), "request_contact": True}
    return {"keyboard": [[button]], "resize_keyboard": True, "one_time_keyboard": True}


GONE = {"remove_keyboard": True}


def choice_button(choice: Choice, data: str, mark: str = "", style: str = "") -> Button:
    return Button(choice.words, data, names=choice.names, mark=mark, style=style)


def in_rows(buttons: Sequence[Button], label: Callable[[Button], str]) -> list[list[Button]]:
    """Short labels two in a row, long ones alone."""
    rows: list[list[Button]] = []
    for b in buttons:
        short = len(label(b)) <= SHORT
        if short and rows and len(rows[-1]) == 1 and len(label(rows[-1][0])) <= SHORT:
            rows[-1].append(b)
        else:
            rows.append([b])
    return rows


def typable(words: Words, rows: Iterable[Sequence[Button]]) -> list[list[str]]:
    """What can be typed instead of a tap: `[data, label, label, label]` of each button."""
    return [
        [b.data, *dict.fromkeys(b.plain(words, lang) for lang in LANGS)]
        for row in rows
        for b in row
        if b.data
    ]
