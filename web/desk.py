"""The staff desk by HTTP: events and sessions; a proposal with its preview; a second person, whose
key it must be, confirms; either takes it back for a minute; progress, stop, resume.

It is the desk of the chat: what is proposed here may be confirmed there, and the other way round.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from adapters.db.engine import Database
from adapters.db.store import Store
from adapters.deciding import Decider
from adapters.desk_words import DeskWords
from domain import proposals, staff
from domain.lists import Places
from domain.people import PersonId
from domain.ports import Clock
from domain.proposals import ORGANISATION, Planned, Proposal, ProposalGone, ProposalId
from domain.sittings_table import Moves, read_moves
from domain.staff_keys import StaffKey
from web import bodies, tables
from web.desk_answers import event_told, proposal_told
from web.desk_requests import Asked
from web.links import spoken
from web.staff import Refused, StaffDoor, answered, demand, params_of

EVENTS, PROPOSALS, TABLE = "/staff/events", "/staff/proposals", "/staff/sessions"
STEPS = ("ask", "confirm", "drop", "undo", "stop", "resume")
THROUGH = "http"
"""As the audit says it."""
LARGEST_NUMBER = 2**31 - 1


@dataclass(frozen=True)
class Desk:
    database: Database
    clock: Clock
    places: Places
    words: DeskWords

    def routes(self) -> list[web.RouteDef]:
        opens = StaffDoor(self.database, self.words.words).opens
        return [
            web.get(EVENTS, opens(self.events)),
            web.get(PROPOSALS, opens(self.waiting)),
            web.post(PROPOSALS, opens(self.proposed)),
            web.get(PROPOSALS + "/{number}", opens(self.shown)),
            web.post(PROPOSALS + "/{number}/{step}", opens(self.decided)),
            web.post(TABLE, opens(self.table)),
        ]

    async def events(self, request: web.Request, key: StaffKey) -> web.StreamResponse:
        """All of them with their sessions."""
        demand(key, ORGANISATION, key.area)

        def work(store: Store) -> list[dict[str, Any]]:
            shelf = store.olympiads
            return [event_told(e, shelf.sittings(e.id)) for e in shelf.events()]

        return answered(await self.database.read(work))

    async def waiting(self, request: web.Request, key: StaffKey) -> web.StreamResponse:
        """What waits for the yes of the person of the key."""
        person, now = person_of(key), self.clock.now()
        demand(key, ORGANISATION, key.area)

        def work(store: Store) -> list[dict[str, Any]]:
            found = proposals.pending(store, person, now)
            mine = [p for p in found if key.covers(p.organisation, p.area)]
            return [proposal_told(store, self.words, p, now) for p in mine]

        return answered(await self.database.read(work))

    async def proposed(self, request: web.Request, key: StaffKey) -> web.StreamResponse:
        """One notice. `?check` only looks."""
        params = await params_of(request)
        given = {name: value for name, value in params.given.items() if name != "check"}
        checks = "check" in request.query
        now, reasons = self.clock.now(), self.words.reasons()

        def work(store: Store) -> dict[str, Any]:
            asked = Asked(store, self.places, reasons, bodies.Params(given), now)
            return self.made(store, key, [asked.planned()], checks=checks)

        return answered(await self.database.run(work))

    async def table(self, request: web.Request, key: StaffKey) -> web.StreamResponse:
        """Moved sessions (CSV), all of them or none: one proposal with a notice for each. 422
        with every wrong cell. `?check` only looks."""
        person_of(key)
        raw = await tables.sent(request)
        checks, now, reasons = "check" in request.query, self.clock.now(), self.words.reasons()

        def work(store: Store) -> dict[str, Any] | Moves:
            moves = read_moves(store, raw, reasons, now)
            if not moves.found.sound:
                return moves
            return self.made(store, key, moves.planned, checks=checks)

        told = await self.database.run(work)
        if isinstance(told, Moves):
            tables.refuse_unsound(told.found, self.words.words, spoken(request))
        return answered(told)

    def made(
        self, store: Store, key: StaffKey, planned: list[Planned] | tuple[Planned, ...],
        *, checks: bool,
    ) -> dict[str, Any]:  # fmt: skip
        """The proposal with its preview; looked at alone, it is not kept."""
        person, now = person_of(key), self.clock.now()
        area = proposals.area_of(planned)
        demand(key, ORGANISATION, area)
        if checks:
            staff.demand(store, person, ORGANISATION, area, proposals.ACTS[planned[0].kind])
            looked = Proposal(ProposalId(0), ORGANISATION, area, tuple(planned), person, now)
            return proposal_told(store, self.words, looked, now)
        made = proposals.propose(store, planned, person, now, through=THROUGH)
        return proposal_told(store, self.words, made, now)

    async def shown(self, request: web.Request, key: StaffKey) -> web.StreamResponse:
        """A proposal as it is now, and how far it has gone out."""
        now, number = self.clock.now(), number_of(request)

        def work(store: Store) -> dict[str, Any]:
            return proposal_told(store, self.words, allowed(store, key, number), now)

        return answered(await self.database.read(work))

    async def decided(self, request: web.Request, key: StaffKey) -> web.StreamResponse:
        """One step; 409 when somebody was faster or the minute is over."""
        step, number, now = request.match_info["step"], number_of(request), self.clock.now()
        if step not in STEPS:
            raise Refused(404, "STEP_UNKNOWN")

        def work(store: Store) -> dict[str, Any]:
            allowed(store, key, number)
            decider = Decider(self.words, store, person_of(key), now)
            take(decider, step, number, key.name)
            known = store.proposals.load(number)
            if known is None:
                raise ProposalGone
            return proposal_told(store, self.words, known, now)

        return answered(await self.database.run(work))


def take(decider: Decider, step: str, number: ProposalId, author: str) -> None:
    if step == "ask":
        decider.ask(number, author)
        return
    steps: Mapping[str, Callable[[ProposalId], Proposal]] = {
        "confirm": decider.confirm,
        "drop": decider.drop,
        "undo": decider.undo,
        "stop": decider.stop,
        "resume": decider.resume,
    }
    steps[step](number)


def person_of(key: StaffKey) -> PersonId:
    """What needs two people needs to know who calls."""
    if key.person is None:
        raise Refused(403, "KEY_WITHOUT_PERSON")
    return key.person


def number_of(request: web.Request) -> ProposalId:
    text = request.match_info["number"]
    if not (text.isascii() and text.isdigit() and int(text[:20]) <= LARGEST_NUMBER):
        raise Refused(404, "PROPOSAL_UNKNOWN")
    return ProposalId(int(text))


def allowed(store: Store, key: StaffKey, number: ProposalId) -> Proposal:
    """The proposal, if both the key and its person may see it; 404 tells nothing of others'."""
    person, known = person_of(key), store.proposals.load(number)
    if known is None or not key.covers(known.organisation, known.area):
        raise Refused(404, "PROPOSAL_UNKNOWN")
    if person not in (known.by, known.confirmed_by):
        staff.demand(store, person, known.organisation, known.area, known.act)
    return known
