"""What a button says when it is tapped: `verb|part|part…`, at most 64 bytes. It carries ids and
codes, never an answer's text; whose draft it is, is decided by who tapped."""

from dataclasses import dataclass

from domain.forms.model import Draft, DraftId

MOST_BYTES = 64
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Tap:
    """A tap taken apart. Unknown shapes have an unknown verb: answered, never an exception."""

    verb: str
    parts: tuple[str, ...]

    def part(self, at: int) -> str:
        return self.parts[at] if at < len(self.parts) else ""


def read(data: str) -> Tap:
    verb, *parts = data.split("|")
    return Tap(verb, tuple(parts))


def tap(verb: str, *parts: str) -> str:
    return "|".join((verb, *parts))


def on_draft(verb: str, draft: Draft, *parts: str) -> str:
    """A tap about one draft: a later draft of the same form doesn't take it."""
    return tap(verb, draft.form, base36(draft.id), *parts)


def base36(number: int) -> str:
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = DIGITS[rest] + digits
    return digits or "0"


def row_id(text: str) -> int:
    """The row a tap is about; 0, which none has, for what is no number or too long a one."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def draft_id(text: str) -> DraftId:
    """The draft a tap is about; 0, which no draft has, for what is no number."""
    try:
        return DraftId(int(text, 36))
    except ValueError:
        return DraftId(0)
