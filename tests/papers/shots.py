"""Papers as phones photograph them, well or badly. Each photo tells what was done to it, so that
a judge of pages can be judged."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageFilter

from tests.papers.pages import Dice, any_paper, grain, no_paper


@dataclass(frozen=True)
class Shot:
    """A photo; whether a person can read the page on it as it is; what was done."""

    image: Image.Image
    readable: bool
    done: str


def on_table(sheet: Image.Image, dice: Dice, askew: float = 3) -> Image.Image:
    """Nearly straight on a table, all edges in the frame."""
    margin = int(dice.integers(20, 90))
    tone = tuple(int(v) for v in dice.integers(60, 150, 3))
    size = (sheet.width + 2 * margin, sheet.height + 2 * margin)
    top = np.clip(np.array(tone, np.float32) * grain(dice, size), 0, 255).astype(np.uint8)
    laid = Image.fromarray(top)
    laid.paste(sheet, (margin, margin))
    angle = float(dice.uniform(-askew, askew))
    return laid.rotate(angle, Image.Resampling.BILINEAR, fillcolor=tone)


def lit(image: Image.Image, dice: Dice, level: float) -> Image.Image:
    """Light that falls off to one side, and the noise of a sensor."""
    pixels = np.asarray(image, np.float32)
    h, w, _ = pixels.shape
    across = np.linspace(1 - dice.uniform(0, 0.45), 1, w, dtype=np.float32)[None, :, None]
    if dice.random() < 0.5:
        across = across[:, ::-1]
    few = dice.normal(0, dice.uniform(1, 4), (331, 317)).astype(np.float32)
    noise = np.tile(few, (h // 331 + 1, w // 317 + 1))[:h, :w, None]
    return Image.fromarray(np.clip(pixels * across * level + noise, 0, 255).astype(np.uint8))


def fine(dice: Dice, width: int) -> Image.Image:
    return on_table(any_paper(dice, width), dice)


def soft(dice: Dice, width: int) -> Image.Image:
    return fine(dice, width).filter(ImageFilter.GaussianBlur(dice.uniform(0.6, 1.2)))


def far(dice: Dice, width: int) -> Image.Image:
    return smaller(fine(dice, 1000), dice.uniform(0.65, 0.8))


def scanned(dice: Dice, width: int) -> Image.Image:
    """Straight, to the edges of the paper, as scanning apps cut it."""
    return any_paper(dice, width)


def angled(dice: Dice, width: int) -> Image.Image:
    """From the side: what is farther is smaller."""
    image = on_table(any_paper(dice, width), dice, 6)
    w, h = image.size
    tilt = dice.uniform(0.02, 0.09) * w
    corners = (tilt, 0, 0, h, w, h, w - tilt, 0)
    data = (-corners[0], *corners[1:3], h, w, h, w + tilt, 0)
    beside = image.getpixel((3, 3))
    bilinear = Image.Resampling.BILINEAR
    return image.transform((w, h), Image.Transform.QUAD, data, bilinear, fillcolor=beside)


def shadowed(dice: Dice, width: int) -> Image.Image:
    """The hand and the phone between the lamp and the page."""
    image = fine(dice, width)
    w, h = image.size
    mask = np.zeros((h // 8, w // 8), np.uint8)
    rows, columns = np.mgrid[: h // 8, : w // 8]
    slope, start = dice.uniform(-1.5, 1.5), dice.uniform(0.2, 0.8) * w / 8
    mask[columns > start + slope * (rows - h / 16)] = 255
    edge = (
        Image.fromarray(mask).filter(ImageFilter.GaussianBlur(dice.uniform(1, 5))).resize((w, h))
    )
    shade = float(dice.uniform(0.45, 0.75))
    darker = image.point(lambda level: int(level * shade))
    image.paste(darker, mask=edge)
    return image


def blurred(dice: Dice, width: int) -> Image.Image:
    return fine(dice, 1000).filter(ImageFilter.GaussianBlur(dice.uniform(3.6, 7)))


def shaken(dice: Dice, width: int) -> Image.Image:
    """The phone moved while it shot."""
    pixels, steps = np.asarray(fine(dice, 1000), np.float32), int(dice.integers(13, 25))
    moved = sum(np.roll(pixels, (at // 2, at), (0, 1)) for at in range(steps))
    return Image.fromarray((np.asarray(moved) / steps).astype(np.uint8))


def dark(dice: Dice, width: int) -> Image.Image:
    return lit(fine(dice, width), dice, dice.uniform(0.03, 0.08))


def tiny(dice: Dice, width: int) -> Image.Image:
    return smaller(fine(dice, 1000), dice.uniform(0.2, 0.3))


def washed(dice: Dice, width: int) -> Image.Image:
    image = fine(dice, width)
    return Image.blend(image, Image.new("RGB", image.size, "white"), dice.uniform(0.88, 0.95))


def glared(dice: Dice, width: int) -> Image.Image:
    """A lamp or a flash in glossy paper: a white spot over the text that fades softly."""
    image = Image.fromarray(np.asarray(fine(dice, width)))
    w, h = image.size
    x, y = dice.uniform(0.25, 0.75) * w, dice.uniform(0.25, 0.75) * h
    across, down = dice.uniform(0.13, 0.3, 2) * w
    rows, columns = np.mgrid[:h, :w].astype(np.float32)
    away = np.hypot((columns - x) / across, (rows - y) / down)[:, :, None]
    light = np.clip((1.6 - away) / 0.8, 0, 1)
    pixels = np.asarray(image, np.float32) * dice.uniform(0.7, 0.85)
    return Image.fromarray((pixels + (262 - pixels) * light).clip(0, 255).astype(np.uint8))


def cut(dice: Dice, width: int) -> Image.Image:
    """One edge of the page and some of its text outside of the frame."""
    image = fine(dice, width)
    w, h = image.size
    beyond = dice.uniform(0.2, 0.35)
    boxes = ((beyond * w, 0, w, h), (0, 0, (1 - beyond) * w, h), (0, beyond * h, w, h))
    return image.crop(tuple(int(v) for v in boxes[int(dice.integers(3))]))


def sideways(dice: Dice, width: int) -> Image.Image:
    return fine(dice, width).transpose(
        Image.Transpose.ROTATE_90 if dice.random() < 0.5 else Image.Transpose.ROTATE_270
    )


def smaller(image: Image.Image, scale: float) -> Image.Image:
    size = (int(image.width * scale), int(image.height * scale))
    return image.resize(size, Image.Resampling.BOX)


READABLE = (fine, soft, far, scanned, angled, shadowed)
SPOILT = (blurred, shaken, dark, tiny, washed, glared, cut, sideways, no_paper)
KINDS: tuple[Callable[[Dice, int], Image.Image], ...] = READABLE + SPOILT
UNLIT = (scanned, no_paper, dark, glared)
EXPECTED = {
    "blurred": "blurred",
    "shaken": "blurred",
    "dark": "dark",
    "tiny": "small",
    "washed": "blurred",
    "glared": "glare",
    "cut": "cut",
    "sideways": "turned",
    "no_paper": "strange",
}
"""What a photo is to be warned of, by what was done to it."""
HELD_OUT = 100_000
"""Seeds from here on were not looked at when the doctor's numbers were chosen (0 to 419 were)."""


def shot(dice: Dice, at: int, width: int = 1000) -> Shot:
    """One photo, of the kind whose turn it is."""
    make = KINDS[at % len(KINDS)]
    image = make(dice, width)
    if make not in UNLIT:
        image = lit(image, dice, dice.uniform(0.6, 1.0))
    return Shot(image, make in READABLE, make.__name__)
