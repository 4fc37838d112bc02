"""Logs: one JSON object a line on stderr, or lines for people when that is a terminal. What others
log passes through the same sieve, from WARNING on only: at DEBUG, drivers print values."""

import logging
import sys
import threading
from types import TracebackType
from typing import Any, TextIO

import orjson
import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from app.redaction import clean_foreign, clean_value, told

PLAIN = (str, int, float, type(None))


def configure(level: str = "INFO", stream: TextIO = sys.stderr) -> None:
    """To be called once, before the first line is logged. `level` is for our own code."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.stdlib.add_log_level,
            tell_exception,
            redact,
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
            renderer(stream),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        logger_factory=structlog.WriteLoggerFactory(file=stream),
        cache_logger_on_first_use=True,
    )
    logging.basicConfig(handlers=[Bridge()], level=logging.WARNING, force=True)
    logging.captureWarnings(True)
    sys.excepthook = crashed
    threading.excepthook = thread_crashed


def renderer(stream: TextIO) -> Processor:
    if stream.isatty():
        return structlog.dev.ConsoleRenderer(timestamp_key="at")
    return structlog.processors.JSONRenderer(serializer=dumped)


def dumped(event: EventDict, **_: object) -> str:
    return orjson.dumps(event).decode()


def tell_exception(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    given = event.pop("exc_info", None)
    error = given[1] if isinstance(given, tuple) else given
    if error is True:
        error = sys.exc_info()[1]
    if isinstance(error, BaseException):
        event["error"] = told(error)
    return event


def redact(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    return {name: clean_value(value) for name, value in event.items()}


class Bridge(logging.Handler):
    """Takes what is logged by the standard library's logging into ours."""

    def emit(self, record: logging.LogRecord) -> None:
        structlog.get_logger().log(
            record.levelno, text_of(record), logger=record.name, exc_info=record.exc_info
        )


def text_of(record: logging.LogRecord) -> str:
    """The message, its arguments cleaned first: an update would be printed whole."""
    message = record.msg if isinstance(record.msg, str) else argument(record.msg)
    args: Any = record.args
    if isinstance(args, dict):
        args = {name: argument(value) for name, value in args.items()}
    elif args:
        args = tuple(map(argument, args))
    try:
        return clean_foreign(message % args if args else message)
    except (TypeError, ValueError, KeyError):
        return clean_foreign(message)


def argument(value: object) -> Any:
    if isinstance(value, str):
        return clean_foreign(value)
    return value if isinstance(value, PLAIN) else f"<{type(value).__name__}>"


def crashed(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What ends the program, told without its text."""
    if issubclass(kind, KeyboardInterrupt):
        return
    structlog.get_logger().critical("crashed", exc_info=error)


def thread_crashed(args: threading.ExceptHookArgs) -> None:
    thread = args.thread.name if args.thread else ""
    structlog.get_logger().critical("thread crashed", exc_info=args.exc_value, thread=thread)
