"""The card of one kindergarten: where it is, what it has, and what concerns the person alone."""

from bot.handlers import attendance, bulletin_desk, catalogue
from bot.keyboards import Button
from bot.render import keyboard, paragraphs
from bot.routes import Routes
from bot.screens import Shown
from bot.talk import Says, Talk
from bot.taps import Tap, tap
from domain.kindergarten_table import keeps
from domain.kindergartens import Kindergarten
from domain.store import Store
from domain.values.phone import Phone

MAP = "https://www.openstreetmap.org/?mlat={0}&mlon={1}#map=17/{0}/{1}"


def routes() -> Routes:
    table = Routes()

    @table.tap("ki")
    async def opened(talk: Talk, tap: Tap) -> None:
        await talk.settle(lambda store: opening(talk, store, tap.part(0)))

    return table


def opening(talk: Talk, store: Store, number: str) -> Says:
    found = store.kindergartens.kindergarten(number)
    if found is None:
        return [talk.say("kg-gone")]
    return [talk.show(card(talk, store, found))]


def card(talk: Talk, store: Store, k: Kindergarten, above: str = "") -> Shown:
    free = store.kindergartens.free_by_kindergarten(k.locality).get(k.id, 0)
    staff = keeps(store.staff.grants(talk.id), k.locality)
    rows = [
        *([[Button("button-attendance", tap("at", "p", k.id, "0"))]] if staff else []),
        [Button("button-reviews", tap("rv", "l", k.id))],
        *([[Button("button-desk-referrals", tap(bulletin_desk.HERE, k.id))]] if staff else []),
        *([[Button("button-kg-map", url=MAP.format(*k.at))]] if k.at else []),
        [Button("button-kg-catalogue", tap("kg", "c", k.locality))],
        catalogue.homeward(k.locality),
    ]
    catalogue.offer(talk, rows, k.locality)
    voice = talk.voice
    text = voice.say(
        "kg-card",
        name=k.names,
        place=talk.house.atlas.place(k.locality).name(talk.lang),
        address=k.address,
        languages=", ".join(voice.say(f"kg-language-{code}") for code in k.languages),
        kinds=", ".join(voice.say(f"kg-kind-{kind}") for kind in k.kinds),
        phone=Phone(k.phone).spaced,
        free=free,
    )
    own = attendance.of_own_children(talk, store, k)
    return Shown(paragraphs(above, text, own), keyboard(voice, rows), rows)
