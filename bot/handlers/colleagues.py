"""Who works here, for heads: the list, a new colleague, and taking a grant back."""

from collections.abc import Mapping

from bot.conversation import Conversation, Finish
from bot.handlers.desk import home, offered, right, working
from bot.keyboards import Button
from bot.render import paragraphs
from bot.routes import Routes
from bot.talk import Says, Talk
from bot.taps import Tap, row_id, tap
from domain import staff
from domain.errors import Refusal
from domain.forms.model import Answers, Desk, Draft
from domain.outbox import Lane, Notice
from domain.people import PersonId
from domain.portals import desk as forms
from domain.staff import Grant, GrantId
from domain.store import Store

MOST_SHOWN = 30


def routes(conversation: Conversation) -> Routes:
    table = Routes()

    @table.tap("gl")
    async def shown(talk: Talk, tap: Tap) -> None:
        await working(talk, lambda store: listed(talk, store))

    @table.tap("ga")
    async def added(talk: Talk, tap: Tap) -> None:
        await working(talk, lambda store: begin(talk, store, conversation))

    @table.tap("gr", "gx")
    async def revoked(talk: Talk, tap: Tap) -> None:
        step = ask_revoke if tap.verb == "gr" else revoke
        await working(talk, lambda store: step(talk, store, GrantId(row_id(tap.part(0)))))

    return table


def listed(talk: Talk, store: Store, above: str = "") -> Says:
    """The grants that lie within this head's own, but their own."""
    found = within(store, talk.id)
    rows = [
        [Button("button-colleague-add", "ga", style="primary")],
        *[[revoke_button(g)] for g in found[:MOST_SHOWN]],
        [Button("button-back", "dh")],
    ]
    lines = "\n".join(line(talk, g) for g in found[:MOST_SHOWN])
    title = talk.voice.say("colleagues-title" if found else "colleagues-none")
    return [talk.show(offered(talk, paragraphs(above, title, lines), rows))]


def within(store: Store, head: PersonId) -> list[Grant]:
    mine = store.staff.grants(head)
    return [
        g
        for g in store.staff.all_grants()
        if g.person != head and staff.may(mine, g.organisation, g.area, "grant")
    ]


def revoke_button(g: Grant) -> Button:
    return Button("button-revoke", tap("gr", str(g.id)), arguments={"person": str(g.person)})


def line(talk: Talk, g: Grant) -> str:
    return talk.voice.say("colleague-line", person=str(g.person)) + f"\n{right(talk, g)}"


def begin(talk: Talk, store: Store, c: Conversation) -> Says:
    grants = [g for g in store.staff.grants(talk.id) if g.role == "head"]
    if not grants:
        raise staff.NotAllowed
    organisations = staff.organisations(grants)
    areas = {
        o: [g.area for g in grants if g.organisation in (staff.EVERYWHERE, o)]
        for o in organisations
    }
    store.drafts.drop_form(talk.id, forms.GRANT)
    about = {"organisations": list(organisations), "areas": areas}
    return c.open(talk, store, forms.GRANT, **about)


def granted(talk: Talk, desk: Desk, draft: Draft, held: Answers) -> Says:
    """The colleague hears of it, if the bot may write to them."""
    desk.store.drafts.drop(draft.id)
    person = PersonId(int(held["colleague"]))
    try:
        given = desk.store.attempt(
            lambda: staff.grant_by_head(
                desk.store,
                talk.id,
                person,
                held["organisation"],
                held["area"],
                held["role"],
                desk.now,
            )
        )
    except Refusal as refusal:
        return home(talk, desk.store, talk.voice.refusal(refusal))
    tell(talk, desk.store, given, "colleague-you-were-granted")
    return listed(talk, desk.store, talk.voice.say("colleague-granted"))


def tell(talk: Talk, store: Store, g: Grant, words: str) -> None:
    lang = store.people.language(g.person)
    if lang is None:
        return  # never wrote to the bot
    text = talk.house.words.say(lang, words)
    call = {"method": "sendMessage", "chat_id": g.person, "text": text, "parse_mode": "HTML"}
    store.outbox.add(Notice(g.person, call, Lane.URGENT), talk.now)


def ask_revoke(talk: Talk, store: Store, number: GrantId) -> Says:
    found = next((g for g in within(store, talk.id) if g.id == number), None)
    if found is None:
        raise staff.NotGranted
    rows = [
        [Button("button-revoke-yes", tap("gx", str(number)), style="danger")],
        [Button("button-revoke-no", "gl")],
    ]
    text = paragraphs(talk.voice.say("revoke-ask"), line(talk, found))
    return [talk.show(offered(talk, text, rows))]


def revoke(talk: Talk, store: Store, number: GrantId) -> Says:
    gone = staff.revoke_by_head(store, talk.id, number, talk.now)
    tell(talk, store, gone, "colleague-you-were-revoked")
    return listed(talk, store, talk.voice.say("colleague-revoked"))


FINISHERS: Mapping[str, Finish] = {forms.GRANT: granted}
