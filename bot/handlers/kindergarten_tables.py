"""A table of kindergartens in the chat."""

from bot.render import paragraphs
from bot.table_steps import SHOWN, Kept, Loading
from bot.talk import Talk
from domain import audit, staff
from domain.imports import ImportId, Preview
from domain.kindergarten_table import (
    KIND,
    ORGANISATIONS,
    SORT,
    count,
    example,
    keeps,
    preview,
    take,
)
from domain.store import Store


def ours(talk: Talk, store: Store, place: str) -> bool:
    return keeps(store.staff.grants(talk.id), place)


def able(talk: Talk, store: Store) -> bool:
    """Whether there is a place whose kindergartens this person looks after."""
    grants = store.staff.grants(talk.id)
    return any(staff.beginnings(grants, organisation, "queue") for organisation in ORGANISATIONS)


def look(talk: Talk, store: Store, raw: bytes) -> tuple[Preview, str]:
    grants = store.staff.grants(talk.id)
    found = preview(raw, talk.house.atlas, store, lambda place: keeps(grants, place))
    told = count(store, found)
    names = [str(row["name_kk"]) for _, row in found.rows[:SHOWN]]
    return found, paragraphs(
        talk.voice.say("table-asks", added=told.added, replaced=told.replaced),
        talk.voice.say("table-first", names=", ".join(names)),
    )


def loaded(talk: Talk, store: Store, number: ImportId) -> tuple[Preview, str]:
    grants = store.staff.grants(talk.id)
    done = take(
        store, number, talk.house.atlas, lambda place: keeps(grants, place),
        by=audit.person(talk.id), now=talk.now,
    )  # fmt: skip
    if isinstance(done, Preview):
        return done, ""
    return Preview(), talk.voice.say("table-loaded", added=done.added, replaced=done.replaced)


def mine(talk: Talk, store: Store) -> str:
    grants = store.staff.grants(talk.id)
    return example(store, lambda place: keeps(grants, place))


KEPT = Kept(KIND, look, loaded, "kindergartens")
LOADING = Loading(SORT, able, KEPT.looked_at, mine, KEPT)
