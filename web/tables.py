"""Tables (CSV) from staff's own systems: read up to the limit, and what is wrong in them told cell
by cell."""

from typing import Any

from aiohttp import web

from adapters.words import Words
from domain.imports import MOST_BYTES, Preview
from domain.ports import Lang
from web.staff import Refused, sentence


async def sent(request: web.Request) -> bytes:
    """The body, of at most one byte more than a table may have: `domain.imports` refuses it."""
    raw = await request.content.read(MOST_BYTES + 1)
    while len(raw) <= MOST_BYTES and (more := await request.content.read(MOST_BYTES)):
        raw += more
    return raw


def refuse_unsound(found: Preview, words: Words, lang: Lang) -> None:
    """422 with every wrong cell: line, column, the refusal's name and what it says of it."""
    if not found.sound:
        raise Refused(422, "TABLE_UNFIT", {"faults": faults(found, words, lang)})


def faults(found: Preview, words: Words, lang: Lang) -> list[dict[str, Any]]:
    return [
        {
            "line": e.row,
            "column": e.column,
            "fault": e.refusal.words,
            "message": sentence(words, lang, e.refusal),
            **{k: str(v) for k, v in e.refusal.arguments.items()},
        }
        for e in found.errors
    ]
