"""Keyboards a bot may send, checked as Telegram checks them.

Stricter than Telegram in two places, both always mistakes: a button with two actions (Telegram
keeps the first) and a button without words (Telegram leaves it out).
"""

from dataclasses import dataclass
from typing import Any, Literal

from sandbox.entities import units
from sandbox.errors import ApiError, bad
from sandbox.links import WrongLink, checked
from sandbox.wire import Json, dump

ACTIONS = (
    "url", "callback_data", "web_app", "login_url", "switch_inline_query",
    "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "copy_text",
    "callback_game", "pay", "disabled",
)  # fmt: skip
MAY_BE_EMPTY = {"switch_inline_query", "switch_inline_query_current_chat"}
STYLES = ("primary", "success", "danger")
INLINE_BUTTONS, REPLY_BUTTONS, BYTES = 100, 300, 10_240
DATA_BYTES, COPY_LETTERS, PLACEHOLDER_LETTERS = 64, 256, 64


@dataclass(frozen=True, slots=True)
class Markup:
    """What a `reply_markup` asks for; `tree` is what the chat keeps."""

    kind: Literal["none", "inline", "keyboard", "remove", "force"]
    tree: Json | None = None


NONE = Markup("none")


def read(raw: Any) -> Markup:
    """A `reply_markup` already parsed from JSON; None asks for nothing."""
    if raw is None:
        return NONE
    if not isinstance(raw, dict):
        raise bad("object expected as reply markup")
    if raw.get("inline_keyboard") is not None:
        return _inline(raw["inline_keyboard"])
    if raw.get("keyboard") is not None:
        return _keyboard(raw)
    if raw.get("remove_keyboard") or raw.get("hide_keyboard"):
        return Markup("remove")
    return Markup("force") if raw.get("force_reply") else NONE


def private_only(markup: Markup) -> None:
    """Refuses buttons that ask a person for something where several people listen."""
    rows = (markup.tree or {}).get("keyboard", [])
    for button in (button for row in rows for button in row):
        if button.get("request_contact"):
            raise bad("phone number can be requested in private chats only")
        if button.get("request_location"):
            raise bad("location can be requested in private chats only")


def _inline(rows: Any) -> Markup:
    refusal = 'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'
    kept = [[_inline_button(b) for b in row] for row in _rows(rows, refusal) if row]
    _refuse_long(kept, INLINE_BUTTONS)
    return Markup("inline", {"inline_keyboard": kept}) if kept else NONE


def _rows(rows: Any, refusal: str) -> list[list[Any]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad(refusal)
    return rows


def _refuse_long(rows: list[list[Json]], most: int) -> None:
    if sum(map(len, rows)) > most or len(dump(rows)) > BYTES:
        raise bad("reply markup is too long")


def _wrong_inline(reason: str) -> ApiError:
    return bad(f"can't parse inline keyboard button: {reason}")


def _inline_button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise _wrong_inline("InlineKeyboardButton must be an Object")
    kept = {name: value for name, value in button.items() if value is not None}
    _refuse_text(kept, "inline keyboard button")
    actions = [name for name in ACTIONS if _acts(kept, name)]
    if not actions:
        raise _wrong_inline("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise _wrong_inline(f"Exactly one action is allowed, found {' and '.join(actions)}")
    return kept | _checked_action(kept, actions[0])


def _acts(button: Json, name: str) -> bool:
    return name in button and (button[name] != "" or name in MAY_BE_EMPTY)


def _refuse_text(button: Json, what: str) -> None:
    text = button.get("text")
    if text is None:
        raise bad(f"can't parse {what}: Can't find field \"text\"")
    if not isinstance(text, str):
        raise bad(f'can\'t parse {what}: Field "text" must be of type String')
    if not text.strip():
        raise bad(f'can\'t parse {what}: Field "text" must be non-empty')
    if button.get("style", "primary") not in STYLES:
        raise bad(f"can't parse {what}: Invalid button style specified")


def _checked_action(button: Json, action: str) -> Json:
    match action:
        case "url":
            return {"url": _button_link(button["url"])}
        case "callback_data":
            return {"callback_data": _data(button["callback_data"])}
        case "copy_text":
            return {"copy_text": _copied(button["copy_text"])}
        case "web_app" | "login_url" | "disabled":
            if not isinstance(button[action], dict):
                raise _wrong_inline(f'Field "{action}" must be of type Object')
    return {}


def _button_link(url: Any) -> str:
    try:
        return checked(str(url))
    except WrongLink as wrong:
        raise bad(f"inline keyboard button URL '{url}' is invalid: {wrong}") from None


def _data(data: Any) -> str:
    if not isinstance(data, str):
        raise _wrong_inline('Field "callback_data" must be of type String')
    if not 1 <= len(data.encode()) <= DATA_BYTES:
        raise bad("BUTTON_DATA_INVALID")
    return data


def _copied(copy: Any) -> Json:
    text = copy.get("text") if isinstance(copy, dict) else None
    if not isinstance(text, str) or not 1 <= units(text) <= COPY_LETTERS:
        raise bad("BUTTON_COPY_TEXT_INVALID")
    return {"text": text}


def _keyboard(raw: Json) -> Markup:
    refusal = 'field "keyboard" must be an Array of Arrays'
    rows = [[_reply_button(b) for b in row] for row in _rows(raw["keyboard"], refusal) if row]
    _refuse_long(rows, REPLY_BUTTONS)
    placeholder = raw.get("input_field_placeholder") or ""
    if units(str(placeholder)) > PLACEHOLDER_LETTERS:
        raise bad("input field placeholder is too long")
    options = ("resize_keyboard", "one_time_keyboard", "is_persistent", "selective")
    kept: Json = {"keyboard": rows} | {name: True for name in options if raw.get(name)}
    return Markup(
        "keyboard", kept | ({"input_field_placeholder": placeholder} if placeholder else {})
    )


def _reply_button(button: Any) -> Json:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise bad("can't parse keyboard button: KeyboardButton must be a String or an Object")
    kept = {name: value for name, value in button.items() if value not in (None, False)}
    _refuse_text(kept, "keyboard button")
    return kept
