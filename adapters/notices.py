"""What people read of a broadcast: the same words in a preview and when it is sent."""

from collections.abc import Mapping
from html import escape
from typing import Any

from adapters.words import Words
from domain.broadcasts import Broadcast, Telling
from domain.changes import Change, Slot
from domain.people import PersonId
from domain.ports import Lang

SEEN, CALENDAR = "seen", "ics"
"""The verbs of the buttons; what follows is the number of the broadcast, or of the session."""

Call = dict[str, Any]


class NothingNew(Exception):
    """What would be said is what the person knows already: a change was taken back before they
    were told of it."""


class NoticeWords:
    """Renders broadcasts in the language of whoever reads them."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def call(self, broadcast: Broadcast, person: PersonId, telling: Telling) -> Call:
        """What is sent to one person. Raises NothingNew."""
        call: Call = {
            "method": "sendMessage",
            "chat_id": person,
            "text": self.text(broadcast, telling.language, telling),
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
        }
        buttons = self.buttons(broadcast, telling.language)
        return {**call, "reply_markup": {"inline_keyboard": [buttons]}} if buttons else call

    def text(self, broadcast: Broadcast, lang: Lang, telling: Telling | None = None) -> str:
        """The message itself. Without a `telling` it is as most people get it: a preview."""
        if broadcast.kind == "announcement":
            said = [escape(broadcast.content["text"][lang], quote=False)]
        else:
            said = self.change(Change.read(broadcast.content), lang, telling)
        if broadcast.number:
            said.append(self.say(lang, "notice-number", number=broadcast.number))
        return "\n".join(said)

    def buttons(self, broadcast: Broadcast, lang: Lang) -> list[dict[str, str]]:
        seen = {"text": self.say(lang, "button-seen"), "callback_data": f"{SEEN}|{broadcast.id}"}
        if broadcast.kind == "announcement":
            return [seen]
        cancelled = broadcast.kind == "cancel"
        words = "button-calendar-cancelled" if cancelled else "button-calendar"
        data = f"{CALENDAR}|{broadcast.content['sitting']}"
        return [seen, {"text": self.say(lang, words), "callback_data": data}]

    def change(self, c: Change, lang: Lang, telling: Telling | None) -> list[str]:
        """The lines of a change: what, old and new, why, what clashes."""
        before = c.before if telling is None else c.known_to(telling.told)
        if c.after is not None and not c.after.differs(before):
            raise NothingNew
        said = [
            self.say(lang, title(before, c.after), subject=c.subject),
            self.say(lang, "notice-session", event=c.event, stage=c.stage),
            *self.old_and_new(before, c.after, lang),
        ]
        if c.reason is not None:
            said.append(self.say(lang, "notice-reason", reason=c.reason))
        for clash in () if telling is None else telling.clashes:
            words = {"subject": clash.subject, "starts": clash.starts}
            said.append(self.say(lang, "notice-clash", **words))
        if c.asked_again:
            said.append(self.say(lang, "notice-asked-again"))
        return said

    def old_and_new(self, before: Slot, after: Slot | None, lang: Lang) -> list[str]:
        if after is None:
            return [self.say(lang, "notice-cancelled", starts=before.starts)]
        if before.starts != after.starts:
            said = [
                self.say(lang, "notice-before", starts=before.starts),
                self.say(lang, "notice-after", starts=after.starts),
            ]
        else:
            said = [self.say(lang, "notice-stays", starts=after.starts)]
        if before.minutes != after.minutes:
            minutes = {"before": before.minutes, "after": after.minutes}
            said.append(self.say(lang, "notice-length", **minutes))
        if before.place[lang] != after.place[lang]:
            said += [
                self.say(lang, "notice-place-before", place=before.place),
                self.say(lang, "notice-place-after", place=after.place),
            ]
        return said

    def say(self, lang: Lang, words: str, **arguments: Any) -> str:
        """Says it, names in the language, every text escaped."""
        named = {k: v[lang] if isinstance(v, Mapping) else v for k, v in arguments.items()}
        safe = {k: escape(v, quote=False) if isinstance(v, str) else v for k, v in named.items()}
        return self.words.say(lang, words, **safe)


def title(before: Slot, after: Slot | None) -> str:
    if after is None:
        return "notice-cancel-title"
    if before.starts != after.starts:
        return "notice-when-title"
    if before.minutes != after.minutes:
        return "notice-length-title"
    return "notice-place-title"
