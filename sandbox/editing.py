"""Bot API methods that change or take away a message that is there."""

from sandbox import keyboards, texts
from sandbox.chats import BOT, Chat, Entry
from sandbox.errors import bad
from sandbox.params import Params, whole
from sandbox.sending import chat_id
from sandbox.wire import Json
from sandbox.world import World

DELETABLE_SECONDS = 48 * 3600  # core.telegram.org/bots/api#deletemessage
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)
TEXT = ("text", "entities")
CAPTION = ("caption", "caption_entities")
MEDIA = {"photo", "document", "voice", "video", "audio", "animation"}


def text(w: World, params: Params) -> Json:
    """editMessageText"""
    chat, entry = _own(w, params)
    if "text" not in entry.tree:
        raise bad("there is no text in the message to edit")
    return _change(w, chat, entry, _blank(TEXT) | texts.text_of(w, params) | _markup(params))


def caption(w: World, params: Params) -> Json:
    """editMessageCaption"""
    chat, entry = _own(w, params)
    if not MEDIA & entry.tree.keys():
        raise bad("there is no caption in the message to edit")
    return _change(w, chat, entry, _blank(CAPTION) | texts.caption_of(w, params) | _markup(params))


def reply_markup(w: World, params: Params) -> Json:
    """editMessageReplyMarkup"""
    chat, entry = _own(w, params)
    return _change(w, chat, entry, _markup(params))


def _blank(names: tuple[str, ...]) -> Json:
    return dict.fromkeys(names)


def _own(w: World, params: Params) -> tuple[Chat, Entry]:
    if params.has("inline_message_id"):
        raise bad("MESSAGE_ID_INVALID")
    chat = w.writable(chat_id(params))
    if not params.has("message_id"):
        raise bad("message identifier is not specified")
    entry = chat.entry(params.whole("message_id"))
    if entry is None:
        raise bad("message to edit not found")
    if entry.out != BOT or "forward_origin" in entry.tree:
        raise bad("message can't be edited")
    return chat, entry


def _markup(params: Params) -> Json:
    markup = keyboards.read(params.tree("reply_markup", "reply keyboard markup"))
    if markup.kind not in {"inline", "none"}:
        raise bad("inline keyboard expected")
    return {"reply_markup": markup.tree}


def _change(w: World, chat: Chat, entry: Entry, content: Json) -> Json:
    if all(entry.tree.get(name) == value for name, value in content.items()):
        raise bad(NOT_MODIFIED)
    return w.rewrite(chat, entry, content)


def delete(w: World, params: Params) -> bool:
    """deleteMessage"""
    chat = w.chat(chat_id(params))
    entry = chat.entry(params.whole("message_id"))
    if entry is None:
        raise bad("message to delete not found")
    if not _deletable(w, chat, entry):
        raise bad("message can't be deleted")
    w.delete(chat, [entry.id])
    return True


def delete_many(w: World, params: Params) -> bool:
    """deleteMessages: those that cannot be found or deleted are skipped."""
    chat = w.chat(chat_id(params))
    ids = params.tree("message_ids", "message identifiers")
    if not isinstance(ids, list) or not ids:
        raise bad("message identifiers are not specified")
    if len(ids) > 100:
        raise bad("too many message identifiers specified")
    entries = [e for e in (chat.entry(whole(i)) for i in ids) if e and _deletable(w, chat, e)]
    w.delete(chat, [entry.id for entry in entries])
    return True


def _deletable(w: World, chat: Chat, entry: Entry) -> bool:
    """Own messages and, in private chats, everybody's; none older than 48 hours."""
    mine = chat.private or entry.out == BOT
    return mine and w.clock.now() - entry.tree["date"] < DELETABLE_SECONDS
