"""One update of one person, and all a handler needs to answer it in one transaction."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from aiogram.types import CallbackQuery, Message, Update

from adapters.admission.cards import Teller
from adapters.db.drafts import DraftMoved
from adapters.db.engine import Database
from adapters.db.store import Store as Shelves
from adapters.signed import Signatures
from adapters.telegram import CallFailed, Telegram
from adapters.voice import Voice
from adapters.words import Words
from bot.fsm.storage import States
from bot.keyboards import Button, typable
from bot.render import Call, edited, message
from bot.screens import Shown
from domain.admission.rules import Rules as AdmissionRules
from domain.days_off import DaysOff
from domain.errors import Refusal
from domain.forms.model import Desk, Form
from domain.inbox import Received
from domain.lists import Places
from domain.outbox import Notice, Owed
from domain.people import Person, PersonId
from domain.ports import Clock, Examiner, Files, Lang
from domain.queue.windows import Rules
from domain.schools import SchoolList
from domain.store import Store

LEASE = timedelta(seconds=60)
TRIES = 5


class Postman(Protocol):
    """Sends what was just stored, and takes care of what couldn't be sent."""

    async def hand(self, owed: Sequence[Owed]) -> None: ...


@dataclass(frozen=True)
class House:
    """What is the same for every update. `username` is the bot's own name."""

    database: Database
    telegram: Telegram
    words: Words
    clock: Clock
    states: States
    postman: Postman
    forms: dict[str, Form]
    schools: SchoolList
    atlas: Places
    worker: str
    username: str
    bot_id: int
    signatures: Signatures
    admission: AdmissionRules
    days_off: DaysOff
    zone: ZoneInfo
    files: Files
    examiner: Examiner
    rules: Rules
    album_pause: float = 0.4
    """Seconds in which the rest of an album is waited for."""
    announce_rate: float = 28
    """Messages a second that an announcement gets while nothing else is sent."""

    def today(self) -> date:
        """The day it is where people live."""
        return self.clock.now().astimezone(self.zone).date()

    @property
    def season(self) -> int:
        """The year whose September school applications are for now."""
        return self.admission.season_on(self.today())

    @property
    def teller(self) -> Teller:
        """What tells of applications to schools."""
        return Teller(self.words, self.admission, self.days_off, self.zone)


Says = list[Call]
"""What is sent after a step: Bot API calls, in order."""


@dataclass
class Talk:
    """The conversation with one person while one of their updates is answered."""

    house: House
    received: Received
    update: Update
    person: Person
    state: str | None
    data: dict[str, Any]
    toast: str = ""
    settled: bool = False
    behind: Sequence[Received] = ()
    """What this person sent that isn't answered yet."""
    moved: bool = field(default=False, init=False)

    @property
    def now(self) -> datetime:
        return self.house.clock.now()

    @property
    def lang(self) -> Lang:
        return self.person.language or "kk"

    @property
    def voice(self) -> Voice:
        return Voice(self.house.words, self.lang)

    @property
    def id(self) -> PersonId:
        return self.person.id

    @property
    def query(self) -> CallbackQuery | None:
        return self.update.callback_query

    @property
    def message(self) -> Message | None:
        return self.update.message

    @property
    def text(self) -> str:
        return (self.message.text or "") if self.message else ""

    @property
    def tapped(self) -> int | None:
        """The message whose button was tapped."""
        return self.query.message.message_id if self.query and self.query.message else None

    def enter(self, state: str | None, **data: Any) -> None:
        """Opens another conversation (None: closes it), in the same transaction as the rest."""
        if (state, data) != (self.state, self.data):
            self.state, self.data, self.moved = state, data, True

    def offer(self, rows: Sequence[Sequence[Button]]) -> None:
        """Remembers the buttons of a screen that is no question, so that they can be typed: by
        number too, but not where a stray number would destroy something."""
        danger = any(b.style == "danger" for row in rows for b in row)
        key = "named" if danger else "buttons"
        self.enter(None, **{key: typable(self.house.words, rows)})

    def desk(self, store: Store) -> Desk:
        return Desk(store, self.id, self.lang, self.now)

    def show(self, shown: Shown) -> Call:
        """A screen: a tap changes the message it was made on, anything else gets a new one.
        A reply keyboard can't be put on an existing message."""
        if self.tapped is not None and "keyboard" not in shown.markup:
            return edited(self.id, self.tapped, shown.text, shown.markup)
        return message(self.id, shown.text, shown.markup)

    def say(self, words: str, /, **arguments: Any) -> Call:
        return message(self.id, self.voice.say(words, **arguments))

    def refuse(self, refusal: Refusal) -> Call:
        return message(self.id, self.voice.refusal(refusal))

    async def settle(self, work: Callable[[Store], Says]) -> None:
        """Runs a step: what `work` changes, the new state, the answers owed and the end of the
        update are one transaction; then the answers are sent."""
        before = (self.state, self.data, self.moved)

        def whole(store: Shelves) -> list[Owed]:
            self.state, self.data, self.moved = before
            says = work(store)
            if self.moved:
                self.house.states.keep(store, self.id, self.state, self.data)
            store.inbox.done(self.received.update_id, self.now)
            notices = [Notice(self.id, call) for call in says]
            return store.outbox.add_mine(notices, self.now, self.house.worker, LEASE)

        owed = await self.committed(whole)
        self.settled = True
        if self.moved:
            await self.house.states.kept(self.id, self.state, self.data)
        await self.answer_tap()
        await self.house.postman.hand(owed)

    async def committed(self, whole: Callable[[Shelves], list[Owed]]) -> list[Owed]:
        for _ in range(TRIES):
            try:
                return await self.house.database.run(whole)
            except DraftMoved:
                continue
        raise DraftMoved

    async def answer_tap(self) -> None:
        """Every tap is answered, so that its button stops waiting. Not worth a retry: Telegram
        forgets a tap after 150 seconds, and another tap asks again."""
        if self.query is None:
            return
        answer: dict[str, Any] = {"callback_query_id": self.query.id}
        if self.toast:
            answer["text"] = self.toast[:200]
        try:
            await self.house.telegram.call("answerCallbackQuery", answer, wait=10)
        except CallFailed:
            return
