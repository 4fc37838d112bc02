"""Pages as phones photograph them, made by dice: rendered, then shot well or badly. Each tells
what was done to it, so that a judge of pages can be judged."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

FONTS = Path(__file__).parents[2] / "adapters/documents/fonts"
TEXT = """
туу туралы куәлік Сапарова Аружан Ерланқызы Қазақстан Республикасы денсаулық паспорты облыс аудан
мектеп № 065/у берілді мекенжайы көшесі әкесі анасы күні айы жылы қолы мөр справка о рождении
выдана свидетельство гражданин ребёнок 12.05.2019 ЖСН 190512500017
"""
WORDS = TEXT.split()


@dataclass(frozen=True)
class Shot:
    """A photo, and whether a person could read the page on it."""

    image: Image.Image
    readable: bool
    done: str


def page(dice: np.random.Generator, width: int = 1000) -> Image.Image:
    """A form with a heading, lines of text, rules and a stamp; letters 15 to 22 points high."""
    height = int(width * 1.41)
    paper = int(dice.integers(225, 256))
    image = Image.new("RGB", (width, height), (paper, paper, int(paper * 0.97)))
    drawing = ImageDraw.Draw(image)
    size = int(dice.integers(20, 29))
    text = ImageFont.truetype(FONTS / "DejaVuSansCondensed.ttf", size)
    bold = ImageFont.truetype(FONTS / "DejaVuSansCondensed-Bold.ttf", size + 10)
    ink = int(dice.integers(10, 70))
    drawing.text((width * 0.2, 70), " ".join(dice.choice(WORDS, 3)), fill=(ink,) * 3, font=bold)
    y = 160
    while y < height * dice.uniform(0.6, 0.92):
        words = " ".join(dice.choice(WORDS, int(dice.integers(4, 9))))
        drawing.text((90, y), words, fill=(ink,) * 3, font=text)
        if dice.random() < 0.25:
            drawing.line((90, y + size + 8, width - 90, y + size + 8), fill=(120,) * 3, width=2)
        y += int(size * dice.uniform(1.6, 2.4))
    if dice.random() < 0.6:
        x, y = width * 0.6, height * 0.75
        for ring in (0, 14):
            box = (x + ring, y + ring, x + 200 - ring, y + 200 - ring)
            drawing.ellipse(box, outline=(60, 70, 170), width=4)
    return image


def on_table(sheet: Image.Image, dice: np.random.Generator) -> Image.Image:
    """At an angle on a table, all edges in the frame."""
    margin = int(dice.integers(20, 90))
    tone = tuple(int(v) for v in dice.integers(60, 150, 3))
    table = Image.new("RGB", (sheet.width + 2 * margin, sheet.height + 2 * margin), tone)
    table.paste(sheet, (margin, margin))
    angle = float(dice.uniform(-3, 3))
    return table.rotate(angle, Image.Resampling.BICUBIC, fillcolor=tone)


def lit(image: Image.Image, dice: np.random.Generator, level: float) -> Image.Image:
    """Light that falls off to one side, and the noise of a sensor."""
    pixels = np.asarray(image, np.float32)
    h, w, _ = pixels.shape
    slope = dice.uniform(0, 0.45)
    across = np.linspace(1 - slope, 1, w)[None, :, None]
    if dice.random() < 0.5:
        across = across[:, ::-1]
    noise = dice.normal(0, dice.uniform(1, 4), (h, w, 1))
    return Image.fromarray(np.clip(pixels * across * level + noise, 0, 255).astype(np.uint8))


def shot(dice: np.random.Generator) -> Shot:
    """One photo: half of them readable, half spoilt in one of the ways people spoil them."""
    how = str(
        dice.choice(
            ["fine", "fine", "fine", "soft", "far", "blurred", "shaken", "dark", "tiny", "washed"]
        )
    )
    image = on_table(page(dice), dice)
    level = dice.uniform(0.6, 1.0)
    if how == "soft":
        image = image.filter(ImageFilter.GaussianBlur(dice.uniform(0.6, 1.3)))
    if how == "blurred":
        image = image.filter(ImageFilter.GaussianBlur(dice.uniform(3.6, 7)))
    if how == "shaken":
        image = shaken(image, int(dice.integers(13, 25)))
    if how == "far":
        image = smaller(image, dice.uniform(0.6, 0.8))
    if how == "tiny":
        image = smaller(image, dice.uniform(0.2, 0.3))
    if how == "dark":
        level = dice.uniform(0.03, 0.08)
    if how == "washed":
        image = Image.blend(image, Image.new("RGB", image.size, "white"), dice.uniform(0.88, 0.95))
    image = lit(image, dice, level)
    readable = how in ("fine", "soft", "far")
    return Shot(image, readable, how)


def shaken(image: Image.Image, steps: int) -> Image.Image:
    """The phone moved while it shot."""
    pixels = np.asarray(image, np.float32)
    moved = sum(np.roll(pixels, (at // 2, at), (0, 1)) for at in range(steps))
    return Image.fromarray((np.asarray(moved) / steps).astype(np.uint8))


def smaller(image: Image.Image, scale: float) -> Image.Image:
    size = (int(image.width * scale), int(image.height * scale))
    return image.resize(size, Image.Resampling.BOX)
