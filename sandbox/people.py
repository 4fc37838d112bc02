"""What people do: write, share a contact, edit, forward, block. Each act returns what came of it.

An act is `{"message": Message, "update_id": int | None}`; the number is None when the bot is not
told: it did not ask for such updates, or it is a group and the words were not for it (privacy
mode). Raises CannotAct.
"""

from sandbox.chats import Chat, Entry
from sandbox.entities import found_in
from sandbox.errors import CannotAct
from sandbox.sending import forwarded
from sandbox.wire import Json
from sandbox.world import World

DAY_SECONDS = 86_400


def say(
    w: World, person_id: int, text: str, chat_id: int | None = None, reply_to: int | None = None
) -> Json:
    """Write a text: any text at all, also what no client would send."""
    if not text:
        raise CannotAct("a message needs text", 400)
    return send(w, person_id, text_content(text), chat_id, reply_to)


def text_content(text: str) -> Json:
    """The `text` and `entities` of a message somebody writes."""
    marks = found_in(text)
    return {"text": text} | ({"entities": marks} if marks else {})


def start(w: World, person_id: int, payload: str = "") -> Json:
    """Press Start, or follow a link with a payload."""
    return say(w, person_id, f"/start {payload}".rstrip())


def send(
    w: World,
    person_id: int,
    content: Json,
    chat_id: int | None = None,
    reply_to: int | None = None,
) -> Json:
    """Put a person's message into their chat with the bot, or into another chat of theirs."""
    chat = open_chat(w, person_id, chat_id)
    reply = _reply(chat, reply_to)
    chat.started = True
    entry = w.post(chat, person_id, reply | content)
    _fold_keyboard(w, chat)
    return act(w, "message", chat, entry)


def _reply(chat: Chat, reply_to: int | None) -> Json:
    if not reply_to:
        return {}
    shown = dict(entry_in(chat, reply_to).tree)
    shown.pop("reply_to_message", None)
    return {"reply_to_message": shown}


def _fold_keyboard(w: World, chat: Chat) -> None:
    if chat.keyboard and chat.keyboard.get("one_time_keyboard"):
        w.show_keyboard(chat, None, 0)


def act(w: World, kind: str, chat: Chat, entry: Entry) -> Json:
    """Tell the bot about a message, if it may know."""
    heard = chat.private or _addressed(w, entry.tree)
    number = w.updates.push(kind, entry.tree, chat.id) if heard else None
    return {"message": entry.view(), "update_id": number}


def _addressed(w: World, tree: Json) -> bool:
    """What a bot in privacy mode hears in a group: commands, its name, replies to it."""
    if tree.get("reply_to_message", {}).get("from", {}).get("id") == w.bot.id:
        return True
    name = f"@{w.bot.username}".lower()
    text = str(tree.get("text") or tree.get("caption") or "").lower()
    if name in text:
        return True
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    return first.startswith("/") and "@" not in first


def open_chat(w: World, person_id: int, chat_id: int | None) -> Chat:
    """The chat a person writes in: their own with the bot unless another is named."""
    person = w.person(person_id)
    chat = w.chats.get(person.id if chat_id is None else chat_id)
    if chat is None or person.id not in chat.members:
        raise CannotAct(f"person {person_id} is in no chat {chat_id}", 404)
    if chat.blocked:
        raise CannotAct("the bot is blocked: unblock it first")
    return chat


def entry_in(chat: Chat, message_id: int) -> Entry:
    """A message of the chat that is there; CannotAct 404 otherwise."""
    entry = chat.entry(message_id)
    if entry is None:
        raise CannotAct(f"no message {message_id} in chat {chat.id}", 404)
    return entry


def contact(
    w: World,
    person_id: int,
    of: int | None = None,
    phone: str | None = None,
    chat_id: int | None = None,
) -> Json:
    """Share a contact: one's own, someone else's card (`of`), or a card of nobody here (`of=0`).

    One's own answers the message whose keyboard asked for it. As often in Telegram the number has
    no plus.
    """
    chat = open_chat(w, person_id, chat_id)
    asked = chat.keyboard_message if of in {None, person_id} and _asks_contact(chat) else None
    return send(w, person_id, {"contact": _card(w, person_id, of, phone)}, chat_id, asked)


def _asks_contact(chat: Chat) -> bool:
    rows = (chat.keyboard or {}).get("keyboard", [])
    asks = any(button.get("request_contact") for row in rows for button in row)
    return asks and chat.entry(chat.keyboard_message) is not None


def _card(w: World, person_id: int, of: int | None, phone: str | None) -> Json:
    if of == 0:
        return {"phone_number": phone or "77000000000", "first_name": "Бейтаныс"}
    whose = w.person(person_id if of is None else of)
    card = {"phone_number": phone or whose.phone.removeprefix("+"), "first_name": whose.first_name}
    card |= {"last_name": whose.last_name} if whose.last_name else {}
    return card | {"user_id": whose.id}


def edit(w: World, person_id: int, message_id: int, text: str, chat_id: int | None = None) -> Json:
    """Change the words of one's own message, within 48 hours."""
    chat = open_chat(w, person_id, chat_id)
    entry = entry_in(chat, message_id)
    if entry.out != person_id or "text" not in entry.tree or not text:
        raise CannotAct("only words of one's own message can be edited, and not to nothing", 400)
    if w.clock.now() - entry.tree["date"] > 2 * DAY_SECONDS:
        raise CannotAct("the message is too old to edit")
    w.rewrite(chat, entry, {"entities": None} | text_content(text))
    return act(w, "edited_message", chat, entry)


def forward(
    w: World,
    person_id: int,
    message_id: int,
    from_chat_id: int | None = None,
    chat_id: int | None = None,
) -> Json:
    """Send on a message of any chat the person is in."""
    source = entry_in(open_chat(w, person_id, from_chat_id), message_id)
    if source.tree.get("has_protected_content"):
        raise CannotAct("the message is protected from forwarding")
    return send(w, person_id, forwarded(source), chat_id)


def delete(w: World, person_id: int, message_id: int, chat_id: int | None = None) -> Json:
    """Delete for everybody, in a group only one's own message. The bot is not told."""
    chat = open_chat(w, person_id, chat_id)
    entry = entry_in(chat, message_id)
    if not chat.private and entry.out != person_id:
        raise CannotAct("only one's own message can be deleted in a group")
    w.delete(chat, [message_id])
    return {"message": entry.view(), "update_id": None}
