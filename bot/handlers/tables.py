"""Tables (CSV) that staff send to the chat: shown first, every wrong cell named, then loaded as a
whole or not at all."""

from aiogram.types import Message

from adapters.telegram import CallFailed, FileTooBig
from bot.conversation import Conversation
from bot.handlers import catalogue, vacancy_tables
from bot.handlers.menu import refusing
from bot.keyboards import Button
from bot.render import keyboard, paragraphs
from bot.routes import Routes
from bot.screens import Shown
from bot.table_faults import faults
from bot.talk import Says, Talk
from bot.taps import Tap, row_id, tap
from domain import audit, imports
from domain.errors import Refusal
from domain.imports import MOST_BYTES, ImportId, Preview, TableTooLarge
from domain.kindergarten_table import KIND, Loaded, count, keeps, preview, take
from domain.papers import PaperNotFetched
from domain.staff import EVERYWHERE, NotAllowed
from domain.store import Store
from domain.vacancy_table import is_vacancies

SHOWN = 10
"""Wrong cells named in one message; a table with more of them is mended by columns anyway."""


def routes(conversation: Conversation) -> Routes:
    table = Routes()

    @table.tap("kt")
    async def decided(talk: Talk, tap: Tap) -> None:
        await refusing(talk, lambda store: decide(talk, store, tap))

    return table


def is_table(m: Message) -> bool:
    name = (m.document.file_name or "") if m.document else ""
    return name.lower().endswith(".csv")


async def brought(talk: Talk) -> None:
    """A table came: it is read and shown, and waits for a yes."""
    assert talk.message is not None  # noqa: S101 the caller has seen it
    assert talk.message.document is not None  # noqa: S101 the same
    try:
        raw = await talk.house.telegram.fetch(talk.message.document.file_id, MOST_BYTES)
    except FileTooBig:
        await refused(talk, TableTooLarge(MOST_BYTES // 1024))
    except CallFailed:
        await refused(talk, PaperNotFetched())
    else:
        look = vacancy_tables.looked_at if is_vacancies(raw) else looked_at
        await refusing(talk, lambda store: look(talk, store, raw))


async def refused(talk: Talk, refusal: Refusal) -> None:
    await talk.settle(lambda store: [talk.refuse(refusal)])


def ours(talk: Talk, store: Store, place: str) -> bool:
    return keeps(store.staff.grants(talk.id), place)


def looked_at(talk: Talk, store: Store, raw: bytes) -> Says:
    grants = store.staff.grants(talk.id)
    if not grants:
        raise NotAllowed
    found = preview(raw, talk.house.atlas, store, lambda place: keeps(grants, place))
    if not found.sound:
        return [talk.show(faults(talk, found))]
    number = imports.keep(
        store, KIND, raw, organisation=EVERYWHERE, area=EVERYWHERE,
        by=audit.person(talk.id), now=talk.now,
    )  # fmt: skip
    return [talk.show(asking(talk, found, count(store, found), number))]


def asking(talk: Talk, found: Preview, told: Loaded, number: ImportId) -> Shown:
    rows = [
        [Button("button-table-load", tap("kt", "y", str(number)), style="success")],
        [Button("button-table-drop", tap("kt", "n", str(number)))],
    ]
    talk.offer(rows)
    names = [str(row["name_kk"]) for _, row in found.rows[:SHOWN]]
    text = paragraphs(
        talk.voice.say("table-asks", added=told.added, replaced=told.replaced),
        talk.voice.say("table-first", names=", ".join(names)),
    )
    return Shown(text, keyboard(talk.voice, rows), rows)


def decide(talk: Talk, store: Store, tapped: Tap) -> Says:
    number, by = ImportId(row_id(tapped.part(1))), audit.person(talk.id)
    rows = [[Button("button-kindergartens", "m|kindergartens")], [Button("button-menu", "m|menu")]]
    grants = store.staff.grants(talk.id)
    waits = store.imports.waiting(number, KIND)
    if waits is not None and waits.by != by:
        raise NotAllowed
    if tapped.part(0) != "y":
        imports.drop(store, number, KIND, by=by, now=talk.now)
        talk.offer(rows)
        said = talk.voice.say("table-dropped")
        return [talk.show(Shown(said, keyboard(talk.voice, rows), rows))]
    done = take(
        store, number, talk.house.atlas, lambda place: keeps(grants, place), by=by, now=talk.now
    )
    if isinstance(done, Preview):
        return [talk.show(faults(talk, done))]
    talk.offer(rows)
    said = talk.voice.say("table-loaded", added=done.added, replaced=done.replaced)
    return [talk.show(Shown(said, keyboard(talk.voice, rows), rows))]


def button(place: str) -> Button:
    return Button("button-kg-load", tap("kg", "l", place))


def how(talk: Talk, place: str) -> Shown:
    """Which columns a table needs, and what to do with it."""
    rows = [catalogue.homeward(place)]
    catalogue.offer(talk, rows, place)
    return Shown(talk.voice.say("table-how"), keyboard(talk.voice, rows), rows)
