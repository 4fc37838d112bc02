"""Bot API methods about the bot itself: names, descriptions, commands, menu button."""

from sandbox import profile
from sandbox.params import Params
from sandbox.sending import chat_id
from sandbox.wire import Json
from sandbox.world import World


def me(w: World, _: Params) -> Json:
    """getMe"""
    return {
        **w.bot.user(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_commands(w: World, params: Params) -> bool:
    """setMyCommands"""
    commands = profile.read_commands(params.tree("commands", "commands") or [])
    _scope(w, params)[profile.language(params)] = commands
    return _changed(w)


def commands(w: World, params: Params) -> list[Json]:
    """getMyCommands: of exactly this scope and language."""
    return _scope(w, params).get(profile.language(params), [])


def delete_commands(w: World, params: Params) -> bool:
    """deleteMyCommands"""
    _scope(w, params).pop(profile.language(params), None)
    return _changed(w)


def _scope(w: World, params: Params) -> dict[str, list[Json]]:
    key = profile.scope_key(params.tree("scope", "BotCommandScope"))
    return w.bot.commands.setdefault(key, {})


def set_name(w: World, params: Params) -> bool:
    """setMyName"""
    return _set_word(w, params, "name")


def name(w: World, params: Params) -> Json:
    """getMyName"""
    own = w.bot.word("name", profile.language(params))
    return {"name": own or w.bot.first_name}


def set_description(w: World, params: Params) -> bool:
    """setMyDescription"""
    return _set_word(w, params, "description")


def description(w: World, params: Params) -> Json:
    """getMyDescription"""
    return {"description": w.bot.word("description", profile.language(params))}


def set_short_description(w: World, params: Params) -> bool:
    """setMyShortDescription"""
    return _set_word(w, params, "short_description")


def short_description(w: World, params: Params) -> Json:
    """getMyShortDescription"""
    return {"short_description": w.bot.word("short_description", profile.language(params))}


def _set_word(w: World, params: Params, kind: str) -> bool:
    text = profile.read_word(kind, params)
    w.bot.words.setdefault(kind, {})[profile.language(params)] = text
    return _changed(w)


def set_menu_button(w: World, params: Params) -> bool:
    """setChatMenuButton"""
    button = profile.read_menu_button(params.tree("menu_button", "MenuButton"))
    w.bot.menu_buttons[_menu_key(w, params)] = button
    return _changed(w)


def menu_button(w: World, params: Params) -> Json:
    """getChatMenuButton"""
    buttons = w.bot.menu_buttons
    return buttons.get(_menu_key(w, params)) or buttons.get("") or {"type": "commands"}


def _menu_key(w: World, params: Params) -> str:
    return str(w.chat(chat_id(params)).id) if params.has("chat_id") else ""


def _changed(w: World) -> bool:
    w.events.tell("bot", bot=w.bot.view())
    return True
