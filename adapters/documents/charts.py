"""Numbers as a picture for a phone: bars in parts, one under the other, and bars side by side.
Drawn in the process apart; every word comes with what is told."""

import io
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from adapters.documents.page import FONTS

WIDTH = 720
"""Twice a narrow phone: 28 points here are 14 there."""
EDGE = 32
COLOURS = ("#b3261e", "#e6a100", "#1f5f99")
"""Told apart by people who don't tell red from green; the same order as the words beside them."""
PAPER, INK, PALE = "#ffffff", "#1c1b1f", "#5f6368"
BAR, GAP = 40, 18
MOST_LINES = 14


@cache
def font(size: int, weight: str = "") -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / f"DejaVuSansCondensed{weight}.ttf", size)


def chart(told: Mapping[str, Any]) -> bytes:
    """A PNG of `title`, `legend` (names of the parts), `bars` ([label, parts]) and `months`
    ([label, number]) under `months_title`."""
    bars: Sequence[Any] = told["bars"][:MOST_LINES]
    height = EDGE + 118 + len(bars) * (BAR + GAP) + 60 + 250 + EDGE
    image = Image.new("RGB", (WIDTH, height), PAPER)
    draw = ImageDraw.Draw(image)
    top = titled(draw, told["title"], told["subtitle"])
    top = legend(draw, told["legend"], top)
    top = stacked(draw, bars, top)
    columns(draw, told["months_title"], told["months"], top + 26)
    out = io.BytesIO()
    image.quantize(32).save(out, "PNG", optimize=True)
    return out.getvalue()


def titled(draw: ImageDraw.ImageDraw, title: str, subtitle: str) -> int:
    draw.text((EDGE, EDGE), title, INK, fitting(draw, title, 38, "-Bold"))
    draw.text((EDGE, EDGE + 50), subtitle, PALE, fitting(draw, subtitle, 26))
    return EDGE + 92


def fitting(
    draw: ImageDraw.ImageDraw, text: str, size: int, weight: str = ""
) -> ImageFont.FreeTypeFont:
    """The font in which the text fits the picture."""
    while size > 16 and draw.textlength(text, font(size, weight)) > WIDTH - 2 * EDGE:
        size -= 2
    return font(size, weight)


def legend(draw: ImageDraw.ImageDraw, names: Sequence[str], top: int) -> int:
    """What each colour is, in one line."""
    size = 26
    while size > 14 and sum(draw.textlength(n, font(size)) + 52 for n in names) > WIDTH - 2 * EDGE:
        size -= 1
    left = float(EDGE)
    for name, colour in zip(names, COLOURS, strict=True):
        draw.rectangle((left, top + 4, left + 22, top + 26), fill=colour)
        draw.text((left + 30, top), name, INK, font(size))
        left += draw.textlength(name, font(size)) + 52
    return top + 48


def stacked(draw: ImageDraw.ImageDraw, bars: Sequence[Any], top: int) -> int:
    most = max((sum(parts) for _, parts in bars), default=1) or 1
    begin = EDGE + max((int(draw.textlength(b[0], font(28))) for b in bars), default=0) + 16
    room = WIDTH - EDGE - 70 - begin
    for label, parts in bars:
        draw.text((EDGE, top + 3), label, INK, font(28))
        left = float(begin)
        for count, colour in zip(parts, COLOURS, strict=True):
            wide = room * count / most
            if count:
                draw.rectangle((left, top, left + max(wide - 2, 1), top + BAR), fill=colour)
            left += wide
        draw.text((left + 10, top + 3), str(sum(parts)), INK, font(28, "-Bold"))
        top += BAR + GAP
    return top


def columns(draw: ImageDraw.ImageDraw, title: str, months: Sequence[Any], top: int) -> None:
    """Twelve months side by side, each with its number above it."""
    draw.text((EDGE, top), title, INK, fitting(draw, title, 28, "-Bold"))
    floor, most = top + 214, max((n for _, n in months), default=1) or 1
    step = (WIDTH - 2 * EDGE) / max(len(months), 1)
    draw.line((EDGE, floor, WIDTH - EDGE, floor), fill=PALE, width=2)
    for at, (label, count) in enumerate(months):
        left = EDGE + at * step
        tall = 118 * count / most
        draw.rectangle((left + 8, floor - tall, left + step - 8, floor - 2), fill=COLOURS[2])
        middle = left + step / 2
        draw.text((middle, floor - tall - 6), str(count), INK, font(24), anchor="mb")
        draw.text((middle, floor + 8), label, PALE, font(22), anchor="mt")
