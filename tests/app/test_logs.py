"""Whatever is logged, by us or by others, no planted number, address, token or text comes out."""

import asyncio
import io
import json
import logging
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from app.logs import configure
from app.redaction import clean, told

IINS = st.from_regex(r"[0-9]{12}", fullmatch=True)
GAPS = st.sampled_from(["", " ", "-", "\u00a0"])
PHONES = st.builds(
    lambda head, gap, a, b, c: gap.join([head, f"700{a:04}"[:3], f"{b:03}", f"{c:04}"]),
    st.sampled_from(["+7", "8", "7"]), GAPS, st.integers(0, 9999), st.integers(0, 999),
    st.integers(0, 9999),
)  # fmt: skip
EMAILS = st.from_regex(r"[a-z]{3,9}\.?[0-9әқ]{1,4}@[a-z]{3,9}\.kz", fullmatch=True)
TOKENS = st.from_regex(r"[0-9]{8,10}:[A-Za-z0-9_-]{35}", fullmatch=True)
PLANTED = st.one_of(IINS, PHONES, EMAILS, TOKENS)
AROUND = st.text("abc қә«».,;:/ =\n", max_size=9)


class Log(io.StringIO):
    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.getvalue().splitlines()]


@pytest.fixture
def log() -> Iterator[Log]:
    root, hooks = logging.getLogger(), (sys.excepthook, threading.excepthook)
    handlers, level, stream = root.handlers[:], root.level, Log()
    configure("INFO", stream)
    yield stream
    logging.captureWarnings(False)
    structlog.reset_defaults()
    root.handlers, root.level = handlers, level
    sys.excepthook, threading.excepthook = hooks


def ours() -> Any:
    return structlog.get_logger()


def fail(error: BaseException) -> None:
    raise error


WAYS: list[Callable[[str], None]] = [
    lambda text: ours().info(text),
    lambda text: ours().info("typed", answer=text),
    lambda text: ours().info("typed", answers={"a": [text], text: (text, {text})}),
    lambda text: ours().info("typed", path=Path(text.replace("\0", "")), error=ValueError(text)),
    lambda text: ours().info("typed", raw=text.encode()),
    lambda text: logging.getLogger("theirs").warning(text),
    lambda text: logging.getLogger("theirs").warning("got %s and %r", text, [text]),
    lambda text: logging.getLogger("theirs").warning("got %(what)s", {"what": text}),
    lambda text: logging.getLogger("theirs").warning("got %d", text),
    lambda text: logging.getLogger("theirs").warning("%s: %s", "Error", ValueError(text)),
    lambda text: logging.getLogger("theirs").warning(ValueError(text)),
]


@given(AROUND, PLANTED, AROUND, st.sampled_from(WAYS))
def test_what_is_planted_does_not_come_out(
    before: str, planted: str, after: str, way: Callable[[str], None]
) -> None:
    log, settle = Log(), structlog.get_config()
    handlers = logging.getLogger().handlers[:]
    configure("INFO", log)
    way(f"{before} {planted} {after}")
    structlog.configure(**settle)
    logging.captureWarnings(False)
    logging.getLogger().handlers = handlers
    assert len(log.lines) == 1
    assert planted not in log.getvalue()
    digits = "".join(filter(str.isdigit, planted))[:10]
    assert len(digits) < 10 or digits not in "".join(filter(str.isdigit, log.lines[0]["event"]))


@given(IINS.map(int).filter(lambda n: n >= 10**10))
def test_an_iin_as_a_number_does_not_come_out(iin: int) -> None:
    from app.redaction import clean_value

    assert clean_value({"iin": iin}) == {"iin": "[number]"}


@given(st.text(), st.text())
def test_any_text_at_all_can_be_logged(text: str, key: str) -> None:
    from app.redaction import clean_value

    json.dumps(clean_value({key: text, "n": 2**80})).encode()
    assert isinstance(clean(text), str)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("https://api.telegram.org/bot123456789:" + "A" * 35 + "/getMe",
         "https://api.telegram.org/bot[token]/getMe"),
        ("https://api/bot123456789%3A" + "A" * 35, "https://api/bot[token]"),
        ("postgresql://otinim:gH7-kk@db/otinim", "postgresql://[hidden]@db/otinim"),
        ("IIN 850101 300119.", "IIN [number]."),
        ("call +7 (700) 000-00-01 now", "call [number] now"),
        ("write to a.b+c@mail.kz, please", "write to [email], please"),
        ("sent 2026-09-05 14:35:01 to 42", "sent 2026-09-05 14:35:01 to 42"),
        ("update 123456789 took 12.5 ms", "update 123456789 took 12.5 ms"),
    ],
)  # fmt: skip
def test_what_is_cleaned_and_what_is_left(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_ids_sizes_and_names_stay(log: Log) -> None:
    ours().info("handled", chat=7_012_345_678, group=-1_001_234_567_890, ms=1.5, done=True, x=None)
    (line,) = log.lines
    assert line.pop("at").endswith("Z")
    assert line == {
        "event": "handled", "level": "info", "chat": 7_012_345_678, "group": -1_001_234_567_890,
        "ms": 1.5, "done": True, "x": None,
    }  # fmt: skip


def test_an_exception_is_told_by_type_and_our_own_frames(log: Log) -> None:
    try:
        try:
            raise KeyError("secret")
        except LookupError as error:
            raise CodeExpired("850101300119 secret") from error
    except CodeExpired:
        ours().exception("failed")
    assert "secret" not in log.getvalue()
    assert log.lines[0]["error"] == {
        "type": "CodeExpired",
        "frames": [],
        "cause": {"type": "KeyError", "frames": []},
    }


class CodeExpired(Exception):
    pass


def test_our_frames_are_named_with_file_line_and_function() -> None:
    from app.config import ConfigRefused, load

    try:
        load({"SEND_RATE": "secret"})
    except ConfigRefused as error:
        about = told(error)
    assert [frame.split(":")[0] for frame in about["frames"]] == ["app/config.py"]
    assert about["frames"][0].endswith(" load")
    assert "cause" not in about


def test_a_group_of_exceptions_tells_each(log: Log) -> None:
    ours().error("failed", exc_info=ExceptionGroup("secret", [ValueError("secret"), OSError()]))
    assert "secret" not in log.getvalue()
    types = [inner["type"] for inner in log.lines[0]["error"]["group"]]
    assert types == ["ValueError", "OSError"]


class Update(BaseModel):
    update_id: int


def test_the_input_of_a_validation_error_does_not_come_out(log: Log) -> None:
    with pytest.raises(ValidationError) as caught:
        Update.model_validate({"update_id": "secret words"})
    error = caught.value
    theirs = logging.getLogger("aiogram.dispatcher")
    theirs.error("Failed to fetch updates - %s: %s", type(error).__name__, error)
    theirs.error("Failed - %s", str(error))
    theirs.error("Failed", exc_info=error)
    theirs.error(f"Failed: {error}")
    ours().error("failed", exc_info=error)
    ours().error("failed", reason=error)
    assert len(log.lines) == 6
    assert "secret" not in log.getvalue()


async def test_a_forgotten_tasks_error_does_not_come_out(log: Log) -> None:
    loop = asyncio.get_running_loop()
    loop.call_exception_handler(
        {
            "message": "Task exception was never retrieved",
            "exception": KeyError("secret"),
            "future": "<Task exception=KeyError('secret')>",
        }
    )
    (line,) = log.lines
    assert "secret" not in log.getvalue()
    assert line["event"] == "Task exception was never retrieved"
    assert line["error"]["type"] == "KeyError"


def test_others_are_heard_from_warning_on_and_we_from_our_level(log: Log) -> None:
    logging.getLogger("aiosqlite").debug("executing with %s", "secret")
    logging.getLogger("aiogram").info("Run polling for bot @secret")
    ours().debug("not at INFO")
    ours().info("at INFO")
    assert [line["event"] for line in log.lines] == ["at INFO"]


def test_what_ends_the_program_or_a_thread_is_told_without_its_text(log: Log) -> None:
    sys.excepthook(ValueError, ValueError("secret"), None)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    thread = threading.Thread(target=fail, args=[ValueError("secret")], name="disk")
    thread.start()
    thread.join()
    assert [line["event"] for line in log.lines] == ["crashed", "thread crashed"]
    assert "secret" not in log.getvalue()


def test_what_was_bound_to_a_context_is_in_every_line_of_it(log: Log) -> None:
    with structlog.contextvars.bound_contextvars(update=17):
        ours().info("inside")
    ours().info("outside")
    assert [line.get("update") for line in log.lines] == [17, None]


def test_a_terminal_gets_lines_for_people() -> None:
    class Terminal(Log):
        def isatty(self) -> bool:
            return True

    from app.logs import renderer

    said = renderer(Terminal())(None, "info", {"event": "handled", "level": "info", "n": 3})
    assert "handled" in str(said)
    assert not str(said).startswith("{")


def test_moments_and_durations_stay_readable(log: Log) -> None:
    ours().info("due", when=datetime(2026, 9, 5, 9, 35, tzinfo=UTC))
    assert log.lines[0]["when"] == "2026-09-05 09:35:00+00:00"
