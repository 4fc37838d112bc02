"""Sends an update to its handler: language first, then commands, taps, answers, other kinds."""

import re
from dataclasses import dataclass

from bot.conversation import Conversation
from bot.handlers import check, linking, lost, menu, papers, signing, tables
from bot.matching import matched
from bot.render import message
from bot.routes import Routes
from bot.talk import Says, Talk
from bot.taps import Tap, read
from domain.store import Store

UNKNOWN_COMMAND = re.compile(r"/[a-z0-9_]{1,32}(@\w+)?")
"""`/hepl` is no answer to be kept; `/Abcdef1!` may be a password."""


@dataclass(frozen=True)
class Dispatch:
    """All routes of the bot."""

    routes: Routes
    conversation: Conversation

    async def answer(self, talk: Talk) -> None:
        """Answers one update; what it is decides who does."""
        update = talk.update
        if update.my_chat_member is not None:
            await reached(talk)
        elif not private(talk):
            await group(talk)
        elif talk.query is not None:
            await self.tapped(talk, read(talk.query.data or ""))
        elif update.edited_message is not None:
            await lost.edited(talk, self.conversation)
        elif talk.message is not None:
            await self.written(talk)
        else:
            await talk.settle(lambda store: [])

    async def tapped(self, talk: Talk, tap: Tap) -> None:
        handler = self.routes.taps.get(tap.verb)
        if handler is None or (talk.person.language is None and tap.verb != "lang"):
            await talk.settle(
                lambda store: (
                    menu.ask_language(talk)
                    if talk.person.language is None
                    else menu.menu(talk, store)
                )
            )
            return
        await handler(talk, tap)

    async def written(self, talk: Talk) -> None:
        if talk.person.language is None:
            await self.first(talk)
            return
        handler = self.routes.commands.get(command_of(talk.text))
        if handler is not None:
            await handler(talk)
        elif UNKNOWN_COMMAND.fullmatch(talk.text):
            await talk.settle(lambda store: lost.unknown(talk, store, self.conversation))
        else:
            await self.answered(talk)

    async def answered(self, talk: Talk) -> None:
        m = talk.message
        assert m is not None  # noqa: S101 the caller has seen it
        if m.forward_origin is not None and not lost.takes_forwarded(talk):
            await talk.settle(lambda store: check.forwarded(talk, store, self.conversation))
        elif m.text is not None:
            await lost.typed(talk, self.routes, self.conversation)
        elif m.contact is not None:
            await lost.contact(talk, self.conversation)
        elif signing.is_signature(m):
            await signing.brought(talk)
        elif tables.is_table(m) and talk.person.staff:
            await tables.brought(talk)
        elif m.photo or m.document:
            await papers.paper(talk, self.conversation)
        else:
            await lost.other(talk, self.conversation)

    async def first(self, talk: Talk) -> None:
        """Somebody without a language: the answer may be the language's name, typed."""
        data = matched(talk.data.get("buttons", ()), talk.text)
        if data:
            await self.tapped(talk, read(data))
            return

        def meet(store: Store) -> Says:
            store.people.meet(talk.id, talk.now)
            return menu.ask_language(talk, talk.text if linking.arriving(talk.text) else "")

        await talk.settle(meet)


def private(talk: Talk) -> bool:
    if talk.query is not None:
        about = talk.query.message
        return about is None or about.chat.type == "private"
    m = talk.message or talk.update.edited_message
    return m is not None and m.chat.type == "private"


def command_of(text: str) -> str:
    """`/start@otinim_bot payload` is `start`; empty when it is no command."""
    if not text.startswith("/") or len(text) < 2:
        return ""
    return text[1:].split(maxsplit=1)[0].split("@", maxsplit=1)[0].lower()


async def reached(talk: Talk) -> None:
    """The person blocked or unblocked the bot, or added it to a group."""
    change = talk.update.my_chat_member
    assert change is not None  # noqa: S101 the caller has seen it
    gone = change.new_chat_member.status in ("kicked", "left")

    def mark(store: Store) -> Says:
        if change.chat.type != "private":
            return [] if gone else [group_line(talk, change.chat.id)]
        (store.people.lose if gone else store.people.reach)(talk.id)
        return []

    await talk.settle(mark)


async def group(talk: Talk) -> None:
    """In groups nothing personal is said: one line, when the bot is called by name or command."""
    m = talk.message
    called = m is not None and (
        command_of(m.text or "") or f"@{talk.house.username}" in (m.text or "")
    )
    chat = m.chat.id if m is not None else 0
    if talk.query is not None:
        talk.toast = talk.house.words.say(talk.lang, "group-tap")
    await talk.settle(lambda store: [group_line(talk, chat)] if called else [])


def group_line(talk: Talk, chat: int) -> dict[str, object]:
    text = talk.voice.say("group-line", link=f"https://t.me/{talk.house.username}")
    return message(chat, text)
