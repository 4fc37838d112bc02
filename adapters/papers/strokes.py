"""Where the strokes of a page lie: whether text runs out of the frame, lies on its side, is
drowned by glare, or is none at all. Knows no letters, and so no page upside down."""

from dataclasses import dataclass
from typing import Any

import numpy as np

WINDOW = 17
"""A stroke is thinner than this, of 1200 points: rules and letters are, shadows and edges of
the page aren't."""
CONTRAST = 6
"""A stroke takes at least a sixth of the paper's light."""
STRIP = 96
"""Text lines are looked for in strips so narrow that a page a little askew doesn't blur them."""
TILE = 16


@dataclass(frozen=True, slots=True)
class Strokes:
    """`out`: how much text stands at the worst edge of the frame, against the middle of the page;
    `lines`: how much clearer lines are across than down; `inky`: the share of small tiles with a
    stroke in them; `rough`: the share of the frame where the ground under the strokes changes at
    once, as it does at the edges of things; `glare`: the share of the frame that shines."""

    out: float
    lines: float
    inky: float
    rough: float
    glare: float


@dataclass(frozen=True, slots=True)
class Marked:
    """`paper`: the picture without its strokes; `marks`: where they are."""

    paper: Any
    marks: Any


def marked(dots: Any) -> Marked:
    """Of a picture in grey, at most 1200 points long: strokes are what a square of WINDOW, passed
    over it, can't get into."""
    paper = swept(swept(dots, np.maximum), np.minimum)
    return Marked(paper, (paper - dots).astype(np.uint16) * CONTRAST > paper)


def strokes(found: Marked) -> Strokes:
    marks, paper = found.marks, found.paper
    return Strokes(out(marks, paper), lines(marks), inky(marks), rough(paper), glare(marks, paper))


def swept(grey: Any, better: Any) -> Any:
    """The most of a square of WINDOW around every point, each way in four steps."""
    half = WINDOW // 2
    for _ in range(2):
        rows = np.pad(grey, ((half, half), (0, 0)), mode="edge")
        for step in (1, 2, 4, 8):
            rows = better(rows[:-step], rows[step:])
        grey = better(rows[:-1], rows[1:])[: grey.shape[0]].T
    return grey


def tiles(marks: Any, size: int) -> Any:
    """The share of marks in each square of that size."""
    h, w = (side // size for side in marks.shape)
    return marks[: h * size, : w * size].reshape(h, size, w, size).mean((1, 3))


def inky(marks: Any) -> float:
    return float((tiles(marks, TILE) > 0.02).mean())


def rough(paper: Any) -> float:
    small = paper[::8, ::8].astype(np.float32)
    steps = np.abs(np.diff(small, axis=0))[:, 1:] + np.abs(np.diff(small, axis=1))[1:]
    return float((steps > 0.08 * np.maximum(small[1:, 1:], 20)).mean())


def lines(marks: Any) -> float:
    """Above 1 for upright text, below it for text on its side."""
    return (ripple(marks) + 0.05) / (ripple(marks.T) + 0.05)


def ripple(marks: Any) -> float:
    """How strongly strips of the page go from line to gap and back."""
    strips = marks.shape[1] // STRIP
    if not strips:
        return 0.0
    cut = np.ascontiguousarray(marks[:, : strips * STRIP])
    filled = cut.reshape(-1, strips, STRIP).sum(2, dtype=np.float32)
    filled = np.minimum(filled, STRIP / 2)
    return float(((mean(filled, 9) - mean(filled, 65)) ** 2).mean())


def mean(rows: Any, size: int) -> Any:
    """The moving mean down the rows."""
    half = size // 2
    total = np.cumsum(np.pad(rows, ((half + 1, half), (0, 0)), mode="edge"), axis=0)
    return (total[size:] - total[:-size]) / size


def out(marks: Any, paper: Any) -> float:
    level = float(np.percentile(paper[::8, ::8], 75))
    views = ((marks, paper), (marks[::-1], paper[::-1]))
    down = max(beyond(m, p, 18, level) for m, p in views)
    views = ((marks.T, paper.T), (marks.T[::-1], paper.T[::-1]))
    return max(down, *(beyond(m, p, 14, level) for m, p in views))


def beyond(marks: Any, paper: Any, depth: int, level: float) -> float:
    """How often strokes begin in the first `depth` rows, where they are paper like the rows after
    them, against rows that are full of them. (A sliver of the table is one long stroke.)"""
    if marks.shape[0] < 10 * depth:
        return 0.0
    edge, inside = paper[4], paper[4 : len(paper) // 4 : 8].max(0)
    same = (edge > 0.78 * inside) & (edge > 0.5 * level)
    bands = marks.shape[0] // depth
    cut = marks[: bands * depth].reshape(bands, depth, -1).any(1)
    full = np.percentile((cut[:, 1:] > cut[:, :-1]).sum(1), 75)
    begun = cut[0] & same
    return float((begun[1:] > begun[:-1]).sum() / max(full, 8))


def glare(marks: Any, paper: Any) -> float:
    """The share of the frame that is white beyond measure, bare of strokes, and fades softly into
    paper that isn't."""
    small = paper[::8, ::8]
    white = small >= 250
    share = float(white.mean())
    if not 0.006 < share < 0.4:
        return 0.0
    ring, far = spread(white, 2) & ~white, spread(white, 8) & ~spread(white, 5)
    if not far.any():
        return 0.0
    near, beside = float(np.median(small[ring])), float(np.median(small[far]))
    soft = near - beside > 0.25 * (255 - beside)
    bare = marks[::8, ::8][white].mean() < 0.01
    return share if soft and bare and 120 < beside < 240 else 0.0


def spread(mask: Any, steps: int) -> Any:
    for _ in range(steps):
        wide = mask.copy()
        wide[1:] |= mask[:-1]
        wide[:-1] |= mask[1:]
        wide[:, 1:] |= mask[:, :-1]
        wide[:, :-1] |= mask[:, 1:]
        mask = wide
    return mask
