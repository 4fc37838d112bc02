"""Entities of a text in UTF-16 units: counting, tidying as Telegram does, and finding links and
commands.
"""

import re
from typing import Any

from sandbox.errors import bad
from sandbox.wire import Json

ASTRAL = re.compile("[\U00010000-\U0010ffff]")
CONTROL = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f]")
# carriage returns, line separators, direction overrides, vertical strokes: removed by TDLib's
# clean_input_string
DROPPED = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
CAN_HOLD = re.compile(r"[/@#+.]")
FOUND = re.compile(
    r"(?P<url>(?:https?://|www\.)[^\s<>\"]*[^\s<>\"'.,:;!?)\]»]"
    r"|(?<![\w.@-])(?:[a-z0-9-]+\.)+(?:kz|com|org|net|ru|info|edu|gov|io|me|dev)(?![\w@-])"
    r"(?:/[^\s<>\"]*)?)"
    r"|(?P<email>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<bot_command>(?<![\w/@.])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/]))"
    r"|(?P<mention>(?<!\w)@[A-Za-z][A-Za-z0-9_]{3,31}(?!\w))"
    r"|(?P<hashtag>(?<![\w#])#(?=\w*[^\W\d])\w{1,256})"
    r"|(?P<phone_number>(?<![\w+])\+\d[\d ()\-]{7,17}\d(?!\w))",
    re.IGNORECASE,
)
TYPES = {
    "mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold",
    "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote",
    "code", "pre", "text_link", "text_mention", "custom_emoji", "date_time",
}  # fmt: skip
OPAQUE = {"code", "pre", "text_link", "text_mention"}


def units(text: str) -> int:
    """Length in UTF-16 units, the measure of all offsets; a lone surrogate counts as one."""
    return len(text) if text.isascii() else len(text) + len(ASTRAL.findall(text))


def in_order(entities: list[Json]) -> list[Json]:
    """Outer before inner, left before right."""
    return sorted(entities, key=lambda e: (e["offset"], -e["length"]))


def found_in(text: str) -> list[Json]:
    """What Telegram marks by itself: commands, links, addresses, mentions, hashtags, phones."""
    if not CAN_HOLD.search(text):
        return []
    return [
        {
            "type": hit.lastgroup,
            "offset": units(text[: hit.start()]),
            "length": units(hit[0]),
        }
        for hit in FOUND.finditer(text)
    ]


def merged(text: str, given: list[Json]) -> list[Json]:
    """The given entities and those found in the text outside code and links."""
    opaque = [e for e in given if e["type"] in OPAQUE]
    extra = [e for e in found_in(text) if not any(_overlap(e, other) for other in opaque)]
    return in_order(given + extra) if extra else given


def _overlap(one: Json, other: Json) -> bool:
    return bool(
        one["offset"] < other["offset"] + other["length"]
        and other["offset"] < one["offset"] + one["length"]
    )


def tidied(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """The text as Telegram keeps it: control letters are spaces, odd separators and outer space
    go.
    """
    text = CONTROL.sub(" ", text)
    if DROPPED.search(text):
        entities = [_without_dropped(text, entity) for entity in entities]
        text = DROPPED.sub("", text)
    return _stripped(text, entities)


def _without_dropped(text: str, entity: Json) -> Json:
    gone = [units(text[: hit.start()]) for hit in DROPPED.finditer(text)]
    start, end = entity["offset"], entity["offset"] + entity["length"]
    before = sum(at < start for at in gone)
    inside = sum(start <= at < end for at in gone)
    return entity | {"offset": start - before, "length": entity["length"] - inside}


def _stripped(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    bare = text.strip()
    if len(bare) == len(text):
        return text, [e for e in entities if e["length"] > 0]
    lead, total = units(text[: len(text) - len(text.lstrip())]), units(bare)
    moved = (_clipped(entity, lead, total) for entity in entities)
    return bare, [e for e in moved if e["length"] > 0]


def _clipped(entity: Json, lead: int, total: int) -> Json:
    start = min(max(entity["offset"] - lead, 0), total)
    end = min(max(entity["offset"] + entity["length"] - lead, 0), total)
    return entity | {"offset": start, "length": end - start}


def read(given: Any, text: str) -> list[Json]:
    """The `entities` a bot sent with its text; refuses offsets outside or in the middle of a
    letter.
    """
    if not isinstance(given, list):
        raise bad("expected an Array of MessageEntity")
    return in_order([_read_one(entity, text) for entity in given if _known(entity)])


def _known(entity: Any) -> bool:
    if not isinstance(entity, dict) or not isinstance(entity.get("type"), str):
        raise bad("can't parse MessageEntity: expected an Object")
    return entity["type"] in TYPES


def _read_one(entity: Json, text: str) -> Json:
    offset, length = entity.get("offset"), entity.get("length")
    if not isinstance(offset, int) or offset < 0:
        raise bad(f"receive an entity with incorrect offset {offset}")
    if not isinstance(length, int) or length < 0:
        raise bad(f"receive an entity with incorrect length {length}")
    _refuse_cut(text, offset, offset + length)
    return {name: value for name, value in entity.items() if value is not None}


def _refuse_cut(text: str, start: int, end: int) -> None:
    total = units(text)
    if end > total:
        raise bad(
            f"entity beginning at UTF-16 offset {start} ends after the end of the text"
            f" at UTF-16 offset {total}"
        )
    if _cuts_a_letter(text, start):
        raise bad(f"entity begins in a middle of a UTF-16 symbol at byte offset {start}")
    if _cuts_a_letter(text, end):
        raise bad(
            f"entity beginning at UTF-16 offset {start} ends in a middle of a UTF-16 symbol"
            f" at UTF-16 offset {end}"
        )


def _cuts_a_letter(text: str, at: int) -> bool:
    if text.isascii():
        return False
    pair = text.encode("utf-16-le", "surrogatepass")[2 * at - 2 : 2 * at + 2]
    high, low = pair[1:2], pair[3:4]
    return bool(high and low) and 0xD8 <= high[0] < 0xDC and 0xDC <= low[0] < 0xE0
