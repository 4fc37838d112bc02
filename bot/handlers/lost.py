"""Everything that is no command and no known tap: answers, words of buttons, other kinds."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.conversation import Conversation
from bot.handlers.form import checking
from bot.handlers.menu import menu
from bot.matching import matched
from bot.routes import Routes
from bot.talk import Says, Talk
from bot.taps import read
from domain.errors import Refusal
from domain.store import Store


@dataclass(eq=False)
class ContactNotYours(Refusal):
    """A shared contact is taken only if it is the sender's own (rule 26)."""


@dataclass(eq=False)
class NotReadable(Refusal):
    """Stickers, voice, video and the like can't be answers; `what` names the kind."""

    what: tuple[str, ...]


@dataclass(eq=False)
class NoPaperAsked(Refusal):
    """A photo or document came while no paper is asked for."""


@dataclass(eq=False)
class NoPhoneAsked(Refusal):
    """A contact came while no phone is asked for."""


@dataclass(eq=False)
class EditsNotRead(Refusal):
    """An edited message never changes an answer (reliability.md B14)."""


KINDS = (
    "sticker",
    "voice",
    "audio",
    "video",
    "video_note",
    "animation",
    "location",
    "venue",
    "poll",
    "dice",
    "game",
    "story",
    "giveaway",
)


async def typed(talk: Talk, routes: Routes, conversation: Conversation) -> None:
    """Text that is no command: a button's words, or the answer of the open form."""
    if (talk.state or "").startswith("form:") and not talk.data.get("buttons"):
        text = talk.text
        await checking(
            talk, conversation, lambda store: conversation.typed(talk, store, text), text
        )
        return
    data = matched(talk.data.get("buttons", ()), talk.text)
    tapped = read(data) if data else None
    if tapped is not None and tapped.verb in routes.taps:
        await routes.taps[tapped.verb](talk, tapped)
        return
    await talk.settle(lambda store: unknown(talk, store, conversation))


def unknown(talk: Talk, store: Store, conversation: Conversation) -> Says:
    """Not understood: says so, and what can be done now."""
    form, draft = conversation.opened(talk, store)
    if form is not None and draft is not None:
        talk.enter(talk.state)
        return conversation.again(talk, store)
    return [talk.say("not-understood"), *menu(talk, store)]


async def contact(talk: Talk, conversation: Conversation) -> None:
    """A shared contact: the sender's own, not forwarded, answers the open phone question."""
    assert talk.message is not None and talk.message.contact is not None  # noqa: S101, PT018
    shared = talk.message.contact
    own = shared.user_id == talk.id and talk.message.forward_origin is None

    def step(store: Store) -> Says:
        if not own:
            return conversation.refuse(talk, store, ContactNotYours())
        says = conversation.contact(talk, store, shared.phone_number)
        return says if says is not None else conversation.refuse(talk, store, NoPhoneAsked())

    await checking(talk, conversation, step)


async def paper(talk: Talk, conversation: Conversation) -> None:
    """A photo or document answers the open question for a paper, if there is one."""
    raw = file_of(talk)

    def step(store: Store) -> Says:
        says = conversation.file(talk, store, raw)
        return says if says is not None else conversation.refuse(talk, store, NoPaperAsked())

    await checking(talk, conversation, step)


def file_of(talk: Talk) -> dict[str, object]:
    """Of a photo the largest size; of a document what Telegram says of it."""
    m = talk.message
    if m is not None and m.photo:
        largest = max(m.photo, key=lambda size: size.width * size.height)
        return {"file": largest.file_id, "type": "image/jpeg", "bytes": largest.file_size or 0}
    document = m.document if m is not None else None
    if document is None:
        return {}
    return {
        "file": document.file_id,
        "type": document.mime_type or "",
        "bytes": document.file_size or 0,
    }


async def other(talk: Talk, conversation: Conversation) -> None:
    """A sticker, a voice message …: says what can be done instead, and asks again."""
    known: Mapping[str, object] = talk.received.raw.get("message", {})
    what = next((kind for kind in KINDS if kind in known), "other")
    await talk.settle(
        lambda store: conversation.refuse(talk, store, NotReadable((what.replace("_", "-"),)))
    )
