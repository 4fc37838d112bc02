"""Parameters of a Bot API call, whatever way they came: form fields are text, JSON bodies are
already trees.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sandbox.errors import bad
from sandbox.wire import load

TRUE = {"true", "yes", "1"}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came inside the request."""

    filename: str
    mime: str
    data: bytes


def encodable(text: str) -> bool:
    """Whether the text can be written in UTF-8, that is, has no lone surrogates."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def whole(value: Any, default: int = 0) -> int:
    """A number of whatever came, in 64 bits as Telegram's; the default if it is none."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        return default
    try:
        number = int(value)
    except ValueError:
        return default
    return number if -(2**63) <= number < 2**63 else default


@dataclass(frozen=True, slots=True)
class Params:
    """Readers return a neutral value for an absent parameter; refusals are `ApiError`."""

    raw: Mapping[str, Any]

    def has(self, name: str) -> bool:
        return self.raw.get(name) not in (None, "")

    def text(self, name: str) -> str:
        """Text as sent; refuses what is not UTF-8."""
        value = self.raw.get(name)
        if value is None or isinstance(value, Upload):
            return ""
        text = value if isinstance(value, str) else str(value)
        if not encodable(text):
            raise bad("strings must be encoded in UTF-8")
        return text

    def whole(self, name: str, default: int = 0) -> int:
        """A whole number; text that is none counts as absent, as in Telegram."""
        return whole(self.raw.get(name), default)

    def flag(self, name: str) -> bool:
        value = self.raw.get(name)
        return value is True or str(value).lower() in TRUE

    def tree(self, name: str, what: str) -> Any:
        """A JSON value, parsed if it came as text; None if absent. `what` is its name."""
        value = self.raw.get(name)
        if value is None or value == "":
            return None
        if isinstance(value, str):
            value = self._parsed(value, what)
        refuse_surrogates(value)
        return value

    def _parsed(self, text: str, what: str) -> Any:
        try:
            return load(text)
        except ValueError:
            raise bad(f"can't parse {what} JSON object") from None


def refuse_surrogates(value: Any) -> None:
    """Refuses a JSON value that has text outside UTF-8 anywhere in it."""
    match value:
        case str() if not encodable(value):
            raise bad("strings must be encoded in UTF-8")
        case list():
            for item in value:
                refuse_surrogates(item)
        case dict():
            for item in value.values():
                refuse_surrogates(item)
