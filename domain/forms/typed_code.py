"""A question for a code that was sent to somebody."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from domain.errors import Refusal
from domain.forms.model import Answers, Asks, Choice


@dataclass(frozen=True, slots=True)
class TypedCode:
    """Six digits. Once spent a code is kept as `{"proved": what}` and holds only while the answer
    or fact named `of` is still that; otherwise it is `over`."""

    of: str
    malformed: Callable[[], Refusal]
    over: Callable[[], Refusal]
    asks: Asks = "text"

    def read(self, raw: Any, before: Answers) -> Any:
        if not isinstance(raw, dict):
            return self.digits(raw if isinstance(raw, str) else "")
        if raw.get("proved") != before[self.of]:
            raise self.over()
        return raw

    def digits(self, raw: str) -> str:
        digits = "".join(raw.split()).replace("-", "")
        if len(digits) != 6 or not (digits.isascii() and digits.isdigit()):
            raise self.malformed()
        return digits

    def choices(self, before: Answers) -> tuple[Choice, ...]:
        return ()

    def show(self, value: Any, before: Answers) -> Any:
        return "••••••"
