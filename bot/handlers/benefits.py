"""A refused benefit: the family sends another paper from where they read of it."""

from collections.abc import Mapping

from adapters.bulletin_words import SEND_AGAIN
from bot.conversation import Conversation, Finish, as_new
from bot.handlers import applications
from bot.handlers.menu import refusing
from bot.routes import Routes
from bot.talk import Says, Talk
from bot.taps import Tap, row_id
from domain.forms.model import Answers, Desk, Draft
from domain.portals.benefits import CANDIDATE, SEND
from domain.queue import benefits
from domain.queue.applications import CandidateId
from domain.store import Store


def routes(conversation: Conversation) -> Routes:
    table = Routes()

    @table.tap(SEND_AGAIN)
    async def asked(talk: Talk, tap: Tap) -> None:
        number = CandidateId(row_id(tap.part(0)))
        await refusing(talk, lambda store: begin(talk, store, conversation, number))

    return table


def begin(talk: Talk, store: Store, c: Conversation, number: CandidateId) -> Says:
    """What was begun for another child isn't about this one."""
    benefits.refused(store, talk.id, number)
    store.drafts.drop_form(talk.id, SEND)
    return c.open(talk, store, SEND, **{CANDIDATE: number})


def sent(talk: Talk, desk: Desk, draft: Draft, held: Answers) -> Says:
    number = CandidateId(int(draft.answers[CANDIDATE]))
    c = benefits.send_again(desk, draft, held, number, talk.house.rules)
    above = talk.voice.say("benefit-sent-again")
    return as_new([talk.show(applications.shown(talk, desk.store, c, above))])


FINISHERS: Mapping[str, Finish] = {SEND: sent}
