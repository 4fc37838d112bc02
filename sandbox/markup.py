"""parse_mode HTML: tags into text and entities in UTF-16 units, with Telegram's own complaints."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from sandbox.entities import in_order, units
from sandbox.params import encodable
from sandbox.references import decode, unescape
from sandbox.tags import KINDS, Open, argument, cannot, entity
from sandbox.wire import Json

ATTRIBUTE = re.compile(
    r"""\s*([^\s=>]*)(\s*=\s*(?:"([^"]*)(?:"|\Z)|'([^']*)(?:'|\Z)|([A-Za-z0-9.-]*)))?"""
)


class Formatted(NamedTuple):
    text: str
    entities: list[Json]


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
            raise cannot(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        return Formatted(self._text(), in_order(self.entities))

    def _text(self) -> str:
        text = "".join(self.parts)
        if not encodable(text):
            raise cannot(
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
            raise cannot(f"Unclosed start tag at byte offset {self._byte(at)}")
        if name not in KINDS:
            raise cannot(f'Unsupported start tag "{name}" at byte offset {self._byte(at)}')
        told, after = self._attributes(name, at, after)
        if name == "span" and told != "spoiler":
            raise cannot(
                f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(at)}'
            )
        self.open.append(Open(name, told, len(self.parts), self.offset))
        return after

    def _attributes(self, tag: str, at: int, after: int) -> tuple[str, int]:
        told = ""
        while not self.source.startswith(">", after):
            found = ATTRIBUTE.match(self.source, after)
            after = found.end() if found else after
            if found is None or after >= len(self.source):
                raise cannot(f"Unclosed start tag at byte offset {self._byte(at)}")
            told = self._attribute(tag, found, at) or told
            after = self._past_space(found, after)
        return told, after + 1

    def _past_space(self, found: re.Match[str], after: int) -> int:
        if self.source[after] != ">" and not self.source[after].isspace():
            start = found.start(5) if found[5] is not None else found.start()
            raise cannot(f"Unexpected end of name token at byte offset {self._byte(start)}")
        while self.source[after : after + 1].isspace():
            after += 1
        return after

    def _attribute(self, tag: str, found: re.Match[str], at: int) -> str:
        name = found[1]
        if not name:
            raise cannot(
                f'Empty attribute name in the tag "{tag}" at byte offset {self._byte(at)}'
            )
        token = found[5].lower() if found[5] is not None else None
        value = next((v for v in (found[3], found[4], token) if v is not None), "")
        return argument(tag, name, unescape(value))

    def _close(self, at: int) -> int:
        if not self.open:
            raise cannot(f"Unexpected end tag at byte offset {self._byte(at)}")
        found = re.compile(r"</([^\s>]*)\s*>").match(self.source, at)
        if found is None:
            raise cannot(f"Unclosed end tag at byte offset {self._byte(at)}")
        tag, name = self.open[-1].tag, found[1].lower()
        if name and name != tag:
            raise cannot(
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
        if made := entity(tag, span, inside, self.entities):
            self.entities.append(made)
