"""Refusals: what a person can put right. A bug is any other exception, and is left to fly."""

import re
from dataclasses import dataclass, fields
from typing import Any

WORD_STARTS = re.compile(r"(?<!^)(?=[A-Z])")


@dataclass(eq=False)
class Refusal(Exception):
    """Base of every refusal. The class name in kebab case is its message in `locales/`, and its
    fields are the arguments of that message: `IinTooShort(digits=11)` is `iin-too-short`."""

    @property
    def words(self) -> str:
        return message_of(type(self))

    @property
    def arguments(self) -> dict[str, Any]:
        return {f.name: getattr(self, f.name) for f in fields(self)}


def message_of(refusal: type[Refusal]) -> str:
    return WORD_STARTS.sub("-", refusal.__name__).lower()
