"""The tags Telegram knows, and the entity each of them makes."""

from typing import NamedTuple

from sandbox.errors import ApiError, bad
from sandbox.links import WrongLink, checked, mentioned_user
from sandbox.wire import Json

KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline",
    "ins": "underline", "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "tg-spoiler": "spoiler", "span": "spoiler", "blockquote": "blockquote", "a": "text_link",
    "code": "code", "pre": "pre", "tg-emoji": "custom_emoji", "tg-time": "date_time",
}  # fmt: skip


class Open(NamedTuple):
    """A tag that waits for its end: where its text begins, in parts and in UTF-16 units."""

    tag: str
    argument: str
    part: int
    offset: int


def cannot(reason: str) -> ApiError:
    """A refusal of the whole text."""
    return bad(f"can't parse entities: {reason}")


def argument(tag: str, name: str, value: str) -> str:
    """What an attribute tells about its tag, if anything."""
    match tag, name:
        case ("a", "href") | ("tg-emoji", "emoji-id") | ("tg-time", "unix"):
            return value
        case ("code", "class") if value.startswith("language-"):
            return value.removeprefix("language-")
        case ("span", "class") if value.startswith("tg-"):
            return value.removeprefix("tg-")
        case "blockquote", "expandable":
            return "expandable"
    return ""


def entity(tag: Open, span: Json, inside: str, before: list[Json]) -> Json | None:
    """The entity a closed tag makes of its span; None if it makes none."""
    match tag.tag:
        case "a":
            return _link(tag.argument or inside, span)
        case "code" | "pre":
            return _code(tag, span, before)
        case "tg-emoji":
            return _emoji(tag.argument, span)
        case "tg-time":
            return _moment(tag.argument, span)
        case "blockquote" if tag.argument:
            return {"type": "expandable_blockquote", **span}
    return {"type": KINDS[tag.tag], **span}


def _link(url: str, span: Json) -> Json | None:
    if user := mentioned_user(url):
        return {"type": "text_mention", **span, "user": {"id": user}}
    try:
        return {"type": "text_link", **span, "url": checked(url)}
    except WrongLink:
        return None  # Telegram leaves the words and drops the link


def _emoji(identifier: str, span: Json) -> Json:
    if not identifier.isdecimal() or int(identifier) == 0:
        raise cannot("Invalid custom emoji identifier specified")
    return {"type": "custom_emoji", **span, "custom_emoji_id": identifier}


def _moment(unix: str, span: Json) -> Json:
    if not unix.isdecimal():
        raise cannot("Invalid date specified")
    return {"type": "date_time", **span, "unix_time": int(unix)}


def _code(tag: Open, span: Json, before: list[Json]) -> Json | None:
    """`<pre><code class="language-x">` is one entity: the code leaves its language to the pre."""
    last = before[-1] if before else {}
    same = last.get("offset") == span["offset"] and last.get("length") == span["length"]
    if tag.tag == "pre":
        if same and last["type"] == "code" and "language" in last:
            last["type"] = "pre"
            return None
        return {"type": "pre", **span}
    return {"type": "code", **span} | ({"language": tag.argument} if tag.argument else {})
