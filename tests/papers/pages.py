"""Papers as they lie on a table, made by dice: forms, tables with stamps, certificates in a frame,
coloured paper; and pictures that are no papers at all."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

FONTS = Path(__file__).parents[2] / "adapters/documents/fonts"
TEXT = """
туу туралы куәлік Сапарова Аружан Ерланқызы Қазақстан Республикасы денсаулық паспорты облыс аудан
мектеп № 065/у берілді мекенжайы көшесі әкесі анасы күні айы жылы қолы мөр справка о рождении
выдана свидетельство гражданин ребёнок 12.05.2019 ЖСН 190512500017
"""
WORDS = TEXT.split()
Dice = np.random.Generator


def font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / f"DejaVuSansCondensed{'-Bold' if bold else ''}.ttf", size)


def said(dice: Dice, least: int, most: int) -> str:
    return " ".join(dice.choice(WORDS, int(dice.integers(least, most))))


def blank(dice: Dice, width: int) -> Image.Image:
    paper = int(dice.integers(225, 256))
    return Image.new("RGB", (width, int(width * 1.41)), (paper, paper, int(paper * 0.97)))


def page(dice: Dice, width: int = 1000) -> Image.Image:
    """A form with a heading, lines of text, rules and a stamp; letters 15 to 22 points high."""
    image = blank(dice, width)
    height = image.height
    drawing = ImageDraw.Draw(image)
    size = int(width * dice.uniform(0.02, 0.029))
    ink = (int(dice.integers(10, 70)),) * 3
    heading = font(size + 10, bold=True)
    drawing.text((width * 0.2, height * 0.05), said(dice, 3, 4), fill=ink, font=heading)
    y, text = height * 0.11, font(size)
    while y < height * dice.uniform(0.6, 0.92):
        drawing.text((width * 0.09, y), said(dice, 4, 9), fill=ink, font=text)
        if dice.random() < 0.25:
            below = y + size + 8
            drawing.line((width * 0.09, below, width * 0.91, below), fill=(120,) * 3, width=2)
        y += size * dice.uniform(1.6, 2.4)
    if dice.random() < 0.6:
        stamped(drawing, width * 0.6, height * 0.75)
    return image


def stamped(drawing: ImageDraw.ImageDraw, x: float, y: float) -> None:
    for ring in (0, 14):
        box = (x + ring, y + ring, x + 200 - ring, y + 200 - ring)
        drawing.ellipse(box, outline=(60, 70, 170), width=4)
    drawing.text((x + 60, y + 88), "мөр орны", fill=(60, 70, 170), font=font(20))


def table(dice: Dice, width: int = 1000) -> Image.Image:
    """A health card: a grid of cells, most of them filled in, and a stamp or two."""
    image = blank(dice, width)
    height = image.height
    drawing = ImageDraw.Draw(image)
    size, ink = int(width * dice.uniform(0.017, 0.022)), (int(dice.integers(10, 70)),) * 3
    drawing.text((width * 0.1, height * 0.05), said(dice, 3, 6), fill=ink, font=font(size + 6))
    columns = np.linspace(width * 0.07, width * 0.93, int(dice.integers(3, 7)))
    rows = np.arange(height * 0.12, height * dice.uniform(0.5, 0.92), size * 2.2)
    for x in columns:
        drawing.line((x, rows[0], x, rows[-1]), fill=ink, width=2)
    for y in rows:
        drawing.line((columns[0], y, columns[-1], y), fill=ink, width=2)
    room = int((columns[1] - columns[0]) / size / 0.5)
    for y in rows[:-1]:
        for x in columns[:-1]:
            if dice.random() < 0.8:
                words = said(dice, 1, 4)[: room - 2]
                drawing.text((x + 6, y + size * 0.4), words, fill=ink, font=font(size))
    for _ in range(int(dice.integers(1, 3))):
        stamped(drawing, dice.uniform(0.1, 0.7) * width, dice.uniform(0.5, 0.8) * height)
    return image


def certificate(dice: Dice, width: int = 1000) -> Image.Image:
    """Few centred lines in an ornamented frame on tinted, patterned paper, as certificates of
    birth are; sometimes lying."""
    height = int(width * 1.41)
    if dice.random() < 0.5:
        width, height = height, width
    tint = tuple(int(v) for v in dice.integers(205, 250, 3))
    image = Image.new("RGB", (width, height), tint)
    drawing = ImageDraw.Draw(image)
    faint = tuple(int(v * 0.94) for v in tint)
    for x in range(-height, width, int(dice.integers(14, 30))):
        drawing.line((x, 0, x + height, height), fill=faint, width=2)
        drawing.line((x + height, 0, x, height), fill=faint, width=2)
    for inset in (0.04, 0.055):
        at = inset * width
        drawing.rectangle((at, at, width - at, height - at), outline=(60, 110, 140), width=4)
    y, end = height * 0.12, height * dice.uniform(0.6, 0.9)
    while y < end:
        size = int(width * dice.choice([0.022, 0.026, 0.034]))
        place = {"anchor": "mt", "font": font(size, bold=bool(dice.random() < 0.4))}
        drawing.text((width / 2, y), said(dice, 1, 5), fill=(40, 40, 60), **place)
        y += size * dice.uniform(1.7, 3.0)
    return image


def coloured(dice: Dice, width: int = 1000) -> Image.Image:
    """A form on pink, green, yellow or grey paper."""
    tint = dice.uniform(0.72, 1.0, 3).astype(np.float32)
    return Image.fromarray((np.asarray(page(dice, width)) * tint).astype(np.uint8))


def note(dice: Dice, width: int = 1000) -> Image.Image:
    """A statement of a few lines on an otherwise empty page, or a page's last lines."""
    image = blank(dice, width)
    drawing = ImageDraw.Draw(image)
    size, y = int(width * 0.024), image.height * dice.uniform(0.06, 0.3)
    for _ in range(int(dice.integers(4, 9))):
        drawing.text((width * 0.1, y), said(dice, 4, 9), fill=(40, 45, 110), font=font(size))
        y += size * 1.7
    return image


PAPERS: tuple[Callable[..., Image.Image], ...] = (page, page, table, certificate, coloured, note)


def any_paper(dice: Dice, width: int) -> Image.Image:
    return PAPERS[int(dice.integers(len(PAPERS)))](dice, width)


def grain(dice: Dice, size: tuple[int, int]) -> Any:
    """Wood, cloth or a plain top: bands of tone with finer noise, 0.7 to 1.3."""
    width, height = size
    stretch = (int(dice.integers(2, 40)), int(dice.integers(60, 300)))
    few = dice.uniform(0, 1, (max(2, height // stretch[0]), max(2, width // stretch[1])))
    wide = Image.fromarray(few.astype(np.float32)).resize(size, Image.Resampling.BICUBIC)
    return 1 + (np.asarray(wide)[:, :, None] - 0.5) * dice.uniform(0, 0.6)


def no_paper(dice: Dice, width: int = 1000, what: str = "") -> Image.Image:
    """A sky, a wall, cloth, grass, a face or several: nothing anybody asked for."""
    size = (width, int(width * dice.choice([1.33, 0.75])))
    what = what or str(dice.choice(["sky", "weave", "grass", "faces", "street"]))
    image = Image.fromarray(np.clip(ground(dice, size) * grain(dice, size), 0, 255).astype("u1"))
    if what in ("faces", "street"):
        drawing = ImageDraw.Draw(image)
        for _ in range(int(dice.integers(1, 4) if what == "faces" else 12)):
            (face if what == "faces" else house)(drawing, dice, size)
        return image.filter(ImageFilter.GaussianBlur(1.2))
    if what == "sky":
        return image
    pixels = np.asarray(image, np.float32)
    if what == "weave":
        step = float(dice.uniform(1.5, 6))
        wave = np.sin(np.arange(size[0]) / step)[None] * np.sin(np.arange(size[1]) / step)[:, None]
    else:
        fine = dice.normal(0, 1, (size[1] // 3 + 1, size[0] // 3 + 1)).astype(np.float32)
        wave = np.asarray(Image.fromarray(fine).resize(size, Image.Resampling.BICUBIC))
    rough = 1 + dice.uniform(0.2, 0.5) * wave[:, :, None]
    return Image.fromarray(np.clip(pixels * rough, 0, 255).astype(np.uint8))


def ground(dice: Dice, size: tuple[int, int]) -> Any:
    """A slow change from one colour to another."""
    top, bottom = dice.uniform(40, 240, (2, 3))
    slope = np.linspace(0, 1, size[1])[:, None, None]
    return np.broadcast_to(top * (1 - slope) + bottom * slope, (size[1], size[0], 3))


def face(drawing: ImageDraw.ImageDraw, dice: Dice, size: tuple[int, int]) -> None:
    r = dice.uniform(0.1, 0.3) * size[0]
    x, y = dice.uniform(0.3, 0.7) * size[0], dice.uniform(0.3, 0.7) * size[1]
    skin = tuple(int(v * dice.uniform(0.7, 1)) for v in (235, 195, 165))
    drawing.ellipse((x - r, y - r * 1.5, x + r, y + r), fill=(50, 35, 30))
    drawing.ellipse((x - r * 0.85, y - r, x + r * 0.85, y + r * 1.2), fill=skin)
    for side in (-0.35, 0.35):
        eye = x + side * r
        drawing.ellipse(
            (eye - r * 0.1, y - r * 0.2, eye + r * 0.1, y - r * 0.1), fill=(30, 30, 40)
        )
    drawing.arc((x - r * 0.3, y + r * 0.3, x + r * 0.3, y + r * 0.7), 10, 170, (150, 60, 60), 6)


def house(drawing: ImageDraw.ImageDraw, dice: Dice, size: tuple[int, int]) -> None:
    x, wide = dice.uniform(-0.1, 0.9) * size[0], dice.uniform(0.1, 0.3) * size[0]
    roof, tone = dice.uniform(0.2, 0.8) * size[1], tuple(int(v) for v in dice.integers(40, 220, 3))
    drawing.rectangle((x, roof, x + wide, size[1]), fill=tone)
    for across in np.arange(x + wide * 0.1, x + wide * 0.8, wide * 0.25):
        for down in np.arange(roof + wide * 0.1, size[1], wide * 0.3):
            drawing.rectangle(
                (across, down, across + wide * 0.12, down + wide * 0.16), (40, 50, 70)
            )
