"""All papers of one application together have five megabytes, as on eGov."""

from typing import Any

from domain.forms.papers import room_beside
from domain.papers import MEGABYTE, MOST_TOGETHER


def paper(size: int) -> dict[str, Any]:
    return {"pages": [], "whole": {"file": "a", "pages": 1, "bytes": size}}


def test_a_paper_has_what_the_others_leave() -> None:
    answers = {"health": paper(2 * MEGABYTE), "photo": paper(MEGABYTE), "grade": "1"}
    assert MOST_TOGETHER == 5 * MEGABYTE
    assert room_beside(answers, "birth") == 2 * MEGABYTE
    assert room_beside(answers, "health") == 4 * MEGABYTE
    assert room_beside({**answers, "birth": {"pages": [{}]}}, "pmpc") == 2 * MEGABYTE


def test_when_nothing_is_left_there_is_no_room() -> None:
    answers = {"health": paper(4 * MEGABYTE), "photo": paper(3 * MEGABYTE)}
    assert room_beside(answers, "birth") == 0
