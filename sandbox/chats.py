"""People, chats and the messages in them, as plain records: the Message objects are kept as Bot
API JSON.
"""

from dataclasses import dataclass, field

from sandbox.wire import Json

BOT = "bot"


@dataclass(slots=True)
class Person:
    """Somebody with a phone. `role` is only for the page; `phone` is with its plus."""

    id: int
    first_name: str
    last_name: str = ""
    role: str = ""
    phone: str = ""
    language_code: str = ""
    deactivated: bool = False

    def user(self) -> Json:
        """The person as the sender of a message."""
        return {"id": self.id, "is_bot": False, "first_name": self.first_name} | self._known(
            "last_name", "language_code"
        )

    def view(self) -> Json:
        """The person as the page sees them."""
        return {
            "id": self.id,
            "first_name": self.first_name,
            "last_name": self.last_name,
            "role": self.role,
            "phone": self.phone,
            "language_code": self.language_code,
        }

    def _known(self, *names: str) -> Json:
        return {name: getattr(self, name) for name in names if getattr(self, name)}


@dataclass(slots=True)
class Entry:
    """One message. `tree` is replaced, never changed in place: what was handed out stays as it
    was.
    """

    tree: Json
    out: int | str
    deleted: bool = False
    reactions: list[Json] = field(default_factory=list)

    @property
    def id(self) -> int:
        return int(self.tree["message_id"])

    def view(self) -> Json:
        """The message as the page sees it; of a deleted one only that it was there."""
        if self.deleted:
            kept = ("message_id", "date", "chat", "from")
            return {name: self.tree[name] for name in kept} | {"deleted": True, "out": self.out}
        shown = self.tree | {"out": self.out}
        return shown | {"reactions": self.reactions} if self.reactions else shown


@dataclass(slots=True)
class Chat:
    """A private chat (its id is the person's) or a group. `started`: somebody wrote."""

    id: int
    type: str
    title: str
    members: list[int]
    messages: dict[int, Entry] = field(default_factory=dict)
    keyboard: Json | None = None
    keyboard_message: int = 0
    started: bool = False
    blocked: bool = False
    pinned: list[int] = field(default_factory=list)

    @property
    def private(self) -> bool:
        return self.type == "private"

    def entry(self, message_id: int) -> Entry | None:
        """A message that is there and not deleted."""
        found = self.messages.get(message_id)
        return found if found and not found.deleted else None
