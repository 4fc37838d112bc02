"""Sends what the outbox owes: in each chat in order, at Telegram's pace, nothing lost. A reply
goes out right after its commit; whatever can't go now is left for the loop."""

import asyncio
import base64
from collections import deque
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import structlog

from adapters.db.engine import Database
from adapters.db.store import Store
from adapters.notices import NothingNew, NoticeWords
from adapters.telegram import CallDelayed, CallFailed, CallRefused, CallUnsure, Telegram
from domain.outbox import MOST_TRIES, NO_NEW, Lane, Owed, wait_after
from domain.people import PersonId
from domain.ports import Clock, FileGone, Files
from domain.store import StoreUnavailable
from scheduler.claiming import LEASE, Claim
from scheduler.loops import forever
from scheduler.pace import CHAT_SECONDS, ChatPace, Flood, Pace

log = structlog.get_logger()
LOOK_EVERY = 0.25
MARK_EVERY = 0.05
"""What is sent is written down that soon: a crash in between sends it once more."""
LEAST_AT_ONCE, MOST_AT_ONCE = 28, 1000
UNSURE_AT_MOST = 32
"""Of what nobody asked for no more than that is out and not written down: a crash doubles those
and what is on its way."""
START_SECONDS = LEASE.total_seconds() / 2
"""A call takes 30 seconds at most: one that starts in the first half of the lease ends in it."""
DRAIN_SECONDS = 10.0
FREE_RATE = 30
"""Telegram bears more, up to 1,000 a second, only as a paid broadcast: 0.1 Star a message above
30 a second (Bot FAQ). Whoever sets SEND_RATE above that has chosen it."""
FORBIDDEN = 403
NO_CHAT = "chat not found"
UNCHANGED = "message is not modified"
UNPARSED = "can't parse entities"
EDIT_LOST = (
    "message to edit not found",
    "message can't be edited",
    "there is no text in the message to edit",
)
"""Telegram's words for an edit that can't be: the text then goes as a new message, unless it
says nothing without the old one (`NO_NEW`)."""


@dataclass
class Delivery:
    """The way out to Telegram. `rate` is messages a second over all chats."""

    database: Database
    telegram: Telegram
    clock: Clock
    worker: str
    rate: float
    notices: NoticeWords
    last: Lane = Lane.BROADCAST
    """The last lane this one looks at."""
    chat_seconds: float = CHAT_SECONDS
    files: Files | None = None
    behind: set[PersonId] = field(default_factory=set)
    out: list[tuple[int, int | None]] = field(default_factory=list)
    chats: dict[PersonId, deque[tuple[Owed, float]]] = field(default_factory=dict)
    """What is in hand of each chat, and until when it may be started."""

    def __post_init__(self) -> None:
        self.pace = Pace(self.rate)
        self.chat_pace, self.flood = ChatPace(self.chat_seconds), Flood()
        self.most = int(min(max(self.rate, LEAST_AT_ONCE), MOST_AT_ONCE))
        self.on_its_way = asyncio.Semaphore(max(10, int(self.rate) // 20))
        self.marking = asyncio.Lock()
        self.in_hand = 0
        self.room = asyncio.Event()
        self.closing = False

    async def hand(self, owed: Sequence[Owed]) -> None:
        """Sends fresh replies to one person, in order; the first that fails keeps the rest."""
        for at, o in enumerate(owed):
            if o.person in self.behind or not await self.send(o):
                self.behind.update({o.person})
                await self.leave(owed[at:])
                return

    async def leave(self, owed: Sequence[Owed]) -> None:
        """Gives rows back to the loop."""
        now = self.clock.now()
        ids = [o.id for o in owed]
        await self.database.run(lambda store: store.outbox.give_back(ids, now))

    async def run(self) -> None:
        """Sends what is due, until cancelled: a second's worth in hand, chats side by side, so
        that one which doesn't answer holds up nobody else."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(forever(self.mark, MARK_EVERY))
            await forever(lambda: self.turn(tasks), LOOK_EVERY)

    async def turn(self, tasks: asyncio.TaskGroup) -> int:
        """Takes what there is room for, once half of what was in hand is out."""
        while self.in_hand > self.most // 2:
            self.room.clear()
            await self.room.wait()
        owed = [] if self.closing else await self.claim(self.most - self.in_hand)
        self.start(owed, tasks)
        if not owed:
            await self.catch_up()
        return len(owed)

    async def sweep(self) -> int:
        """Everything that is due now, up to a second's worth, to its end."""
        await self.mark()
        owed = await self.claim(self.most)
        async with asyncio.TaskGroup() as tasks:
            self.start(owed, tasks)
        await self.mark()
        await self.catch_up()
        return len(owed)

    async def claim(self, most: int) -> list[Owed]:
        calm = self.flood.over(asyncio.get_running_loop().time())
        last = self.last if calm else min(self.last, Lane.REPLY)
        claim = Claim(self.worker, self.clock.now(), most, last)
        return await self.database.run(claim.take)

    def start(self, owed: Sequence[Owed], tasks: asyncio.TaskGroup) -> None:
        """Each chat's rows in order: a chat that is busy gets the new ones behind the others."""
        until = asyncio.get_running_loop().time() + START_SECONDS
        self.in_hand += len(owed)
        for o in sorted(owed, key=lambda o: (o.lane, o.id)):
            if o.person in self.chats:
                self.chats[o.person].append((o, until))
            else:
                self.chats[o.person] = deque([(o, until)])
                tasks.create_task(self.drain(o.person))

    async def drain(self, person: PersonId) -> None:
        """One chat's rows. If what became of one can't be written down, the rest is left: our
        lease runs out, and it is claimed again."""
        queue = self.chats[person]
        try:
            while queue:
                o, until = queue.popleft()
                sent = await self.send_in_time(o, until)
                self.done(1)
                if not sent and queue:
                    await self.leave([left for left, _ in queue])
                    self.done(len(queue))
                    queue.clear()
        except StoreUnavailable as away:
            log.error("nothing can be stored now", trouble=str(away))
            self.done(1 + len(queue))
        del self.chats[person]

    def done(self, rows: int) -> None:
        self.in_hand -= rows
        if self.in_hand <= self.most // 2:
            self.room.set()

    async def send_in_time(self, o: Owed, until: float) -> bool:
        """Sends a row while it is surely ours. What nobody asked for goes at one a second."""
        loop = asyncio.get_running_loop()
        if o.lane > Lane.REPLY and (wait := self.chat_pace.left(o.person, loop.time())):
            await asyncio.sleep(wait)
        if loop.time() > until:
            return True
        if o.lane <= Lane.REPLY:
            return await self.send(o)
        async with self.on_its_way:
            if len(self.out) >= UNSURE_AT_MOST:
                await self.mark()
            return await self.send(o)

    async def catch_up(self) -> None:
        """People with nothing left waiting get their replies at once again."""
        if not self.behind:
            return
        people = list(self.behind)
        waiting = await self.database.run(
            lambda store: {p for p in people if store.outbox.backlog(p)}
        )
        self.behind &= waiting

    async def send(self, o: Owed) -> bool:
        """One row: sent or closed for good is true; false leaves it for later."""
        await self.pace.wait(o.lane)
        if o.useful_until is not None and o.useful_until <= self.clock.now():
            await self.close(o, "expired", None)
            return True
        try:
            result = await self.call(o)
        except CallDelayed as told:
            now = asyncio.get_running_loop().time()
            self.flood.note(o.person, told.retry_after, now)
            await self.again(o, timedelta(seconds=told.retry_after), told)
            return False
        except CallUnsure as unsure:
            if o.tries + 1 < MOST_TRIES:
                await self.again(o, wait_after(o.tries + 1), unsure)
                return False
            await self.close(o, "failed", unsure)
        except CallRefused as refused:
            await self.refused(o, refused)
        except NothingNew:
            await self.close(o, "cancelled", None)
        except Exception as bug:  # noqa: BLE001 a row of ours that can't be said stops nobody else
            log.error("a row cannot be made into a call", row=o.id, trouble=type(bug).__name__)
            await self.close(o, "failed", CallFailed("", type(bug).__name__))
        else:
            self.chat_pace.sent(o.person, asyncio.get_running_loop().time())
            self.out.append((o.id, message_of(result)))
        return True

    def payload(self, o: Owed) -> Mapping[str, Any]:
        """What a row says; one of a broadcast gets its words only now. Raises NothingNew."""
        if o.telling is None:
            return o.payload
        call = self.notices.call(o.telling.broadcast, o.person, o.telling)
        return {**call, "allow_paid_broadcast": True} if self.rate > FREE_RATE else call

    async def call(self, o: Owed) -> Any:
        """Carries out the call; an edit that can't be becomes a new message unless it says
        otherwise, and a text that Telegram can't parse goes once more without markup
        (reliability.md B17)."""
        payload = self.payload(o)
        method = str(payload["method"])
        params = {
            key: await self.content(method, value)
            for key, value in payload.items()
            if key not in ("method", NO_NEW)
        }
        try:
            return await self.telegram.call(method, params)
        except CallRefused as refused:
            if lost(o, refused) and not o.payload.get(NO_NEW):
                fresh = {key: value for key, value in params.items() if key != "message_id"}
                return await self.telegram.call("sendMessage", fresh)
            if refused.moved_to is not None:
                return await self.telegram.call(method, {**params, "chat_id": refused.moved_to})
            if UNPARSED in refused.description:
                plain = {key: value for key, value in params.items() if key != "parse_mode"}
                return await self.telegram.call(method, plain)
            raise

    async def content(self, method: str, value: Any) -> Any:
        """A paper is owed by its name (`{"upload": …, "type": …, "kept": name}`), so that a row
        isn't as large as the paper; it is loaded when it is sent."""
        if not isinstance(value, dict) or "kept" not in value:
            return value
        try:
            assert self.files is not None  # noqa: S101 only a house with files owes one
            loaded = await self.files.load(value["kept"])
        except FileGone:
            raise CallRefused(method, "the file is gone", 404) from None
        rest = {k: v for k, v in value.items() if k != "kept"}
        return {**rest, "base64": base64.b64encode(loaded).decode()}

    async def refused(self, o: Owed, refused: CallRefused) -> None:
        """Telegram said no for good. Somebody who blocked the bot is left alone until they come
        back; an unchanged edit is as good as sent, and one of a lost message is not needed."""
        if UNCHANGED in refused.description:
            self.out.append((o.id, None))
            return
        if refused.code != FORBIDDEN and NO_CHAT not in refused.description.lower():
            await self.close(o, "cancelled" if lost(o, refused) else "failed", refused)
            return

        def leave_alone(store: Store) -> None:
            store.outbox.close(o.id, "blocked", refused.description)
            store.people.lose(o.person)
            store.outbox.leave_alone(o.person)

        await self.database.run(leave_alone)

    async def again(self, o: Owed, wait: timedelta, trouble: CallFailed) -> None:
        """Tries later. 429 is about the whole chat, so its codes wait too."""
        due = self.clock.now() + wait
        self.behind.add(o.person)
        lane = Lane.CODE if isinstance(trouble, CallDelayed) else o.lane

        def put_off(store: Store) -> None:
            store.outbox.again(o.id, due, str(trouble))
            store.outbox.hold(o.person, lane, due)

        await self.database.run(put_off)

    async def close(self, o: Owed, state: str, trouble: CallFailed | None) -> None:
        reason = None if trouble is None else trouble.description
        if state != "cancelled":
            log.warning("not sent", row=o.id, state=state, reason=reason)
        await self.database.run(lambda store: store.outbox.close(o.id, state, reason))

    async def stopped(self) -> None:
        """At the end: what is in hand goes out, what is out is marked, the rest is free for the
        next start."""
        self.closing = True
        with suppress(TimeoutError):
            async with asyncio.timeout(DRAIN_SECONDS):
                await self.emptied()
        await self.mark()
        await self.database.run(lambda store: store.outbox.release(self.worker))

    async def emptied(self) -> None:
        """Returns when nothing is in hand."""
        while self.in_hand:
            self.room.clear()
            await self.room.wait()

    async def mark(self) -> int:
        """Writes down what is out, many at once. A crash before it sends those once more."""
        async with self.marking:
            out, self.out = self.out, []
            if not out:
                return 0

            def marked(store: Store) -> None:
                for row, message in out:
                    store.outbox.sent(row, message)

            try:
                await self.database.run(marked)
            except StoreUnavailable:
                self.out = [*out, *self.out]
                raise
        return 0


def lost(o: Owed, refused: CallRefused) -> bool:
    """Whether the message to edit is gone."""
    edits = o.payload.get("method") == "editMessageText"
    return edits and any(told in refused.description for told in EDIT_LOST)


def message_of(result: Any) -> int | None:
    return result.get("message_id") if isinstance(result, dict) else None


def beside(common: Delivery, worker: str, last: Lane) -> Delivery:
    """Another way out at the same pace, for the first lanes: with a queue and leases of its
    own."""
    apart = replace(common, worker=worker, last=last, behind=set(), out=[], chats={})
    apart.pace, apart.chat_pace = common.pace, common.chat_pace
    return apart
