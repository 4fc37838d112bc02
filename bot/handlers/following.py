"""Following an event or a subject without an account: its dates come by themselves."""

from bot.handlers.menu import refusing
from bot.keyboards import Button
from bot.render import keyboard, paragraphs
from bot.routes import Routes
from bot.screens import Shown
from bot.talk import Says, Talk
from bot.taps import Tap, tap
from domain.olympiads import Event, EventGone
from domain.store import Store

TICK = "✓"


def routes() -> Routes:
    table = Routes()

    @table.tap("fe")
    async def event(talk: Talk, tap: Tap) -> None:
        await refusing(talk, lambda store: show(talk, store, tap.part(0)))

    @table.tap("fo")
    async def turned(talk: Talk, tap: Tap) -> None:
        await refusing(talk, lambda store: turn(talk, store, tap.part(0), tap.part(1)))

    @table.tap("fu")
    async def left(talk: Talk, tap: Tap) -> None:
        await refusing(talk, lambda store: leave(talk, store, tap.part(0), tap.part(1)))

    return table


def listed(talk: Talk, store: Store) -> Says:
    """Every event there is, to look at and to follow."""
    found = store.olympiads.events()
    rows = [
        *([Button(data=tap("fe", e.id), names=e.names)] for e in found),
        [Button("button-followed", "m|my"), Button("button-menu", "m|menu")],
    ]
    return shown(talk, talk.voice.say("follow-events" if found else "follow-none-yet"), rows)


def show(talk: Talk, store: Store, number: str) -> Says:
    """An event: its sessions, and a button for each to follow or not."""
    event = known(store, number)
    mine = {subject for e, subject in store.subscriptions.of(talk.id) if e == event.id}
    lines = [
        talk.voice.say(
            "subject-line",
            subject=event.subject(s.subject).names,
            starts=s.starts,
            minutes=s.minutes,
        )
        for s in store.olympiads.sittings(event.id)
        if not s.cancelled
    ]
    rows = [
        [turning(event, "", mine)],
        *([turning(event, s.code, mine)] for s in event.subjects),
        [Button("button-followed", "m|my"), Button("button-menu", "m|menu")],
    ]
    text = paragraphs(talk.voice.say("follow-title", name=event.names), "\n".join(lines))
    return shown(talk, text, rows)


def turning(event: Event, subject: str, mine: set[str]) -> Button:
    """The whole event or one subject; with a tick when it is followed."""
    mark = TICK if subject in mine else ""
    data = tap("fo", event.id, subject)
    if not subject:
        return Button("button-follow-event", data, mark=mark)
    return Button(data=data, names=event.subject(subject).names, mark=mark)


def turn(talk: Talk, store: Store, number: str, subject: str) -> Says:
    """Follows it, or no longer."""
    event = known(store, number)
    if subject:
        event.subject(subject)
    if store.subscriptions.unfollow(talk.id, event.id, subject):
        talk.toast = talk.house.words.say(talk.lang, "unfollowed")
    else:
        store.subscriptions.follow(talk.id, event.id, subject, talk.now)
        talk.toast = talk.house.words.say(talk.lang, "followed")
    return show(talk, store, number)


def mine(talk: Talk, store: Store) -> Says:
    """What is followed, with its dates; each can be left in one tap."""
    followed = [
        (event, subject)
        for number, subject in store.subscriptions.of(talk.id)
        if (event := store.olympiads.event(number)) is not None
    ]
    rows = [
        *([leaving(event, subject)] for event, subject in followed),
        [Button("button-events", "m|events"), Button("button-menu", "m|menu")],
    ]
    if not followed:
        return shown(talk, talk.voice.say("follow-nothing"), rows)
    lines = [line(talk, store, event, subject) for event, subject in followed]
    return shown(talk, paragraphs(talk.voice.say("follow-mine"), *lines), rows)


def line(talk: Talk, store: Store, event: Event, subject: str) -> str:
    if not subject:
        return talk.voice.say("follow-whole", event=event.names)
    first = store.olympiads.sitting(event.id, 1, subject)
    names = event.subject(subject).names
    if first.cancelled:
        return talk.voice.say("registration-cancelled", subject=names, starts=first.starts)
    return talk.voice.say(
        "follow-subject",
        event=event.names,
        subject=names,
        starts=first.starts,
        place=first.place,
    )


def leaving(event: Event, subject: str) -> Button:
    names = event.subject(subject).names if subject else event.names
    return Button("button-unfollow", tap("fu", event.id, subject), arguments={"name": names})


def leave(talk: Talk, store: Store, number: str, subject: str) -> Says:
    store.subscriptions.unfollow(talk.id, number, subject)
    talk.toast = talk.house.words.say(talk.lang, "unfollowed")
    return mine(talk, store)


def known(store: Store, number: str) -> Event:
    event = store.olympiads.event(number)
    if event is None:
        raise EventGone
    return event


def shown(talk: Talk, text: str, rows: list[list[Button]]) -> Says:
    talk.offer(rows)
    return [talk.show(Shown(text, keyboard(talk.voice, rows), rows))]
