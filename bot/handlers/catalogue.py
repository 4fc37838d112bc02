"""The catalogue of kindergartens: a list by pages, and what a search by name found."""

from collections.abc import Sequence

from bot.keyboards import Button, typable
from bot.pages import page_of, turning
from bot.render import keyboard
from bot.screens import Shown
from bot.talk import Talk
from bot.taps import tap
from domain.kindergartens import Kindergarten
from domain.lists import Place
from domain.store import Store

FINDING = "find"
"""The state on these screens: `find:111010000`. What is typed then is a name to look for."""
LISTED = 7
MOST_FOUND = 8


def offer(talk: Talk, rows: Sequence[Sequence[Button]], place: str = "") -> None:
    """The buttons can be typed, and so can a name."""
    talk.enter(f"{FINDING}:{place}", buttons=typable(talk.house.words, rows))


def place_of(talk: Talk) -> str:
    """The place whose screen is open; empty where none was chosen."""
    return (talk.state or "").partition(":")[2]


def homeward(place: str) -> list[Button]:
    return [Button("button-kg-home", tap("kg", "h", place)), Button("button-menu", "m|menu")]


def opener(k: Kindergarten) -> Button:
    return Button(data=tap("ki", k.id), names=k.names)


def listed(talk: Talk, store: Store, place: str, page: int) -> Shown:
    found = page_of(by_name(store.kindergartens.all(place), talk), page, LISTED)
    rows = [
        *[[opener(k)] for k in found.items],
        *turning(found, lambda n: tap("kg", "c", place, str(n))),
        homeward(place),
    ]
    offer(talk, rows, place)
    text = talk.voice.say("kg-catalogue", place=talk.house.atlas.place(place).name(talk.lang))
    return Shown(text, keyboard(talk.voice, rows), rows)


def by_name(found: Sequence[Kindergarten], talk: Talk) -> list[Kindergarten]:
    return sorted(found, key=lambda k: k.names[talk.lang])


def results(
    talk: Talk, store: Store, found: Sequence[Kindergarten], towns: Sequence[Place]
) -> Shown:
    """What a typed name may mean: places first."""
    rows = [
        *[[Button(data=tap("kg", "h", p.kato), names=p.names)] for p in towns],
        *[[in_place(talk, k)] for k in found[:MOST_FOUND]],
        [Button("button-menu", "m|menu")],
    ]
    place = place_of(talk)
    offer(talk, rows, place)
    words = "kg-found-many" if len(found) > MOST_FOUND else "kg-found"
    return Shown(talk.voice.say(words), keyboard(talk.voice, rows), rows)


def in_place(talk: Talk, k: Kindergarten) -> Button:
    """Names repeat from town to town, so the town stands beside it."""
    where = talk.house.atlas.place(k.locality).names
    names = {lang: f"{name} · {where[lang]}" for lang, name in k.names.items()}
    return Button(data=tap("ki", k.id), names=names)
