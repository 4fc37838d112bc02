"""Takes updates in: stored before they are acknowledged, handled from the table, one person's
strictly in order and nobody held up by another. Used by polling and by the webhook alike."""

import asyncio
import secrets
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import Any, TypeVar

import structlog
from aiogram.types import Update
from pydantic import ValidationError

from adapters.db.engine import Database
from adapters.db.store import Store
from bot.render import message
from bot.talk import House, Talk
from domain.inbox import WAITS, Received, chat_type_of, sender_of
from domain.outbox import Notice
from domain.people import PersonId
from domain.store import StoreUnavailable

log = structlog.get_logger()
LEASE = timedelta(seconds=60)
AT_ONCE = 128
"""So many people are answered at the same time."""
RESCUE_SECONDS = 1.0
"""How often updates that nobody works on are looked for."""
MOST_WAITING = 4000
STORE_SECONDS = 1.0
T = TypeVar("T")


@dataclass
class Intake:
    """The inbox and who works on it. `answer` handles one update of one person; `idle` is set
    while nothing is being handled, `room` while more may be fetched."""

    house: House
    answer: Callable[[Talk], Awaitable[None]]
    queues: dict[PersonId, deque[Received]] = field(default_factory=dict)
    mine: set[int] = field(default_factory=set)
    stopping: bool = False
    idle: asyncio.Event = field(default_factory=asyncio.Event)
    room: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.idle.set()
        self.room.set()

    @property
    def database(self) -> Database:
        return self.house.database

    async def accept(self, raws: Sequence[Mapping[str, Any]]) -> None:
        """Stores updates; when this returns they may be acknowledged. Known ones are dropped."""
        received = [
            Received(raw["update_id"], sender_of(raw), raw)
            for raw in raws
            if isinstance(raw.get("update_id"), int)
        ]
        now = self.house.clock.now()
        new = await self.database.run(
            lambda store: store.inbox.add(received, now, self.house.worker, LEASE)
        )
        self.enqueue(r for r in received if r.update_id in new)

    def enqueue(self, received: Iterable[Received]) -> None:
        """Hands updates to their person's queue, in order."""
        for r in received:
            if r.update_id in self.mine or self.stopping:
                continue
            self.mine.add(r.update_id)
            self.idle.clear()
            if len(self.mine) > MOST_WAITING:
                self.room.clear()
            queue = self.queues.get(r.person)
            if queue is None:
                queue = self.queues[r.person] = deque()
                queue.append(r)
                self.tasks.create_task(self.drain(r.person, queue))
            else:
                queue.append(r)

    async def run(self, started: asyncio.Event) -> None:
        """Works until cancelled; first takes up what an earlier run left."""
        self.places = asyncio.Semaphore(AT_ONCE)
        async with asyncio.TaskGroup() as self.tasks:
            started.set()
            while True:
                await self.storing(self.rescue)
                await asyncio.sleep(RESCUE_SECONDS)

    async def rescue(self) -> None:
        """Takes up stored updates that nobody works on: after a crash, or another's."""
        now = self.house.clock.now()
        found = await self.database.run(
            lambda store: store.inbox.claim(self.house.worker, now, LEASE, AT_ONCE)
        )
        self.enqueue(found)

    async def drain(self, person: PersonId, queue: deque[Received]) -> None:
        """One person's updates, one after the other."""
        while queue and not self.stopping:
            async with self.places:
                await self.handle(queue[0])
            self.mine.discard(queue.popleft().update_id)
            if len(self.mine) <= MOST_WAITING:
                self.room.set()
        self.queues.pop(person, None)
        if not self.queues:
            self.idle.set()

    async def handle(self, received: Received) -> None:
        """Handles one update: failures are tried again, then parked; never anybody else's
        trouble."""
        for tries in range(received.tries, len(WAITS) + 1):
            if not await self.storing(partial(self.our_turn, received)):
                return
            trouble = await self.attempt(received)
            while isinstance(trouble, StoreUnavailable):
                log.error("nothing can be stored now", trouble=str(trouble))
                await asyncio.sleep(STORE_SECONDS)
                trouble = await self.attempt(received)
            if trouble is None:
                return
            if isinstance(trouble, ValidationError) or tries == len(WAITS):
                await self.storing(partial(self.park, received, trouble))
                return
            await self.storing(partial(self.note_failure, received, trouble, tries))
            await asyncio.sleep(WAITS[tries].total_seconds())

    async def storing(self, step: Callable[[], Awaitable[T]]) -> T:
        """Runs a step until it can be stored: a full disk is no reason to give an update up."""
        while True:
            try:
                return await step()
            except StoreUnavailable as trouble:
                log.error("nothing can be stored now", trouble=str(trouble))
                await asyncio.sleep(STORE_SECONDS)

    async def our_turn(self, received: Received) -> bool:
        """With several processes an older update of this person may be elsewhere: then this one
        is left for whoever takes it up after that."""
        if not self.database.several_processes:
            return True
        return await self.database.run(
            lambda store: store.inbox.first_in_line(received.update_id, received.person)
        )

    async def attempt(self, received: Received) -> Exception | None:
        """Answers an update; what went wrong, if it has to be answered again. After the step is
        stored it has not: what it owes is in the outbox."""
        talk: Talk | None = None
        try:
            update = Update.model_validate(lean(received.raw))
            person, state, data = await self.house.states.load(received.person)
            behind = self.queues.get(received.person, ())
            talk = Talk(self.house, received, update, person, state, data, behind=behind)
            await self.answer(talk)
            if not talk.settled:
                await talk.settle(lambda store: [])
        except Exception as trouble:  # noqa: BLE001 the edge: retried, then parked
            if talk is None or not talk.settled:
                return trouble
            log.error("stored, but not sent at once", trouble=type(trouble).__name__)
        return None

    async def note_failure(self, received: Received, trouble: Exception, tries: int) -> None:
        log.warning(
            "update failed",
            update=received.update_id,
            tries=tries + 1,
            trouble=type(trouble).__name__,
            exc_info=trouble,
        )
        due = self.house.clock.now() + WAITS[tries]
        await self.database.run(lambda store: store.inbox.fail(received.update_id, due))

    async def park(self, received: Received, trouble: Exception) -> None:
        """Gives up on an update; the person is told, with a number to name when they ask."""
        incident = incident_number()
        log.error(
            "update parked",
            update=received.update_id,
            incident=incident,
            trouble=type(trouble).__name__,
            exc_info=trouble,
        )
        now = self.house.clock.now()

        def parked(store: Store) -> None:
            store.inbox.park(received.update_id, incident, now)
            if received.person and chat_type_of(received.raw) == "private":
                store.outbox.add(self.apology(store, received.person, incident), now)

        await self.database.run(parked)

    def apology(self, store: Store, person: PersonId, incident: str) -> Notice:
        lang = store.people.language(person) or "kk"
        text = self.house.words.say(lang, "incident", number=incident)
        return Notice(person, message(person, text))

    async def drained(self) -> None:
        """Lets what is being handled end; what waits stays stored for the next start."""
        self.stopping = True
        await self.idle.wait()
        await self.database.run(lambda store: store.inbox.release(self.house.worker))


def lean(raw: Mapping[str, Any]) -> Mapping[str, Any]:
    """An update without what nobody asks of a tapped message: its text and all its buttons, which
    cost as much to read into models as the rest of the update."""
    query = raw.get("callback_query")
    if not isinstance(query, dict) or not isinstance(query.get("message"), dict):
        return raw
    message = {k: v for k, v in query["message"].items() if k in ("message_id", "date", "chat")}
    return {**raw, "callback_query": {**query, "message": message}}


def incident_number() -> str:
    """Short enough to be said on the phone, and no two alike in a year."""
    return secrets.token_hex(4).upper()
