"""Notifications of the Smart Nation cabinet: what the family was told, newest first, what is new
since the list was opened last marked."""

from collections.abc import Mapping
from datetime import UTC, datetime

from adapters.bulletin_facts import place_of
from bot.conversation import Conversation
from bot.handlers.menu import Item, refusing
from bot.handlers.places import opening
from bot.keyboards import Button
from bot.pages import page_of, turning
from bot.render import keyboard, paragraphs
from bot.routes import Routes
from bot.screens import Shown
from bot.talk import Says, Talk
from bot.taps import Tap, row_id, tap
from domain.portals import snation
from domain.queue import notified
from domain.queue.applications import Candidate
from domain.queue.notified import Told
from domain.store import Store

LISTED = 6
PAGE = "nf"
NEW = "🆕"


def first(talk: Talk, store: Store, c: Conversation) -> Says:
    """From the cabinet: from now on what is in the list isn't new any more."""
    before = notified.look(store, talk.id, talk.now)
    return [talk.show(shown(talk, store, before, 0))]


ITEMS: Mapping[str, Item] = {"snation-notifications": first}


def routes() -> Routes:
    table = Routes()

    @table.tap(PAGE)
    async def turned(talk: Talk, tapped: Tap) -> None:
        """`nf|page|since`: what was new on the first page is new on all."""
        at, since = row_id(tapped.part(0)), row_id(tapped.part(1))
        before = datetime.fromtimestamp(since, UTC) if since else None
        await refusing(talk, lambda store: [talk.show(shown(talk, store, before, at))])

    return table


def shown(talk: Talk, store: Store, before: datetime | None, at: int) -> Shown:
    mine = {c.id: c for c in notified.of_portal(store, talk.id, snation.PORTAL)}
    found = page_of(notified.notified(store, list(mine.values())), at, LISTED)
    since = str(int(before.timestamp())) if before else "0"
    about = dict.fromkeys(mine[one.candidate] for one in found.items)
    rows = [
        *[[opening(c)] for c in about],
        *turning(found, lambda n: tap(PAGE, str(n), since)),
        [Button("button-snation", tap("m", "snation")), Button("button-menu", "m|menu")],
    ]
    talk.offer(rows)
    lines = [line(talk, store, one, mine[one.candidate], before) for one in found.items]
    title = talk.voice.say("notifications" if lines else "notifications-none")
    return Shown(paragraphs(title, *lines), keyboard(talk.voice, rows), rows)


def line(talk: Talk, store: Store, one: Told, c: Candidate, before: datetime | None) -> str:
    at = None if one.vacancy is None else place_of(store, one.vacancy)
    names = dict.fromkeys(("kk", "ru", "en"), "") if at is None else at.kindergarten.names
    what = talk.voice.say(f"notified-{one.what.replace('_', '-')}", kindergarten=names)
    said = talk.voice.say("notification", at=one.at, what=what, child=c.child.name)
    new = before is None or one.at > before
    return f"{NEW} {said}" if new else said
