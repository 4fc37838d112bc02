"""Looks at a page as whoever has to read it will: is there ink, is it deep and sharp enough,
is the page large enough. Runs in the process apart. It only warns, but for an empty page."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from PIL import Image, ImageFilter

from domain.papers import FaultKind

LONGEST = 1200
"""Looked at in this size: larger tells nothing more of a page, and costs more."""
TILE = 24
DARK = 60.0
"""The paper is darker than that (of 255)."""
FAINT = 0.22
"""Of the light the paper gives back, the ink takes less than this."""
INKLESS = 0.035
"""The deepest ink of an empty page: dust and noise."""
SOFT = 0.27
"""A sharp edge takes two thirds of the ink's depth from one point to the next, a shaken or
blurred one less than a quarter."""
SMALL = 700
"""Points along the longer side: letters of a whole A4 page are then 7 points high."""
BLACK = 4.0
"""The lens was covered."""


@dataclass(frozen=True, slots=True)
class Seen:
    """`light` of the paper, 0 to 255; `depth` of the ink once the light is evened out, 0 to 1;
    `edge`, how steeply ink begins, against its depth."""

    light: float
    depth: float
    edge: float
    long_side: int

    @property
    def readable(self) -> float:
        """The more, the better it can be read. Ink depth alone orders pages well; blur takes it
        away from thin strokes, darkness drowns it in noise."""
        size = min(1.0, self.long_side / SMALL)
        return self.depth * min(1.0, self.edge / SOFT) * min(1.0, self.light / 110) * size**2

    @property
    def blank(self) -> bool:
        return self.light < BLACK or (self.light >= DARK and self.depth < INKLESS)


def seen(image: Image.Image) -> Seen:
    grey = image.convert("L")
    grey.thumbnail((LONGEST, LONGEST), Image.Resampling.BOX)
    pixels = calm(calm(np.asarray(grey)).T).T.astype(np.float32)
    paper = background(grey)
    even = np.clip(pixels / np.maximum(paper, 1.0), 0, 1)
    depth = float(np.percentile(1 - even[::2, ::2], 98.5))
    down = np.abs(np.diff(even, axis=0)[::2, :-1:2])
    across = np.abs(np.diff(even, axis=1)[:-1:2, ::2])
    edge = float(np.percentile(np.maximum(down, across), 98.5)) / max(depth, 0.05)
    return Seen(float(np.percentile(paper[::4, ::4], 60)), depth, edge, max(image.size))


def calm(rows: Any) -> Any:
    """Without the noise of single points: each is the middle one of three. Pillow's median of
    nine costs twenty times as much."""
    one, two, three = rows[:, :-2], rows[:, 1:-1], rows[:, 2:]
    middle = rows.copy()
    middle[:, 1:-1] = np.maximum(np.minimum(one, two), np.minimum(np.maximum(one, two), three))
    return middle


def background(grey: Image.Image) -> Any:
    """What the page would be without ink: the brightest of every tile, smoothed."""
    small = grey.resize(
        (max(2, grey.width // TILE), max(2, grey.height // TILE)), Image.Resampling.BOX
    )
    bright = small.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(1.5))
    return np.asarray(bright.resize(grey.size, Image.Resampling.BILINEAR), np.float32)


def faults(found: Seen) -> list[FaultKind]:
    """What to warn of, the worst first; nothing of a blank page, which isn't taken."""
    if found.light < DARK:
        return ["dark"]
    told: list[FaultKind] = []
    if found.long_side < SMALL:
        told.append("small")
    if found.depth < FAINT or found.edge < SOFT:
        told.append("blurred")
    return told
