"""Looks at a page as whoever has to read it will: is there ink, is it deep and sharp enough,
is the page large enough, whole, upright and free of glare. Runs in the process apart. It only
warns, but for an empty page. Where the numbers come from: docs/decisions."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from PIL import Image

from adapters.papers.strokes import Marked, Strokes, marked, strokes, swept
from domain.papers import FaultKind

LONGEST = 1200
"""Looked at in this size: larger tells nothing more of a page, and costs more."""
DARK = 60.0
"""The paper is darker than that (of 255)."""
FAINT = 0.22
"""Of the light the paper gives back, the strokes take less than this."""
SOFT = 0.36
"""A sharp edge takes two thirds of the ink's depth from one point to the next, a shaken or
blurred one a third at most."""
FEW = 40
"""Fewer points of ink than that (of every fourth) are no strokes."""
INKLESS, SHAPELESS = 0.035, 0.06
"""The deepest ink and the strongest change of light of an empty page: dust, noise, a lamp."""
SMALL = 700
"""Points along the longer side: letters of a whole A4 page are then 7 points high."""
BLACK = 4.0
"""The lens was covered."""
OUT = 0.35
"""A third as many strokes at an edge of the frame as in the page's middle: text is cut off."""
SIDEWAYS = 0.5
"""Lines are twice as clear down the frame as across."""
TANGLED, ROUGH = 0.75, 0.2
"""No page has strokes in more of its tiles, or ground as broken up."""


@dataclass(frozen=True, slots=True)
class Seen:
    """`light` of the paper, 0 to 255; `depth` of the strokes against the paper beside them, 0 to
    1; `edge`, how steeply they begin, against their depth; `ink` and `shapes`, the most of what
    is there at all, thin and wide."""

    light: float
    depth: float
    edge: float
    ink: float
    shapes: float
    long_side: int
    strokes: Strokes

    @property
    def readable(self) -> float:
        """The more, the better it can be read. Ink depth alone orders pages well; blur takes it
        away from thin strokes, darkness drowns it in noise."""
        size = min(1.0, self.long_side / SMALL)
        ink = self.depth * min(1.0, self.edge / SOFT) * min(1.0, self.light / 110)
        return ink * size**2 * self.whole

    @property
    def whole(self) -> float:
        """How little is cut off, on its side, under glare, or no document at all."""
        s = self.strokes
        cut, glared = min(1.0, OUT / max(s.out, 0.01)), 1 - min(1.0, 5 * s.glare)
        return 0.1 if self.strange else min(1.0, s.lines / SIDEWAYS, cut) * glared

    @property
    def strange(self) -> bool:
        return self.strokes.rough > ROUGH or self.strokes.inky > TANGLED

    @property
    def blank(self) -> bool:
        bare = self.ink < INKLESS and self.shapes < SHAPELESS
        return self.light < BLACK or (self.light >= DARK and bare)


def seen(image: Image.Image) -> Seen:
    grey = image.convert("L")
    grey.thumbnail((LONGEST, LONGEST), Image.Resampling.BOX)
    dots = calm(calm(np.asarray(grey)).T).T
    found = marked(dots)
    depth, edge, ink = inked(dots, found)
    light = float(np.percentile(found.paper[::4, ::4], 60))
    size = max(image.size)
    return Seen(light, depth, edge, ink, shapes(found.paper), size, strokes(found))


def inked(dots: Any, found: Marked) -> tuple[float, float, float]:
    """Depth and steepness of the strokes, and the deepest ink anywhere."""
    even = dots / np.maximum(found.paper, 1).astype(np.float32)
    ink = float(np.percentile(1 - even[::2, ::2], 99.7))
    marks = found.marks[:-1:2, :-1:2]
    if np.count_nonzero(marks) < FEW:
        return 0.0, 0.0, ink
    down, across = np.diff(even, axis=0)[::2, :-1:2], np.diff(even, axis=1)[:-1:2, ::2]
    steps = np.maximum(np.abs(down), np.abs(across))[marks]
    depth = float(np.percentile(1 - even[:-1:2, :-1:2][marks], 90))
    return depth, float(np.percentile(steps, 90)) / depth, ink


def shapes(paper: Any) -> float:
    """How much darker than what is around it anything wide is."""
    small = paper[::8, ::8]
    around = np.maximum(swept(small, np.maximum), 1).astype(np.float32)
    return float(np.percentile(1 - small / around, 98.5))


def calm(rows: Any) -> Any:
    """Without the noise of single points: each is the middle one of three. Pillow's median of
    nine costs twenty times as much."""
    one, two, three = rows[:, :-2], rows[:, 1:-1], rows[:, 2:]
    middle = rows.copy()
    middle[:, 1:-1] = np.maximum(np.minimum(one, two), np.minimum(np.maximum(one, two), three))
    return middle


def faults(found: Seen) -> list[FaultKind]:
    """What to warn of, the worst first; nothing of a blank page, which isn't taken. How a page
    lies is told only where its text can be made out."""
    if found.light < DARK:
        return ["dark"]
    if found.long_side < SMALL:
        return ["small", *unclear(found)]
    if found.strange:
        return ["strange"]
    told = unclear(found)
    if found.strokes.glare:
        told.append("glare")
    return told or lying(found)


def unclear(found: Seen) -> list[FaultKind]:
    return ["blurred"] if found.depth < FAINT or found.edge < SOFT else []


def lying(found: Seen) -> list[FaultKind]:
    told: list[FaultKind] = []
    if found.strokes.lines < SIDEWAYS:
        told.append("turned")
    if found.strokes.out > OUT:
        told.append("cut")
    return told
