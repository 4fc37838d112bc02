"""What a chat reads of a code: the message with it, its end, and the alarm of "not me"."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from adapters.words import Words
from domain.clients import OURSELVES
from domain.codes import Code, CodeMessage, NotMine, State
from domain.outbox import NO_NEW
from domain.people import PersonId
from domain.ports import Lang

NOT_ME = "cn"
"""The verb of the button; what follows is the code's number in base 36."""
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

Call = dict[str, Any]


@dataclass(frozen=True)
class CodeWords:
    """Renders in the language of the chat. The code is the first thing in the message, under a
    spoiler, so that a locked screen doesn't show it (NIST 800-63B; reliability.md A11)."""

    words: Words

    def message(self, m: CodeMessage) -> Mapping[str, Any]:
        """A `Render`: the code, which portal, what for, until when; Copy and Not me."""
        if invites(m):
            return self.invitation(m)
        text = self.say(
            m.language,
            "code-message",
            code=m.value,
            portal=m.portal,
            purpose=m.purpose,
            until=m.until,
        )
        if m.device or m.city:
            place = ", ".join(filter(None, (m.device, m.city)))
            text += "\n" + self.say(m.language, "code-message-from", place=place)
        return self.with_buttons(m, text)

    def invitation(self, m: CodeMessage) -> Mapping[str, Any]:
        """The one code that is to be told on: to the parent who asks, if one agrees."""
        arguments = {"code": m.value, "who": m.device, "cabinet": m.city, "until": m.until}
        return self.with_buttons(m, self.say(m.language, "code-invite", **arguments))

    def with_buttons(self, m: CodeMessage, text: str) -> Mapping[str, Any]:
        copy = {"text": self.say(m.language, "button-code-copy"), "copy_text": {"text": m.value}}
        wrong = {
            "text": self.say(m.language, "button-code-not-me"),
            "callback_data": f"{NOT_ME}|{base36(m.id)}",
        }
        return {
            **message(m.person, text),
            "protect_content": True,
            "reply_markup": {"inline_keyboard": [[copy], [wrong]]},
        }

    def ended(self, code: Code, person: PersonId, lang: Lang, at: int) -> Call:
        """The same message when its code is over: no code in it any more, no buttons. Where the
        person has deleted it, there is nothing to say."""
        text = self.say(
            lang,
            "code-ended",
            portal=code.client_name,
            state=over(code.state),
            at=code.ended_at or code.expires,
        )
        edit = {"method": "editMessageText", "message_id": at, NO_NEW: True}
        return {**message(person, text), **edit}

    def alarm(self, staff: PersonId, lang: Lang, told: NotMine) -> Call:
        """To staff: somebody got a code of this portal that they hadn't asked for."""
        if told.for_good:
            return message(staff, self.say(lang, "code-alarm.stopped", portal=told.portal))
        until = told.until
        return message(staff, self.say(lang, "code-alarm", portal=told.portal, until=until))

    def say(self, lang: Lang, words: str, **arguments: Any) -> str:
        safe = {
            k: escape(v, quote=False) if isinstance(v, str) else v for k, v in arguments.items()
        }
        return self.words.say(lang, words, **safe)


def invites(m: CodeMessage) -> bool:
    """Of our own codes the one to sign is for the other parent (domain/cabinets.py)."""
    return m.portal == OURSELVES and m.purpose == "sign"


def over(state: State) -> str:
    """The states a person is told; they choose the sentence."""
    return state if state in ("used", "revoked", "replaced", "locked") else "expired"


def message(chat: int, text: str) -> Call:
    return {
        "method": "sendMessage",
        "chat_id": chat,
        "text": text,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
    }


def base36(number: int) -> str:
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = DIGITS[rest] + digits
    return digits or "0"
