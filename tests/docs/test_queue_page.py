"""The drawing of the queue is what the code does."""

from docs.queue_page import PAGE, page
from domain.queue.life import AT_STEP, COUNTED, ENDED, HOLDING, REGIMES, State


def test_the_page_is_what_the_script_makes() -> None:
    assert PAGE.read_text("utf-8") == page(), "run: python -m docs.queue_page"


def test_every_state_is_reached_and_left_or_is_the_end() -> None:
    reached = {step.to for table in REGIMES.values() for step in table.values()}
    left = {state for table in REGIMES.values() for state, _ in table}
    assert reached == set(State)
    assert left == set(State) - ENDED


def test_every_state_is_a_step_of_the_five_or_the_end() -> None:
    assert set(AT_STEP) == set(State) - ENDED
    assert not COUNTED & HOLDING
