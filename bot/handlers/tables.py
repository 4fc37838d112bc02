"""Tables (CSV) that staff send to the chat. The first line says which one it is; what they may
send, with a table to begin with, is shown when it fits none."""

from collections.abc import Sequence

from aiogram.types import Message

from adapters.telegram import CallFailed, FileTooBig, upload
from bot.handlers import catalogue, kindergarten_tables, sitting_tables, vacancy_tables
from bot.handlers.admission import tables as school_tables
from bot.handlers.menu import refusing
from bot.keyboards import Button
from bot.render import keyboard, paragraphs
from bot.routes import Routes
from bot.screens import Shown
from bot.table_faults import EXAMPLE, sample
from bot.table_steps import LOAD, Loading, shown
from bot.talk import Says, Talk
from bot.taps import Tap, tap
from domain.imports import MOST_BYTES, ImportGone, TableNotCsv, TableTooLarge
from domain.papers import PaperNotFetched
from domain.staff import NotAllowed
from domain.store import Store
from domain.table_sorts import TableOfNoSort, sort_of

LIST = "tl"
CSV, OTHERS = ".csv", (".xlsx", ".xls", ".ods", ".numbers")
LOADINGS: Sequence[Loading] = (
    *school_tables.LOADINGS,
    kindergarten_tables.LOADING,
    vacancy_tables.LOADING,
    sitting_tables.LOADING,
)


def routes() -> Routes:
    table = Routes()

    @table.tap(LOAD)
    async def decided(talk: Talk, tap: Tap) -> None:
        await refusing(talk, lambda store: decide(talk, store, tap))

    @table.tap(LIST)
    async def asked(talk: Talk, tap: Tap) -> None:
        await refusing(talk, lambda store: listed(talk, store))

    @table.tap(EXAMPLE)
    async def began(talk: Talk, tap: Tap) -> None:
        await refusing(talk, lambda store: example(talk, store, tap.part(0)))

    return table


def is_table(m: Message) -> bool:
    name = (m.document.file_name or "") if m.document else ""
    return name.lower().endswith((CSV, *OTHERS))


async def brought(talk: Talk) -> None:
    """A table came: it is read and shown, and waits for a yes."""
    assert talk.message is not None  # noqa: S101 the caller has seen it
    assert talk.message.document is not None  # noqa: S101 the same
    if not (talk.message.document.file_name or "").lower().endswith(CSV):
        await talk.settle(lambda store: [talk.refuse(TableNotCsv())])
        return
    try:
        raw = await talk.house.telegram.fetch(talk.message.document.file_id, MOST_BYTES)
    except FileTooBig:
        await talk.settle(lambda store: [talk.refuse(TableTooLarge(MOST_BYTES // 1024))])
    except CallFailed:
        await talk.settle(lambda store: [talk.refuse(PaperNotFetched())])
    else:
        await refusing(talk, lambda store: looked_at(talk, store, raw))


def looked_at(talk: Talk, store: Store, raw: bytes) -> Says:
    """By its first line. Raises NotAllowed for a table that is somebody else's to send."""
    mine = able(talk, store)
    try:
        kind = sort_of(raw, [one.sort for one in LOADINGS]).kind
    except TableOfNoSort as refusal:
        return listed(talk, store, talk.voice.refusal(refusal))
    for one in mine:
        if one.sort.kind == kind:
            return one.look(talk, store, raw)
    raise NotAllowed


def own(talk: Talk, store: Store) -> list[Loading]:
    """What this person may send."""
    return [one for one in LOADINGS if one.able(talk, store)]


def able(talk: Talk, store: Store) -> list[Loading]:
    """The same; raises NotAllowed where that is nothing."""
    found = own(talk, store)
    if not found:
        raise NotAllowed
    return found


def decide(talk: Talk, store: Store, tapped: Tap) -> Says:
    for one in LOADINGS:
        if one.kept is not None and one.kept.kind == tapped.part(2):
            return one.kept.decided(talk, store, tapped)
    raise ImportGone


def listed(talk: Talk, store: Store, above: str = "") -> Says:
    """Every table they may send: its columns, and a table to begin with."""
    mine = able(talk, store)
    rows = [*[[sample(talk, one.sort.kind)] for one in mine], [Button("button-menu", "m|menu")]]
    text = paragraphs(
        above,
        talk.voice.say("tables-title"),
        *[columns(talk, one) for one in mine],
        talk.voice.say("tables-how"),
    )
    return shown(talk, text, rows)


def columns(talk: Talk, one: Loading) -> str:
    """Its first line; what may be left out stands apart."""
    sort, name = one.sort, talk.voice.say(f"table-of-{one.sort.kind}")
    told = {"name": name, "needed": ",".join(sort.needed)}
    if not sort.optional:
        return talk.voice.say("table-columns", **told)
    return talk.voice.say("table-columns-more", **told, optional=",".join(sort.optional))


def example(talk: Talk, store: Store, kind: str) -> Says:
    """A file to begin with, and what its cells may say. Raises NotAllowed."""
    for one in able(talk, store):
        if one.sort.kind == kind:
            content = one.example(talk, store).encode("utf-8-sig")  # table programs look for it
            return [
                {
                    "method": "sendDocument",
                    "chat_id": talk.id,
                    "document": upload(f"{kind}.csv", "text/csv", content),
                    "caption": talk.voice.say(f"table-cells-{kind}"),
                    "parse_mode": "HTML",
                }
            ]
    raise NotAllowed


def button(place: str) -> Button:
    return Button("button-kg-load", tap("kg", "l", place))


def how(talk: Talk, place: str) -> Shown:
    """Which columns a table needs, and what to do with it."""
    rows = [[sample(talk, kindergarten_tables.KEPT.kind)], catalogue.homeward(place)]
    catalogue.offer(talk, rows, place)
    return Shown(talk.voice.say("table-how"), keyboard(talk.voice, rows), rows)
