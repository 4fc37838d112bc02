"""Pages of a PDF looked at: a page that is a picture as a photo is, one that is text and lines
only for emptiness. Runs in the process apart."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from adapters.papers import doctor
from domain.papers import Fault, FaultKind, PaperBlank

LOOKED_AT, DIAGNOSED = 20, 10
"""More pages than that are taken unseen, and more scans are looked at for emptiness only: a scan
takes 150 ms, another page 50."""
COVERED = 0.7
"""A scan is a page that pictures take so much of."""
MOST_PICTURES = 200
DPI = 150


@contextmanager
def opened(content: bytes) -> Iterator[Any]:
    document: Any = pypdfium2.PdfDocument(content)
    try:
        yield document
    finally:
        document.close()


def faults(content: bytes) -> tuple[Fault, ...]:
    """Of the first pages. Raises PaperBlank if all are empty."""
    found: list[list[FaultKind]] = []
    scans = 0
    with opened(content) as document:
        for at in range(min(len(document), LOOKED_AT)):
            page = document[at]
            dots = scanned(page) if scans < DIAGNOSED else 0
            scans += bool(dots)
            found.append(told(page, dots))
            page.close()
    if all("empty" in kinds for kinds in found):
        raise PaperBlank
    return tuple(Fault(kind, at) for at, kinds in enumerate(found, 1) for kind in kinds)


def told(page: Any, dots: int) -> list[FaultKind]:
    """`dots` is how many points a scan has along its longer side."""
    seen = doctor.seen(drawn(page, doctor.LONGEST if dots else doctor.LONGEST // 2))
    if seen.blank:
        return ["empty"]
    return doctor.faults(replace(seen, long_side=dots)) if dots else []


def scanned(page: Any) -> int:
    """How many points pictures give the longer side of a page they cover; 0 for other pages, and
    for those PDFium can't tell of."""
    try:
        return resolution(page)
    except pypdfium2.PdfiumError:
        return 0


def resolution(page: Any) -> int:
    width, height = page.get_size()
    covered, density = 0.0, 0.0
    pictures = page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=2)
    for _, picture in zip(range(MOST_PICTURES), pictures, strict=False):
        left, bottom, right, top = picture.get_bounds()
        across, down = right - left, top - bottom
        covered += across * down
        density = max(density, max(picture.get_px_size()) / max(across, down, 1.0))
    return int(density * max(width, height)) if covered > COVERED * width * height else 0


def drawn(page: Any, longest: int) -> Image.Image:
    """A page as a picture, at most `longest` points long and never beyond DPI."""
    scale = min(longest / max(*page.get_size(), 1.0), DPI / 72)
    picture: Image.Image = page.render(scale=scale).to_pil().convert("RGB")
    return picture


def rendered(content: bytes, longest: int) -> Iterator[Image.Image]:
    """All pages as pictures."""
    with opened(content) as document:
        for at in range(len(document)):
            page = document[at]
            yield drawn(page, longest)
            page.close()
