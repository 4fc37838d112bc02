"""parse_mode HTML: tags into text and entities, with Telegram's own complaints. Offsets are UTF-16
units.
"""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from sandbox.entities import in_order, units
from sandbox.errors import ApiError, bad
from sandbox.links import WrongLink, checked, mentioned_user
from sandbox.params import encodable
from sandbox.wire import Json

KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline",
    "ins": "underline", "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "tg-spoiler": "spoiler", "span": "spoiler", "blockquote": "blockquote", "a": "text_link",
    "code": "code", "pre": "pre", "tg-emoji": "custom_emoji", "tg-time": "date_time",
}  # fmt: skip
REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]*)|#([0-9]*)|([A-Za-z]*))(;?)")
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
ATTRIBUTE = re.compile(r"""\s*([^\s=>]*)(\s*=\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9.-]*)))?""")


class Formatted(NamedTuple):
    text: str
    entities: list[Json]


class Open(NamedTuple):
    """A tag that waits for its end: where its text begins, in parts and in UTF-16 units."""

    tag: str
    argument: str
    part: int
    offset: int


def parse_html(source: str) -> Formatted:
    """Text and entities of a source; refuses with "can't parse entities: …" and a byte offset."""
    if "<" not in source and "&" not in source:
        return Formatted(source, [])
    return _Reader(source).read()


@dataclass(slots=True)
class _Reader:
    source: str
    parts: list[str] = field(default_factory=list)
    offset: int = 0
    open: list[Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def read(self) -> Formatted:
        at = 0
        while at < len(self.source):
            at = self._step(at)
        if self.open:
            raise _cannot(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        return Formatted(self._text(), in_order(self.entities))

    def _text(self) -> str:
        text = "".join(self.parts)
        if not encodable(text):
            raise _cannot(
                "Text contains invalid Unicode characters after decoding HTML entities,"
                " check for unmatched surrogate code units"
            )
        return text

    def _step(self, at: int) -> int:
        match self.source[at]:
            case "<" if self.source.startswith("/", at + 1):
                return self._close(at)
            case "<":
                return self._begin(at)
            case "&":
                letter, after = decode(self.source, at)
                return self._add(letter, after)
        ends = (self.source.find(mark, at) for mark in "<&")
        after = min((end for end in ends if end >= 0), default=len(self.source))
        return self._add(self.source[at:after], after)

    def _add(self, text: str, after: int) -> int:
        self.parts.append(text)
        self.offset += units(text)
        return after

    def _byte(self, at: int) -> int:
        return len(self.source[:at].encode("utf-8", "surrogatepass"))

    def _begin(self, at: int) -> int:
        found = re.compile(r"[^\s>]*").match(self.source, at + 1)
        name = found[0].lower() if found else ""
        after = at + 1 + len(name)
        if after >= len(self.source):
            raise _cannot(f"Unclosed start tag at byte offset {self._byte(at)}")
        if name not in KINDS:
            raise _cannot(f'Unsupported start tag "{name}" at byte offset {self._byte(at)}')
        argument, after = self._attributes(name, at, after)
        if name == "span" and argument != "spoiler":
            raise _cannot(
                f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(at)}'
            )
        self.open.append(Open(name, argument, len(self.parts), self.offset))
        return after

    def _attributes(self, tag: str, at: int, after: int) -> tuple[str, int]:
        argument = ""
        while not self.source.startswith(">", after):
            found = ATTRIBUTE.match(self.source, after)
            after = found.end() if found else after
            if found is None or after >= len(self.source):
                raise _cannot(f"Unclosed start tag at byte offset {self._byte(at)}")
            argument = self._attribute(tag, found, at) or argument
            after = self._past_space(found, after)
        return argument, after + 1

    def _past_space(self, found: re.Match[str], after: int) -> int:
        if self.source[after] != ">" and not self.source[after].isspace():
            start = found.start(5) if found[5] is not None else found.start()
            raise _cannot(f"Unexpected end of name token at byte offset {self._byte(start)}")
        while self.source[after : after + 1].isspace():
            after += 1
        return after

    def _attribute(self, tag: str, found: re.Match[str], at: int) -> str:
        name = found[1]
        if not name:
            raise _cannot(
                f'Empty attribute name in the tag "{tag}" at byte offset {self._byte(at)}'
            )
        token = found[5].lower() if found[5] is not None else None
        value = next((v for v in (found[3], found[4], token) if v is not None), "")
        return _argument(tag, name, unescape(value))

    def _close(self, at: int) -> int:
        if not self.open:
            raise _cannot(f"Unexpected end tag at byte offset {self._byte(at)}")
        found = re.compile(r"</([^\s>]*)\s*>").match(self.source, at)
        if found is None:
            raise _cannot(f"Unclosed end tag at byte offset {self._byte(at)}")
        tag, name = self.open[-1].tag, found[1].lower()
        if name and name != tag:
            raise _cannot(
                f"Unmatched end tag at byte offset {self._byte(at)},"
                f' expected "</{tag}>", found "</{name}>"'
            )
        self._end(self.open.pop())
        return found.end()

    def _end(self, tag: Open) -> None:
        if self.offset == tag.offset:
            return
        span = {"offset": tag.offset, "length": self.offset - tag.offset}
        inside = "".join(self.parts[tag.part :])
        if entity := _entity(tag, span, inside, self.entities):
            self.entities.append(entity)


def decode(source: str, at: int) -> tuple[str, int]:
    """The letter an `&…;` here stands for, and where it ends; `&` itself if it is none."""
    found = REFERENCE.match(source, at)
    if found is None:
        return "&", at + 1
    letter = NAMED.get(found[3], "") if found[3] is not None else _numbered(found)
    return (letter, found.end()) if letter else ("&", at + 1)


def unescape(value: str) -> str:
    """An attribute's value with its references decoded."""
    if "&" not in value:
        return value
    return REFERENCE.sub(lambda found: decode(found[0], 0)[0] + _tail(found), value)


def _tail(found: re.Match[str]) -> str:
    """What is left of a reference that stands for nothing: all but its ampersand."""
    return "" if decode(found[0], 0)[1] == len(found[0]) else found[0][1:]


def _numbered(found: re.Match[str]) -> str:
    digits, base = (found[1], 16) if found[1] is not None else (found[2], 10)
    value = int(digits or "0", base)
    too_long = found.end() - found.start() - len(found[4]) >= 10
    return "" if too_long or not 0 < value < 0x10FFFF else chr(value)


def _cannot(reason: str) -> ApiError:
    return bad(f"can't parse entities: {reason}")


def _argument(tag: str, name: str, value: str) -> str:
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


def _entity(tag: Open, span: Json, inside: str, before: list[Json]) -> Json | None:
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
        raise _cannot("Invalid custom emoji identifier specified")
    return {"type": "custom_emoji", **span, "custom_emoji_id": identifier}


def _moment(unix: str, span: Json) -> Json:
    if not unix.isdecimal():
        raise _cannot("Invalid date specified")
    return {"type": "date_time", **span, "unix_time": int(unix)}


def _code(tag: Open, span: Json, before: list[Json]) -> Json | None:
    """`<pre><code class="language-x">` is one entity: the inner code leaves its language to the
    pre.
    """
    last = before[-1] if before else {}
    same = last.get("offset") == span["offset"] and last.get("length") == span["length"]
    if tag.tag == "pre":
        if same and last["type"] == "code" and "language" in last:
            last["type"] = "pre"
            return None
        return {"type": "pre", **span}
    return {"type": "code", **span} | ({"language": tag.argument} if tag.argument else {})
