"""Where the parts meet: opens what must be open, hands each part what it needs, runs them all."""

import asyncio
import gc
from collections.abc import Callable
from contextlib import AsyncExitStack, suppress

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from adapters.clock import MovedClock
from adapters.papers.examiner import Examiner
from adapters.phrases import assert_zone
from adapters.telegram import CallFailed, Telegram
from app.config import Settings
from app.database import open_database
from app.house import built
from app.parts import Parts, assembled
from app.place import Place, listening, placed, trusting
from app.routes import web_routes
from app.take_over import take_over
from app.verifiers import checking
from bot import build
from bot.polling import ALLOWED
from bot.talk import House
from scheduler.build import build as ticking
from web import webhook
from web.build import application, served

log = structlog.get_logger()
DRAIN_SECONDS = 25


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
