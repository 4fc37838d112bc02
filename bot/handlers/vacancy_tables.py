"""A table of vacant places in kindergartens in the chat: published as a whole or not at all."""

from bot.handlers import kindergarten_tables
from bot.render import paragraphs
from bot.table_steps import SHOWN, Kept, Loading
from bot.talk import Talk
from domain.bulletin_desk import clerk
from domain.imports import ImportId, Preview
from domain.store import Store
from domain.vacancy_table import KIND, SORT, example, preview, take


def look(talk: Talk, store: Store, raw: bytes) -> tuple[Preview, str]:
    found = preview(raw, store, clerk(store, talk.id), talk.house.rules.day(talk.now).year)
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
    return found, paragraphs(
        talk.voice.say("vacancy-table-asks", vacancies=len(found.rows), places=places),
        "\n".join(lines),
    )


def published(talk: Talk, store: Store, number: ImportId) -> tuple[Preview, str]:
    done = take(store, number, clerk(store, talk.id), talk.house.rules, talk.now)
    if isinstance(done, Preview):
        return done, ""
    counts = {"vacancies": done.vacancies, "places": done.places, "told": done.told}
    return Preview(), talk.voice.say("vacancy-table-loaded", **counts)


def mine(talk: Talk, store: Store) -> str:
    return example(store, clerk(store, talk.id), talk.house.rules.day(talk.now).year)


KEPT = Kept(KIND, look, published, "kindergartens", yes="button-vacancy-table-load")
LOADING = Loading(SORT, kindergarten_tables.able, KEPT.looked_at, mine, KEPT)
