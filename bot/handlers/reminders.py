"""The buttons under a reminder: Done, Later, Help."""

from adapters.reminder_facts import facts_of
from adapters.reminder_words import VERB, ReminderWords
from bot.render import edited, message
from bot.routes import Routes
from bot.talk import Says, Talk
from bot.taps import Tap, row_id
from domain import reminders
from domain.admission.applications import said_brought
from domain.reminders import Reminder
from domain.store import Store


def routes() -> Routes:
    table = Routes()

    @table.tap(VERB)
    async def answered(talk: Talk, tap: Tap) -> None:
        act, number = tap.part(0), row_id(tap.part(1))
        await talk.settle(lambda store: answer(talk, store, act, number))

    return table


def answer(talk: Talk, store: Store, act: str, number: int) -> Says:
    """One act on the person's own reminder; an old button does no harm."""
    acts = {"done": done, "later": later, "help": helped}
    r = mine(talk, store, number)
    if r is None or act not in acts:
        talk.toast = talk.voice.say("tap-gone")
        return []
    return acts[act](talk, store, r)


def mine(talk: Talk, store: Store, number: int) -> Reminder | None:
    r = store.reminders.load(number)
    if r is None or r.person == talk.id:
        return r
    holders = [] if r.account is None else store.accounts.people_of(r.account)
    return r if talk.id in holders else None


def done(talk: Talk, store: Store, r: Reminder) -> Says:
    """No more reminders of this; the message says so in place of its buttons."""
    reminders.done(store, r.cause)
    said_brought(store, talk.id, r.cause, talk.now)
    words = ReminderWords(talk.house.words)
    text = words.ended(r, facts_of(store, r), talk.lang, talk.now)
    return [edited(talk.id, talk.tapped, text)] if talk.tapped else []


def later(talk: Talk, store: Store, r: Reminder) -> Says:
    if r.state in ("done", "cancelled"):
        talk.toast = talk.voice.say("tap-gone")
        return []
    at = reminders.later(store, r, talk.now)
    words = talk.house.words
    talk.toast = (
        words.say(talk.lang, "remind-too-late")
        if at is None
        else words.say(talk.lang, "remind-later", at=at)
    )
    return []


def helped(talk: Talk, store: Store, r: Reminder) -> Says:
    return [message(talk.id, ReminderWords(talk.house.words).help(r, talk.lang))]
