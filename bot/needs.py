"""What a step needs before its answer can be kept: a check made with no transaction open."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from domain.forms.model import Answers, Field
from domain.store import Store


@dataclass(frozen=True)
class NeedsCheck(Exception):
    """The answer was read and has to be checked outside the transaction before it is kept.
    `noted` is done in the transaction that keeps it."""

    field: Field
    value: Any
    before: Answers
    noted: Callable[[Store, Any], None] | None = None
