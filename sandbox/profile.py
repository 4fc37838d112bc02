"""The bot as people see it: names, descriptions, commands and menu buttons, by language and by
scope.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from sandbox.entities import units
from sandbox.errors import bad
from sandbox.params import Params
from sandbox.wire import Json

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"(?:[a-z]{2})?")
MOST_COMMANDS = 100
LENGTHS = {"name": 64, "description": 512, "short_description": 120}
PRIVATE = ("all_private_chats", "default")


@dataclass(slots=True)
class Profile:
    """`words` is by kind (name, description …) and language; `commands` by scope and language."""

    id: int
    username: str
    first_name: str
    words: dict[str, dict[str, str]] = field(default_factory=dict)
    commands: dict[str, dict[str, list[Json]]] = field(default_factory=dict)
    menu_buttons: dict[str, Json] = field(default_factory=dict)

    def user(self) -> Json:
        """The bot as the sender of a message."""
        name = self.word("name", "") or self.first_name
        return {"id": self.id, "is_bot": True, "first_name": name, "username": self.username}

    def word(self, kind: str, language: str) -> str:
        """A text of the profile in a language, or in none."""
        words = self.words.get(kind, {})
        return words.get(language) or words.get("", "")

    def view(self) -> Json:
        """The bot as the page sees it; commands are those of a private chat."""
        return {
            **self.user(),
            "name": self.user()["first_name"],
            "description": self.word("description", ""),
            "short_description": self.word("short_description", ""),
            "words": self.words,
            "commands": self._private_commands(),
            "menu_button": self.menu_buttons.get("", {"type": "commands"}),
        }

    def _private_commands(self) -> dict[str, list[Json]]:
        """Telegram looks in the narrower scope first, in all its languages."""
        narrow, wide = (self.commands.get(scope, {}) for scope in PRIVATE)
        return {"": []} | ({} if "" in narrow else wide) | narrow


def language(params: Params) -> str:
    """The `language_code` of a call; refuses what is not two letters or nothing."""
    code = params.text("language_code")
    if not LANGUAGE.fullmatch(code):
        raise bad("invalid language code specified")
    return code


def scope_key(scope: Any) -> str:
    """A BotCommandScope as one word, e.g. `chat:101`."""
    if scope is None:
        return "default"
    kind = scope.get("type") if isinstance(scope, dict) else None
    match kind:
        case "default" | "all_private_chats" | "all_group_chats" | "all_chat_administrators":
            return str(kind)
        case "chat" | "chat_administrators" if scope.get("chat_id"):
            return f"{kind}:{scope['chat_id']}"
        case "chat_member" if scope.get("chat_id") and scope.get("user_id"):
            return f"chat_member:{scope['chat_id']}:{scope['user_id']}"
    raise bad("can't parse BotCommandScope: Unsupported type specified")


def read_commands(raw: Any) -> list[Json]:
    """The `commands` of setMyCommands, checked."""
    if not isinstance(raw, list):
        raise bad("expected an Array of BotCommand")
    if len(raw) > MOST_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    return [_command(one) for one in raw]


def _command(raw: Any) -> Json:
    if not isinstance(raw, dict):
        raise bad("can't parse BotCommand: expected an Object")
    name, description = raw.get("command"), raw.get("description")
    if not isinstance(name, str) or not isinstance(description, str):
        missing = "command" if not isinstance(name, str) else "description"
        raise bad(f"can't parse BotCommand: Can't find field \"{missing}\"")
    name = name.removeprefix("/")
    if not COMMAND.fullmatch(name):
        raise bad("BOT_COMMAND_INVALID")
    if not 1 <= units(description) <= 256:
        raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def read_word(kind: str, params: Params) -> str:
    """A name or description to set, within its length."""
    text = params.text(kind)
    if units(text) > LENGTHS[kind]:
        raise bad(f"BOT_{kind.upper()}_TOO_LONG")
    return text


def read_menu_button(raw: Any) -> Json:
    """The `menu_button` of setChatMenuButton, checked."""
    if raw is None:
        return {"type": "default"}
    kind = raw.get("type") if isinstance(raw, dict) else None
    if kind in ("default", "commands"):
        return {"type": kind}
    if kind == "web_app" and raw.get("text") and isinstance(raw.get("web_app"), dict):
        return {"type": kind, "text": raw["text"], "web_app": raw["web_app"]}
    raise bad("can't parse MenuButton: Unsupported type specified")
