"""What is done in the process apart: a file looked at, sheets bound into one PDF."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from adapters.documents import charts, page
from adapters.papers import pdfs, pictures
from adapters.papers.frames import packed
from adapters.papers.sniff import sniffed
from domain.errors import Refusal
from domain.papers import PaperEmpty, PaperHeic, PaperOfOtherType, Sheet

OPENED: dict[str, Callable[[bytes], Sheet]] = {
    "pdf": pdfs.look,
    "jpeg": pictures.look,
    "png": pictures.look,
}
CLOSED: dict[str, type[Refusal]] = {"empty": PaperEmpty, "heic": PaperHeic}


def prepare() -> None:
    """Loads what every file needs, once."""
    pictures.prepare()
    pdfs.prepare()


def work(header: dict[str, Any], body: bytes) -> bytes:
    """The answer as a frame: a sheet, or the name of a refusal and its fields."""
    try:
        sheet = JOBS[header["job"]](header, body)
    except Refusal as refusal:
        return packed({"refusal": type(refusal).__name__, "of": refusal.arguments})
    told = {k: v for k, v in asdict(sheet).items() if k != "content"}
    return packed(told, sheet.content)


def look(header: dict[str, Any], body: bytes) -> Sheet:
    kind = sniffed(body)
    if kind not in OPENED:
        raise CLOSED.get(kind, PaperOfOtherType)
    return OPENED[kind](body)


def bind(header: dict[str, Any], body: bytes) -> Sheet:
    """Sheets one after the other, `types` and `sizes` told in the header."""
    parts, at = [], 0
    for kind, size in zip(header["types"], header["sizes"], strict=True):
        parts.append((kind, body[at : at + size]))
        at += size
    return pdfs.bound(parts, header["most"])


def draw(header: dict[str, Any], body: bytes) -> Sheet:
    """A document of ours."""
    content, pages = page.drawn(header["document"])
    return Sheet(content, "application/pdf", pages)


def chart(header: dict[str, Any], body: bytes) -> Sheet:
    """Numbers as a picture."""
    return Sheet(charts.chart(header["chart"]), "image/png")


JOBS: dict[str, Callable[[dict[str, Any], bytes], Sheet]] = {
    "look": look,
    "bind": bind,
    "draw": draw,
    "chart": chart,
}
