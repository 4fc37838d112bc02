"""Telegram's pace: so many messages a second over all chats, whoever matters most first, and one a
second to a chat that hasn't asked."""

import asyncio
from collections.abc import Hashable
from heapq import heappop, heappush
from itertools import count

from domain.outbox import Lane

CHAT_SECONDS = 1.0
"""Telegram bears about one message a second to one chat (Bot FAQ)."""
FLOOD_CHATS, FLOOD_SECONDS, FLOOD_PAUSE_SECONDS = 4, 2.0, 30.0


class Pace:
    """At most `rate` sends a second over all, in bursts of a tenth of that. When there is a queue,
    the first lanes go first: a code or a reply never stands behind a broadcast, so all of the
    rate is theirs when they need it (reliability.md C12)."""

    def __init__(self, rate: float) -> None:
        self.step = 1 / rate
        self.slack = max(self.step, 0.1)
        self.next = 0.0
        self.queue: list[tuple[int, int, asyncio.Future[None]]] = []
        self.order = count()
        self.timer: asyncio.TimerHandle | None = None

    async def wait(self, lane: Lane = Lane.REPLY) -> None:
        """Returns when it is this one's turn."""
        loop = asyncio.get_running_loop()
        if not self.queue and self.next <= loop.time():
            self.take(loop.time())
            return
        turn = loop.create_future()
        heappush(self.queue, (int(lane), next(self.order), turn))
        self.arm(loop)
        await turn

    def take(self, now: float) -> None:
        self.next = max(self.next, now - self.slack) + self.step

    def arm(self, loop: asyncio.AbstractEventLoop) -> None:
        if self.timer is None and self.queue:
            self.timer = loop.call_at(self.next, self.let_go, loop)

    def let_go(self, loop: asyncio.AbstractEventLoop) -> None:
        """Everybody whose turn it is by now."""
        self.timer = None
        now = loop.time()
        while self.queue and self.next <= now:
            _, _, turn = heappop(self.queue)
            if not turn.done():
                turn.set_result(None)
                self.take(now)
        self.arm(loop)


class ChatPace:
    """One message a second to each chat. Remembers the last two seconds only, of however many
    chats."""

    def __init__(self, seconds: float = CHAT_SECONDS) -> None:
        self.seconds = seconds
        self.latest: dict[Hashable, float] = {}
        self.before: dict[Hashable, float] = {}
        self.turned = 0.0

    def sent(self, chat: Hashable, now: float) -> None:
        if now - self.turned >= self.seconds:
            self.before, self.latest, self.turned = self.latest, {}, now
        self.latest[chat] = now

    def left(self, chat: Hashable, now: float) -> float:
        """Seconds until the next message to a chat that hasn't asked for it."""
        last = self.latest.get(chat, self.before.get(chat))
        return 0.0 if last is None else max(0.0, last + self.seconds - now)


class Flood:
    """Tells when 429 is about all of us and not about one chat: several chats are told to wait at
    the same time. Then only codes and replies go out for a while (reliability.md B7)."""

    def __init__(self) -> None:
        self.held: dict[Hashable, float] = {}
        self.until = 0.0

    def note(self, chat: Hashable, retry_after: float, now: float) -> None:
        self.held[chat] = now
        self.held = {c: at for c, at in self.held.items() if now - at < FLOOD_SECONDS}
        if len(self.held) >= FLOOD_CHATS:
            self.until = max(self.until, now + min(retry_after, FLOOD_PAUSE_SECONDS))

    def over(self, now: float) -> bool:
        return now >= self.until
