"""What happens to a table that staff sent: shown, kept sealed until a yes, and loaded as a whole
or not at all. What a sort of table means is said where that sort is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from bot.keyboards import Button
from bot.render import keyboard
from bot.screens import Shown
from bot.table_faults import faults
from bot.talk import Says, Talk
from bot.taps import Tap, row_id, tap
from domain import audit, imports
from domain.imports import ImportId, Preview
from domain.staff import EVERYWHERE, NotAllowed
from domain.store import Store
from domain.table_sorts import Sort

LOAD = "tb"
SHOWN = 10
"""Lines of a table shown in the question whether to load it."""
Look: TypeAlias = Callable[[Talk, Store, bytes], tuple[Preview, str]]
"""What is wrong with a table, and the question about it if nothing is."""
Take: TypeAlias = Callable[[Talk, Store, ImportId], tuple[Preview, str]]
"""What is wrong with it by now, and what was done if nothing is. Raises ImportGone."""


@dataclass(frozen=True, slots=True)
class Loading:
    """A sort of table as the chat takes it: whether somebody may send it at all, what becomes of
    it, and a table to begin with."""

    sort: Sort
    able: Callable[[Talk, Store], bool]
    look: Callable[[Talk, Store, bytes], Says]
    example: Callable[[Talk, Store], str]
    kept: "Kept | None" = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A table that waits for a yes."""

    kind: str
    look: Look
    take: Take
    back: str
    """The item of the menu it belongs to."""
    yes: str = "button-table-load"

    def looked_at(self, talk: Talk, store: Store, raw: bytes) -> Says:
        found, question = self.look(talk, store, raw)
        if not found.sound:
            return [talk.show(faults(talk, found, self.kind))]
        number = imports.keep(
            store, self.kind, raw, organisation=EVERYWHERE, area=EVERYWHERE,
            by=audit.person(talk.id), now=talk.now,
        )  # fmt: skip
        rows = [
            [Button(self.yes, tap(LOAD, "y", str(number), self.kind), style="success")],
            [Button("button-table-drop", tap(LOAD, "n", str(number), self.kind))],
        ]
        return shown(talk, question, rows)

    def decided(self, talk: Talk, store: Store, tapped: Tap) -> Says:
        """Whoever sent it says yes or no, once."""
        number, by = ImportId(row_id(tapped.part(1))), audit.person(talk.id)
        waits = store.imports.waiting(number, self.kind)
        if waits is not None and waits.by != by:
            raise NotAllowed
        rows = [
            [Button(f"button-{self.back}", f"m|{self.back}")],
            [Button("button-menu", "m|menu")],
        ]
        if tapped.part(0) != "y":
            imports.drop(store, number, self.kind, by=by, now=talk.now)
            return shown(talk, talk.voice.say("table-dropped"), rows)
        found, told = self.take(talk, store, number)
        if not found.sound:
            return [talk.show(faults(talk, found, self.kind))]
        return shown(talk, told, rows)


def shown(talk: Talk, text: str, rows: list[list[Button]]) -> Says:
    talk.offer(rows)
    return [talk.show(Shown(text, keyboard(talk.voice, rows), rows))]
