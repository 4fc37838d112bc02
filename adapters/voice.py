"""Says messages in one person's language. What is a value is escaped here, for Telegram's HTML."""

from collections.abc import Mapping
from datetime import date
from html import escape
from typing import Any

from adapters.words import Words
from domain.errors import Refusal
from domain.forms.model import Answers, Choice, Field
from domain.ports import Lang


class Voice:
    """Says messages in one person's language, every value escaped."""

    __slots__ = ("lang", "words")

    def __init__(self, words: Words, lang: Lang) -> None:
        self.words = words
        self.lang = lang

    def say(self, message: str, /, **arguments: Any) -> str:
        localised = said(arguments, self.lang)
        safe = {
            k: escape(v, quote=False) if isinstance(v, str) else v for k, v in localised.items()
        }
        return self.words.say(self.lang, message, **safe)

    def maybe(self, message: str, /, **arguments: Any) -> str:
        """The message if there is one; many questions have no hint."""
        return self.say(message, **arguments) if self.words.has(message) else ""

    def refusal(self, refusal: Refusal) -> str:
        return self.say(refusal.words, **listed(refusal.arguments, self))

    def label(self, f: Field) -> str:
        return self.say(f"{f.message}.label")

    def choice(self, choice: Choice) -> str:
        """A choice's label, escaped."""
        return escape(self.plain_choice(choice), quote=False)

    def plain_choice(self, choice: Choice) -> str:
        if choice.names is not None:
            return choice.names[self.lang]
        return self.words.say(self.lang, choice.words, **choice.arguments)

    def shown(self, f: Field, value: Any, before: Answers) -> str:
        """An answer as the person should see it, escaped."""
        return escape(self.plain(f, value, before), quote=False)

    def plain(self, f: Field, value: Any, before: Answers) -> str:
        if value is None:
            left = "answer-without" if f.kind.asks == "paper" else "answer-later"
            return self.words.say(self.lang, left)
        match f.kind.show(value, before):
            case Choice() as choice:
                return self.plain_choice(choice)
            case tuple() as choices:
                return ", ".join(self.plain_choice(c) for c in choices)
            case date() as day:
                return self.words.say(self.lang, "day-short", day=day)
            case shown:
                return str(shown)


def listed(arguments: dict[str, Any], voice: Voice) -> dict[str, Any]:
    """Arguments that are lists of codes (what a password lacks) as words in a sentence."""
    return {
        key: ", ".join(voice.say(f"{key}-{code}") for code in value)
        if isinstance(value, tuple)
        else value
        for key, value in arguments.items()
    }


def said(arguments: Mapping[str, Any], lang: Lang) -> dict[str, Any]:
    """Arguments for Fluent: names by language become the name in this one."""
    return {k: v[lang] if isinstance(v, Mapping) else v for k, v in arguments.items()}


def paragraphs(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)
