"""Options of the whole suite."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--write-chats", action="store_true", help="write the golden chats as they are now"
    )
