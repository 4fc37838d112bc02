"""Who is there and who lets the bot in: joining, blocking, unblocking, deleting an account."""

from sandbox.chats import Person
from sandbox.errors import CannotAct
from sandbox.wire import Json
from sandbox.world import World


def block(w: World, person_id: int) -> Json:
    """Stop the bot."""
    return _member_change(w, person_id, "member", "kicked")


def unblock(w: World, person_id: int) -> Json:
    """Let the bot in again. Real clients then send /start; here that is a second act."""
    return _member_change(w, person_id, "kicked", "member")


def _member_change(w: World, person_id: int, before: str, after: str) -> Json:
    person = w.person(person_id)
    chat = w.chats[person.id]
    if chat.blocked == (after == "kicked"):
        raise CannotAct("that is so already")
    chat.blocked = after == "kicked"
    w.events.tell("person", person=person.view(), chat_id=chat.id, blocked=chat.blocked)
    change = {
        "chat": w.chat_tree(chat),
        "from": person.user(),
        "date": w.clock.date(),
        "old_chat_member": _membership(w, before),
        "new_chat_member": _membership(w, after),
    }
    return {"message": None, "update_id": w.updates.push("my_chat_member", change, chat.id)}


def _membership(w: World, status: str) -> Json:
    until = {"until_date": 0} if status == "kicked" else {}
    return {"user": w.bot.user(), "status": status, **until}


def deactivate(w: World, person_id: int) -> Json:
    """Delete the person's account: the bot gets "Forbidden: user is deactivated" from now on."""
    w.person(person_id).deactivated = True
    return {"message": None, "update_id": None}


def join(w: World, fields: Json) -> Person:
    """Somebody new, with the next free id; takes first_name, last_name, role, phone,
    language_code.
    """
    known = ("first_name", "last_name", "role", "phone", "language_code")
    given = {name: str(fields[name]) for name in known if fields.get(name)}
    if "first_name" not in given:
        raise CannotAct("a person needs a first_name", 400)
    person = Person(max(w.people, default=100) + 1, given.pop("first_name"))
    for name, value in given.items():
        setattr(person, name, value)
    return w.settle(person)
