"""A referral as its family sees it: the dates, accepting, more time, giving the place up."""

from collections.abc import Callable
from dataclasses import replace

from adapters.bulletin_facts import Place, place_of
from adapters.bulletin_words import (
    ACCEPT,
    ASK_DECLINE,
    DECLINE,
    EXTEND,
    PAPER,
    REFERRAL,
    VACANCIES,
    BulletinWords,
    of_referral,
)
from adapters.documents.drawing import drawn
from adapters.documents.referrals import language, note, paper, sending
from bot.handlers.vacancies import buttons, screen, vacancies
from bot.keyboards import Button
from bot.render import paragraphs
from bot.routes import Routes
from bot.screens import Shown
from bot.talk import Says, Talk
from bot.taps import Tap, row_id, tap
from domain.documents import Document, lasting_token
from domain.errors import Refusal
from domain.queue import leaving, referrals
from domain.queue.applications import Candidate, CandidateId, own
from domain.queue.life import State
from domain.queue.referrals import Referral, ReferralGone, ReferralId
from domain.store import Store

Act = Callable[[Talk, Store, Candidate, Referral], Shown]
MENU = [Button("button-menu", "m|menu")]


def routes() -> Routes:
    table = Routes()

    @table.tap(REFERRAL, ACCEPT, EXTEND, ASK_DECLINE, DECLINE)
    async def chosen(talk: Talk, tap: Tap) -> None:
        await talk.settle(lambda store: [talk.show(done(talk, store, tap))])

    @table.tap(PAPER)
    async def asked_for_paper(talk: Talk, tap: Tap) -> None:
        await send_paper(talk, CandidateId(row_id(tap.part(0))))

    return table


async def send_paper(talk: Talk, number: CandidateId) -> None:
    """The referral as a PDF, as it stands now: drawn before the transaction that notes it."""
    house = talk.house

    def asked(store: Store) -> tuple[Candidate, Referral, Document, str]:
        c, r, at = placed(talk, store, number)
        plain = paper(house.words, language(talk.lang, at), c, r, at, made=talk.now, check="")
        return c, r, plain, lasting_token(store, referrals.holder_of(c.id), plain)

    try:
        c, r, plain, token = await house.database.read(asked)
        checked = replace(plain, check=f"{house.signatures.cards.public_url}/v/{token}")
        pdf = await drawn(checked, house.words, house.examiner)
    except Refusal as refusal:
        above = talk.voice.refusal(refusal)
        await talk.settle(lambda store: [talk.show(refused(talk, store, number, above))])
        return

    def sent(store: Store) -> Says:
        note(store, c, r, token, talk.now)
        return [sending(house.words, talk.lang, talk.id, r, pdf)]

    await talk.settle(sent)


def done(talk: Talk, store: Store, tap: Tap) -> Shown:
    """A refusal stands above the referral, if there still is one."""
    number = CandidateId(row_id(tap.part(0)))
    try:
        return store.attempt(lambda: deed(talk, store, tap, number))
    except Refusal as refusal:
        return refused(talk, store, number, talk.voice.refusal(refusal))


def deed(talk: Talk, store: Store, tap: Tap, number: CandidateId) -> Shown:
    """A button of an earlier referral does nothing to the present one."""
    about = ReferralId(row_id(tap.part(1)))
    if tap.verb == DECLINE and (given_up := declined_already(talk, store, number, about)):
        return given_up
    c, r = held(talk, store, number)
    if about and about != r.id:
        talk.toast = talk.house.words.say(talk.lang, "referral-tap-late")
        return shown(talk, store, c, r)
    return DEEDS[tap.verb](talk, store, c, r)


def refused(talk: Talk, store: Store, number: CandidateId, above: str) -> Shown:
    try:
        return shown(talk, store, *held(talk, store, number), above)
    except Refusal:
        return screen(talk, above, [[Button("button-vacancies", VACANCIES)], MENU])


def held(talk: Talk, store: Store, number: CandidateId) -> tuple[Candidate, Referral]:
    c = own(store, talk.id, number)
    return c, referrals.current(store, c, talk.now)


def placed(talk: Talk, store: Store, number: CandidateId) -> tuple[Candidate, Referral, Place]:
    c, r = held(talk, store, number)
    at = place_of(store, r.vacancy)
    if at is None:
        raise ReferralGone(c.number)
    return c, r, at


def referral(talk: Talk, store: Store, c: Candidate, r: Referral) -> Shown:
    return shown(talk, store, c, r)


def shown(talk: Talk, store: Store, c: Candidate, r: Referral, above: str = "") -> Shown:
    at = place_of(store, r.vacancy)
    if at is None:
        raise ReferralGone(c.number)
    extensions = talk.house.rules.of(c.locality).extensions
    text = BulletinWords(talk.house.words).referral(talk.lang, c, r, at, extensions)
    deeds = of_referral(c, r, extensions)
    rows = [*buttons(deeds), MENU]
    used = "" if r.state == "open" else talk.voice.say(f"state-{r.state}")
    return screen(talk, paragraphs(above, text, used), rows)


def accept(talk: Talk, store: Store, c: Candidate, r: Referral) -> Shown:
    """Nothing to keep: the kindergarten registers the child when it has the papers. The
    family hears what comes next."""
    told = talk.voice.say("referral-accepted", due=r.due) if r.state == "open" else ""
    return shown(talk, store, c, r, told)


def extend(talk: Talk, store: Store, c: Candidate, r: Referral) -> Shown:
    """Tapped twice it is longer once."""
    if r.state == "open" and r.extensions:
        talk.toast = talk.house.words.say(talk.lang, "referral-longer-already")
    else:
        r = referrals.extend(store, talk.id, c.id, talk.house.rules, talk.now)
    told = talk.voice.say("referral-longer", due=r.due)
    return shown(talk, store, c, r, told)


def ask_decline(talk: Talk, store: Store, c: Candidate, r: Referral) -> Shown:
    """The place goes to the next family at once: it can't be taken back."""
    at = place_of(store, r.vacancy)
    names = {} if at is None else at.kindergarten.names
    yes = tap(DECLINE, str(c.id), str(r.id))
    rows = [
        [Button("button-referral-decline-yes", yes, style="danger")],
        [Button("button-referral-decline-no", tap(REFERRAL, str(c.id)))],
    ]
    voucher = talk.house.rules.of(c.locality).life == "voucher" and r.state == "open"
    words = "referral-decline-ask-voucher" if voucher else "referral-decline-ask"
    text = talk.voice.say(words, kindergarten=names, child=c.child.name)
    return screen(talk, text, rows)


def decline(talk: Talk, store: Store, c: Candidate, r: Referral) -> Shown:
    return declined(talk, store, leaving.decline(store, talk.id, c.id, talk.house.rules, talk.now))


def declined(talk: Talk, store: Store, c: Candidate) -> Shown:
    if c.state is State.CHOOSING:
        return vacancies(talk, store, talk.voice.say("referral-declined-voucher"))
    text = talk.voice.say("referral-declined", number=c.number, child=c.child.name)
    rows = [[Button("button-vacancies", VACANCIES)], MENU]
    return screen(talk, text, rows)


def declined_already(
    talk: Talk, store: Store, number: CandidateId, about: ReferralId
) -> Shown | None:
    """The same answer once more, if it is this one that was given up last."""
    c, last = own(store, talk.id, number), store.referrals.last(number)
    if last is None or last.id != about or last.state != "declined" or not c.counted:
        return None
    talk.toast = talk.house.words.say(talk.lang, "referral-declined-already")
    return declined(talk, store, c)


DEEDS: dict[str, Act] = {
    REFERRAL: referral,
    ACCEPT: accept,
    EXTEND: extend,
    ASK_DECLINE: ask_decline,
    DECLINE: decline,
}
