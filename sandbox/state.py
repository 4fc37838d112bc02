"""Keeping the world in a file, so that a restart loses no chat.

The world is one JSON file, replaced atomically; files that people and the bot sent lie beside it,
each written once.
"""

from collections import deque
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sandbox.chats import Chat, Entry, Person
from sandbox.files import Stored
from sandbox.profile import Profile
from sandbox.queries import Query
from sandbox.updates import Update, Webhook
from sandbox.wire import Json, dump, load
from sandbox.world import World

FORMAT = 1


def snapshot(w: World) -> bytes:
    """The world as JSON, without the bytes of files."""
    return dump(
        {
            "format": FORMAT,
            "bot": asdict(w.bot),
            "people": [asdict(person) for person in w.people.values()],
            "chats": [_chat_tree(chat) for chat in w.chats.values()],
            "offset_seconds": w.clock.offset_seconds,
            "files": [_file_tree(stored) for stored in w.files.by_id.values()],
            "updates": _updates_tree(w),
            "queries": [_query_tree(query) for query in w.queries.by_id.values()],
            "letters": w.mailbox.letters,
            "last_event": w.events.last,
            "last_message": w.last_message,
        }
    )


def _chat_tree(chat: Chat) -> Json:
    own = {name: getattr(chat, name) for name in Chat.__slots__ if name != "messages"}
    return own | {"messages": [_entry_tree(entry) for entry in chat.messages.values()]}


def _entry_tree(entry: Entry) -> Json:
    return {name: getattr(entry, name) for name in Entry.__slots__}


def _file_tree(stored: Stored) -> Json:
    return {name: getattr(stored, name) for name in Stored.__slots__ if name != "data"}


def _query_tree(query: Query) -> Json:
    return {name: getattr(query, name) for name in Query.__slots__ if name != "watchers"}


def _updates_tree(w: World) -> Json:
    hook = w.updates.webhook
    return {
        "next_number": w.updates.next_number,
        "allowed": w.updates.allowed,
        "webhook": asdict(hook) if hook else None,
        "pending": [[u.number, u.chat, u.tree] for u in w.updates.pending],
    }


def save(path: Path, image: bytes, files: list[Stored]) -> None:
    """Replace the state file; a killed process leaves the old one or the new one."""
    folder = _folder(path)
    folder.mkdir(parents=True, exist_ok=True)
    for stored in files:
        _write_once(folder / stored.file_id, stored.data)
    _replace(path, image)


def _folder(path: Path) -> Path:
    return path.with_name(path.name + ".files")


def _write_once(path: Path, data: bytes) -> None:
    if not path.exists():
        _replace(path, data)


def _replace(path: Path, data: bytes) -> None:
    fresh = path.with_name(path.name + ".new")
    fresh.write_bytes(data)
    fresh.replace(path)


def load_into(w: World, path: Path) -> bool:
    """Make the world what the file says; False when there is no file, ValueError when it is not
    ours.
    """
    if not path.exists():
        return False
    tree = load(path.read_bytes())
    if not isinstance(tree, dict) or tree.get("format") != FORMAT:
        raise ValueError(f"{path} is not a sandbox state of format {FORMAT}")
    _restore(w, tree, _folder(path))
    return True


def _restore(w: World, tree: Json, folder: Path) -> None:
    w.bot = Profile(**tree["bot"])
    w.people = {person["id"]: Person(**person) for person in tree["people"]}
    w.chats = {chat["id"]: _chat(chat) for chat in tree["chats"]}
    w.clock.offset_seconds = tree["offset_seconds"]
    w.files.by_id = {f["file_id"]: _stored(f, folder) for f in tree["files"]}
    w.queries.by_id = {query["id"]: Query(**query) for query in tree["queries"]}
    w.mailbox.letters = tree["letters"]
    w.events.last, w.last_message = tree["last_event"], tree["last_message"]
    _restore_updates(w, tree["updates"])


def _chat(tree: Json) -> Chat:
    entries = [Entry(**entry) for entry in tree["messages"]]
    return Chat(**(tree | {"messages": {entry.id: entry for entry in entries}}))


def _stored(tree: Json, folder: Path) -> Stored:
    path = folder / tree["file_id"]
    return Stored(**tree, data=path.read_bytes() if path.exists() else b"")


def _restore_updates(w: World, tree: dict[str, Any]) -> None:
    w.updates.next_number = tree["next_number"]
    w.updates.allowed = tree["allowed"]
    w.updates.webhook = Webhook(**tree["webhook"]) if tree["webhook"] else None
    w.updates.pending = deque(Update(*update) for update in tree["pending"])
