"""Admission to schools for systems of staff: applications by school, one with its papers, and the
decision. What may be seen and decided is said in `domain.admission.desk`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from adapters.admission.cards import Teller
from adapters.admission.deciding import Deciding
from adapters.db.engine import Database
from adapters.db.store import Store
from domain.admission import desk
from domain.admission.applications import Application
from domain.admission.reasons import PAPER
from domain.admission.vacancies import Vacancy
from domain.papers import FileName
from domain.ports import Clock, FileGone, Files
from domain.staff_keys import StaffKey
from web import bodies
from web.desk_requests import number, only, unfit
from web.errors import NO_STORE
from web.schools_answers import application_told, full_told, school_told
from web.staff import Refused, StaffDoor, StaffHandler, answered, params_of

SCHOOLS, APPLICATIONS = "/staff/schools", "/staff/applications"
STATES = ("review", "accepted", "refused", "withdrawn", "signing")
USUAL, MOST = 50, 200
"""Applications on a page."""
LARGEST = 2**31 - 1
FIELDS = {"accept": ("version",), "refuse": ("version", "reason", "papers"), "originals": ()}

Step = Callable[[Deciding, Application, bodies.Params], Application]


@dataclass(frozen=True)
class Schools:
    database: Database
    clock: Clock
    files: Files
    told: Teller

    def routes(self) -> list[web.RouteDef]:
        opens = StaffDoor(self.database, self.told.words).opens
        one = APPLICATIONS + "/{number}"
        return [
            web.get(SCHOOLS, opens(self.schools)),
            web.get(SCHOOLS + "/{school}/applications", opens(self.applications)),
            web.get(one, opens(self.opened)),
            web.get(one + "/papers/{paper}", opens(self.paper)),
            *[web.post(f"{one}/{step}", opens(self.deciding(step))) for step in STEPS],
        ]

    async def schools(self, request: web.Request, key: StaffKey) -> web.StreamResponse:
        """Those the key decides for, with how many applications there are in each state, and the
        places of the season in force."""

        season = self.told.season_on(self.clock.now())

        def work(store: Store) -> list[dict[str, Any]]:
            ours = desk.schools(store, desk.of_key(store, key))
            counts, places = store.admission.counts(), places_by_school(store, season)
            return [
                school_told(n, o, counts.get(n, {}), places.get(n, ()))
                for n, o in sorted(ours.items())
            ]

        return answered(await self.database.read(work))

    async def applications(self, request: web.Request, key: StaffKey) -> web.StreamResponse:
        """What was sent to a school, the oldest first, a page at a time."""
        asked = bodies.Params(bodies.flat(request.query))
        only(asked.given, ("state", "after", "limit"))
        state = asked.text("state") or None
        if state is not None and state not in STATES:
            raise unfit("state")
        after = number(asked, "after", LARGEST) if asked.has("after") else 0
        most = number(asked, "limit", MOST) if asked.has("limit") else USUAL
        school = request.match_info["school"]

        def work(store: Store) -> list[Application]:
            desk.school(store, desk.of_key(store, key), school)
            return store.admission.at_school(school, state, most + 1, after)

        found = await self.database.read(work)
        page = found[:most]
        further = page[-1].id if len(found) > most else None
        return answered({"applications": [application_told(a) for a in page], "next": further})

    async def opened(self, request: web.Request, key: StaffKey) -> web.StreamResponse:
        """All that its parent signed, what happened to it, and what papers there are."""

        def work(store: Store) -> dict[str, Any]:
            a = self.seen(store, key, request)
            return full_told(a, store.admission.vacancy(a.wish),
                             store.admission.history(a.id))  # fmt: skip

        return answered(await self.database.read(work))

    async def paper(self, request: web.Request, key: StaffKey) -> web.StreamResponse:
        """One paper as a PDF. That it was given out stands in the audit before it is."""
        name = request.match_info["paper"]
        a = await self.database.read(lambda store: self.seen(store, key, request))
        kept = desk.papers(a).get(PAPER + name)
        if kept is None:
            raise Refused(404, "PAPER_UNKNOWN")
        try:
            content = await self.files.load(FileName(kept["file"]))
        except FileGone:
            raise Refused(410, "PAPER_GONE") from None
        await self.database.run(lambda store: self.given(store, key, a, name))
        headers = {
            **NO_STORE,
            "X-Content-Type-Options": "nosniff",
            "Content-Disposition": f'attachment; filename="{name}.pdf"',
        }
        return web.Response(body=content, content_type="application/pdf", headers=headers)

    def given(self, store: Store, key: StaffKey, a: Application, name: str) -> None:
        """Into the audit, if it may still be seen."""
        by = desk.of_key(store, key)
        desk.seen(store, by, store.admission.load(a.id))
        desk.opened_papers(store, by, a, [PAPER + name], self.clock.now())

    def deciding(self, step: str) -> StaffHandler:
        """Accepts, refuses, or has the originals. The same again by the same key is answered the
        same; 409 when somebody was faster, or the parent has changed it since."""

        async def decided(request: web.Request, key: StaffKey) -> web.StreamResponse:
            params = await params_of(request)
            only(params.given, FIELDS[step])

            def work(store: Store) -> dict[str, Any]:
                a = self.seen(store, key, request)
                by = desk.of_key(store, key)
                deciding = Deciding(self.told, store, by, self.clock.now())
                return application_told(STEPS[step](deciding, a, params))

            return answered(await self.database.run(work))

        return decided

    def seen(self, store: Store, key: StaffKey, request: web.Request) -> Application:
        """The application of the address, if the key may see it."""
        known = store.admission.by_number(request.match_info["number"])
        return desk.seen(store, desk.of_key(store, key), known)


def places_by_school(store: Store, season: int) -> Mapping[str, Sequence[Vacancy]]:
    found: dict[str, list[Vacancy]] = {}
    for v in store.admission.all_vacancies(season):
        found.setdefault(v.school, []).append(v)
    return found


def accept(deciding: Deciding, a: Application, params: bodies.Params) -> Application:
    return deciding.accept(a, number(params, "version", LARGEST))


def refuse(deciding: Deciding, a: Application, params: bodies.Params) -> Application:
    version = number(params, "version", LARGEST)
    papers = [PAPER + name for name in named(params, a)]
    return deciding.refuse(a, params.text("reason"), papers, version)


def named(params: bodies.Params, a: Application) -> list[str]:
    """The papers named with a reason; each must have come with the application."""
    given = params.given.get("papers") or []
    known = [key.removeprefix(PAPER) for key in desk.papers(a)]
    if not isinstance(given, list) or any(name not in known for name in given):
        raise unfit("papers")
    return given


def originals(deciding: Deciding, a: Application, params: bodies.Params) -> Application:
    return deciding.hand_in(a)


STEPS: dict[str, Step] = {"accept": accept, "refuse": refuse, "originals": originals}
