"""Tables of vacancies (CSV) that staff send to the chat: shown first, then published as a whole or
not at all."""

from bot.handlers.menu import refusing
from bot.handlers.vacancies import screen
from bot.keyboards import Button
from bot.render import paragraphs
from bot.routes import Routes
from bot.table_faults import faults
from bot.talk import Says, Talk
from bot.taps import Tap, row_id, tap
from domain import imports
from domain.bulletin_desk import clerk
from domain.imports import ImportId, Preview
from domain.staff import EVERYWHERE, NotAllowed
from domain.store import Store
from domain.vacancy_table import KIND, preview, take

LOAD = "vt"
SHOWN = 10


def routes() -> Routes:
    table = Routes()

    @table.tap(LOAD)
    async def decided(talk: Talk, tap: Tap) -> None:
        await refusing(talk, lambda store: decide(talk, store, tap))

    return table


def looked_at(talk: Talk, store: Store, raw: bytes) -> Says:
    by = clerk(store, talk.id)
    found = preview(raw, store, by, talk.house.rules.day(talk.now).year)
    if not found.sound:
        return [talk.show(faults(talk, found))]
    number = imports.keep(
        store, KIND, raw, organisation=EVERYWHERE, area=EVERYWHERE, by=by.actor, now=talk.now
    )
    return [talk.show(screen(talk, asked(talk, found), buttons(number)))]


def asked(talk: Talk, found: Preview) -> str:
    places = sum(row["places"] for _, row in found.rows)
    lines = [
        talk.voice.say(
            "vacancy-table-line",
            kindergarten=row["kindergarten"],
            group=row["group"],
            places=row["places"],
        )
        for _, row in found.rows[:SHOWN]
    ]
    return paragraphs(
        talk.voice.say("vacancy-table-asks", vacancies=len(found.rows), places=places),
        "\n".join(lines),
    )


def buttons(number: ImportId) -> list[list[Button]]:
    return [
        [Button("button-vacancy-table-load", tap(LOAD, "y", str(number)), style="success")],
        [Button("button-table-drop", tap(LOAD, "n", str(number)))],
    ]


def decide(talk: Talk, store: Store, tapped: Tap) -> Says:
    number, by = ImportId(row_id(tapped.part(1))), clerk(store, talk.id)
    waits = store.imports.waiting(number, KIND)
    if waits is not None and waits.by != by.actor:
        raise NotAllowed
    rows = [[Button("button-kindergartens", "m|kindergartens")], [Button("button-menu", "m|menu")]]
    if tapped.part(0) != "y":
        imports.drop(store, number, KIND, by=by.actor, now=talk.now)
        return [talk.show(screen(talk, talk.voice.say("vacancy-table-dropped"), rows))]
    done = take(store, number, by, talk.house.rules, talk.now)
    if isinstance(done, Preview):
        return [talk.show(faults(talk, done))]
    counts = {"vacancies": done.vacancies, "places": done.places, "told": done.told}
    text = talk.voice.say("vacancy-table-loaded", **counts)
    return [talk.show(screen(talk, text, rows))]
