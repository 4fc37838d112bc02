"""What may stand in a log: ids, sizes, names of errors. Never what a person typed.

Patterns are the last line of defence, for text that other people's code wrote; our own code logs
no such thing in the first place.
"""

import re
import traceback
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

TOKEN = re.compile(r"\d{6,}(?::|%3A)[\w-]{30,}", re.IGNORECASE)
URL_PASSWORD = re.compile(r"://[^/\s@]*@")
EMAIL = re.compile(r"""[^\s@<>"'(),;=/[\]]+@[^\s@<>"'(),;/[\]]+""")
# An IIN has 12 digits and a phone 10 to 15, both written with all sorts of gaps.
NUMBER = re.compile(r"\+?\d(?:[\s().–-]{0,3}\d){9,}")
MOMENT = re.compile(r"20\d\d-\d\d-\d\d \d\d")  # the part of «2026-09-05 14:35» that NUMBER takes
ROOT = Path(__file__).parents[1]
OWN = frozenset({"app", "domain", "adapters", "bot", "web", "scheduler", "sandbox"})
LONGEST = 300


def clean(text: str) -> str:
    if not text.isascii():
        text = text.encode("utf-8", "replace").decode()  # a lone surrogate fits into no log
    text = TOKEN.sub("[token]", text)
    text = EMAIL.sub("[email]", URL_PASSWORD.sub("://[hidden]@", text))
    return NUMBER.sub(unless_moment, text)


def unless_moment(match: re.Match[str]) -> str:
    return match[0] if MOMENT.fullmatch(match[0]) else "[number]"


def clean_value(value: object) -> Any:
    """Plain data, cleaned. Any other object is replaced by the name of its type: its repr could
    hold a whole message."""
    match value:
        case None | bool() | float():
            return value
        case int():
            return clean_number(value)
        case Mapping():
            return {clean(str(k)): clean_value(v) for k, v in value.items()}
        case list() | tuple() | set() | frozenset():
            return [clean_value(item) for item in value]
        case str() | Path() | date() | timedelta():
            return clean(str(value))
    return f"<{type(value).__name__}>"


def clean_number(value: int) -> int | str:
    """Telegram's ids of people have at most 10 digits by now, those of groups 13 and a minus."""
    if 10**10 <= value < 10**15 or not -(2**63) <= value < 2**63:
        return "[number]"
    return int(value)


def clean_foreign(text: str) -> str:
    """Of what other people's code says only the first line: asyncio and pydantic go on by quoting
    the data."""
    return clean(text.partition("\n")[0])[:LONGEST]


def told(error: BaseException) -> dict[str, Any]:
    """An exception without its text: type, our own frames, and the same of what caused it."""
    about: dict[str, Any] = {"type": type(error).__qualname__, "frames": list(frames(error))}
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None:
        about["cause"] = told(cause)
    if isinstance(error, BaseExceptionGroup):
        about["group"] = [told(inner) for inner in error.exceptions]
    return about


def frames(error: BaseException) -> Iterator[str]:
    """`bot/send.py:41 Sender.send`, outermost first."""
    for frame, line in traceback.walk_tb(error.__traceback__):
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(ROOT) and (inside := path.relative_to(ROOT)).parts[0] in OWN:
            yield f"{inside.as_posix()}:{line} {frame.f_code.co_qualname}"
