"""Bot API methods that put a message into a chat."""

from typing import Any

from sandbox import keyboards, texts
from sandbox.chats import BOT, Chat, Entry
from sandbox.errors import bad
from sandbox.files import PHOTO_BYTES, Stored, photo_sizes
from sandbox.keyboards import Markup
from sandbox.params import Params, Upload, whole
from sandbox.wire import Json
from sandbox.world import World

CARRIED = (
    "text", "entities", "caption", "caption_entities", "photo", "document", "contact", "sticker",
    "voice", "location", "video", "audio", "animation", "video_note",
)  # fmt: skip
ALBUM = range(2, 11)


def chat_id(params: Params, name: str = "chat_id") -> int:
    """The chat a call is about; refuses none at all, and a public name: nobody here has one."""
    raw = params.text(name)
    if not raw:
        raise bad("chat_id is empty")
    try:
        return int(raw)
    except ValueError:
        raise bad("chat not found") from None


def message(w: World, params: Params) -> Json:
    """sendMessage"""
    chat = w.writable(chat_id(params))
    return _send(w, chat, params, texts.text_of(w, params))


def photo(w: World, params: Params) -> Json:
    """sendPhoto"""
    chat = w.writable(chat_id(params))
    stored = _file(w, "photo", params, "photo")
    return _send(w, chat, params, _photo(stored) | texts.caption_of(w, params))


def document(w: World, params: Params) -> Json:
    """sendDocument"""
    chat = w.writable(chat_id(params))
    stored = _file(w, "document", params, "document")
    content = {"document": document_tree(stored)} | texts.caption_of(w, params)
    return _send(w, chat, params, content)


def media_group(w: World, params: Params) -> list[Json]:
    """sendMediaGroup"""
    chat = w.writable(chat_id(params))
    media = params.tree("media", "media")
    if not isinstance(media, list):
        raise bad("expected an Array of InputMedia")
    if len(media) not in ALBUM:
        raise bad("group send failed: an album has 2-10 items")
    album = {"media_group_id": str(w.last_message + 10**16)}
    contents = [_album_item(w, params, item) | album for item in media]
    return [_send(w, chat, params, content) for content in contents]


def _album_item(w: World, params: Params, item: Any) -> Json:
    if not isinstance(item, dict) or item.get("type") not in ("photo", "document"):
        raise bad("can't parse InputMedia: type is unsupported")
    own = Params({**params.raw, **item})
    stored = _file(w, item["type"], own, "media")
    content = _photo(stored) if item["type"] == "photo" else {"document": document_tree(stored)}
    return content | texts.caption_of(w, own)


def forward(w: World, params: Params) -> Json:
    """forwardMessage"""
    entry = _source(w, params, "forward")
    if entry.tree.get("has_protected_content"):
        raise bad("message can't be forwarded")
    chat = w.writable(chat_id(params))
    return _send(w, chat, Params({}), forwarded(entry))


def copy(w: World, params: Params) -> Json:
    """copyMessage"""
    entry = _source(w, params, "copy")
    if entry.tree.get("has_protected_content"):
        raise bad("message can't be copied")
    chat = w.writable(chat_id(params))
    content = {name: entry.tree[name] for name in CARRIED if name in entry.tree}
    if params.has("caption") and "text" not in content:
        content |= texts.caption_of(w, params)
    return {"message_id": _send(w, chat, params, content)["message_id"]}


def _source(w: World, params: Params, verb: str) -> Entry:
    entry = w.chat(chat_id(params, "from_chat_id")).entry(params.whole("message_id"))
    if entry is None:
        raise bad(f"message to {verb} not found")
    return entry


def forwarded(entry: Entry) -> Json:
    """The content of a message with where it came from."""
    content = {name: entry.tree[name] for name in CARRIED if name in entry.tree}
    origin = {"type": "user", "sender_user": entry.tree["from"], "date": entry.tree["date"]}
    return {"forward_origin": entry.tree.get("forward_origin", origin), **content}


def _send(w: World, chat: Chat, params: Params, content: Json) -> Json:
    markup = keyboards.read(params.tree("reply_markup", "reply keyboard markup"))
    if not chat.private:
        keyboards.private_only(markup)
    entry = w.post(chat, BOT, content | _extras(chat, params, markup))
    _place_keyboard(w, chat, markup, entry.id)
    return entry.tree


def _extras(chat: Chat, params: Params, markup: Markup) -> Json:
    extras = answered(chat, _reply_to(params), params.flag("allow_sending_without_reply"))
    if params.flag("protect_content"):
        extras["has_protected_content"] = True
    if markup.kind == "inline":
        extras["reply_markup"] = markup.tree
    return extras


def _reply_to(params: Params) -> int:
    given = params.tree("reply_parameters", "reply parameters")
    if isinstance(given, dict):
        return whole(given.get("message_id"))
    return params.whole("reply_to_message_id")


def answered(chat: Chat, message_id: int, may_be_missing: bool = False) -> Json:
    """The message replied to, without the one that it replied to itself."""
    if not message_id:
        return {}
    entry = chat.entry(message_id)
    if entry is None:
        if may_be_missing:
            return {}
        raise bad("message to be replied not found")
    shown = {name: value for name, value in entry.tree.items() if name != "reply_to_message"}
    return {"reply_to_message": shown}


def _place_keyboard(w: World, chat: Chat, markup: Markup, message_id: int) -> None:
    if markup.kind == "keyboard":
        w.show_keyboard(chat, markup.tree, message_id)
    elif markup.kind == "remove":
        w.show_keyboard(chat, None, 0)


def _file(w: World, kind: str, params: Params, name: str) -> Stored:
    """The file a call sends: uploaded under its own name, attached under another, or known by its
    id.
    """
    given = params.raw.get(name)
    if isinstance(given, str) and given.startswith("attach://"):
        given = params.raw.get(given.removeprefix("attach://"))
    if isinstance(given, Upload):
        return w.files.keep(kind, given)
    if not given:
        raise bad(f"there is no {kind} in the request")
    return _known_file(w, str(given))


def _known_file(w: World, reference: str) -> Stored:
    if reference.startswith(("http://", "https://")):
        raise bad("failed to get HTTP URL content")
    stored = w.files.find(reference)
    if stored is None:
        raise bad("wrong file identifier/HTTP URL specified")
    return stored


def _photo(stored: Stored) -> Json:
    if len(stored.data) > PHOTO_BYTES:
        raise bad(
            f"file of size {len(stored.data)} bytes is too big for a photo;"
            f" the maximum size is {PHOTO_BYTES} bytes"
        )
    return {"photo": photo_sizes(stored)}


def document_tree(stored: Stored) -> Json:
    """The Document object of a file."""
    return {"file_name": stored.name, "mime_type": stored.mime, **stored.handle()}
