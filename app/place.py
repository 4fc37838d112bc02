"""Where this run lives: before Telegram, or in the sandbox; and the socket of the web part."""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

import aiohttp

from adapters.clock import MovedClock
from adapters.db.engine import Database
from adapters.mail import SandboxMailer, SmtpMailer
from app import demo, sandbox
from app.config import Settings
from app.database import StartRefused
from app.lists import fill_sandbox
from app.queues import rules
from app.town import fill_town
from domain.ports import Mailer


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
