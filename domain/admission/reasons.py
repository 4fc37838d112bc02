"""Why staff refuse an application, and which answers each reason lets the parent put right."""

from collections.abc import Iterable, Mapping
from typing import Final

PAPER: Final = "paper_"
"""Keys of answers that are papers begin with this."""
WHERE = ("grade", "language", "basis", "school")
ABOUT_PAPERS = ("unreadable", "other-paper", "out-of-date", "other-person")
"""Reasons for which staff tick the papers they mean."""
FIELDS: Mapping[str, tuple[str, ...]] = {
    "not-in-catchment": ("basis", "school"),
    "no-places": WHERE,
    "other-grade": WHERE,
    "other-language": ("language", "basis", "school"),
    "not-representative": (),
}
"""The answers that a reason opens; none: nothing can be put right, a new application is needed."""
REASONS = (*ABOUT_PAPERS, *FIELDS)


def fields_of(reason: str, papers: Iterable[str]) -> tuple[str, ...]:
    """What the parent may change; `papers` are those that staff ticked."""
    if reason in ABOUT_PAPERS:
        return tuple(key for key in papers if key.startswith(PAPER))
    return FIELDS[reason]
