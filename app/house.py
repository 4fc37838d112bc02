"""The house of the bot: everything a handler may ask for."""

import asyncio
import os
import secrets
from datetime import date
from typing import Any

import structlog

from adapters.clock import MovedClock
from adapters.code_message import CodeWords
from adapters.db.engine import Database
from adapters.notices import NoticeWords
from adapters.own_codes import OwnCodes
from adapters.papers.examiner import Examiner
from adapters.passwords import Argon2, SignIn
from adapters.registers import NoRegister
from adapters.telegram import CallFailed, CallRefused, Telegram
from adapters.words import Words
from app import admission
from app.config import LOCALES, Settings
from app.database import StartRefused, kept_papers
from app.lists import atlas, days_off, ethnicities, invented_people
from app.place import Place
from app.queues import rules
from app.signing import signatures
from bot import build
from bot.fsm.storage import States, StatesElsewhere, StatesInDatabase
from bot.talk import House
from domain.admission.rules import Rules
from domain.forms.cabinets import Tools
from domain.forms.lists import PlaceChoices
from domain.forms.model import Form
from domain.ports import Clock
from domain.schools import SchoolList
from domain.signatures import SignatureVerifier
from scheduler.delivery import Delivery

log = structlog.get_logger()


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
    words, in_force = Words.load(LOCALES, settings.time_zone), admission.rules(days_off())
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
