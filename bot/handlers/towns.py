"""Kindergartens of a place, for everybody, as on the front pages of the portals: what is free now,
who waits, the catalogue, the numbers."""

from collections.abc import Callable, Mapping, Sequence

from bot.conversation import Conversation
from bot.handlers import (
    bulletin_desk,
    catalogue,
    kindergarten,
    kindergarten_tables,
    linking,
    statistics,
    tables,
    voucher_desk,
)
from bot.handlers import places as own_places
from bot.handlers.menu import Item, menu
from bot.keyboards import Button, in_rows
from bot.pages import page_of, turning
from bot.render import keyboard, paragraphs
from bot.routes import Routes
from bot.screens import Shown
from bot.talk import Says, Talk
from bot.taps import Tap, row_id, tap
from domain.catalogue import find, find_place
from domain.kindergartens import Kindergarten, QueueSize
from domain.lists import Place
from domain.ports import LANGS
from domain.queue.bulletins import Vacancy
from domain.store import Store

LISTED = 8
"""Places or kindergartens on one page."""
VACANCIES = 4
"""A vacancy takes three lines: four fill a phone's screen."""
KINDS = ("general", "correctional", "sanatorium")


def routes(conversation: Conversation) -> Routes:
    table = Routes()

    @table.command("kindergartens")
    async def asked(talk: Talk) -> None:
        await talk.settle(lambda store: which(talk, store, conversation))

    @table.tap("kg")
    async def chosen(talk: Talk, tap: Tap) -> None:
        await talk.settle(lambda store: choose(talk, store, tap))

    @table.said(catalogue.FINDING)
    async def typed(talk: Talk) -> None:
        await talk.settle(lambda store: searched(talk, store, conversation))

    return table


def which(talk: Talk, store: Store, c: Conversation) -> Says:
    """From the menu: the places that have kindergartens; where there is but one, that one."""
    known = places(talk, store)
    if len(known) == 1:
        return [talk.show(home(talk, store, known[0].kato))]
    return [talk.show(chooser(talk, store))]


ITEMS: Mapping[str, Item] = {"kindergartens": which}


def choose(talk: Talk, store: Store, tapped: Tap) -> Says:
    """`kg|what|locality|page`. A place no longer there leads to the choice of places."""
    what, place, page = tapped.part(0), tapped.part(1), row_id(tapped.part(2))
    if what == "t" or not talk.house.atlas.has(place):
        return [talk.show(chooser(talk, store, page))]
    screens: Mapping[str, Callable[[], Shown]] = {
        "v": lambda: vacancies(talk, store, place, page),
        "q": lambda: queues(talk, store, place, tapped.part(2)),
        "c": lambda: catalogue.listed(talk, store, place, page),
        "l": lambda: tables.how(talk, place),
        "h": lambda: home(talk, store, place),
    }
    return [talk.show(screens[what]())] if what in screens else menu(talk, store)


def places(talk: Talk, store: Store) -> list[Place]:
    """Those with kindergartens, the most kindergartens first."""
    counts = store.kindergartens.places()
    known = [code for code in counts if talk.house.atlas.has(code)]
    return [talk.house.atlas.place(code) for code in known]


def chooser(talk: Talk, store: Store, page: int = 0, above: str = "") -> Shown:
    """First the kindergartens the person's children go to, then the places."""
    found = page_of(places(talk, store), page, LISTED)
    rows = [
        *[[catalogue.in_place(talk, k)] for k in own(talk, store)],
        *[[Button(data=tap("kg", "h", p.kato), names=p.names)] for p in found.items],
        *turning(found, lambda n: tap("kg", "t", "", str(n))),
        [Button("button-menu", "m|menu")],
    ]
    text = talk.voice.say("kg-which" if found.items else "kg-none")
    catalogue.offer(talk, rows)
    return Shown(paragraphs(above, text), keyboard(talk.voice, rows), rows)


def own(talk: Talk, store: Store) -> list[Kindergarten]:
    """Where the person's children go."""
    goes = store.kindergartens.goes([one.id for one in store.queue.of(talk.id)])
    numbers = dict.fromkeys(e.kindergarten for e in goes)
    found = [store.kindergartens.kindergarten(number) for number in numbers]
    return [k for k in found if k is not None]


def searched(talk: Talk, store: Store, c: Conversation) -> Says:
    """A name typed on one of these screens: a place, or a kindergarten. A portal's code and the
    question for the own place are taken anywhere."""
    arrived = linking.arrive(talk, store, c, talk.text)
    if arrived is None:
        arrived = own_places.amid(talk, store, c, talk.text)
    if arrived is not None:
        return arrived
    here = catalogue.place_of(talk)
    towns = find_place(places(talk, store), talk.text)
    found = find(store.kindergartens.all(here), talk.text) or find(
        store.kindergartens.all(), talk.text
    )
    if towns and not found:
        return [talk.show(home(talk, store, towns[0].kato))]
    if len(found) == 1 and not towns:
        return [talk.show(kindergarten.card(talk, store, found[0]))]
    if found:
        return [talk.show(catalogue.results(talk, store, found, towns))]
    above = talk.voice.say("kg-not-found", text=talk.text[:60])
    return [talk.show(home(talk, store, here, above) if here else chooser(talk, store, 0, above))]


def home(talk: Talk, store: Store, place: str, above: str = "") -> Shown:
    free = sum(store.kindergartens.free_by_kindergarten(place).values())
    waiting = store.kindergartens.waiting_by_place(place).get(place, 0)
    count = store.kindergartens.places().get(place, 0)
    ours = kindergarten_tables.ours(talk, store, place)
    rows = [
        [Button("button-kg-vacancies", tap("kg", "v", place), arguments={"free": free},
                style="primary")],
        [Button("button-kg-queues", tap("kg", "q", place))],
        [Button("button-kg-catalogue", tap("kg", "c", place))],
        *([[statistics.button(place)]] if waiting else []),
        *([[tables.button(place)]] if ours else []),
        *([[Button("button-desk-benefits", tap(bulletin_desk.BENEFITS, place))]] if ours else []),
        *([[voucher_desk.button(place)]] if ours and by_vouchers(talk, place) else []),
        [Button("button-kg-other", tap("kg", "t")), Button("button-menu", "m|menu")],
    ]  # fmt: skip
    text = talk.voice.say(
        "kg-home", place=named(talk, place), count=count, free=free, waiting=waiting
    )
    catalogue.offer(talk, rows, place)
    return Shown(paragraphs(above, text), keyboard(talk.voice, rows), rows)


def by_vouchers(talk: Talk, place: str) -> bool:
    return talk.house.rules.of(place).life == "voucher"


def named(talk: Talk, place: str) -> str:
    return talk.house.atlas.place(place).name(talk.lang)


def vacancies(talk: Talk, store: Store, place: str, page: int) -> Shown:
    """What can be applied to now, the newest first."""
    found = page_of(store.bulletins.now(place), page, VACANCIES)
    names = {k.id: k.names for k in store.kindergartens.all(place)}
    lines = [
        vacancy_lines(talk, v, names.get(v.kindergarten, {}), n)
        for n, v in enumerate(found.items, found.first)
    ]
    buttons = {
        v.kindergarten: Button(data=tap("ki", v.kindergarten), names=names[v.kindergarten])
        for v in found.items
        if v.kindergarten in names
    }
    rows = [
        *[[b] for b in buttons.values()],
        *turning(found, lambda n: tap("kg", "v", place, str(n))),
        catalogue.homeward(place),
    ]
    title = talk.voice.say("kg-vacancies" if lines else "kg-vacancies-none",
                           place=named(talk, place))  # fmt: skip
    catalogue.offer(talk, rows, place)
    note = talk.voice.say("kg-vacancies-how") if lines else ""
    return Shown(paragraphs(title, *lines, note), keyboard(talk.voice, rows), rows)


def vacancy_lines(talk: Talk, v: Vacancy, names: Mapping[str, str], number: int) -> str:
    words = "kg-vacancy-priority" if v.stage == "priority" else "kg-vacancy-open"
    when = {"until": v.closes} if v.stage == "priority" else {}
    return "\n".join(
        [
            talk.voice.say("kg-vacancy", number=str(number), name=names, group=v.group),
            talk.voice.say(
                "kg-vacancy-whom",
                kind=talk.voice.say(f"kg-kind-{v.kind}"),
                language=talk.voice.say(f"kg-language-{v.language}"),
                born=years(v.born),
            ),
            talk.voice.say("kg-vacancy-places", free=v.free),
            talk.voice.say(words, **when),
        ]
    )


def years(born: tuple[int, int]) -> str:
    """`2023`, or `2022-2023`."""
    return str(born[0]) if born[0] == born[1] else f"{born[0]}-{born[1]}"


def queues(talk: Talk, store: Store, place: str, kind: str) -> Shown:
    """How many wait: by kind of group on a screen each, by language and year of birth in it."""
    sizes = store.kindergartens.sizes(place, talk.now)
    kinds = [k for k in KINDS if any(s.kind == k for s in sizes)]
    kind = kind if kind in kinds else (kinds or [KINDS[0]])[0]
    mine = [s for s in sizes if s.kind == kind]
    others = [Button(f"kg-kind-{k}", tap("kg", "q", place, k)) for k in kinds if k != kind]
    rows = [
        *in_rows(others, lambda b: b.label(talk.house.words, talk.lang)),
        catalogue.homeward(place),
    ]
    catalogue.offer(talk, rows, place)
    if not mine:
        text = talk.voice.say("kg-queues-none", place=named(talk, place))
        return Shown(text, keyboard(talk.voice, rows), rows)
    title = talk.voice.say(
        "kg-queues", place=named(talk, place), kind=talk.voice.say(f"kg-kind-{kind}")
    )
    sections = [of_language(talk, mine, lang) for lang in LANGS]
    text = paragraphs(title, *sections, talk.voice.say("kg-queues-how"))
    return Shown(text, keyboard(talk.voice, rows), rows)


def of_language(talk: Talk, sizes: Sequence[QueueSize], language: str) -> str:
    mine = sorted((s for s in sizes if s.language == language), key=lambda s: -s.cohort)
    if not mine:
        return ""
    head = talk.voice.say(
        "kg-queue-language",
        language=talk.voice.say(f"kg-language-{language}"),
        waiting=sum(s.waiting for s in mine),
        placed=sum(s.placed for s in mine),
    )
    lines = [
        talk.voice.say(
            "kg-queue-line",
            cohort=str(s.cohort),
            waiting=s.waiting,
            first=s.out_of_turn,
            second=s.first_priority,
            third=s.general,
        )
        for s in mine
    ]
    return "\n".join([head, *lines])
