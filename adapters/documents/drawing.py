"""Documents with their words said: the number, the day, how to check them."""

from typing import Any, Protocol

from adapters.words import Words
from domain.documents import Document, DocumentNotMade
from domain.papers import PaperNotOpened, Sheet


class Drawer(Protocol):
    async def draw(self, told: dict[str, Any]) -> Sheet: ...


async def drawn(document: Document, words: Words, drawer: Drawer) -> bytes:
    """The document as a PDF: the same bytes for the same document, so that it can be signed.
    Raises DocumentNotMade."""
    try:
        return (await drawer.draw(told(document, words))).content
    except PaperNotOpened:
        raise DocumentNotMade from None


def told(document: Document, words: Words) -> dict[str, Any]:
    lang, number = document.language, document.number
    return {
        "language": lang,
        "title": document.title,
        "head": words.say(lang, "document-head", number=number, made=document.made),
        "foot": words.say(lang, "document-foot", number=number),
        "how": words.say(lang, "document-check", link=document.check) if document.check else "",
        "made": document.made.isoformat(),
        "sections": [[s.title, [list(line) for line in s.lines]] for s in document.sections],
        "note": document.note,
        "check": document.check,
        "keywords": document.keywords,
    }
