"""A PDF of scans is looked at as photos are; one that is text, for empty pages only."""

from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image

from adapters.papers import pdfs, pictures
from domain.papers import Fault, PaperBlank
from tests.papers.pages import Dice
from tests.papers.shots import blurred, scanned, sideways


def white(dice: Dice, width: int) -> Image.Image:
    return Image.new("RGB", (width, width), "white")


def bound(*makes: Callable[[Dice, int], Image.Image]) -> bytes:
    dice = np.random.default_rng(3)
    pages = [("image/jpeg", pictures.jpeg(make(dice, 700), 80)) for make in makes]
    return pdfs.bound(pages, 5 * 2**20).content


def test_each_page_of_scans_is_looked_at() -> None:
    sheet = pdfs.look(bound(scanned, sideways, white, blurred))
    assert sheet.faults == (Fault("turned", 2), Fault("empty", 3), Fault("blurred", 4))


def test_a_pdf_of_nothing_is_refused() -> None:
    with pytest.raises(PaperBlank):
        pdfs.look(bound(white, white))
