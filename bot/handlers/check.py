"""`/check`: is this message ours? The number of a notice is typed, or any message is forwarded.
For anybody; with every answer it says that we never ask for money."""

import re
from collections.abc import Sequence
from datetime import datetime
from html import unescape

from adapters.notices import NoticeWords
from bot.conversation import Conversation
from bot.keyboards import Button
from bot.render import keyboard, message, paragraphs
from bot.routes import Routes
from bot.talk import Says, Talk
from domain import checking
from domain.checking import Found
from domain.ports import LANGS, Lang
from domain.proposals import Planned
from domain.store import Store
from domain.values import notice_number

STATE = "check"
"""The state of somebody who was asked for the number or the message."""
TAG = re.compile(r"</?[a-z-]+[^>]*>")


def routes(conversation: Conversation) -> Routes:
    table = Routes()

    @table.command("check")
    async def check(talk: Talk) -> None:
        _, _, rest = talk.text.partition(" ")
        if rest.strip():
            await talk.settle(lambda store: looked_up(talk, store, conversation, rest))
        else:
            await talk.settle(lambda store: ask(talk))

    return table


def item(talk: Talk, store: Store, c: Conversation) -> Says:
    """From the menu."""
    return ask(talk)


def ask(talk: Talk) -> Says:
    rows = [[Button("button-menu", "m|menu")]]
    talk.offer(rows)
    talk.enter(STATE, **talk.data)
    return [message(talk.id, talk.voice.say("check-ask"), keyboard(talk.voice, rows))]


def numbered(talk: Talk) -> bool:
    """A number alone, while no question is open, is one of a notice."""
    form = (talk.state or "").startswith("form:")
    return not form and notice_number.typed(talk.text) is not None


def looked_up(talk: Talk, store: Store, conversation: Conversation, text: str) -> Says:
    """A number, or the words of a message that was copied."""
    number = notice_number.typed(text)
    if number is None:
        return told(talk, store, conversation, checking.by_words(store, text, texts(talk)))
    return told(talk, store, conversation, checking.by_number(store, number))


def forwarded(talk: Talk, store: Store, conversation: Conversation) -> Says:
    """Telegram vouches for where a message is forwarded from, unless its author hides it."""
    m = talk.message
    assert m is not None  # noqa: S101 the caller has seen it
    user = getattr(m.forward_origin, "sender_user", None)
    ours = user is not None and user.id == talk.house.bot_id
    text = m.text or m.caption or ""
    found = checking.by_words(store, text, texts(talk), from_bot=ours)
    return told(talk, store, conversation, found)


def told(talk: Talk, store: Store, conversation: Conversation, found: Found) -> Says:
    """The answer, the true notice beside it, and that we never ask for money; an open form goes on
    where it was."""
    said = [
        talk.voice.say(f"check-{found.verdict}"),
        true_notice(talk, store, found),
        talk.voice.say("check-never"),
    ]
    if (talk.state or "").startswith("form:"):
        return [message(talk.id, paragraphs(*said)), *conversation.again(talk, store)]
    rows = [[Button("button-check-again", "m|check")], [Button("button-menu", "m|menu")]]
    talk.offer(rows)
    return [message(talk.id, paragraphs(*said), keyboard(talk.voice, rows))]


def true_notice(talk: Talk, store: Store, found: Found) -> str:
    """What we really sent under that number, in the reader's language."""
    if found.notice is None or found.at is None:
        return ""
    text = notice_text(talk, store, found.notice, talk.lang)
    if not text:
        return ""
    head = talk.voice.say("check-sent", at=found.at)
    return f"{head}\n<blockquote>{text}</blockquote>"


def notice_text(talk: Talk, store: Store, notice: Planned, lang: Lang) -> str:
    known = store.broadcasts.load(notice.broadcast) if notice.broadcast is not None else None
    return "" if known is None else NoticeWords(talk.house.words).text(known, lang)


def texts(talk: Talk) -> checking.Texts:
    def every(store: Store, notice: Planned, at: datetime) -> Sequence[str]:
        said = (notice_text(talk, store, notice, lang) for lang in LANGS)
        return [unescape(TAG.sub("", text)) for text in said if text]

    return every
