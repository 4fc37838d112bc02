"""A pairing code is twelve digits in whatever groups."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.values.pairing import pairing_digits

TYPED = (
    "387031770024",
    "3870 3177 0024",
    "3870-3177-0024",
    " 3870\u00a03177\u20110024 ",
    "38 70317700 24",
)


@pytest.mark.parametrize("typed", TYPED)
def test_any_grouping_will_do(typed: str) -> None:
    assert pairing_digits(typed) == "387031770024"


@pytest.mark.parametrize(
    "typed",
    ["", "38703177002", "3870317700245", "+387031770024", "3870 3177 002O", "№387031770024"],
)
def test_anything_else_is_no_pairing_code(typed: str) -> None:
    assert pairing_digits(typed) is None


@given(st.text(max_size=40))
def test_what_is_found_is_twelve_ascii_digits(typed: str) -> None:
    found = pairing_digits(typed)
    assert found is None or (len(found) == 12 and found.isascii() and found.isdigit())
