"""A voucher in the chat: answering it, choosing a kindergarten with it, waiting for a place."""

from collections.abc import Callable, Mapping

from adapters.bulletin_facts import place_of
from adapters.bulletin_words import ANSWER_VOUCHER, CHOOSE, REFUSE_VOUCHER
from adapters.place_words import CARD
from bot.handlers import applications
from bot.handlers.menu import menu
from bot.handlers.vacancies import listing, screen, vacancies
from bot.handlers.voucher_rows import WAIT
from bot.keyboards import Button
from bot.routes import Routes
from bot.talk import Says, Talk
from bot.taps import Tap, row_id, tap
from domain.queue import vouchers
from domain.queue.applications import Candidate, CandidateId, own
from domain.queue.bulletins import VacancyGone, VacancyId
from domain.queue.life import NotNow, State
from domain.store import Store

REFUSE = "ur"
Act = Callable[[Talk, Store, Candidate, Tap], Says]


def routes() -> Routes:
    table = Routes()

    @table.tap(*DEEDS)
    async def chosen(talk: Talk, tapped: Tap) -> None:
        await listing(talk, lambda store: answered(talk, store, tapped))

    return table


def answered(talk: Talk, store: Store, tapped: Tap) -> Says:
    c = own(store, talk.id, CandidateId(row_id(tapped.part(0))))
    return DEEDS[tapped.verb](talk, store, c, tapped)


def confirm(talk: Talk, store: Store, c: Candidate, tapped: Tap) -> Says:
    """What fits can be chosen at once. Tapped again, or by the other parent, it is one answer."""
    if c.state is not State.CHOOSING:
        c = vouchers.confirm(store, talk.id, c.id, talk.house.rules, talk.now)
    said = talk.voice.say("voucher-confirmed", number=c.number)
    return [talk.show(vacancies(talk, store, said))]


def ask_refuse(talk: Talk, store: Store, c: Candidate, tapped: Tap) -> Says:
    """It ends the application: ask first. Raises NotNow at once rather than after a yes."""
    if c.state is not State.VOUCHER:
        raise NotNow(c.number, c.state.value)
    rows = [
        [Button("button-voucher-refuse-yes", tap(REFUSE, str(c.id)), style="danger")],
        [Button("button-voucher-refuse-no", tap(CARD, str(c.id)))],
    ]
    text = talk.voice.say("voucher-refuse-ask", number=c.number, child=c.child.name)
    return [talk.show(screen(talk, text, rows))]


def refuse(talk: Talk, store: Store, c: Candidate, tapped: Tap) -> Says:
    vouchers.refuse(store, talk.id, c.id, talk.house.rules, talk.now)
    said = talk.voice.say("voucher-refused", number=c.number, child=c.child.name)
    return menu(talk, store, above=said)


def wait(talk: Talk, store: Store, c: Candidate, tapped: Tap) -> Says:
    if c.state is not State.WAITING_LIST:
        c = vouchers.wait(store, talk.id, c.id, talk.house.rules, talk.now)
    return [talk.show(applications.shown(talk, store, c, talk.voice.say("voucher-waits")))]


def choose(talk: Talk, store: Store, c: Candidate, tapped: Tap) -> Says:
    """The place is theirs at once; the referral comes by itself."""
    number = VacancyId(row_id(tapped.part(1)))
    at = place_of(store, number)
    if at is None:
        raise VacancyGone
    held = store.referrals.of(c.id)
    if held is None or held.vacancy != number:
        vouchers.choose(store, talk.id, c.id, number, talk.house.rules, talk.now)
    text = talk.voice.say("bulletin-yours", kindergarten=at.kindergarten.names)
    return [talk.show(screen(talk, text, [[Button("button-menu", "m|menu")]]))]


DEEDS: Mapping[str, Act] = {
    ANSWER_VOUCHER: confirm,
    REFUSE_VOUCHER: ask_refuse,
    REFUSE: refuse,
    WAIT: wait,
    CHOOSE: choose,
}
