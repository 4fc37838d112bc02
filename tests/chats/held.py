"""What holds for every chat: Telegram takes each call, and the log has nothing to tell."""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import structlog
from pydantic import BaseModel

from app.logs import redact, tell_exception
from bot import models
from tests.chats.script import UNCHANGED

UPLOADED = ("document", "photo")


@contextmanager
def listening() -> Iterator[list[Mapping[str, Any]]]:
    """Everything that is logged inside, by us or by others."""
    lines: list[Mapping[str, Any]] = []
    ear = Ear(lines)
    logging.getLogger().addHandler(ear)
    try:
        with structlog.testing.capture_logs() as ours:
            yield lines
    finally:
        logging.getLogger().removeHandler(ear)
        lines.extend(as_written(line) for line in ours)


class Ear(logging.Handler):
    """Keeps what others log, from WARNING on."""

    def __init__(self, lines: list[Mapping[str, Any]]) -> None:
        super().__init__(logging.WARNING)
        self.lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append({"event": record.getMessage(), "log_level": record.levelname.lower()})


def as_written(line: Any) -> Mapping[str, Any]:
    """A line of ours as it would stand in the log."""
    return redact(None, "", tell_exception(None, "", dict(line)))


def unexpected(lines: Iterable[Mapping[str, Any]], expected: Sequence[str]) -> list[Any]:
    """The lines at WARNING or above that the chat doesn't speak of."""
    return [
        line
        for line in lines
        if line["log_level"] in ("warning", "error", "critical")
        and f"log {line['event']}" not in expected
    ]


def told(lines: Iterable[Mapping[str, Any]], typed: Iterable[str]) -> list[str]:
    """What people typed and the log repeats."""
    written = " ".join(map(str, lines))
    return [text for text in typed if len(text) > 3 and text in written]


def refused(journal: Iterable[Mapping[str, Any]]) -> list[str]:
    """Telegram's refusals of what the bot sent. Of two equal taps the second changes nothing;
    Telegram says so and the bot reckons with it."""
    said = [call["error"]["description"] for call in journal if "error" in call]
    return [description for description in said if UNCHANGED not in description]


def unknown(journal: Iterable[Mapping[str, Any]]) -> list[str]:
    """What aiogram's own models don't know of a call: they are made from Telegram's pages."""
    from aiogram import methods  # not before the bot's own import of it, which builds less

    found: list[str] = []
    for call in journal:
        name = call["method"]
        params = dict(call["params"])
        params |= {key: "a file" for key in UPLOADED if name == f"send{key.capitalize()}"}
        model = models.built(getattr(methods, name[0].upper() + name[1:]))
        found.extend(f"{name}: {extra}" for extra in extras(model.model_validate(params)))
    return found


def extras(value: Any) -> Iterator[str]:
    """Fields that a model took without knowing them, however deep."""
    if isinstance(value, BaseModel):
        yield from value.model_extra or ()
        for name in type(value).model_fields:
            yield from extras(getattr(value, name))
    if isinstance(value, list):
        for one in value:
            yield from extras(one)
