"""What parents say of a kindergarten, without names. Whoever has a child there may write; staff
of the area answer, or hide a review with a reason that its writer is told."""

from collections.abc import Mapping

from adapters.voice import Voice
from bot.conversation import Conversation, Finish
from bot.handlers import catalogue
from bot.handlers.menu import refusing
from bot.keyboards import Button
from bot.pages import page_of, turning
from bot.render import keyboard, message, paragraphs
from bot.routes import Routes
from bot.screens import Shown
from bot.talk import Says, Talk
from bot.taps import Tap, row_id, tap
from domain.forms.model import Answers, Desk, Draft
from domain.kindergarten_table import keeps
from domain.kindergartens import (
    Kindergarten,
    Review,
    ReviewId,
    answer,
    goes_there,
    hide,
    review,
)
from domain.outbox import Lane, Notice
from domain.portals.reviews import ANSWER, HIDE, KINDERGARTEN, REVIEW, WRITE
from domain.staff import NotAllowed
from domain.store import Store

MOST, LISTED = 200, 3


def routes(conversation: Conversation) -> Routes:
    table = Routes()

    @table.tap("rv")
    async def chosen(talk: Talk, tap: Tap) -> None:
        await refusing(talk, lambda store: choose(talk, store, conversation, tap))

    return table


def choose(talk: Talk, store: Store, c: Conversation, tapped: Tap) -> Says:
    """`rv|what|kindergarten|page or review`."""
    k = store.kindergartens.kindergarten(tapped.part(1))
    if k is None:
        return [talk.say("kg-gone")]
    number = row_id(tapped.part(2))
    match tapped.part(0):
        case "w":
            goes_there(store, talk.id, k)
            return begin(talk, store, c, WRITE, **{KINDERGARTEN: k.id})
        case "a":
            return begin(talk, store, c, ANSWER, **{KINDERGARTEN: k.id, REVIEW: number})
        case "h":
            return begin(talk, store, c, HIDE, **{KINDERGARTEN: k.id, REVIEW: number})
        case _:
            return [talk.show(screen(talk, store, k, number))]


def begin(talk: Talk, store: Store, c: Conversation, form: str, **known: object) -> Says:
    if form != WRITE:
        held(talk, store, str(known[KINDERGARTEN]))
    store.drafts.drop_form(talk.id, form)
    return c.open(talk, store, form, **known)


def held(talk: Talk, store: Store, number: str) -> Kindergarten:
    """A kindergarten the person looks after. Raises NotAllowed."""
    k = store.kindergartens.kindergarten(number)
    if k is None or not keeps(store.staff.grants(talk.id), k.locality):
        raise NotAllowed
    return k


def screen(talk: Talk, store: Store, k: Kindergarten, page: int = 0, above: str = "") -> Shown:
    told = store.kindergartens.reviews(k.id, MOST)
    found = page_of(told, page, LISTED)
    staff = keeps(store.staff.grants(talk.id), k.locality)
    mine = store.kindergartens.goes([c.id for c in store.queue.of(talk.id)])
    writes = any(e.kindergarten == k.id for e in mine)
    write = Button("button-review-write", tap("rv", "w", k.id), style="primary")
    rows = [
        *([[write]] if writes else []),
        *([deeds(k, r, n) for n, r in enumerate(found.items, found.first)] if staff else []),
        *turning(found, lambda n: tap("rv", "l", k.id, str(n))),
        [Button("button-kg-card", tap("ki", k.id)), Button("button-menu", "m|menu")],
    ]
    catalogue.offer(talk, rows, k.locality)
    lines = [lines_of(talk, r, n) for n, r in enumerate(found.items, found.first)]
    title = talk.voice.say("reviews" if told else "reviews-none", name=k.names)
    who = "" if writes or staff else talk.voice.say("reviews-who")
    return Shown(paragraphs(above, title, *lines, who), keyboard(talk.voice, rows), rows)


def deeds(k: Kindergarten, r: Review, number: int) -> list[Button]:
    """What staff can do about a review."""
    told = {"number": str(number)}
    return [
        Button("button-review-answer", tap("rv", "a", k.id, str(r.id)), arguments=told),
        Button("button-review-hide", tap("rv", "h", k.id, str(r.id)), arguments=told),
    ]


def lines_of(talk: Talk, r: Review, number: int) -> str:
    said = talk.voice.say(
        "review-line", number=str(number), stars="⭐" * r.stars, day=r.written, text=r.text
    )
    return f"{said}\n{talk.voice.say('review-answered', text=r.answer)}" if r.answer else said


def done(talk: Talk, desk: Desk, draft: Draft, words: str) -> Says:
    desk.store.drafts.drop(draft.id)
    k = desk.store.kindergartens.kindergarten(str(draft.answers[KINDERGARTEN]))
    said = talk.voice.say(words)
    if k is None:
        return [message(talk.id, said)]
    return [talk.show(screen(talk, desk.store, k, above=said))]


def written(talk: Talk, desk: Desk, draft: Draft, given: Answers) -> Says:
    number = str(draft.answers[KINDERGARTEN])
    review(desk.store, talk.id, number, int(given["stars"]), given["text"], talk.now)
    return done(talk, desk, draft, "review-kept")


def answered(talk: Talk, desk: Desk, draft: Draft, given: Answers) -> Says:
    k = held(talk, desk.store, str(draft.answers[KINDERGARTEN]))
    number = ReviewId(int(draft.answers[REVIEW]))
    to = answer(desk.store, k, number, given["text"], talk.id, talk.now)
    tell(talk, desk.store, to, "review-was-answered", name=k.names, text=given["text"])
    return done(talk, desk, draft, "review-answer-kept")


def hidden(talk: Talk, desk: Desk, draft: Draft, given: Answers) -> Says:
    k = held(talk, desk.store, str(draft.answers[KINDERGARTEN]))
    number = ReviewId(int(draft.answers[REVIEW]))
    to = hide(desk.store, k, number, given["text"], talk.id, talk.now)
    tell(talk, desk.store, to, "review-was-hidden", name=k.names, reason=given["text"])
    return done(talk, desk, draft, "review-hidden-kept")


def tell(talk: Talk, store: Store, to: int, words: str, **arguments: object) -> None:
    """The writer hears of it, if they have a chat."""
    if to <= 0:
        return
    person = type(talk.id)(to)
    voice = Voice(talk.house.words, store.people.language(person) or "kk")
    call = message(person, voice.say(words, **arguments))
    store.outbox.add(Notice(person, call, Lane.URGENT), talk.now)


FINISHERS: Mapping[str, Finish] = {WRITE: written, ANSWER: answered, HIDE: hidden}
