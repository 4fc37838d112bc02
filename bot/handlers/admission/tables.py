"""Tables of admission in the chat: which school serves which street, and places by grade."""

from collections.abc import Sequence

from bot.render import paragraphs
from bot.table_steps import SHOWN, Kept, Loading
from bot.talk import Talk
from domain.admission import catchment_table, desk, places_table
from domain.admission.catchment import Stretch
from domain.admission.vacancies import Office, Vacancy
from domain.imports import ImportId, Preview
from domain.staff import NotAllowed
from domain.store import Store


def able(talk: Talk, store: Store) -> bool:
    try:
        desk.schools(store, desk.officer(store, talk.id))
    except NotAllowed:
        return False
    return True


def look_at_places(talk: Talk, store: Store, raw: bytes) -> tuple[Preview, str]:
    by = desk.officer(store, talk.id)
    planned = places_table.plan(store, raw, by, talk.house.admission, talk.house.season)
    changes = [(v, before) for v, before in planned.lines if before != v.places]
    offices = store.admission.offices()
    lines = [places_line(talk, offices[v.school], v, before) for v, before in changes[:SHOWN]]
    return planned.found, paragraphs(
        talk.voice.say(
            "school-places-ask",
            season=str(planned.season),
            new=planned.new,
            changed=planned.changed,
            same=planned.same,
        ),
        "\n".join(lines),
        more(talk, len(changes)),
    )


def places_line(talk: Talk, office: Office, v: Vacancy, before: int | None) -> str:
    return talk.voice.say(
        "school-places-line",
        school=office.names,
        grade=talk.voice.say(f"grade-{v.grade}"),
        language=talk.voice.say(f"teaching-{v.language}"),
        before=0 if before is None else before,
        places=v.places,
    )


def load_places(talk: Talk, store: Store, number: ImportId) -> tuple[Preview, str]:
    by = desk.officer(store, talk.id)
    done = places_table.take(store, number, by, talk.house.admission, talk.house.season, talk.now)
    counts = {"new": done.new, "changed": done.changed}
    season = str(done.season)
    return done.found, talk.voice.say("school-places-loaded", season=season, **counts)


def look_at_streets(talk: Talk, store: Store, raw: bytes) -> tuple[Preview, str]:
    planned = catchment_table.plan(store, raw, desk.officer(store, talk.id))
    return planned.found, paragraphs(
        talk.voice.say(
            "school-catchment-ask",
            places=", ".join(named(talk, kato) for kato in planned.localities),
            new=planned.new,
            same=planned.same,
        ),
        gone(talk, store, planned.gone),
        more(talk, len(planned.gone)),
    )


def named(talk: Talk, kato: str) -> str:
    atlas = talk.house.atlas
    return atlas.place(kato).name(talk.lang) if atlas.has(kato) else kato


def gone(talk: Talk, store: Store, lost: Sequence[tuple[Stretch, ...]]) -> str:
    """What the table takes away: a line that was forgotten is seen before anything changes."""
    if not lost:
        return ""
    offices = store.admission.offices()
    lines = [
        talk.voice.say(
            "school-catchment-line",
            street=" / ".join(s.street for s in spelled),
            houses=houses(talk, spelled[0]),
            school=offices[spelled[0].school].names if spelled[0].school in offices else "-",
        )
        for spelled in lost[:SHOWN]
    ]
    return "\n".join([talk.voice.say("school-catchment-gone", count=len(lost)), *lines])


def houses(talk: Talk, s: Stretch) -> str:
    if s.whole:
        return talk.voice.say("school-catchment-whole")
    bounds = f"{s.first or ''}–{s.last or ''}" if s.first or s.last else ""
    return talk.voice.say(f"school-catchment-{s.side}", range=bounds).strip()


def more(talk: Talk, count: int) -> str:
    return talk.voice.say("table-further", count=count - SHOWN) if count > SHOWN else ""


def load_streets(talk: Talk, store: Store, number: ImportId) -> tuple[Preview, str]:
    done = catchment_table.take(store, number, desk.officer(store, talk.id), talk.now)
    counts = {"new": done.new, "same": done.same}
    return done.found, talk.voice.say("school-catchment-loaded", **counts)


def places_now(talk: Talk, store: Store) -> str:
    return places_table.example(store, desk.officer(store, talk.id), talk.house.season)


def streets_now(talk: Talk, store: Store) -> str:
    return catchment_table.example(store, desk.officer(store, talk.id))


PLACES = Kept(places_table.KIND, look_at_places, load_places, "admission")
STREETS = Kept(catchment_table.KIND, look_at_streets, load_streets, "admission")
LOADINGS = (
    Loading(catchment_table.SORT, able, STREETS.looked_at, streets_now, STREETS),
    Loading(places_table.SORT, able, PLACES.looked_at, places_now, PLACES),
)
