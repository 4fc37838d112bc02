"""What people read of a reminder: the deadline first, one action, Done, Later and Help."""

from collections.abc import Mapping
from datetime import datetime
from html import escape
from typing import Any

from adapters.words import Words
from domain import quiet
from domain.people import PersonId
from domain.ports import Lang
from domain.reminders import Reminder

VERB = "rm"
"""The verb of the buttons; what follows is the act and the number of the reminder."""

Call = dict[str, Any]
Facts = Mapping[str, Any]


class ReminderWords:
    """Renders reminders in the language of whoever reads them."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def call(self, r: Reminder, facts: Facts, person: PersonId, lang: Lang, now: datetime) -> Call:
        return {
            "method": "sendMessage",
            "chat_id": person,
            "text": self.text(r, facts, lang, now),
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
            "reply_markup": {"inline_keyboard": self.buttons(r, lang)},
        }

    def text(self, r: Reminder, facts: Facts, lang: Lang, now: datetime) -> str:
        said = self.say(lang, f"remind-{r.kind}", **self.arguments(r, facts, now))
        if facts.get("moved"):
            said += "\n" + self.say(lang, f"remind-{r.kind}.weekend")
        return said

    def arguments(self, r: Reminder, facts: Facts, now: datetime) -> dict[str, Any]:
        """Names as they are kept, the deadline, and how many days are left."""
        left = r.deadline.astimezone(quiet.ALMATY).date() - now.astimezone(quiet.ALMATY).date()
        named = {k: v for k, v in facts.items() if isinstance(v, Mapping)}
        return {**named, "deadline": r.deadline, "days": max(0, left.days)}

    def ended(self, r: Reminder, facts: Facts, lang: Lang, now: datetime) -> str:
        return self.say(lang, f"remind-{r.kind}.ended", **self.arguments(r, facts, now))

    def help(self, r: Reminder, lang: Lang) -> str:
        return self.say(lang, f"remind-{r.kind}.help")

    def buttons(self, r: Reminder, lang: Lang) -> list[list[dict[str, str]]]:
        """A way straight to what is to be done, if there is one; then Done, Later, Help."""
        form = r.facts.get("form")
        going = [[self.button(lang, "button-go-on", f"go|{form}")]] if form else []
        return [
            *going,
            [self.button(lang, f"remind-{r.kind}.done", f"{VERB}|done|{r.id}")],
            [
                self.button(lang, "button-remind-later", f"{VERB}|later|{r.id}"),
                self.button(lang, "button-remind-help", f"{VERB}|help|{r.id}"),
            ],
        ]

    def button(self, lang: Lang, words: str, data: str) -> dict[str, str]:
        return {"text": self.say(lang, words), "callback_data": data}

    def say(self, lang: Lang, words: str, **arguments: Any) -> str:
        named = {k: v[lang] if isinstance(v, Mapping) else v for k, v in arguments.items()}
        safe = {k: escape(v, quote=False) if isinstance(v, str) else v for k, v in named.items()}
        return self.words.say(lang, words, **safe)
