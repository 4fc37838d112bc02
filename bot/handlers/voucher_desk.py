"""Staff of a place where places go by vouchers give them out: to so many of a queue, in its order,
those in the waiting list first."""

from collections.abc import Mapping

from bot.conversation import Conversation, Finish, as_new
from bot.handlers.menu import refusing
from bot.handlers.vacancies import screen
from bot.keyboards import Button
from bot.routes import Routes
from bot.talk import Says, Talk
from bot.taps import Tap, tap
from domain import bulletin_desk as desk
from domain.forms.model import Answers, Desk, Draft
from domain.portals import bulletins as forms
from domain.staff import NotAllowed
from domain.store import Store

ISSUE = "vv"


def button(place: str) -> Button:
    return Button("button-vouchers-issue", tap(ISSUE, place))


def routes(conversation: Conversation) -> Routes:
    table = Routes()

    @table.tap(ISSUE)
    async def begins(talk: Talk, tapped: Tap) -> None:
        await refusing(talk, lambda store: begin(talk, store, conversation, tapped.part(0)))

    return table


def begin(talk: Talk, store: Store, c: Conversation, place: str) -> Says:
    """From the first question: what was begun for another place isn't about this one."""
    if not desk.clerk(store, talk.id).keeps(place):
        raise NotAllowed
    store.drafts.drop_form(talk.id, forms.ISSUE)
    return c.open(talk, store, forms.ISSUE, place=place)


def issued(talk: Talk, on: Desk, draft: Draft, held: Answers) -> Says:
    place, by = str(draft.answers["place"]), desk.clerk(on.store, talk.id)
    queue, count = forms.queue_of(place, held), int(held["count"])
    given = desk.issue_vouchers(on.store, by, queue, count, talk.house.rules, on.now)
    on.store.drafts.drop(draft.id)
    text = talk.voice.say("vouchers-issued", asked=count, issued=given)
    rows = [[Button("button-kg-home", tap("kg", "h", place)), Button("button-menu", "m|menu")]]
    return as_new([talk.show(screen(talk, text, rows))])


FINISHERS: Mapping[str, Finish] = {forms.ISSUE: issued}
