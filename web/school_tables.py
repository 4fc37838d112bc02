"""`POST /staff/schools/places` and `POST /staff/schools/catchment`: tables (CSV) from staff's own
systems. All of a table is loaded or nothing; `?check` only looks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias, TypedDict

from aiohttp import web

from adapters.admission.cards import Teller
from adapters.db.engine import Database
from adapters.db.store import Store
from domain import audit
from domain.admission import catchment_table, desk, places_table
from domain.admission.desk import Officer
from domain.imports import Preview
from domain.ports import Clock
from domain.staff_keys import StaffKey
from web import tables
from web.links import spoken
from web.staff import StaffDoor, answered

PLACES, CATCHMENT = "/staff/schools/places", "/staff/schools/catchment"


class Loading(TypedDict):
    """Who loads a table, and when."""

    by: str
    subject: str
    now: datetime


Load: TypeAlias = Loading | None
"""None: it is only looked at."""
Told: TypeAlias = tuple[Preview, Mapping[str, int]]


@dataclass(frozen=True)
class SchoolTables:
    database: Database
    clock: Clock
    told: Teller

    def routes(self) -> list[web.RouteDef]:
        opens = StaffDoor(self.database, self.told.words).opens
        return [
            web.post(PLACES, opens(self.places)),
            web.post(CATCHMENT, opens(self.catchment)),
        ]

    async def places(self, request: web.Request, key: StaffKey) -> web.StreamResponse:
        raw = await tables.sent(request)
        rules, season = self.told.rules, self.told.season_on(self.clock.now())

        def work(store: Store, by: Officer, load: Load) -> Told:
            planned = places_table.plan(store, raw, by, rules, season)
            if load is not None and planned.found.sound:
                places_table.load(store, planned, **load)
            counts = {"new": planned.new, "changed": planned.changed, "same": planned.same}
            return planned.found, counts

        return await self.worked(request, key, work)

    async def catchment(self, request: web.Request, key: StaffKey) -> web.StreamResponse:
        raw = await tables.sent(request)

        def work(store: Store, by: Officer, load: Load) -> Told:
            planned = catchment_table.plan(store, raw, by)
            if load is not None and planned.found.sound:
                catchment_table.load(store, planned, **load)
            counts = {"new": planned.new, "same": planned.same, "gone": len(planned.gone)}
            return planned.found, counts

        return await self.worked(request, key, work)

    async def worked(
        self, request: web.Request, key: StaffKey, work: Callable[[Store, Officer, Load], Told]
    ) -> web.StreamResponse:
        """In one transaction, by whoever decides for a school at all."""
        checks, now = "check" in request.query, self.clock.now()

        def whole(store: Store) -> Told:
            by = desk.of_key(store, key)
            desk.schools(store, by)
            load = None if checks else Loading(by=by.actor, subject=audit.key(key.id), now=now)
            return work(store, by, load)

        found, counts = await self.database.run(whole)
        tables.refuse_unsound(found, self.told.words, spoken(request))
        return answered(counts)
