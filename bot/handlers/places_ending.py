"""What staff of a kindergarten end: a vacancy that isn't given any more, and, by the list of its
children, the going there of one."""

from bot.handlers.bulletin_desk import (
    CHILDREN,
    HERE,
    LISTED,
    VACANT,
    child_button,
    here,
    kept,
    page,
)
from bot.handlers.menu import refusing
from bot.handlers.vacancies import screen
from bot.keyboards import Button
from bot.pages import page_of, turning
from bot.routes import Routes
from bot.screens import Shown
from bot.talk import Talk
from bot.taps import Tap, row_id, tap
from domain import bulletin_desk as desk
from domain.ports import LANGS
from domain.queue.bulletins import Vacancy, VacancyId
from domain.store import Store

ASK, CLOSE = "vh", "vj"


def routes() -> Routes:
    table = Routes()

    @table.tap(CHILDREN)
    async def listed(talk: Talk, tap: Tap) -> None:
        await refusing(
            talk, lambda store: [talk.show(children(talk, store, tap.part(0), page(tap)))]
        )

    @table.tap(VACANT)
    async def published(talk: Talk, tap: Tap) -> None:
        await refusing(
            talk, lambda store: [talk.show(vacant(talk, store, tap.part(0), page(tap)))]
        )

    @table.tap(ASK)
    async def asked(talk: Talk, tap: Tap) -> None:
        await refusing(talk, lambda store: [talk.show(ask(talk, store, vacancy_of(tap)))])

    @table.tap(CLOSE)
    async def confirmed(talk: Talk, tap: Tap) -> None:
        await refusing(talk, lambda store: [talk.show(close(talk, store, vacancy_of(tap)))])

    return table


def vacancy_of(tapped: Tap) -> VacancyId:
    return VacancyId(row_id(tapped.part(0)))


def children(talk: Talk, store: Store, number: str, at: int) -> Shown:
    """Who goes to a kindergarten; a child's card says what can be done."""
    k = kept(talk, store, number)
    found = page_of([e.candidate for e in store.kindergartens.contingent(k.id)], at, LISTED)
    known = [c for c in map(store.queue.candidate, found.items) if c is not None]
    rows = [
        *[[child_button(store, c.id, c.number)] for c in known],
        *turning(found, lambda n: tap(CHILDREN, k.id, str(n))),
        [Button("button-desk-referrals", tap(HERE, k.id)), Button("button-menu", "m|menu")],
    ]
    return screen(talk, talk.voice.say("desk-children", kindergarten=k.names), rows)


def vacant(talk: Talk, store: Store, number: str, at: int) -> Shown:
    k = kept(talk, store, number)
    found = page_of(store.bulletins.of_kindergarten(k.id), at, LISTED)
    rows = [
        *[[vacancy_button(talk, v)] for v in found.items],
        *turning(found, lambda n: tap(VACANT, k.id, str(n))),
        [Button("button-desk-referrals", tap(HERE, k.id)), Button("button-menu", "m|menu")],
    ]
    return screen(talk, talk.voice.say("desk-vacant", kindergarten=k.names), rows)


def vacancy_button(talk: Talk, v: Vacancy) -> Button:
    label = f"{v.group} · {v.published.astimezone(talk.house.rules.zone):%d.%m.%Y}"
    return Button(data=tap(ASK, str(v.id)), names=dict.fromkeys(LANGS, label))


def ask(talk: Talk, store: Store, number: VacancyId) -> Shown:
    v = desk.to_close(store, desk.clerk(store, talk.id), number)
    k = kept(talk, store, v.kindergarten)
    rows = [
        [Button("button-vacancy-close-yes", tap(CLOSE, str(v.id)), style="danger")],
        [Button("button-vacancy-close-no", tap(VACANT, k.id))],
    ]
    facts = {"kindergarten": k.names, "group": v.group, "places": v.places, "taken": v.taken}
    return screen(talk, talk.voice.say("desk-vacancy-close", **facts), rows)


def close(talk: Talk, store: Store, number: VacancyId) -> Shown:
    by = desk.clerk(store, talk.id)
    v = desk.close(store, by, number, talk.house.rules, talk.now)
    return here(talk, store, v.kindergarten, talk.voice.say("desk-vacancy-closed"))
