"""Turns what was said into Bot API calls."""

from collections.abc import Sequence
from typing import Any

from adapters.voice import Voice
from bot.keyboards import Button, inline

MOST_CHARACTERS = 4096
"""Telegram counts them after the markup is taken off."""
SHOWN_OF_TYPED = 200
"""Of what was typed wrongly that much is shown back, to be mended."""

Call = dict[str, Any]
"""A Bot API call: `{"method": …, …parameters}`."""


def paragraphs(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)


def message(chat: int, text: str, keyboard: dict[str, Any] | None = None, **more: Any) -> Call:
    """A new message; too long a text is cut rather than refused."""
    call: Call = {
        "method": "sendMessage",
        "chat_id": chat,
        "text": text,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
        **more,
    }
    if keyboard is not None:
        call["reply_markup"] = keyboard
    return call


def edited(chat: int, at: int, text: str, keyboard: dict[str, Any] | None = None) -> Call:
    """The message that was tapped, changed. If it can't be, the delivery sends a new one."""
    return {**message(chat, text, keyboard), "method": "editMessageText", "message_id": at}


def deleted(chat: int, at: int) -> Call:
    """The person's own message taken away (in private chats, younger than 48 hours)."""
    return {"method": "deleteMessage", "chat_id": chat, "message_id": at}


def excerpt(text: str) -> str:
    """What was typed wrongly, short enough to show back."""
    return text if len(text) <= SHOWN_OF_TYPED else text[:SHOWN_OF_TYPED] + "…"


def keyboard(voice: Voice, rows: Sequence[Sequence[Button]]) -> dict[str, Any]:
    return inline(voice.words, voice.lang, rows)
