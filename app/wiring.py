"""Where the parts meet: opens what must be open, hands each part what it needs, runs them all."""

import asyncio
import fcntl
import gc
import os
import secrets
import socket
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import IO, Any

import aiohttp
import structlog
from aiohttp import web
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from adapters.bulletin_words import BulletinWords
from adapters.clock import MovedClock
from adapters.code_message import CodeWords
from adapters.db.engine import Database
from adapters.desk_words import DeskWords
from adapters.mail import SandboxMailer, SmtpMailer
from adapters.notices import NoticeWords
from adapters.own_codes import OwnCodes
from adapters.papers.examiner import Examiner
from adapters.passwords import Argon2, SignIn
from adapters.phrases import assert_zone
from adapters.registers import NoRegister
from adapters.reminder_words import ReminderWords
from adapters.telegram import CallFailed, CallRefused, Telegram
from adapters.words import Words
from app import admission, demo, sandbox
from app.codes import CodeParts, code_parts, code_routes
from app.config import Settings
from app.database import StartRefused, kept_papers, open_database
from app.lists import atlas, days_off, ethnicities, fill_sandbox, invented_people
from app.queues import rules
from app.signing import handing_over, signatures, signing_routes
from app.staff_routes import staff_routes
from app.town import fill_town
from app.verifiers import checking
from bot import build
from bot.fsm.storage import States, StatesElsewhere, StatesInDatabase
from bot.handlers.account import email_confirmed
from bot.intake import Intake
from bot.polling import ALLOWED, Polling
from bot.talk import House
from domain.admission.rules import Rules
from domain.forms.cabinets import Tools
from domain.forms.lists import PlaceChoices
from domain.forms.model import Form
from domain.ports import Clock, Mailer
from domain.queue.interest import next_asking
from domain.schools import SchoolList
from domain.signatures import SignatureVerifier
from scheduler.announcing import Announcing
from scheduler.broadcasts import BroadcastWatch
from scheduler.build import Tick
from scheduler.build import build as ticking
from scheduler.bulletins import Bulletins
from scheduler.cleanup import CleanUp, Nudge, Sweep
from scheduler.delivery import Delivery
from scheduler.letters import Letters
from scheduler.places import PlaceNews
from scheduler.queue import QueueDue
from scheduler.referral_papers import ReferralPapers
from scheduler.reminders import Reminding
from scheduler.walking import Walk, Walker
from web import health, moving, webhook
from web.build import application, served
from web.documents import Checks
from web.handover import Handover
from web.links import Links

log = structlog.get_logger()
LOCALES = Path(__file__).parent.parent / "locales"
DRAIN_SECONDS = 25


def forms(
    database: Database,
    clock: Clock,
    places: PlaceChoices,
    words: Words,
    in_force: Rules,
    settings: Settings,
) -> dict[str, Form]:
    """All forms, given what this program knows of places, time and passwords."""
    hasher = Argon2()
    registers = NoRegister() if settings.bot_token else invented_people()

    def today() -> date:
        return clock.now().astimezone(settings.time_zone).date()

    return build.forms(
        places=places,
        ethnicities=ethnicities(),
        today=today,
        tools=Tools(
            hasher,
            SignIn(database, hasher, clock),
            OwnCodes(database, clock),
            CodeWords(words).message,
        ),
        register=registers,
        mobile=registers,
        rules=rules(settings.time_zone),
        admission_rules=in_force,
    )


@dataclass(frozen=True)
class Place:
    """Where this run lives: the Bot API it speaks to, and where people reach it."""

    api: str
    token: str
    public_url: str
    bot_url: str
    mailer: Mailer
    key: str = ""
    """Shown by the sandbox when it moves our clock; empty outside the sandbox."""


@dataclass(frozen=True)
class Parts:
    """What runs side by side, and what is done at the end."""

    intake: Intake
    polling: Polling | None
    delivery: Delivery
    letters: Letters
    codes: CodeParts
    ticks: dict[str, tuple[Tick, float]]
    over: Handover | None
    """Brings documents to eGov Mobile by way of SIGEX."""
    walker: Walker | None
    """Moves the clock in the sandbox."""


async def run(settings: Settings, stop: asyncio.Event, say: Callable[[str], None]) -> None:
    """Runs everything until `stop`. `say` tells whoever started it where it is."""
    assert_zone(settings.time_zone)
    async with AsyncExitStack() as stack:
        database = await open_database(settings)
        stack.push_async_callback(database.close)
        clock = MovedClock()
        sock = stack.enter_context(listening(settings))
        place = await stack.enter_async_context(placed(settings, clock, sock, database))
        lock = await take_over(database, settings.data_dir)
        stack.callback(lambda: lock and lock.close())
        telegram = await stack.enter_async_context(Telegram(place.api, place.token))
        trust = trusting(settings, place)
        checks = await stack.enter_async_context(checking(trust, database, clock))
        examiner = Examiner()
        stack.push_async_callback(examiner.close)
        house = await built(settings, database, clock, telegram, place, checks.verifier, examiner)
        parts = assembled(settings, house, place)
        parts.ticks.update(checks.ticks)
        routes = web_routes(settings, house, place, parts)
        await stack.enter_async_context(served(application(routes), sock))
        await announced(settings, house, place)
        settle_memory()
        say(place.public_url)
        await work(parts, stop)


def settle_memory() -> None:
    """What is loaded by now stays: the collector, which was off till now, needn't walk it again
    (hundreds of thousands of objects). A step costs a fifth less."""
    gc.collect()
    gc.freeze()
    gc.enable()
    gc.set_threshold(10_000, 20, 20)


def listening(settings: Settings) -> socket.socket:
    """The socket of the web part. In the sandbox the port belongs to the sandbox's page, which
    passes on to us what is ours; ours is then any free one."""
    wanted = bound(settings.http_host, settings.http_port)
    if settings.bot_token is not None:
        return wanted
    wanted.close()  # it is free: the sandbox will take it
    return bound("127.0.0.1", 0)


def bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as trouble:
        raise StartRefused(
            f"HTTP_PORT {port} is not free: {trouble.strerror}. Set another, or 0 for any"
        ) from None


@asynccontextmanager
async def placed(
    settings: Settings, clock: MovedClock, sock: socket.socket, database: Database
) -> AsyncIterator[Place]:
    """Telegram when there is a token, the sandbox when there is none."""
    if settings.bot_token is None:
        async with in_sandbox(settings, clock, sock, database) as place:
            yield place
        return
    if settings.smtp_url is None:
        raise StartRefused("SMTP_URL is needed beside BOT_TOKEN: accounts are confirmed by letter")
    yield Place(
        settings.bot_api_url,
        settings.bot_token.get_secret_value(),
        settings.web_address,
        "https://t.me",
        SmtpMailer(settings.smtp_url.get_secret_value(), clock),
    )


@asynccontextmanager
async def in_sandbox(
    settings: Settings, clock: MovedClock, sock: socket.socket, database: Database
) -> AsyncIterator[Place]:
    """The sandbox runs beside us; its mailbox takes the letters unless SMTP_URL is set."""
    key = sandbox.new_key()
    upstream = f"http://127.0.0.1:{sock.getsockname()[1]}"
    state = settings.data_dir / "sandbox.json"
    demo_key = await database.run(lambda store: demo.key_of_portal(store, clock.now()))
    async with (
        sandbox.running(
            settings.http_host,
            settings.http_port,
            upstream=upstream,
            key=key,
            demo_key=demo_key,
            state=state,
            authority=settings.sandbox_trust.parent,
        ) as url,
        aiohttp.ClientSession() as session,
    ):
        clock.offset = await sandbox_offset(session, url)
        zone = settings.time_zone
        await database.run(lambda store: fill_sandbox(store, clock.now(), zone))
        await database.run(lambda store: fill_town(store, clock.now(), rules(zone)))
        mailer: Mailer = SandboxMailer(url, lambda: session)
        if settings.smtp_url is not None:
            mailer = SmtpMailer(settings.smtp_url.get_secret_value(), clock)
        yield Place(url, sandbox.TOKEN, settings.public_url or url, url, mailer, key)


def trusting(settings: Settings, place: Place) -> Settings:
    """In the sandbox its own authority is trusted with e-signatures, unless others are."""
    if not place.key or settings.eds_trust_dir is not None:
        return settings
    return settings.model_copy(
        update={"eds_trust_dir": settings.sandbox_trust, "eds_ocsp_url": "", "eds_crl_urls": ""}
    )


async def sandbox_offset(session: aiohttp.ClientSession, url: str) -> timedelta:
    """How far the sandbox's clock was moved in an earlier run."""
    async with session.get(f"{url}/sandbox/clock") as answer:
        return timedelta(seconds=(await answer.json())["offset_seconds"])


async def built(
    settings: Settings,
    database: Database,
    clock: MovedClock,
    telegram: Telegram,
    place: Place,
    verifier: SignatureVerifier,
    examiner: Examiner,
) -> House:
    """The house of the bot; asks Telegram who we are."""
    me = await who_we_are(telegram)
    words, in_force = Words.load(LOCALES, settings.time_zone), admission.rules()
    schools, everywhere = SchoolList(), atlas()
    schools.replace(await database.read(lambda store: store.schools.all()))
    worker = f"{os.getpid()}-{secrets.token_hex(4)}"
    notices = NoticeWords(words)
    files = kept_papers(settings, database)
    delivery = Delivery(
        database, telegram, clock, worker, settings.send_rate, notices, files=files
    )
    return House(
        database,
        telegram,
        words,
        clock,
        states_for(settings, database, me["id"]),
        delivery,
        forms(database, clock, PlaceChoices(everywhere, schools), words, in_force, settings),
        schools,
        everywhere,
        worker,
        me["username"],
        me["id"],
        signatures(
            settings,
            database,
            clock,
            words,
            verifier,
            public_url=place.public_url,
            sandbox_url=place.bot_url if place.key else "",
        ),
        in_force,
        days_off(),
        settings.time_zone,
        files,
        examiner,
        rules(settings.time_zone),
        announce_rate=settings.send_rate,
    )


def states_for(settings: Settings, database: Database, bot_id: int) -> States:
    if settings.redis_url is None:
        return StatesInDatabase(database, bot_id)
    from aiogram.fsm.storage.base import DefaultKeyBuilder
    from aiogram.fsm.storage.redis import RedisStorage

    storage = RedisStorage.from_url(
        settings.redis_url.get_secret_value(), key_builder=DefaultKeyBuilder(with_bot_id=True)
    )
    return StatesElsewhere(database, storage, bot_id)


async def who_we_are(telegram: Telegram) -> dict[str, Any]:
    """Waits for Telegram to be reachable; refuses to start with a token it doesn't know."""
    pause = 1.0
    while True:
        try:
            return dict(await telegram.call("getMe", {}, wait=10))
        except CallRefused as refused:
            raise StartRefused(f"Telegram refuses BOT_TOKEN: {refused.description}") from None
        except CallFailed as failed:
            log.warning("Telegram is not reachable yet", trouble=failed.description)
            await asyncio.sleep(pause)
            pause = min(pause * 2, 30)


def assembled(settings: Settings, house: House, place: Place) -> Parts:
    intake = Intake(house, build.dispatch().answer)
    polling = Polling(house.telegram, intake) if settings.intake == "polling" else None
    letters = Letters(
        house.database, place.mailer, house.words, house.clock, house.worker, place.public_url
    )
    clean, nudge = (
        CleanUp(house.database, house.clock),
        Nudge(house.database, house.clock, house.words),
    )
    assert isinstance(house.postman, Delivery)  # noqa: S101 made above
    codes = code_parts(house, house.postman)
    queue = QueueDue(house.database, house.clock, house.rules)
    bulletins = Bulletins(house.database, house.clock, BulletinWords(house.words), house.rules)
    papers = ReferralPapers(
        house.database, house.clock, house.words, house.examiner, place.public_url
    )
    places = PlaceNews(house.database, house.clock, house.words, house.rules)
    reminding = Reminding(house.database, house.clock, ReminderWords(house.words))
    watch = BroadcastWatch(house.database, house.clock)
    of_queue = (queue.sort, queue.ask, queue.tick, bulletins.tick, papers.tick, places.tick)
    walked = (*of_queue, reminding.tick, watch.tick, nudge.tick)
    return Parts(
        intake,
        polling,
        house.postman,
        letters,
        codes,
        {
            **codes.ticks,
            "clean-up": (clean.tick, 600),
            "papers": (Sweep(house.database, house.files).tick, 3600),
            "nudge": (nudge.tick, 60),
            "reminders": (reminding.tick, 10),
            "broadcasts": (watch.tick, 5),
            "schools": (partial(reload_schools, house), 30),
            "queue": (queue.tick, 5),
            "queues-asked": (queue.ask, 60),
            "bulletins": (bulletins.tick, 3),
            "referral-papers": (papers.tick, 3),
            "places": (places.tick, 60),
            "queues-sorted": (queue.sort, 600),
            "signing": (house.signatures.expire, 5),
            **announcing_ticks(house),
        },
        handing_over(settings, house, url=place.public_url),
        walker(house, walked) if place.key else None,
    )


def walker(house: House, ticks: Sequence[Tick]) -> Walker:
    assert isinstance(house.clock, MovedClock)  # noqa: S101 made in run()
    assert isinstance(house.postman, Delivery)  # noqa: S101 made in built()
    clock = house.clock
    asking = partial(next_asking, house.rules)
    walk = Walk(house.database, clock.now, clock.set, ticks, house.postman, asking)
    return Walker(clock, walk)


def announcing_ticks(house: House) -> dict[str, tuple[Tick, float]]:
    """What staff have confirmed goes out; their messages about it are kept true."""
    words = DeskWords(house.words, house.announce_rate)
    announcing = Announcing(house.database, house.clock, words)
    return {
        "launch": (announcing.launch, 1),
        "progress": (announcing.refresh, 3),
        "seen": (announcing.settle, 60),
    }


async def take_over(database: Database, data_dir: Path) -> IO[str] | None:
    """After a crash nobody else holds anything on SQLite, unless another process runs: whoever has
    the lock file is alone, and what was held is free at once. Elsewhere, and beside another
    process, leases are left to run out (a minute). The file is to be kept open."""
    if database.several_processes:
        return None
    lock, alone = locked(data_dir)
    if alone:
        await database.run(lambda store: store.inbox.release_all())
        await database.run(lambda store: store.outbox.release_all())
    return lock


def locked(folder: Path) -> tuple[IO[str], bool]:
    """The lock file, and whether it is ours."""
    folder.mkdir(parents=True, exist_ok=True)
    file = (folder / "otinim.lock").open("w")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return file, False
    return file, True


async def reload_schools(house: House) -> None:
    """What operators and staff have changed is seen by all processes."""
    house.schools.replace(await house.database.read(lambda store: store.schools.all()))


def web_routes(settings: Settings, house: House, place: Place, parts: Parts) -> list[web.RouteDef]:
    bot_url = place.bot_url if place.key else f"{place.bot_url}/{house.username}"
    links = Links(
        house.database,
        house.words,
        house.clock,
        bot_url,
        lambda store, account, known: email_confirmed(house, store, account, known),
    )
    url = place.public_url
    routes = [
        *links.routes(),
        *staff_routes(house),
        *signing_routes(settings, house, parts.over, url=url),
        *health.routes({"database": lambda: database_works(house)}),
    ]
    if parts.walker is not None:
        routes.append(moving.route(place.key, parts.walker.move))
    if settings.intake == "webhook" and settings.webhook_secret is not None:
        secret = settings.webhook_secret.get_secret_value()
        routes.append(webhook.route(secret, parts.intake.accept))
    hops = settings.proxy_hops
    routes.extend(Checks(house.database, house.words, house.clock, hops).routes())
    return [*routes, *code_routes(house, parts.codes.post, bot_url=bot_url, url=url, hops=hops)]


async def database_works(house: House) -> str:
    """Writes for real: a full disk is found here and not by a person."""
    now = house.clock.now().isoformat()
    try:
        await house.database.run(lambda store: store.facts.keep("last-probe", now))
    except Exception as trouble:  # noqa: BLE001 whatever it is, we are not ready
        return type(trouble).__name__
    return ""


async def announced(settings: Settings, house: House, place: Place) -> None:
    """Tells Telegram how we look and how updates come. Neither is worth not starting."""
    try:
        if settings.intake == "webhook" and settings.webhook_secret is not None:
            await house.telegram.call(
                "setWebhook",
                {
                    "url": place.public_url + webhook.PATH,
                    "allowed_updates": ALLOWED,
                    "secret_token": settings.webhook_secret.get_secret_value(),
                },
            )
        else:
            await house.telegram.call("deleteWebhook", {})
        await build.introduce(house.telegram, house.words)
    except CallFailed as failed:
        log.warning("Telegram doesn't take our description", trouble=str(failed))


async def work(parts: Parts, stop: asyncio.Event) -> None:
    """All that runs side by side. At the end what is being handled is finished first."""
    scheduler = ticking(parts.ticks)
    scheduler.start()
    started = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        running = [
            group.create_task(parts.intake.run(started)),
            group.create_task(parts.delivery.run()),
            group.create_task(parts.letters.run()),
            group.create_task(parts.codes.post.run()),
        ]
        if parts.over is not None:
            running.append(group.create_task(parts.over.run()))
        await started.wait()
        if parts.walker is not None:
            running.append(group.create_task(parts.walker.run()))
        if parts.polling is not None:
            running.append(group.create_task(parts.polling.run()))
        group.create_task(ended(parts, stop, running, scheduler))


async def ended(
    parts: Parts,
    stop: asyncio.Event,
    running: list[asyncio.Task[None]],
    scheduler: AsyncIOScheduler,
) -> None:
    """A graceful stop: no new updates, 25 seconds for what is under way (C11)."""
    await stop.wait()
    scheduler.shutdown(wait=False)
    if parts.polling is not None:
        running[-1].cancel()
    with suppress(TimeoutError):
        async with asyncio.timeout(DRAIN_SECONDS):
            await parts.intake.drained()
    await parts.delivery.stopped()
    await parts.codes.post.stopped()
    for task in running:
        task.cancel()
