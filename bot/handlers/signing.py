"""A document that waits for its signature, in the chat: the message with the link, a QR for
another phone, other ways to sign, and a signature sent as a file."""

import secrets
from collections.abc import Awaitable, Callable, Mapping

from aiogram.types import Message

from adapters.qr import drawn
from adapters.signing_card import AGAIN, DROP, FILE, OTHER, QR
from adapters.telegram import CallFailed, FileTooBig, upload
from bot.keyboards import Button
from bot.render import keyboard, message
from bot.routes import Routes
from bot.talk import Says, Talk
from bot.taps import Tap, row_id, tap
from domain.errors import Refusal
from domain.outbox import Notice
from domain.papers import PaperNotFetched
from domain.ports import LANGS
from domain.signatures import SignatureTooLarge
from domain.signing_sessions import SessionId, SigningSession, Wish, open_session
from domain.store import Store

TOKEN_BYTES = 32
"""In the address of the link; twice what reliability.md B12 asks."""

MOST_BYTES = 6 * 1024 * 1024
"""A signature made elsewhere may hold the document too (CMS_WITH_DATA)."""
ENDINGS = (".cms", ".p7s", ".sig")

Again = Callable[[Talk, str], Awaitable[None]]
"""Begins a signature anew for what comes after the kind in `about`, and settles the update."""


def routes(again: Mapping[str, Again]) -> Routes:
    table = Routes()

    @table.tap(QR)
    async def code(talk: Talk, tap: Tap) -> None:
        await talk.settle(lambda store: with_session(talk, store, tap, picture))

    @table.tap(OTHER)
    async def other(talk: Talk, tap: Tap) -> None:
        await talk.settle(lambda store: with_session(talk, store, tap, other_ways))

    @table.tap(FILE)
    async def file(talk: Talk, tap: Tap) -> None:
        await talk.settle(lambda store: with_session(talk, store, tap, document))

    @table.tap(DROP)
    async def drop(talk: Talk, tap: Tap) -> None:
        await talk.settle(lambda store: with_session(talk, store, tap, dropped))

    @table.tap(AGAIN)
    async def anew(talk: Talk, tap: Tap) -> None:
        kind, _, subject = tap.part(0).partition(":")
        await again.get(kind, unknown)(talk, subject)

    return table


def begin(talk: Talk, store: Store, wish: Wish) -> Says:
    """Puts the document before the person: a message with the link, which changes by itself as
    the phone goes on. Its row is kept, so it goes through the outbox and not as a reply."""
    session = store.signing.begin(wish, secrets.token_urlsafe(TOKEN_BYTES), talk.now)
    card = talk.house.signatures.cards.fresh(session)
    store.signing.carded(session.id, store.outbox.add(Notice(talk.id, card), talk.now))
    return []


def sign_in(talk: Talk, store: Store, about: str) -> Says:
    """Asks for a signature that shows who somebody is: over a text that says so and nothing else.
    An AUTH key will do."""
    text = talk.voice.say("signing-challenge", nonce=secrets.token_hex(16))
    names = {lang: talk.house.words.say(lang, "signing-challenge.name") for lang in LANGS}
    wish = Wish(
        talk.id, about, names, text.encode(), talk.lang, purpose="sign-in", mime="text/plain"
    )
    return begin(talk, store, wish)


def is_signature(m: Message) -> bool:
    name = (m.document.file_name or "") if m.document else ""
    return name.lower().endswith(ENDINGS)


async def brought(talk: Talk) -> None:
    """A signature made elsewhere, sent as a file: for what was put before the person last."""
    assert talk.message is not None  # noqa: S101 the caller has seen it
    assert talk.message.document is not None  # noqa: S101 the same
    house = talk.house
    waiting = await house.database.read(lambda store: store.signing.open_of(talk.id, talk.now))
    if not waiting:
        await unknown(talk, "")
        return
    try:
        cms = await house.telegram.fetch(talk.message.document.file_id, MOST_BYTES)
        await house.signatures.take(waiting[0].token, cms)
    except FileTooBig:
        await refused(talk, SignatureTooLarge())
    except CallFailed:
        await refused(talk, PaperNotFetched())
    except Refusal as refusal:
        await refused(talk, refusal)
    else:
        await talk.settle(lambda store: [])


async def refused(talk: Talk, refusal: Refusal) -> None:
    await talk.settle(lambda store: [talk.refuse(refusal)])


def with_session(
    talk: Talk, store: Store, tap: Tap, show: Callable[[Talk, Store, SigningSession], Says]
) -> Says:
    """An own session that is still open; for any other, what to do."""
    session = store.signing.load(SessionId(row_id(tap.part(0))))
    if session is None or session.wish.person != talk.id:
        return nothing(talk)
    try:
        return show(talk, store, open_session(session, talk.now))
    except Refusal as refusal:
        return [talk.refuse(refusal)]


def nothing(talk: Talk) -> Says:
    return [talk.say("signing-nothing")]


async def unknown(talk: Talk, subject: str) -> None:
    await talk.settle(lambda store: nothing(talk))


def picture(talk: Talk, store: Store, session: SigningSession) -> Says:
    """The QR, for eGov Mobile on another phone."""
    cards = talk.house.signatures.cards
    code = drawn(cards.qr(session))
    return [
        {
            "method": "sendPhoto",
            "chat_id": talk.id,
            "photo": upload("qr.png", "image/png", code),
            "caption": talk.voice.say("signing-qr", until=session.expires),
            "parse_mode": "HTML",
        }
    ]


def other_ways(talk: Talk, store: Store, session: SigningSession) -> Says:
    url = f"{talk.house.signatures.cards.public_url}/sign/{session.token}"
    rows = [[Button("button-signing-file", tap(FILE, str(session.id)))]]
    talk.offer(rows)
    text = talk.voice.say("signing-other", url=url)
    return [message(talk.id, text, keyboard(talk.voice, rows))]


def document(talk: Talk, store: Store, session: SigningSession) -> Says:
    """The exact bytes to be signed elsewhere."""
    wish = session.wish
    kind, ending = ("application/pdf", "pdf") if "pdf" in wish.mime else ("text/plain", "txt")
    return [
        {
            "method": "sendDocument",
            "chat_id": talk.id,
            "document": upload(f"otinim-{session.id}.{ending}", kind, wish.content),
            "caption": talk.voice.say("signing-file", until=session.expires),
            "parse_mode": "HTML",
        }
    ]


def dropped(talk: Talk, store: Store, session: SigningSession) -> Says:
    """Given up; what was filled in is kept by whoever asked for the signature."""
    store.signing.end(session.id, "cancelled", talk.now)
    cards = talk.house.signatures.cards
    return [cards.changed(session, "cancelled", message=talk.tapped)]
