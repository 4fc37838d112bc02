"""Things that are not words: uploads, stickers, voice, places. Each is an act as in people.py."""

from sandbox.errors import ApiError, CannotAct
from sandbox.files import Stored, photo_sizes, picture_size
from sandbox.params import Upload
from sandbox.people import send, text_content
from sandbox.sending import document_tree
from sandbox.wire import Json
from sandbox.world import World

KINDS = (
    "photo", "document", "voice", "sticker", "video", "audio", "animation", "video_note",
)  # fmt: skip
PAVLODAR = (52.287, 76.967)
VOICE = Upload("voice.ogg", "audio/ogg", b"OggS\x00\x02" + bytes(58))
STICKER = Upload(
    "sticker.webp", "image/webp", b"RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00/" + bytes(9)
)


def upload(
    w: World,
    person_id: int,
    kind: str,
    file: Upload,
    caption: str = "",
    chat_id: int | None = None,
    album: str = "",
) -> Json:
    """Send a file as a photo, a document …; messages with one `album` belong together."""
    if kind not in KINDS:
        raise CannotAct(f"kind is one of {', '.join(KINDS)}", 400)
    content = _content(_kept(w, kind, file), kind) | _caption(caption)
    content |= {"media_group_id": album} if album else {}
    return send(w, person_id, content, chat_id)


def _kept(w: World, kind: str, file: Upload) -> Stored:
    if kind == "photo" and picture_size(file.data) is None:
        raise CannotAct("this is not a picture: send it as a document", 400)
    try:
        return w.files.keep(kind, file)
    except ApiError as refusal:
        raise CannotAct(refusal.description, 400) from None


def _caption(caption: str) -> Json:
    if not caption:
        return {}
    words = text_content(caption)
    marks = words.get("entities")
    return {"caption": caption} | ({"caption_entities": marks} if marks else {})


def _content(stored: Stored, kind: str) -> Json:
    handle = stored.handle() | {"mime_type": stored.mime}
    width, height = picture_size(stored.data) or (512, 512)
    sized = {"width": width, "height": height}
    match kind:
        case "photo":
            return {"photo": _sizes(stored)}
        case "sticker":
            face = {"type": "regular", "is_animated": False, "is_video": False, "emoji": "🙂"}
            return {"sticker": stored.handle() | sized | face}
        case "voice" | "audio":
            return {kind: handle | {"duration": 3}}
        case "video" | "animation":
            return {kind: handle | sized | {"duration": 3}}
        case "video_note":
            return {kind: stored.handle() | {"length": 240, "duration": 3}}
    return {"document": document_tree(stored)}


def _sizes(stored: Stored) -> list[Json]:
    try:
        return photo_sizes(stored)
    except ApiError as refusal:
        raise CannotAct(refusal.description, 400) from None


def voice(w: World, person_id: int, chat_id: int | None = None) -> Json:
    """Send a three-second voice message."""
    return upload(w, person_id, "voice", VOICE, chat_id=chat_id)


def sticker(w: World, person_id: int, chat_id: int | None = None) -> Json:
    """Send a sticker."""
    return upload(w, person_id, "sticker", STICKER, chat_id=chat_id)


def location(
    w: World, person_id: int, where: tuple[float, float] = PAVLODAR, chat_id: int | None = None
) -> Json:
    """Send a place: latitude and longitude in degrees."""
    latitude, longitude = where
    place = {"latitude": latitude, "longitude": longitude}
    return send(w, person_id, {"location": place}, chat_id)
