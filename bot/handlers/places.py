"""What is my place? Asked by a command or in one's own words, at any time: an open form goes on
where it was."""

from collections.abc import Sequence

from adapters.place_words import CARD, INTERESTED, SUBSCRIBE, UNSUBSCRIBE, PlaceWords
from bot.conversation import Conversation, as_new
from bot.keyboards import Button
from bot.render import keyboard, paragraphs
from bot.screens import Said, Shown
from bot.talk import Says, Talk
from bot.taps import Tap, row_id, tap
from domain.ports import LANGS
from domain.queue import applications as queue
from domain.queue import looking
from domain.queue.applications import ApplicationGone, Candidate, CandidateId
from domain.queue.life import ENDED, State
from domain.queue.looking import Look, looks
from domain.store import Store
from domain.values.place_asked import asks_place, is_numbered, looks_numbered


def asked(talk: Talk, store: Store, c: Conversation, text: str) -> Says | None:
    """The answer to who asks for a place in their own words, by a number, an IIN or a name of
    their own; None for any other text, and for what answers the open question."""
    by_words, by_number = asks_place(text), is_numbered(text)
    if c.offers(talk, store, text, exactly=by_words):
        return None
    if by_words:
        return told(talk, store, c, waiting(talk, store))
    if not by_number and c.reads(talk, store, text):
        return None
    found = queue.find(store, talk.id, text)
    if found:
        return told(talk, store, c, found)
    strange = by_number or (not in_form(talk) and looks_numbered(text) and waiting(talk, store))
    return not_yours(talk, store, c) if strange else None


def waiting(talk: Talk, store: Store) -> list[Candidate]:
    """Every open application of the person, on whatever portal."""
    return [c for c in store.queue.of(talk.id) if open_one(c)]


def open_one(c: Candidate) -> bool:
    return c.state not in ENDED


def amid(talk: Talk, store: Store, c: Conversation, text: str) -> Says | None:
    """The answer where a text is waited for that answers no form (a name to look for, a message to
    check): to who plainly asks for a place, or types a number or an IIN of their own. None for any
    other text. What was waited for is waited for still."""
    asks = asks_place(text)
    found = waiting(talk, store) if asks else by_digits(talk, store, text)
    if not asks and not found:
        return None
    state, known = talk.state, talk.data.get("buttons", ())
    says = told(talk, store, c, found)
    talk.enter(state, buttons=[*talk.data.get("buttons", ()), *known])
    return says


def by_digits(talk: Talk, store: Store, text: str) -> Sequence[Candidate]:
    plain = text.strip(" №#")
    return queue.find(store, talk.id, plain) if plain.isdigit() else ()


def told(talk: Talk, store: Store, c: Conversation, found: Sequence[Candidate]) -> Says:
    """Places first, what can be done behind a button; then the open question again."""
    return [talk.show(places(talk, store, found)), *as_new(c.again(talk, store))]


def not_yours(talk: Talk, store: Store, c: Conversation) -> Says:
    """Whether there is such an application of somebody else isn't told."""
    refused = c.again(talk, store, Said(refusal=ApplicationGone()))
    if refused:
        return refused
    rows = [[Button("button-menu", "m|menu")]]
    talk.offer(rows)
    text = talk.voice.refusal(ApplicationGone())
    return [talk.show(Shown(text, keyboard(talk.voice, rows), rows))]


def places(talk: Talk, store: Store, found: Sequence[Candidate], above: str = "") -> Shown:
    """Where the children stand, in short."""
    seen = [(one, looked(talk, store, one)) for one in found]
    said = words(talk)
    texts = [f"{said.brief(one)}\n{standing(talk, one, look)}" for one, look in seen]
    only = [row for one, look in seen[:1] if len(seen) == 1 for row in subscribing(one, look)]
    asked = [[interested(one)] for one in found[:1] if len(found) == 1 and one.awaited]
    away = [] if in_form(talk) else [[Button("button-menu", "m|menu")]]
    rows = [*asked, *[[opening(one)] for one in found], *only, *away]
    beside(talk, rows)
    text = paragraphs(above, *texts) if texts else talk.voice.say("applications-none")
    return Shown(text, keyboard(talk.voice, rows), rows)


def beside(talk: Talk, rows: Sequence[Sequence[Button]]) -> None:
    """The buttons of a screen that leaves an open form open."""
    if not in_form(talk):
        talk.offer(rows)


def in_form(talk: Talk) -> bool:
    return (talk.state or "").startswith("form:")


def looked(talk: Talk, store: Store, c: Candidate) -> list[Look]:
    """Whoever has a voucher has waited enough: their number says nothing any more."""
    if c.state in (State.VOUCHER, State.CHOOSING):
        return []
    return looks(store, talk.id, c.id, talk.house.rules, talk.now)


def words(talk: Talk) -> PlaceWords:
    return PlaceWords(talk.house.words, talk.lang)


def standing(talk: Talk, c: Candidate, seen: Sequence[Look]) -> str:
    """What waits for the family, and the place in each queue; what the state means where there is
    neither."""
    said = words(talk)
    return "\n".join(filter(None, (said.waits(c), said.places(seen)))) or state(talk, c)


def state(talk: Talk, c: Candidate) -> str:
    """What the state means where no place is counted."""
    return talk.voice.say(f"state-{c.state.replace('_', '-')}")


def opening(c: Candidate) -> Button:
    name = " ".join(c.child.name.split()[:2])  # the whole one is cut off on a phone
    label = f"№ {c.number} · {name}"
    return Button(data=tap(CARD, str(c.id)), names=dict.fromkeys(LANGS, label))


def interested(c: Candidate) -> Button:
    """Мүдделі: in one tap, and the first thing to do while it is asked for."""
    style = "primary" if c.awaited else ""
    return Button("button-interested", tap(INTERESTED, str(c.id)), style=style)


def subscribing(c: Candidate, seen: Sequence[Look]) -> list[list[Button]]:
    """Whether to be told of changes; nothing where no place is counted."""
    if not seen:
        return []
    if all(look.subscribed for look in seen):
        return [[Button("button-place-unsubscribe", tap(UNSUBSCRIBE, str(c.id)))]]
    return [[Button("button-place-subscribe", tap(SUBSCRIBE, str(c.id)))]]


def subscribe(talk: Talk, store: Store, tap: Tap) -> Says:
    """To be told of changes from now on, or not any more; and the place once more."""
    number = CandidateId(row_id(tap.part(0)))
    if tap.verb == SUBSCRIBE:
        looking.subscribe(store, talk.id, number, talk.house.rules, talk.now)
    else:
        looking.unsubscribe(store, talk.id, number)
    said = "place-subscribed" if tap.verb == SUBSCRIBE else "place-unsubscribed"
    c = queue.own(store, talk.id, number)
    return [talk.show(places(talk, store, [c], talk.voice.say(said)))]
