"""A stage for golden chats: the whole bot in this process, in front of the sandbox's Telegram."""

import asyncio
import base64
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from argon2 import PasswordHasher

from adapters.admission.cards import Teller
from adapters.bulletin_words import BulletinWords
from adapters.code_message import CodeWords
from adapters.crypto import Keys, Seal
from adapters.db.engine import Database
from adapters.db.migrate import migrate
from adapters.desk_words import DeskWords
from adapters.enclosed import Enclosed
from adapters.fakes import FixedClock, KnownSignatures, ListedPeople, RecordingMailer
from adapters.notices import NoticeWords
from adapters.own_codes import OwnCodes
from adapters.papers.fakes import MemoryFiles, ToldExaminer
from adapters.passwords import Argon2, SignIn
from adapters.reminder_words import ReminderWords
from adapters.signed import Signatures
from adapters.signing_card import Cards
from adapters.telegram import CallDelayed, CallRefused, FileTooBig
from adapters.words import Words
from app import admission
from app.config import LOCALES
from app.lists import atlas, days_off, ethnicities, fill_sandbox, invented_people
from app.queues import rules
from app.town import fill_town
from bot import build
from bot.fsm.storage import StatesInDatabase
from bot.handlers.account import email_confirmed
from bot.intake import Intake
from bot.talk import House
from domain.forms.cabinets import Tools
from domain.forms.lists import PlaceChoices
from domain.queue.interest import next_asking
from domain.schools import SchoolList
from sandbox.clock import Clock as SandboxClock
from sandbox.errors import ApiError
from sandbox.params import Upload
from sandbox.telegram import Telegram as SandboxTelegram
from sandbox.world import new_world
from scheduler.announcing import Announcing
from scheduler.broadcasts import BroadcastWatch
from scheduler.build import Tick
from scheduler.bulletins import Bulletins
from scheduler.cleanup import Nudge
from scheduler.codes import CodeWatch
from scheduler.delivery import Delivery
from scheduler.letters import Letters
from scheduler.places import PlaceNews
from scheduler.queue import QueueDue
from scheduler.referral_papers import ReferralPapers
from scheduler.reminders import Reminding
from scheduler.walking import Walk
from tests.chats import paper_form
from web.links import Links

START = datetime(2026, 9, 1, 4, 0, tzinfo=UTC)
"""A Tuesday, nine in the morning in Almaty."""
ZONE = ZoneInfo("Asia/Almaty")
SEAL = Seal(Keys({1: bytes(range(32))}))


OF_KINDS = {"p": b"photo", "d": b"some text"}
"""What is in the files of `sends: photo` and `sends: document`."""


class NearTelegram:
    """The sandbox's Telegram called without HTTP, with the same refusals."""

    def __init__(self, telegram: SandboxTelegram, files: list[bytes]) -> None:
        self.telegram = telegram
        self.files = files

    async def fetch(self, file_id: str, most: int, wait: float = 30) -> bytes:
        stored = self.telegram.world.files.find(file_id)
        content = OF_KINDS[file_id] if stored is None else stored.data
        if len(content) > most:
            raise FileTooBig("getFile", "received")
        return content

    async def call(self, method: str, params: Mapping[str, Any], wait: float = 30) -> Any:
        given = {key: upload(value) for key, value in params.items()}
        self.files.extend(value.data for value in given.values() if isinstance(value, Upload))
        try:
            return self.telegram.call(method, given)
        except ApiError as refused:
            envelope = refused.envelope()
            if envelope["error_code"] == 429:
                raise CallDelayed(
                    method, envelope["description"], envelope["parameters"]["retry_after"]
                ) from None
            raise CallRefused(method, envelope["description"], envelope["error_code"]) from None


def upload(value: Any) -> Any:
    if isinstance(value, dict) and "upload" in value:
        return Upload(value["upload"], value["type"], base64.b64decode(value["base64"]))
    return value


CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


class CheapHasher(Argon2):
    """A chat shows what is said of passwords, not that their hashes are slow."""

    async def hash(self, password: str) -> str:
        return CHEAP.hash(password)


@cache
def words() -> Words:
    """All of ours, and those of the form that only tests have."""
    folder = Path(tempfile.mkdtemp(prefix="otinim-words-"))
    for source in (LOCALES, Path(__file__).parent / "words"):
        shutil.copytree(source, folder, dirs_exist_ok=True)
    return Words.load(folder, ZONE)


@cache
def schools_and_places() -> tuple[SchoolList, Any, PlaceChoices]:
    schools, everywhere = SchoolList(), atlas()
    return schools, everywhere, PlaceChoices(everywhere, schools)


@cache
def migrated() -> Path:
    """A database with all tables and the sandbox's schools and events, made once a process."""
    folder = Path(tempfile.mkdtemp(prefix="otinim-chats-"))
    file = folder / "template.db"

    async def make() -> None:
        url = f"sqlite+aiosqlite:///{file}"
        await migrate(url)
        database = Database.open(url, SEAL)
        await database.run(lambda store: fill_sandbox(store, START, ZONE))
        await database.close()

    asyncio.run(make())
    return file


@cache
def with_town() -> Path:
    """The same, with the town made in it."""
    file = migrated().parent / "town.db"
    shutil.copy(migrated(), file)

    async def make() -> None:
        database = Database.open(f"sqlite+aiosqlite:///{file}", SEAL)
        await database.run(lambda store: fill_town(store, START, rules(ZONE)))
        await database.close()

    asyncio.run(make())
    return file


@dataclass
class Stage:
    """One run of the bot; `folder` keeps its database."""

    folder: Path
    clock: FixedClock = field(default_factory=lambda: FixedClock(START))
    offset: int | None = None
    queues: bool = False
    """Whether the chat is about a kindergarten queue: others needn't look after it."""
    announces: bool = False
    """Whether two people decide in it on what is announced."""

    def __post_init__(self) -> None:
        real = SandboxClock(real=lambda: self.clock.now().timestamp())
        self.telegram = SandboxTelegram(new_world(clock=real))
        self.world = self.telegram.world
        self.world.updates.next_number = 1000
        self.mailer = RecordingMailer()
        self.files: list[bytes] = []
        self.papers = MemoryFiles()
        self.people = invented_people()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """The bot works inside; leaving stops it as a crash would, nothing is handed over."""
        database = Database.open(f"sqlite+aiosqlite:///{self.folder / 'chat.db'}", SEAL)
        near: Any = NearTelegram(self.telegram, self.files)
        self.delivery = Delivery(
            database,
            near,
            self.clock,
            "stage",
            1e6,
            NoticeWords(words()),
            chat_seconds=0,
            files=self.papers,
        )
        self.house = house_of(database, near, self.clock, self.delivery, self.people, self.papers)
        all_schools = await database.run(lambda store: store.schools.all())
        self.house.schools.replace(all_schools)
        self.letters = Letters(
            database, self.mailer, words(), self.clock, "stage", "https://otinim.example"
        )
        self.links = Links(
            database,
            words(),
            self.clock,
            "https://t.me/otinim_bot",
            lambda s, a, k: email_confirmed(self.house, s, a, k),
        )
        self.watch = CodeWatch(database, self.clock, CodeWords(words()))
        self.nudge = Nudge(database, self.clock, words())
        dispatch = build.dispatch()
        paper_form.add_to(dispatch)
        self.intake = Intake(self.house, dispatch.answer)
        self.announcing = Announcing(database, self.clock, DeskWords(words(), 28))
        started = asyncio.Event()
        task = asyncio.create_task(self.intake.run(started))
        await started.wait()
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            await database.close()

    async def settle(self) -> None:
        """Lets the bot answer everything that waits."""
        while True:
            params = {} if self.offset is None else {"offset": self.offset}
            updates = self.telegram.call("getUpdates", params)
            if updates:
                await self.intake.accept(updates)
                self.offset = updates[-1]["update_id"] + 1
            await self.intake.idle.wait()
            if updates:  # the rest comes in the next round: most of all time went into it
                continue
            await self.ticked()
            if not await self.delivery.sweep() + await self.letters.sweep():
                return

    async def ticked(self) -> None:
        await self.watch.tick()
        if self.announces:
            await self.announcing.launch()
            await self.announcing.refresh()
        await self.nudge.tick()
        for tick in self.of_queues():
            await tick()

    def of_queues(self) -> tuple[Tick, ...]:
        """What time does to the queue, and telling of it."""
        if not self.queues:
            return ()
        database, rules = self.house.database, self.house.rules
        said = Bulletins(database, self.clock, BulletinWords(words()), rules)
        papers = ReferralPapers(
            database, self.clock, words(), self.house.examiner, "https://otinim.example"
        )
        places = PlaceNews(database, self.clock, words(), rules)
        queue = QueueDue(database, self.clock, rules)
        return (queue.ask, queue.tick, said.tick, papers.tick, places.tick)

    async def advance(self, by: timedelta) -> None:
        """Time goes by: whatever is due on the way happens in its own moment."""
        clock = self.clock
        reminding = Reminding(self.house.database, clock, ReminderWords(words()))
        told = BroadcastWatch(self.house.database, clock)
        sort = QueueDue(self.house.database, clock, self.house.rules).sort
        sorting = (sort,) if self.queues else ()
        ticks = (*sorting, *self.of_queues(), reminding.tick, told.tick, self.nudge.tick)
        asking = partial(next_asking, self.house.rules)
        walk = Walk(self.house.database, clock.now, clock.set, ticks, self.delivery, asking)
        await walk.to(clock.now() + by)


def house_of(
    database: Database,
    near: Any,
    clock: FixedClock,
    delivery: Delivery,
    people: ListedPeople,
    files: MemoryFiles,
) -> House:
    schools, everywhere, listed = schools_and_places()
    hasher = CheapHasher()
    forms = build.forms(
        places=listed,
        ethnicities=ethnicities(),
        today=lambda: clock.now().astimezone(ZONE).date(),
        tools=Tools(
            hasher,
            SignIn(database, hasher, clock),
            OwnCodes(database, clock),
            CodeWords(words()).message,
        ),
        register=people,
        mobile=people,
        rules=rules(ZONE),
        admission_rules=admission.rules(days_off()),
    )
    forms |= paper_form.FORMS
    return House(
        database,
        near,
        words(),
        clock,
        StatesInDatabase(database, 1),
        delivery,
        forms,
        schools,
        everywhere,
        "stage",
        "otinim_sandbox_bot",
        1,
        Signatures(
            database,
            clock,
            KnownSignatures(),
            Cards(words(), "https://m.egov.kz/mobileSign", "https://otinim.example"),
            build.finish(Teller(words(), admission.rules(days_off()), days_off(), ZONE)),
            Enclosed(database, files),
        ),
        admission.rules(days_off()),
        days_off(),
        ZONE,
        files,
        ToldExaminer(),
        rules(ZONE),
        album_pause=0,
    )


def new_stage(folder: Path, template: Callable[[], Path] = migrated) -> Stage:
    shutil.copy(template(), folder / "chat.db")
    return Stage(folder)
