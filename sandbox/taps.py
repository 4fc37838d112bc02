"""Taps on buttons under a message, and forged ones that no client would make."""

from sandbox.chats import Chat
from sandbox.errors import CannotAct
from sandbox.people import entry_in, open_chat
from sandbox.queries import Query
from sandbox.wire import Json
from sandbox.world import World

Tap = tuple[Query | None, Json]


def tap(
    w: World, person_id: int, message_id: int, row: int, column: int, chat_id: int | None = None
) -> Tap:
    """Press an inline button.

    A callback button gives the query to wait for and `{"update_id": …}`; others give no query and
    `{"url": …}` or `{"copy": …}`. Raises CannotAct for no such button or a disabled one.
    """
    chat = open_chat(w, person_id, chat_id)
    button = _button(entry_in(chat, message_id).tree, row, column)
    if "callback_data" in button:
        return _ask(w, person_id, chat, message_id, button["callback_data"])
    if "copy_text" in button:
        return None, {"copy": button["copy_text"]["text"]}
    for name in ("web_app", "login_url"):
        if name in button:
            return None, {"url": button[name].get("url", "")}
    if "url" in button:
        return None, {"url": button["url"]}
    raise CannotAct("this button does nothing")


def tap_data(
    w: World, person_id: int, message_id: int, data: str, chat_id: int | None = None
) -> Tap:
    """Send any data as if a button had it, even about a message of somebody else."""
    w.person(person_id)
    chat = w.chats.get(person_id if chat_id is None else chat_id)
    if chat is None:
        raise CannotAct(f"no chat {chat_id}", 404)
    return _ask(w, person_id, chat, message_id, data)


def _button(tree: Json, row: int, column: int) -> Json:
    rows = tree.get("reply_markup", {}).get("inline_keyboard", [])
    if not (0 <= row < len(rows) and 0 <= column < len(rows[row])):
        raise CannotAct(f"no button at row {row}, column {column}", 404)
    button: Json = rows[row][column]
    return button


def _ask(w: World, person_id: int, chat: Chat, message_id: int, data: str) -> Tap:
    query = w.queries.ask(chat.id, person_id, w.clock.now())
    entry = chat.entry(message_id)
    gone = {"chat": w.chat_tree(chat), "message_id": message_id, "date": 0}
    callback = {
        "id": query.id,
        "from": w.people[person_id].user(),
        "message": entry.tree if entry else gone,
        "chat_instance": str(-(chat.id * 7_919 + 10**17)),
        "data": data,
    }
    number = w.updates.push("callback_query", callback, chat.id)
    return query, {"update_id": number, "query_id": query.id}
