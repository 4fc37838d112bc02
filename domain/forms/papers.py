"""A paper sent from the phone: a photo or a PDF, kept as what Telegram told of the file."""

from dataclasses import dataclass
from typing import Any

from domain.errors import Refusal
from domain.forms.model import Answers, Asks, Choice
from domain.papers import PaperOfOtherType, refuse_size

TYPES = frozenset({"image/jpeg", "image/png", "application/pdf"})


@dataclass(eq=False)
class PaperExpected(Refusal):
    """A photo or a PDF was asked for, and something else came."""


@dataclass(frozen=True, slots=True)
class Paper:
    """`{"file": id, "type": MIME type, "bytes": size}`; refuses by size (10 MB, reliability.md
    B15) and type before anything is fetched."""

    asks: Asks = "paper"

    def read(self, raw: Any, before: Answers) -> dict[str, Any]:
        if not isinstance(raw, dict) or "file" not in raw:
            raise PaperExpected
        if raw.get("type") not in TYPES:
            raise PaperOfOtherType
        size = raw.get("bytes") or 0  # Telegram doesn't always tell the size
        refuse_size(size)
        return {"file": raw["file"], "type": raw["type"], "bytes": size}

    def choices(self, before: Answers) -> tuple[Choice, ...]:
        return ()

    def show(self, value: Any, before: Answers) -> Any:
        return Choice(value["type"], words="paper-received")
