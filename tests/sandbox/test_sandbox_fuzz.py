"""Whatever a bot sends, it is answered or refused; whatever people do, they can or they cannot."""

import contextlib

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sandbox import people, state, wire
from sandbox.errors import ApiError, CannotAct
from sandbox.methods import NAMES
from sandbox.people_api import ACTS, TAPS
from sandbox.telegram import Telegram

UNHURRIED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
PARAMS = (
    "chat_id", "from_chat_id", "message_id", "message_ids", "text", "caption", "entities",
    "parse_mode", "reply_markup", "reply_parameters", "commands", "scope", "language_code",
    "media", "photo", "reaction", "menu_button", "allowed_updates", "offset", "limit", "url",
    "file_id", "user_id", "action", "name",
)  # fmt: skip
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
NEAR = st.sampled_from([101, "101", -1001, 1, 2, "1", [1], "[1, 2]", "{}", "[]", "[[]]", "[{}]"])
OF_BUTTONS = (
    "text", "url", "callback_data", "copy_text", "style", "inline_keyboard", "keyboard",
)  # fmt: skip
ROWS = st.lists(st.lists(st.dictionaries(st.sampled_from(OF_BUTTONS), SCALARS)))
BUTTONS = st.dictionaries(st.sampled_from(OF_BUTTONS), SCALARS | ROWS)
PARTS = (
    "type",
    "offset",
    "length",
    "media",
    "message_id",
    "user",
    "chat_id",
    "text",
    "emoji",
    "url",
)
TREES = st.recursive(
    SCALARS | NEAR | BUTTONS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(PARTS), inner),
    max_leaves=8,
)
CALLS = st.dictionaries(st.sampled_from(PARAMS), NEAR | TREES, max_size=6)


@UNHURRIED
@given(st.lists(st.tuples(st.sampled_from(sorted(NAMES)), CALLS), max_size=4))
def test_any_call_is_answered_or_refused(calls):
    telegram = Telegram()
    people.start(telegram.world, 101)
    for method, params in calls:
        with contextlib.suppress(ApiError):
            wire.dump(telegram.call(method, {"chat_id": 101, **params}))
    wire.dump(telegram.world.view())
    state.snapshot(telegram.world)


ACT_FIELDS = (
    "text", "message_id", "chat_id", "of", "phone", "row", "column", "data", "payload",
)  # fmt: skip
VALUES = st.sampled_from([1, 2, 101, -1001, 0]) | SCALARS
FIELDS = st.dictionaries(st.sampled_from(ACT_FIELDS), VALUES)


@UNHURRIED
@given(st.lists(st.tuples(st.sampled_from(sorted(ACTS | TAPS)), FIELDS), max_size=10))
def test_any_act_can_be_done_or_not(acts):
    telegram = Telegram()
    for name, fields in acts:
        with contextlib.suppress(CannotAct):
            (ACTS | TAPS)[name](telegram.world, 101, fields)
    wire.dump(telegram.call("getUpdates", {}))
