"""The mailbox: letters the bot's mailer left here instead of sending them."""

from dataclasses import dataclass, field

from sandbox.wire import Json


@dataclass(slots=True)
class Mailbox:
    letters: list[Json] = field(default_factory=list)

    def keep(self, letter: Json, at: int) -> tuple[Json, bool]:
        """The stored letter and whether it is new: one message_id is kept once."""
        known = self._same(letter.get("message_id"))
        if known is not None:
            return known, False
        stored = {"id": len(self.letters) + 1, "at": at} | letter
        self.letters.append(stored)
        return stored, True

    def _same(self, message_id: str | None) -> Json | None:
        if not message_id:
            return None
        return next((x for x in self.letters if x.get("message_id") == message_id), None)

    def to(self, address: str) -> list[Json]:
        """Letters to this address, oldest first; all letters for an empty address."""
        sought = address.strip().casefold()
        return [x for x in self.letters if not sought or str(x["to"]).strip().casefold() == sought]
