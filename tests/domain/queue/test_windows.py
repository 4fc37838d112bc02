"""Windows are data: what a file says is what holds, and a bad file is told in one sentence."""

import json
from copy import deepcopy
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import pytest

from app.queues import FOLDER, load_regimes
from domain.queue.order import Rank
from domain.queue.windows import RegimeUnfit, Window, read_regimes
from tests.queue_town import REGIMES, RULES

FRIDAY = datetime(2026, 9, 4, 5, tzinfo=UTC)
"""10:00 in Almaty."""
GOOD: dict[str, Any] = json.loads((FOLDER / "bulletin.json").read_text("utf-8"))


def test_a_working_day_window_passes_over_the_weekend() -> None:
    window = Window(5, "working", time(18))
    end = datetime(2026, 9, 11, 13, tzinfo=UTC)
    assert window.end(FRIDAY, RULES.zone, RULES.working) == end


def test_a_calendar_window_ends_at_the_hour_it_began() -> None:
    end = datetime(2026, 9, 14, 5, tzinfo=UTC)
    assert Window(10).end(FRIDAY, RULES.zone, RULES.working) == end


def test_the_longest_code_that_fits_says_which_regime_holds() -> None:
    assert REGIMES.of("611010000").name == "bulletin"
    assert REGIMES.of("710000000").name == "astana"
    files = {"a": GOOD, "b": {**GOOD, "default": False, "places": ["61"]},
             "c": {**GOOD, "default": False, "places": ["6110"]}}  # fmt: skip
    found = read_regimes(files)
    assert [found.of(code).name for code in ("611010000", "612010000", "110000000")] == [*"cba"]


def test_a_benefit_nobody_named_is_general() -> None:
    regime = REGIMES.default
    assert [regime.rank(b) for b in ("military", "orphan", "police", None)] == [
        Rank.OUT_OF_TURN, Rank.FIRST_PRIORITY, Rank.GENERAL, Rank.GENERAL,
    ]  # fmt: skip


def changed(**said: Any) -> dict[str, Any]:
    return {**deepcopy(GOOD), **said}


def windows(**said: Any) -> dict[str, Any]:
    return changed(windows={**GOOD["windows"], **said})


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ([], "x: an object with the regime's windows is expected"),
        (changed(life="lottery"), "x: life is 'lottery'; it must be one of bulletin, voucher"),
        (changed(windows={}), "x: windows must be exactly apply, confirm, referral"),
        (changed(asking={"days": ["07-01"], "fresh_days": 60, "silence": "gone"}),
         "x: asking: silence is 'gone'; it must be inactive or stays"),
        (changed(asking={"days": [], "fresh_days": 60, "silence": "stays"}),
         'x: asking: days must be a list like ["07-01"]'),
        (changed(asking={"days": ["07-32"], "fresh_days": 60, "silence": "stays"}),
         "x: asking: '07-32' is not a day like 06-30"),
        (changed(asking={"ask": 1}),
         "x: asking: an object of days, fresh_days and silence is expected, or null"),
        (windows(apply=2), "x: apply: an object of days, count, until and source is expected"),
        (windows(apply={"days": 0, "count": "working"}),
         "x: apply: days: 0 is not a whole number from 1 to 366"),
        (windows(apply={"days": 2, "count": "lunar"}),
         "x: apply: count is 'lunar'; it must be working or calendar"),
        (windows(apply={"days": 2, "count": "working", "until": "6pm"}),
         "x: apply: until: '6pm' is not a time like 18:00"),
        (changed(turns=[1]), "x: turns must be two numbers, as [1, 3], or null"),
        (changed(benefits={"vip": []}), "x: benefits must be lists under out_of_turn and"),
        (changed(resort="31 June"), "x: resort: '31 June' is not a day like 06-30"),
        (changed(bulletin_hour=9), "x: bulletin_hour: 9 is not a time like 18:00"),
        (changed(oldest="six"), "x: oldest: 'six' is not a whole number from 1 to 18"),
        (changed(default=False), 'exactly one regime must say "default": true, 0 do'),
        (changed(places=["Astana"]),
         "x: places: 'Astana' is not the beginning of a KATO code"),
    ],
)  # fmt: skip
def test_a_bad_file_is_told_in_one_sentence(content: Any, sentence: str) -> None:
    with pytest.raises(RegimeUnfit) as refused:
        read_regimes({"x": content})
    assert str(refused.value).startswith(sentence)


def test_a_file_that_is_no_json_is_named(tmp_path: Path) -> None:
    (tmp_path / "astana.json").write_text("{")
    with pytest.raises(RegimeUnfit, match=r"^astana: is not JSON"):
        load_regimes(tmp_path)
