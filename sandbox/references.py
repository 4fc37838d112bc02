"""The few character references Telegram knows: &lt; &gt; &amp; &quot; and numbers."""

import re

REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]*)|#([0-9]*)|([A-Za-z]*))(;?)")
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}


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
    if found.end() - found.start() - len(found[4]) >= 10:
        return ""
    digits, base = (found[1], 16) if found[1] is not None else (found[2], 10)
    value = int(digits or "0", base)
    return chr(value) if 0 < value < 0x10FFFF else ""
