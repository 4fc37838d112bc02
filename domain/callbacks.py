"""Reports to portals: which there are, and how long a portal that doesn't take one is tried."""

from datetime import timedelta
from typing import Literal

Status = Literal["sent", "expired", "revoked"]
"""A bot has no receipts: nothing is ever `delivered` or `read`."""

WAITS = (5, 15, 30, 60, 120, 300, 600, 1_200, 1_800, 3_600)
"""Seconds before each of the Gateway's ten retries."""


def wait_after(tries: int) -> timedelta | None:
    """How long to wait after that many tries; None when the report is lost."""
    return timedelta(seconds=WAITS[tries - 1]) if tries <= len(WAITS) else None
