"""The words of a bot's message: read from the parameters, parsed, tidied, measured."""

from typing import Any

from sandbox import entities
from sandbox.errors import bad
from sandbox.markup import Formatted, parse_html
from sandbox.params import Params, whole
from sandbox.wire import Json
from sandbox.world import World

TEXT_UNITS, CAPTION_UNITS = 4096, 1024


def text_of(w: World, params: Params) -> Json:
    """`text` and `entities` of a message; refuses an empty or too long one."""
    formatted = _formatted(w, params, "text", "entities")
    if not formatted.text:
        raise bad("message text is empty")
    if entities.units(formatted.text) > TEXT_UNITS:
        raise bad("message is too long")
    return _content("text", "entities", formatted)


def caption_of(w: World, params: Params) -> Json:
    """`caption` and `caption_entities`; nothing at all for an empty caption."""
    formatted = _formatted(w, params, "caption", "caption_entities")
    if entities.units(formatted.text) > CAPTION_UNITS:
        raise bad("message caption is too long")
    return _content("caption", "caption_entities", formatted) if formatted.text else {}


def _content(text: str, marks: str, formatted: Formatted) -> Json:
    content: Json = {text: formatted.text}
    return content | ({marks: formatted.entities} if formatted.entities else {})


def _formatted(w: World, params: Params, name: str, marks: str) -> Formatted:
    raw = params.text(name)
    parsed = _parsed(raw, params.text("parse_mode"), params.tree(marks, "entities"))
    text, kept = entities.tidied(*parsed)
    named = [_clean(e) for e in kept if _name(w, e)]
    return Formatted(text, entities.merged(text, named))


def _parsed(raw: str, mode: str, given: Any) -> Formatted:
    match mode.lower():
        case "html":
            return parse_html(raw)
        case "" | "none":
            return Formatted(raw, entities.read(given, raw) if given else [])
        case "markdown" | "markdownv2":
            raise bad("unsupported parse_mode (the sandbox reads HTML only)")
    raise bad("unsupported parse_mode")


def _clean(entity: Json) -> Json:
    """Without the language of a lone code, which only a pre may have."""
    if entity["type"] == "code" and "language" in entity:
        return {name: value for name, value in entity.items() if name != "language"}
    return entity


def _name(w: World, entity: Json) -> bool:
    """Fill in whom a mention means; Telegram drops a mention of somebody the bot never met."""
    if entity["type"] != "text_mention":
        return True
    user = entity.get("user")
    person = w.people.get(whole(user.get("id"))) if isinstance(user, dict) else None
    if person:
        entity["user"] = person.user()
    return person is not None
