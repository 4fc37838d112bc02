"""The screen of codes: the linked phone, which portals may write here, what came lately; and the
button "not me" under every code."""

from collections.abc import Sequence

from adapters.code_message import NOT_ME, CodeWords
from adapters.voice import Voice
from bot.conversation import Conversation
from bot.handlers.menu import menu
from bot.keyboards import Button
from bot.render import keyboard, message, paragraphs
from bot.routes import Routes
from bot.screens import Shown
from bot.talk import Says, Talk
from bot.taps import Tap, row_id, tap
from domain import codes, links
from domain.clients import ClientId
from domain.codes import CodeId, NotMine
from domain.links import Link, PortalSeen
from domain.outbox import Lane, Notice
from domain.people import PersonId
from domain.store import Store


def routes(conversation: Conversation) -> Routes:
    table = Routes()

    @table.command("codes")
    async def shown(talk: Talk) -> None:
        await talk.settle(lambda store: screen(talk, store))

    @table.tap(NOT_ME)
    async def not_me(talk: Talk, tap: Tap) -> None:
        await talk.settle(lambda store: disown(talk, store, tap.part(0)))

    @table.tap("cf", "cu")
    async def portal(talk: Talk, tap: Tap) -> None:
        change = freeze if tap.verb == "cf" else unfreeze
        await talk.settle(lambda store: change(talk, store, row_id(tap.part(0))))

    @table.tap("cd", "cx")
    async def unlink(talk: Talk, tap: Tap) -> None:
        step = ask_unlink if tap.verb == "cd" else unlink_now
        await talk.settle(lambda store: step(talk, store))

    return table


def item(talk: Talk, store: Store, c: Conversation) -> Says:
    """From the menu."""
    return screen(talk, store)


def screen(talk: Talk, store: Store, above: str = "") -> Says:
    link = store.links.of(talk.id)
    seen = links.portals(store, talk.id, talk.now)
    rows = [
        *[[portal_button(p)] for p in seen],
        *phone_rows(link),
        [Button("button-menu", "m|menu")],
    ]
    talk.offer(rows)
    text = paragraphs(
        above,
        talk.voice.say("codes-title"),
        phone_line(talk.voice, link),
        portal_lines(talk, seen),
        recent_lines(talk, store),
    )
    return [talk.show(Shown(text, keyboard(talk.voice, rows), rows))]


def phone_line(voice: Voice, link: Link | None) -> str:
    if link is None:
        return voice.say("codes-no-phone")
    return voice.say("codes-phone", phone=link.masked)


def phone_rows(link: Link | None) -> list[list[Button]]:
    if link is None:
        return [[Button("button-codes-link", "cl", style="primary")]]
    return [[Button("button-codes-change", "cl")], [Button("button-codes-unlink", "cd")]]


def portal_button(p: PortalSeen) -> Button:
    verb, words = ("cu", "unfreeze") if p.frozen_until else ("cf", "freeze")
    return Button(f"button-codes-{words}", tap(verb, str(p.client)), arguments={"portal": p.name})


def portal_lines(talk: Talk, seen: Sequence[PortalSeen]) -> str:
    if not seen:
        return ""
    return "\n".join([talk.voice.say("codes-portals"), *(portal_line(talk, p) for p in seen)])


def portal_line(talk: Talk, p: PortalSeen) -> str:
    if p.frozen_until is None:
        return talk.voice.say("codes-portal", portal=p.name)
    if p.frozen_until - talk.now > codes.LONG:
        return talk.voice.say("codes-portal-stopped", portal=p.name)
    return talk.voice.say("codes-portal-frozen", portal=p.name, until=p.frozen_until)


def recent_lines(talk: Talk, store: Store) -> str:
    found = links.recent(store, talk.id)
    if not found:
        return ""
    lines = [
        talk.voice.say(
            "codes-recent-one", portal=r.portal, purpose=r.purpose, state=r.state, at=r.sent
        )
        for r in found
    ]
    return "\n".join([talk.voice.say("codes-recent"), *lines])


def disown(talk: Talk, store: Store, number: str) -> Says:
    """Somebody else asked for this code: it is over, its portal can't write here for a day, and
    staff hear of it once."""
    code = CodeId(code_id(number))
    told = codes.not_me(store, talk.id, code, talk.now)
    if told is None:
        return menu(talk, store)
    alarm(talk, store, code, told)
    rows = [[Button("button-codes", "m|codes"), Button("button-menu", "m|menu")]]
    talk.offer(rows)
    words = "not-me-done.stopped" if told.for_good else "not-me-done"
    text = talk.voice.say(words, portal=told.portal, until=told.until)
    return [message(talk.id, text, keyboard(talk.voice, rows))]


def code_id(text: str) -> int:
    """The code a tap is about; 0, which none has, for what is no number or too long a one."""
    try:
        return int(text, 36) if len(text) < 13 else 0
    except ValueError:
        return 0


def alarm(talk: Talk, store: Store, code: CodeId, told: NotMine) -> None:
    words = CodeWords(talk.house.words)
    for person in told.staff:
        lang = store.people.language(person)
        if lang is None:
            continue  # never wrote to the bot and can't be written to
        call = words.alarm(person, lang, told)
        once = f"not-me:{code}:{person}"
        store.outbox.add(Notice(PersonId(person), call, Lane.URGENT, once=once), talk.now)


def freeze(talk: Talk, store: Store, client: int) -> Says:
    """Only a portal that has written here can be named."""
    if any(p.client == client for p in links.portals(store, talk.id, talk.now)):
        links.freeze(store, talk.id, ClientId(client), talk.now)
    return screen(talk, store)


def unfreeze(talk: Talk, store: Store, client: int) -> Says:
    """What waited for this chat comes now."""
    if any(p.client == client for p in links.portals(store, talk.id, talk.now)):
        links.unfreeze(store, talk.id, ClientId(client))
    link = store.links.of(talk.id)
    if link is not None:
        render = CodeWords(talk.house.words).message
        codes.issue_waiting(store, talk.id, link.phone, talk.now, render)
    return screen(talk, store)


def ask_unlink(talk: Talk, store: Store) -> Says:
    link = store.links.of(talk.id)
    if link is None:
        return screen(talk, store)
    rows = [
        [Button("button-codes-unlink-yes", "cx", style="danger")],
        [Button("button-codes-unlink-no", "m|codes")],
    ]
    talk.offer(rows)
    text = talk.voice.say("codes-unlink-ask", phone=link.masked)
    return [talk.show(Shown(text, keyboard(talk.voice, rows), rows))]


def unlink_now(talk: Talk, store: Store) -> Says:
    gone = links.unlink(store, talk.id, talk.now)
    above = talk.voice.say("codes-unlinked", phone=gone.masked) if gone else ""
    return screen(talk, store, above)
