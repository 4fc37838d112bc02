"""What the organiser of the olympiad does to its sessions, beside the chats."""

from datetime import timedelta

from adapters.db.store import Store
from domain import changes
from domain.changes import Slot, slot_of
from tests.chats.stage import Stage

REASON = {
    "kk": "мектепте жөндеу жүріп жатыр",
    "ru": "в школе ремонт",
    "en": "the school is being repaired",
}
ELSEWHERE = {"kk": "№ 2 мектеп", "ru": "Школа № 2", "en": "School No. 2"}


async def act(stage: Stage, verb: str, rest: str) -> None:
    """`moves math` with `+3 days`, `-1 hour` or `to another place`; `cancels math`."""
    what, _, subject = verb.partition(" ")
    now = stage.clock.now()

    def changed(store: Store) -> None:
        s = store.olympiads.sitting("auyl", 1, subject)
        if what == "cancels":
            changes.cancel(store, s.id, s.version, REASON, now)
        else:
            changes.move(store, s.id, s.version, moved(slot_of(s), rest), REASON, now)

    await stage.house.database.run(changed)


def moved(slot: Slot, how: str) -> Slot:
    if how == "to another place":
        return Slot(slot.starts, slot.minutes, ELSEWHERE)
    number, unit = how.split()
    by = timedelta(**{unit if unit.endswith("s") else unit + "s": int(number)})
    return Slot(slot.starts + by, slot.minutes, slot.place)
