"""Long lists a page at a time: what fits a phone's screen, and the buttons that turn the page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.keyboards import Button

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list: `first` is the number of its first item, from 1; `at` counts from 0."""

    items: Sequence[T]
    first: int
    at: int
    pages: int


def page_of(listed: Sequence[T], at: int, most: int) -> Page[T]:
    """The page asked for, or the nearest there is."""
    pages = max(-(-len(listed) // most), 1)
    at = min(max(at, 0), pages - 1)
    return Page(listed[at * most : (at + 1) * most], at * most + 1, at, pages)


def turning(page: Page[T], to: Callable[[int], str]) -> list[list[Button]]:
    """‹ › 2/9 under a list of several pages; it goes round."""
    if page.pages == 1:
        return []
    at, pages = page.at, page.pages
    return [
        [
            Button("button-page-before", to((at - 1) % pages)),
            Button(
                "button-page-next",
                to((at + 1) % pages),
                arguments={"page": at + 1, "pages": pages},
            ),
        ]
    ]
