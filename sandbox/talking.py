"""Bot API methods around a chat: taps answered, files fetched, who is who, pins, reactions,
actions.
"""

from typing import Any

from sandbox.chats import Chat, Entry
from sandbox.entities import units
from sandbox.errors import bad
from sandbox.files import SERVED_BYTES
from sandbox.params import Params
from sandbox.sending import chat_id
from sandbox.wire import Json
from sandbox.world import World

ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip
_EMOJI = (
    "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 🌚 🌭 💯 🤣 ⚡ 🍌"
    " 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘"
    " 🙉 🦄 😘 💊 🙊 😎 👾 🤷 😡 ❤\u200d🔥 👨\u200d💻 🤷\u200d♂ 🤷\u200d♀"
)
REACTIONS = set(_EMOJI.split(" "))
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def answer_query(w: World, params: Params) -> bool:
    """answerCallbackQuery: once for each query, within 150 seconds."""
    text = params.text("text")
    if units(text) > 200:
        raise bad("MESSAGE_TOO_LONG")
    query = w.queries.open(params.text("callback_query_id"), w.clock.now())
    if query is None:
        raise bad(TOO_OLD)
    toast = {"text": text, "alert": params.flag("show_alert"), "url": params.text("url")}
    query.reply(toast)
    if text or toast["url"]:
        w.events.tell("toast", chat_id=query.chat_id, person_id=query.person_id, **toast)
    return True


def file(w: World, params: Params) -> Json:
    """getFile"""
    stored = w.files.find(params.text("file_id"))
    if stored is None:
        raise bad("invalid file_id")
    if len(stored.data) > SERVED_BYTES:
        raise bad("file is too big")
    return {**stored.handle(), "file_id": params.text("file_id"), "file_path": stored.path}


def action(w: World, params: Params) -> bool:
    """sendChatAction"""
    chat = w.writable(chat_id(params))
    if params.text("action") not in ACTIONS:
        raise bad("wrong parameter action in request")
    w.events.tell("action", chat_id=chat.id, action=params.text("action"))
    return True


def chat(w: World, params: Params) -> Json:
    """getChat"""
    found = w.chat(chat_id(params))
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription")
    return {
        **w.chat_tree(found),
        "accent_color_id": found.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys((*gifts, "gifts_from_channels"), False),
        **_last_pin(found),
    }


def _last_pin(found: Chat) -> Json:
    pinned = [entry for entry in map(found.entry, found.pinned) if entry]
    return {"pinned_message": pinned[-1].tree} if pinned else {}


def member(w: World, params: Params) -> Json:
    """getChatMember"""
    found, user_id = w.chat(chat_id(params)), params.whole("user_id")
    if user_id == w.bot.id:
        return {"status": "member", "user": w.bot.user()}
    if user_id not in w.people:
        raise bad("PARTICIPANT_ID_INVALID")
    status = "member" if user_id in found.members else "left"
    return {"status": status, "user": w.people[user_id].user()}


def pin(w: World, params: Params) -> bool:
    """pinChatMessage"""
    found, entry = _pinnable(w, params, "message to pin not found")
    found.pinned = [i for i in found.pinned if i != entry.id] + [entry.id]
    w.events.tell("edited", chat_id=found.id, message=entry.view() | {"pinned": True})
    return True


def unpin(w: World, params: Params) -> bool:
    """unpinChatMessage: the given message, or the last pinned."""
    found = w.writable(chat_id(params))
    _may_pin(found)
    gone = params.whole("message_id") or (found.pinned[-1] if found.pinned else 0)
    if gone not in found.pinned:
        raise bad("message to unpin not found")
    found.pinned = [i for i in found.pinned if i != gone]
    return True


def unpin_all(w: World, params: Params) -> bool:
    """unpinAllChatMessages"""
    found = w.writable(chat_id(params))
    _may_pin(found)
    found.pinned = []
    return True


def _pinnable(w: World, params: Params, refusal: str) -> tuple[Chat, Entry]:
    found = w.writable(chat_id(params))
    _may_pin(found)
    entry = found.entry(params.whole("message_id"))
    if entry is None:
        raise bad(refusal)
    return found, entry


def _may_pin(found: Chat) -> None:
    """The bot is nowhere an administrator."""
    if not found.private:
        raise bad("not enough rights to manage pinned messages in the chat")


def react(w: World, params: Params) -> bool:
    """setMessageReaction: a bot may leave one of Telegram's emoji, or none."""
    found = w.writable(chat_id(params))
    entry = found.entry(params.whole("message_id"))
    if entry is None:
        raise bad("message to react not found")
    entry.reactions = _reactions(params.tree("reaction", "reaction"))
    w.events.tell("edited", chat_id=found.id, message=entry.view())
    return True


def _reactions(raw: Any) -> list[Json]:
    reactions = raw or []
    if not isinstance(reactions, list) or not all(isinstance(r, dict) for r in reactions):
        raise bad("expected an Array of ReactionType")
    emoji = [str(r.get("emoji", "")).removesuffix("\ufe0f") for r in reactions]
    if len(emoji) > 1 or not set(emoji) <= REACTIONS:
        raise bad("REACTION_INVALID")
    return [{"type": "emoji", "emoji": letter} for letter in emoji]
