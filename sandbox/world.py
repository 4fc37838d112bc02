"""The world behind the Bot API: who there is, what was said, and the few ways in which it changes.

Knows no HTTP and starts no tasks. A message's JSON is never changed in place, so it can be handed
out as it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sandbox.chats import BOT, Chat, Entry, Person
from sandbox.clock import Clock
from sandbox.errors import CannotAct, bad, forbidden
from sandbox.events import Events
from sandbox.files import Files
from sandbox.mailbox import Mailbox
from sandbox.profile import Profile
from sandbox.queries import Queries
from sandbox.updates import Updates
from sandbox.wire import Json

SHOWN_MESSAGES = 500  # of each chat, on the page


@dataclass(slots=True)
class World:
    bot: Profile
    people: dict[int, Person] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    clock: Clock = field(default_factory=Clock)
    files: Files = field(default_factory=Files)
    updates: Updates = field(default_factory=Updates)
    queries: Queries = field(default_factory=Queries)
    events: Events = field(default_factory=Events)
    mailbox: Mailbox = field(default_factory=Mailbox)
    last_message: int = 0

    def settle(self, person: Person) -> Person:
        """Give a person a place and a private chat with the bot, not started yet."""
        self.people[person.id] = person
        title = f"{person.first_name} {person.last_name}".strip()
        self.chats[person.id] = Chat(person.id, "private", title, [person.id])
        self.events.tell("person", person=person.view())
        return person

    def person(self, person_id: int) -> Person:
        """Somebody known; raises CannotAct with status 404."""
        if person_id not in self.people:
            raise CannotAct(f"no person {person_id}", 404)
        return self.people[person_id]

    def chat(self, chat_id: int) -> Chat:
        """A chat the bot may look at; refuses an unknown one."""
        if chat_id not in self.chats:
            raise bad("chat not found")
        return self.chats[chat_id]

    def writable(self, chat_id: int) -> Chat:
        """A chat the bot may write to now; refuses as Telegram does."""
        chat = self.chat(chat_id)
        if not chat.private:
            return chat
        if self.people[chat_id].deactivated:
            raise forbidden("user is deactivated")
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
        if not chat.started:
            raise forbidden("bot can't initiate conversation with a user")
        return chat

    def chat_tree(self, chat: Chat) -> Json:
        """The Chat object of the Bot API."""
        if not chat.private:
            return {"id": chat.id, "title": chat.title, "type": chat.type}
        person = self.people[chat.id]
        names = {"first_name": person.first_name}
        names |= {"last_name": person.last_name} if person.last_name else {}
        return {"id": chat.id, **names, "type": "private"}

    def author(self, out: int | str) -> Json:
        """The User object of who writes."""
        return self.bot.user() if isinstance(out, str) else self.people[out].user()

    def post(self, chat: Chat, out: int | str, content: Json) -> Entry:
        """Add a message. `out` is a person's id or "bot"."""
        self.last_message += 1
        tree = {
            "message_id": self.last_message,
            "from": self.author(out),
            "chat": self.chat_tree(chat),
            "date": self.clock.date(),
            **content,
        }
        entry = chat.messages[self.last_message] = Entry(tree, out)
        self.events.tell("message", chat_id=chat.id, message=entry.view())
        return entry

    def rewrite(self, chat: Chat, entry: Entry, content: Json) -> Json:
        """Replace parts of a message; a None takes a part away. The new Message object."""
        tree = entry.tree | {"edit_date": self.clock.date()} | content
        entry.tree = {name: value for name, value in tree.items() if value is not None}
        self.events.tell("edited", chat_id=chat.id, message=entry.view())
        return entry.tree

    def delete(self, chat: Chat, message_ids: Iterable[int]) -> None:
        """Take messages away for everybody; the keyboard one of them brought goes too."""
        gone = [i for i in message_ids if chat.entry(i)]
        for message_id in gone:
            chat.messages[message_id].deleted = True
        if chat.keyboard_message in gone:
            self.show_keyboard(chat, None, 0)
        self.events.tell("deleted", chat_id=chat.id, message_ids=gone)

    def show_keyboard(self, chat: Chat, keyboard: Json | None, message_id: int) -> None:
        """Put a reply keyboard under a chat, or take it away."""
        if keyboard is None and chat.keyboard is None:
            return
        chat.keyboard, chat.keyboard_message = keyboard, message_id
        whose = {"person_id": chat.id} if chat.private else {}
        self.events.tell("keyboard", chat_id=chat.id, **whose, reply_keyboard=keyboard)

    def view(self) -> Json:
        """Everything, for `GET /sandbox/state`; `version` is the number of the last event."""
        return {
            "bot": self.bot.view(),
            "people": [person.view() for person in self.people.values()],
            "chats": [self._chat_view(chat) for chat in self.chats.values()],
            "mail": self.mailbox.letters,
            "clock": self.clock.view(),
            "version": self.events.last,
        }

    def _chat_view(self, chat: Chat) -> Json:
        shown = list(chat.messages.values())[-SHOWN_MESSAGES:]
        return {
            "id": chat.id,
            "type": chat.type,
            "title": chat.title,
            **({"person_id": chat.id} if chat.private else {"members": chat.members}),
            "messages": [entry.view() for entry in shown],
            "reply_keyboard": chat.keyboard,
            "blocked": chat.blocked,
            "started": chat.started,
            "pinned": chat.pinned,
        }


GROUP_ID = -1001
PEOPLE = (
    Person(101, "Аружан", "Сапарова", "pupil", "+77000000001", "kk"),
    Person(102, "Гүлнар", "Сапарова", "parent", "+77000000002", "ru"),
    Person(103, "Ерлан", "Жұмабеков", "teacher", "+77000000003", "ru"),
    Person(104, "Динара", "Ахметова", "staff", "+77000000004", "kk"),
    Person(105, "Марат", "Оспанов", "staff", "+77000000005", "ru"),
)


def new_world(bot_id: int = 1, clock: Clock | None = None) -> World:
    """The bot, five invented people who have not met it yet, and a group with all of them."""
    bot = Profile(bot_id, "otinim_sandbox_bot", "Otinim")
    world = World(bot, clock=clock or Clock())
    for person in PEOPLE:
        world.settle(Person(**person.view()))
    members = [person.id for person in PEOPLE]
    world.chats[GROUP_ID] = Chat(GROUP_ID, "group", "9 «Ә» сынып", members)
    return world


__all__ = ["BOT", "GROUP_ID", "PEOPLE", "World", "new_world"]
