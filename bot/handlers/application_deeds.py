"""What a parent does about an application to a kindergarten queue. Tapped twice, a button does
nothing the second time, and says so in passing."""

from collections.abc import Callable, Mapping

from adapters.place_words import CARD, SUBSCRIBE, UNSUBSCRIBE
from bot.conversation import Conversation
from bot.handlers import places
from bot.handlers.applications import shown
from bot.handlers.menu import menu, refusing
from bot.keyboards import Button, typable
from bot.render import keyboard
from bot.routes import Routes
from bot.screens import Shown
from bot.talk import Says, Talk
from bot.taps import Tap, row_id, tap
from domain.errors import Refusal
from domain.queue import applications as queue
from domain.queue import interest, leaving
from domain.queue.applications import Candidate, CandidateId
from domain.queue.leaving import ApplicationInContingent
from domain.queue.life import State
from domain.store import Store

INTERESTED, RESTORE, ASK_WITHDRAW, WITHDRAW = "qi", "qr", "qw", "qd"
Act = Callable[[Talk, Store, Candidate], Says]


def routes(conversation: Conversation) -> Routes:
    table = Routes()

    @table.command("queue")
    async def queues(talk: Talk) -> None:
        await refusing(talk, lambda store: mine(talk, store, conversation))

    @table.tap(*DEEDS)
    async def chosen(talk: Talk, tap: Tap) -> None:
        await refusing(talk, lambda store: done(talk, store, tap))

    @table.tap(SUBSCRIBE, UNSUBSCRIBE)
    async def subscribed(talk: Talk, tap: Tap) -> None:
        await refusing(talk, lambda store: places.subscribe(talk, store, tap))

    return table


def mine(talk: Talk, store: Store, c: Conversation) -> Says:
    """`/queue`: the only application at once, with all that can be done; else every place."""
    found = places.waiting(talk, store)
    if len(found) == 1 and not places.in_form(talk):
        return [talk.show(shown(talk, store, found[0]))]
    return places.told(talk, store, c, found)


def done(talk: Talk, store: Store, tap: Tap) -> Says:
    """A refusal stands above the application as it is now. Raises ApplicationGone."""
    c = queue.own(store, talk.id, CandidateId(row_id(tap.part(0))))
    try:
        return store.attempt(lambda: DEEDS[tap.verb](talk, store, c))
    except Refusal as refusal:
        return [talk.show(shown(talk, store, c, talk.voice.refusal(refusal)))]


def again(talk: Talk, store: Store, c: Candidate, words: str) -> Says:
    """It is done already: the message that was tapped stays as it is."""
    talk.toast = talk.house.words.say(talk.lang, words, number=c.number)
    return [] if talk.query else [talk.show(shown(talk, store, c))]


def card(talk: Talk, store: Store, c: Candidate) -> Says:
    return [talk.show(shown(talk, store, c))]


def interested(talk: Talk, store: Store, c: Candidate) -> Says:
    """Once a day is enough, unless it is being asked."""
    if c.counted and not c.awaited and said_today(talk, c):
        return again(talk, store, c, "interest-noted-already")
    known = interest.interested(store, talk.id, c.id, talk.house.rules, talk.now)
    return [talk.show(shown(talk, store, known, talk.voice.say("interest-noted")))]


def said_today(talk: Talk, c: Candidate) -> bool:
    day = talk.house.rules.day
    return c.interested is not None and day(c.interested) == day(talk.now)


def restore(talk: Talk, store: Store, c: Candidate) -> Says:
    if c.counted and c.restores:
        return again(talk, store, c, "application-restored-already")
    back = queue.restore(store, talk.id, c.id, talk.house.rules, talk.now)
    return [talk.show(shown(talk, store, back, talk.voice.say("application-restored")))]


def ask_withdraw(talk: Talk, store: Store, c: Candidate) -> Says:
    """It can't be undone: a new application starts at the end of the queue. Raises
    ApplicationInContingent at once rather than after a yes."""
    if c.state in (State.REGISTERED, State.ENROLLED):
        raise ApplicationInContingent(c.number)
    if c.state is State.WITHDRAWN:
        return again(talk, store, c, "application-withdrawn-already")
    rows = [
        [Button("button-withdraw-application-yes", tap(WITHDRAW, str(c.id)), style="danger")],
        [Button("button-withdraw-application-no", tap(CARD, str(c.id)))],
    ]
    if places.in_form(talk):
        talk.enter(talk.state, named=typable(talk.house.words, rows))
    else:
        talk.offer(rows)
    text = talk.voice.say("withdraw-application-ask", number=c.number, child=c.child.name)
    return [talk.show(Shown(text, keyboard(talk.voice, rows), rows))]


def withdraw(talk: Talk, store: Store, c: Candidate) -> Says:
    if c.state is State.WITHDRAWN:
        return again(talk, store, c, "application-withdrawn-already")
    gone = leaving.withdraw(store, talk.id, c.id, talk.house.rules, talk.now)
    told = talk.voice.say("application-withdrawn", number=gone.number, child=gone.child.name)
    return menu(talk, store, above=told)


DEEDS: Mapping[str, Act] = {
    CARD: card,
    INTERESTED: interested,
    RESTORE: restore,
    ASK_WITHDRAW: ask_withdraw,
    WITHDRAW: withdraw,
}
