"""Vacant places for the own children: what fits now, applying in one tap, taking that back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from adapters.bulletin_facts import Place, place_of
from adapters.bulletin_words import (
    APPLY,
    CHOOSE,
    TAKE_BACK,
    VACANCIES,
    BulletinWords,
    Deed,
    taking_back,
)
from bot.conversation import Conversation
from bot.handlers import voucher_rows
from bot.handlers.applications import referral_button
from bot.handlers.menu import Item
from bot.keyboards import Button
from bot.render import keyboard, paragraphs
from bot.routes import Routes
from bot.screens import Shown
from bot.talk import Says, Talk
from bot.taps import Tap, row_id
from domain.errors import Refusal
from domain.queue import bulletins
from domain.queue.applications import Candidate, CandidateId, own
from domain.queue.bulletins import Offer, VacancyGone, VacancyId
from domain.queue.life import HOLDING, MAY_TAKE, State
from domain.queue.referrals import Referral
from domain.store import Store

MOST_SHOWN = 6
"""A place takes four lines: six fit a phone's screen or two."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A place that a child may have; `applied` when it was asked for already."""

    candidate: Candidate
    place: Place
    applied: bool


def routes(conversation: Conversation) -> Routes:
    table = Routes()

    @table.command("vacancies")
    async def asked(talk: Talk) -> None:
        await talk.settle(lambda store: item(talk, store, conversation))

    @table.tap(VACANCIES)
    async def listed(talk: Talk, tap: Tap) -> None:
        await talk.settle(lambda store: item(talk, store, conversation))

    @table.tap(APPLY, TAKE_BACK)
    async def chosen(talk: Talk, tap: Tap) -> None:
        deed = apply if tap.verb == APPLY else take_back
        number, vacancy = CandidateId(row_id(tap.part(0))), VacancyId(row_id(tap.part(1)))
        await listing(talk, lambda store: deed(talk, store, number, vacancy))

    return table


def item(talk: Talk, store: Store, c: Conversation) -> Says:
    return [talk.show(vacancies(talk, store))]


ITEMS: dict[str, Item] = {"vacancies": item}


async def listing(talk: Talk, work: Callable[[Store], Says]) -> None:
    """A refusal is answered with its sentence and what fits now."""

    def safe(store: Store) -> Says:
        try:
            return store.attempt(lambda: work(store))
        except Refusal as refusal:
            return [talk.show(vacancies(talk, store, talk.voice.refusal(refusal)))]

    await talk.settle(safe)


def vacancies(talk: Talk, store: Store, above: str = "") -> Shown:
    """What fits the person's children now, the newest first."""
    known = store.queue.of(talk.id)
    mine = [c for c in known if c.state in MAY_TAKE[talk.house.rules.of(c.locality).life]]
    found = fitting(store, mine)
    fits = [f.candidate for f in found]
    said = BulletinWords(talk.house.words)
    blocks = [block(said, talk, f, n, several=len(mine) > 1) for n, f in enumerate(found, 1)]
    rows = [
        *[[button(talk, f, n)] for n, f in enumerate(found, 1)],
        *[[referral_button(c)] for c in known if c.state is State.REFERRED],
        *[row for c in known for row in voucher_rows.answering(c)],
        *[row for c in mine if c not in fits for row in voucher_rows.waiting(c)],
        [Button("button-menu", "m|menu")],
    ]
    told = [elsewhere(talk, c) for c in known]
    told = told if any(told) or found or mine else [talk.voice.say("vacancies-no-queue")]
    title = talk.voice.say("vacancies-title" if found else "vacancies-none") if mine else ""
    return screen(talk, paragraphs(above, title, *blocks, *told), rows)


def elsewhere(talk: Talk, c: Candidate) -> str:
    """Why a child isn't offered places: it has one, or it must wait first."""
    if c.state in HOLDING:
        return talk.voice.say("vacancies-placed", child=c.child.name)
    if c.state is State.STOPPED and c.due is not None:
        return talk.voice.say("vacancies-stopped", child=c.child.name, due=c.due)
    if c.state is State.CHOOSING and c.due is not None:
        return talk.voice.say("vacancies-choosing", child=c.child.name, due=c.due)
    if c.state in (State.QUEUED, State.VOUCHER, State.WAITING_LIST) and by_voucher(talk, c):
        state = c.state.replace("_", "-")
        return talk.voice.say(f"vacancies-voucher-{state}", child=c.child.name)
    return ""


def by_voucher(talk: Talk, c: Candidate) -> bool:
    return talk.house.rules.of(c.locality).life == "voucher"


def fitting(store: Store, candidates: Sequence[Candidate]) -> list[Fit]:
    found = []
    for c in candidates:
        wanted = {o.vacancy.id for o in store.bulletins.offers_of(c.id) if o.state == "applied"}
        for v in store.bulletins.now(c.locality):
            at = place_of(store, v.id) if store.bulletins.fits(v, c) is not None else None
            if at is not None:
                found.append(Fit(c, at, v.id in wanted))
    return found[:MOST_SHOWN]


def block(said: BulletinWords, talk: Talk, f: Fit, number: int, *, several: bool) -> str:
    v = f.place.vacancy
    chooses = f.candidate.state is State.CHOOSING
    whose = talk.voice.say("vacancy-of", child=f.candidate.child.name) if several else ""
    when = "" if chooses else said.when(talk.lang, v)
    state = talk.voice.say("vacancy-applied") if f.applied else when
    head = talk.voice.say("vacancy-number", number=str(number))
    told = (f"{head} {said.place(talk.lang, f.place)}", whose, state)
    return "\n".join(part for part in told if part)


def button(talk: Talk, f: Fit, number: int) -> Button:
    chooses = f.candidate.state is State.CHOOSING
    words = "button-vacancy-take-back" if f.applied else "button-vacancy-apply"
    words = "button-vacancy-choose" if chooses else words
    verb = CHOOSE if chooses else TAKE_BACK if f.applied else APPLY
    names = {"number": str(number), "kindergarten": f.place.kindergarten.names}
    data = f"{verb}|{f.candidate.id}|{f.place.vacancy.id}"
    return Button(words, data, arguments=names, style="" if f.applied else "success")


def apply(talk: Talk, store: Store, number: CandidateId, vacancy: VacancyId) -> Says:
    """Applied, or the place is theirs at once: then the referral comes by itself."""
    got = bulletins.apply(store, talk.id, number, vacancy, talk.house.rules, talk.now)
    c, at = own(store, talk.id, number), place_of(store, vacancy)
    if at is None:
        raise VacancyGone
    if isinstance(got, Referral):
        text = talk.voice.say("bulletin-yours", kindergarten=at.kindergarten.names)
        return [talk.show(screen(talk, text, [[Button("button-menu", "m|menu")]]))]
    return [talk.show(waiting(talk, c, at, got))]


def waiting(talk: Talk, c: Candidate, at: Place, o: Offer) -> Shown:
    v = at.vacancy
    names = {"kindergarten": at.kindergarten.names, "group": v.group}
    text = paragraphs(
        talk.voice.say("bulletin-applied", child=c.child.name, **names),
        talk.voice.say("bulletin-ahead-of-told", ahead=o.ahead)
        + "\n"
        + talk.voice.say("bulletin-answer", closes=v.closes)
        if v.stage == "priority"
        else talk.voice.say("bulletin-waits"),
    )
    return screen(talk, text, buttons(taking_back(c, v)))


def take_back(talk: Talk, store: Store, number: CandidateId, vacancy: VacancyId) -> Says:
    bulletins.take_back(store, talk.id, number, vacancy, talk.house.rules, talk.now)
    return [talk.show(vacancies(talk, store, talk.voice.say("bulletin-taken-back")))]


def buttons(deeds: Sequence[Sequence[Deed]]) -> list[list[Button]]:
    return [
        [Button(d.words, d.data, arguments=d.arguments, style=d.style) for d in row]
        for row in deeds
    ]


def screen(talk: Talk, text: str, rows: list[list[Button]]) -> Shown:
    talk.offer(rows)
    return Shown(text, keyboard(talk.voice, rows), rows)
