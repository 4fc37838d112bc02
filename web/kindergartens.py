"""`POST /staff/kindergartens`: a table of kindergartens (CSV) from staff's own systems. All of it
is loaded or nothing; `?check` only looks."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from adapters.db.engine import Database
from adapters.db.store import Store
from domain.imports import MOST_BYTES, Preview
from domain.kindergarten_table import ORGANISATIONS, Loaded, count, load, preview
from domain.lists import Places
from domain.ports import Clock
from domain.staff_keys import StaffKey
from web.staff import Refused, StaffDoor, answered

PATH = "/staff/kindergartens"


@dataclass(frozen=True)
class Kindergartens:
    database: Database
    clock: Clock
    places: Places

    def routes(self) -> list[web.RouteDef]:
        return [web.post(PATH, StaffDoor(self.database).opens(self.taken))]

    async def taken(self, request: web.Request, key: StaffKey) -> web.StreamResponse:
        """422 with every wrong cell: line, column, the refusal's name and what it says of it."""
        raw = await request.content.read(MOST_BYTES + 1)
        while len(raw) <= MOST_BYTES and (more := await request.content.read(MOST_BYTES)):
            raw += more
        work = self.looked_at if "check" in request.query else self.loaded
        told, found = await self.database.run(lambda store: work(store, raw, key))
        if not found.sound:
            raise Refused(422, "TABLE_UNFIT", {"faults": faults(found)})
        return answered({"added": told.added, "replaced": told.replaced})

    def looked_at(self, store: Store, raw: bytes, key: StaffKey) -> tuple[Loaded, Preview]:
        found = preview(raw, self.places, store, held_by(key))
        return count(store, found), found

    def loaded(self, store: Store, raw: bytes, key: StaffKey) -> tuple[Loaded, Preview]:
        told, found = self.looked_at(store, raw, key)
        if found.sound:
            subject = f"key:{key.id}"
            load(store, found, by=key.actor, subject=subject, now=self.clock.now())
        return told, found


def held_by(key: StaffKey) -> Callable[[str], bool]:
    return lambda place: any(key.covers(organisation, place) for organisation in ORGANISATIONS)


def faults(found: Preview) -> list[dict[str, Any]]:
    return [
        {
            "line": e.row,
            "column": e.column,
            "fault": e.refusal.words,
            **{k: str(v) for k, v in e.refusal.arguments.items()},
        }
        for e in found.errors
    ]
