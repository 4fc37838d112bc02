"""Whoever looks at pages is measured on photos that its numbers weren't found on: one of each kind
here, `SHOTS=600 pytest tests/papers` measures longer."""

import os
from functools import cache

import numpy as np
import pytest
from PIL import Image

from adapters.papers.doctor import Seen, faults, seen
from tests.papers.pages import note
from tests.papers.shots import EXPECTED, HELD_OUT, KINDS, lit, shot

SHOTS = int(os.environ.get("SHOTS", str(len(KINDS))))


@cache
def judged() -> list[tuple[bool, str, Seen]]:
    shots = (shot(np.random.default_rng(HELD_OUT + n), n) for n in range(SHOTS))
    return [(s.readable, s.done, seen(s.image)) for s in shots]


def test_readable_pages_score_above_spoilt_ones() -> None:
    """AUC: how often a readable page scores above a spoilt one."""
    good = [found.readable for readable, _, found in judged() if readable]
    bad = [found.readable for readable, _, found in judged() if not readable]
    assert good
    assert bad
    assert np.mean([[g > b for b in bad] for g in good]) >= 0.92


def test_spoilt_pages_are_warned_of_and_readable_ones_hardly_ever() -> None:
    warned: dict[bool, list[bool]] = {True: [], False: []}
    for readable, _, found in judged():
        warned[readable].append(found.blank or bool(faults(found)))
    assert np.mean(warned[False]) >= 0.85
    assert np.mean(warned[True]) <= 0.03


def test_no_readable_page_is_refused() -> None:
    assert not [done for readable, done, found in judged() if found.blank and readable]


@pytest.mark.parametrize(("done", "fault"), EXPECTED.items())
def test_what_is_wrong_is_named(done: str, fault: str) -> None:
    named = [fault in faults(found) for _, what, found in judged() if what == done]
    assert np.mean(named) >= (0.5 if done in ("cut", "no_paper") else 0.85)


def test_empty_paper_and_a_covered_lens_are_blank() -> None:
    dice = np.random.default_rng(1)
    paper = Image.new("RGB", (700, 1000), (235, 233, 228))
    assert seen(lit(paper, dice, 0.9)).blank
    assert seen(Image.new("RGB", (700, 1000), (1, 1, 2))).blank


def test_a_few_lines_on_an_empty_page_are_a_page() -> None:
    found = seen(note(np.random.default_rng(183)))
    assert not found.blank
    assert not faults(found)
