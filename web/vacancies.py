"""`POST /staff/vacancies`: a table of vacancies (CSV) from staff's own systems. All of it is
published or nothing; `?check` only looks. The same table on the same day is published once."""

from dataclasses import dataclass

from aiohttp import web

from adapters.db.engine import Database
from adapters.db.store import Store
from adapters.words import Words
from domain.bulletin_desk import Clerk
from domain.imports import Preview
from domain.ports import Clock
from domain.queue.windows import Rules
from domain.staff_keys import StaffKey
from domain.vacancy_table import Published, fingerprint, load, preview
from web import tables
from web.kindergartens import held_by
from web.links import spoken
from web.staff import StaffDoor, answered

PATH = "/staff/vacancies"


@dataclass(frozen=True)
class Vacancies:
    database: Database
    clock: Clock
    words: Words
    rules: Rules

    def routes(self) -> list[web.RouteDef]:
        return [web.post(PATH, StaffDoor(self.database, self.words).opens(self.taken))]

    async def taken(self, request: web.Request, key: StaffKey) -> web.StreamResponse:
        raw = await tables.sent(request)
        work = self.seen if "check" in request.query else self.published
        found, told = await self.database.run(lambda store: work(store, raw, key))
        tables.refuse_unsound(found, self.words, spoken(request))
        counts = {"vacancies": told.vacancies, "places": told.places, "told": told.told}
        return answered(counts)

    def seen(self, store: Store, raw: bytes, key: StaffKey) -> tuple[Preview, Published]:
        year = self.rules.day(self.clock.now()).year
        found = preview(raw, store, Clerk(key.actor, held_by(store, key)), year)
        places = sum(row["places"] for _, row in found.rows)
        return found, Published(len(found.rows), places, 0)

    def published(self, store: Store, raw: bytes, key: StaffKey) -> tuple[Preview, Published]:
        found, told = self.seen(store, raw, key)
        if not found.sound:
            return found, told
        now = self.clock.now()
        once = f"key:{key.organisation}:{self.rules.day(now)}:{fingerprint(raw)}"
        return found, load(
            store, found, Clerk(key.actor, held_by(store, key)), once, self.rules, now
        )
