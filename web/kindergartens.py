"""`POST /staff/kindergartens`: a table of kindergartens (CSV) from staff's own systems. All of it
is loaded or nothing; `?check` only looks."""

from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import web

from adapters.db.engine import Database
from adapters.db.store import Store
from adapters.words import Words
from domain.imports import Preview
from domain.kindergarten_table import ORGANISATIONS, Loaded, count, keeps, load, preview
from domain.lists import Places
from domain.ports import Clock
from domain.staff_keys import StaffKey
from web import tables
from web.links import spoken
from web.staff import StaffDoor, answered

PATH = "/staff/kindergartens"


@dataclass(frozen=True)
class Kindergartens:
    database: Database
    clock: Clock
    words: Words
    places: Places

    def routes(self) -> list[web.RouteDef]:
        return [web.post(PATH, StaffDoor(self.database, self.words).opens(self.taken))]

    async def taken(self, request: web.Request, key: StaffKey) -> web.StreamResponse:
        raw = await tables.sent(request)
        work = self.looked_at if "check" in request.query else self.loaded
        told, found = await self.database.run(lambda store: work(store, raw, key))
        tables.refuse_unsound(found, self.words, spoken(request))
        return answered({"added": told.added, "replaced": told.replaced})

    def looked_at(self, store: Store, raw: bytes, key: StaffKey) -> tuple[Loaded, Preview]:
        found = preview(raw, self.places, store, held_by(store, key))
        return count(store, found), found

    def loaded(self, store: Store, raw: bytes, key: StaffKey) -> tuple[Loaded, Preview]:
        told, found = self.looked_at(store, raw, key)
        if found.sound:
            subject = f"key:{key.id}"
            load(store, found, by=key.actor, subject=subject, now=self.clock.now())
        return told, found


def held_by(store: Store, key: StaffKey) -> Callable[[str], bool]:
    """The places a key looks after; one that stands for a person, only theirs, as they are now."""
    grants = None if key.person is None else store.staff.grants(key.person)

    def held(place: str) -> bool:
        covered = any(key.covers(organisation, place) for organisation in ORGANISATIONS)
        return covered and (grants is None or keeps(grants, place))

    return held
