"""Whoever looks at pages is measured on a half of the photos that its numbers weren't found on.
`SHOTS=300 pytest tests/papers` measures longer."""

import os
from functools import cache

import numpy as np
from PIL import Image

from adapters.papers.doctor import Seen, faults, seen
from tests.papers.pages import lit, shot

SHOTS = int(os.environ.get("SHOTS", "12"))
HELD_OUT = 100_000
"""Seeds from here on were not looked at when the numbers were chosen (those were 0 to 119)."""


@cache
def judged() -> list[tuple[bool, str, Seen]]:
    shots = (shot(np.random.default_rng(HELD_OUT + n)) for n in range(SHOTS))
    return [(s.readable, s.done, seen(s.image)) for s in shots]


def test_readable_pages_score_above_spoilt_ones() -> None:
    """AUC: how often a readable page scores above a spoilt one."""
    good = [found.readable for readable, _, found in judged() if readable]
    bad = [found.readable for readable, _, found in judged() if not readable]
    assert good
    assert bad
    assert np.mean([[g > b for b in bad] for g in good]) >= 0.92


def test_spoilt_pages_are_warned_of_and_readable_ones_rarely() -> None:
    warned = {True: [], False: []}  # type: dict[bool, list[bool]]
    for readable, _, found in judged():
        warned[readable].append(bool(faults(found)))
    assert np.mean(warned[False]) >= 0.9
    assert np.mean(warned[True]) <= 0.1


def test_no_page_with_anything_on_it_is_refused() -> None:
    refused = [done for readable, done, found in judged() if found.blank and readable]
    assert len(refused) <= 0.03 * SHOTS


def test_empty_paper_and_a_covered_lens_are_blank() -> None:
    dice = np.random.default_rng(1)
    paper = Image.new("RGB", (700, 1000), (235, 233, 228))
    assert seen(lit(paper, dice, 0.9)).blank
    assert seen(Image.new("RGB", (700, 1000), (1, 1, 2))).blank


def test_what_is_wrong_is_named() -> None:
    named = {done: set(faults(found)) for readable, done, found in judged() if not readable}
    expected = {"dark": "dark", "blurred": "blurred", "shaken": "blurred", "tiny": "small"}
    wrong = {done for done, found in named.items() if expected.get(done, "blurred") not in found}
    assert not wrong
