"""Olympiad events: what is offered, an event with its subjects, registering, my events."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from adapters.voice import Voice
from bot.conversation import Conversation, Finish
from bot.handlers import following
from bot.handlers.account import confirmed_account, labels, sent_mark, tell_staff
from bot.handlers.menu import current, menu, name_of, of_olympiad, refusing
from bot.keyboards import Button, in_rows
from bot.render import keyboard, message, paragraphs
from bot.routes import Routes
from bot.screens import Shown
from bot.talk import Says, Talk
from bot.taps import Tap, tap
from domain import olympiads
from domain.accounts import Account
from domain.errors import Refusal
from domain.forms.model import Answers, Desk, Draft
from domain.olympiads import Event, EventGone, OnlyForPupils, Registration, Sitting
from domain.portals import daryn, daryn_acts
from domain.store import Store


def routes(conversation: Conversation) -> Routes:
    table = Routes()

    @table.tap("ev")
    async def event(talk: Talk, tap: Tap) -> None:
        await refusing(talk, lambda store: show_event(talk, store, tap.part(0)))

    @table.tap("es")
    async def subjects(talk: Talk, tap: Tap) -> None:
        await refusing(talk, lambda store: show_subjects(talk, store, tap.part(0)))

    @table.tap("er")
    async def register(talk: Talk, tap: Tap) -> None:
        await refusing(talk, lambda store: start(talk, store, conversation, tap.part(0)))

    @table.tap("rw")
    async def withdraw(talk: Talk, tap: Tap) -> None:
        await refusing(talk, lambda store: ask_withdraw(talk, store, tap.part(0)))

    @table.tap("rc")
    async def withdrawn(talk: Talk, tap: Tap) -> None:
        await refusing(talk, lambda store: withdraw_now(talk, store, tap.part(0)))

    @table.command("events")
    async def events(talk: Talk) -> None:
        await refusing(talk, lambda store: offered_events(talk, store, conversation))

    @table.command("my")
    async def my(talk: Talk) -> None:
        await refusing(talk, lambda store: my_events(talk, store, conversation))

    return table


def offered_events(talk: Talk, store: Store, c: Conversation) -> Says:
    """The events of the pupil's grade and language; all of them, to follow, for who is none."""
    if not pupil(talk, store):
        return following.listed(talk, store)
    account = confirmed_pupil(talk, store)
    found = olympiads.offered(store.olympiads.events(), account)
    rows = [[Button(data=tap("ev", e.id), names=e.names)] for e in found]
    rows.append([Button("button-my-events", "m|my"), Button("button-menu", "m|menu")])
    talk.offer(rows)
    title = talk.voice.say("events-title" if found else "events-none")
    return [talk.show(Shown(title, keyboard(talk.voice, rows), rows))]


def pupil(talk: Talk, store: Store) -> bool:
    account = current(talk, of_olympiad(talk, store))
    return account is not None and account.role == "pupil"


def confirmed_pupil(talk: Talk, store: Store) -> Account:
    """Raises EmailNotConfirmed, or OnlyForPupils for a teacher."""
    account = confirmed_account(talk, store)
    if account.role != "pupil":
        raise OnlyForPupils
    return account


def known(store: Store, number: str) -> Event:
    event = store.olympiads.event(number)
    if event is None:
        raise EventGone
    return event


def show_event(talk: Talk, store: Store, number: str) -> Says:
    """An event: what it is, for whom, until when, its stages."""
    event = known(store, number)
    closed = why_not(event, confirmed_pupil(talk, store), talk.now)
    rows = [
        [Button("button-see-subjects", tap("es", event.id))],
        *([] if closed else [[Button("button-register", tap("er", event.id), style="primary")]]),
        [Button("button-events", "m|events"), Button("button-menu", "m|menu")],
    ]
    talk.offer(rows)
    text = event_text(talk.voice, event, closed)
    return [talk.show(Shown(text, keyboard(talk.voice, rows), rows))]


def why_not(event: Event, account: Account, now: datetime) -> Refusal | None:
    try:
        olympiads.refuse_unless_open(event, account, now)
    except Refusal as refusal:
        return refusal
    return None


def event_text(voice: Voice, event: Event, closed: Refusal | None) -> str:
    stages = "\n".join(
        voice.say("event-stage", number=s.number, name=s.names, period=s.period)
        for s in event.stages
    )
    return paragraphs(
        voice.say(
            "event-card",
            name=event.names,
            about=event.about,
            grades=", ".join(event.grades),
            opens=event.opens,
            closes=event.closes,
        ),
        stages,
        voice.refusal(closed) if closed else voice.say("event-may-move"),
    )


def show_subjects(talk: Talk, store: Store, number: str) -> Says:
    """The subjects meant for this pupil, each with day, time and duration of stage 1."""
    event = known(store, number)
    account = confirmed_pupil(talk, store)
    closed = why_not(event, account, talk.now)
    sittings = {s.subject: s for s in store.olympiads.sittings(event.id) if s.stage == 1}
    lines = [
        sitting_line(talk.voice, subject.names, sittings[subject.code])
        for subject in olympiads.subjects_for(event, account)
        if not sittings[subject.code].cancelled
    ]
    rows = [
        *([] if closed else [[Button("button-register", tap("er", event.id), style="primary")]]),
        [Button("button-back", tap("ev", event.id)), Button("button-menu", "m|menu")],
    ]
    talk.offer(rows)
    text = paragraphs(
        talk.voice.say("subjects-title", name=event.names),
        "\n".join(lines),
        talk.voice.refusal(closed) if closed else talk.voice.say("event-may-move"),
    )
    return [talk.show(Shown(text, keyboard(talk.voice, rows), rows))]


def sitting_line(voice: Voice, subject: Mapping[str, str], s: Sitting) -> str:
    return voice.say("subject-line", subject=subject, starts=s.starts, minutes=s.minutes)


def start(talk: Talk, store: Store, c: Conversation, number: str) -> Says:
    """Opens the registration, filled with the address of the account."""
    account = confirmed_account(talk, store)
    daryn_acts.start_apply(talk.desk(store), account, known(store, number))
    return c.open(talk, store, daryn.APPLY)


def applied(talk: Talk, desk: Desk, draft: Draft, held: Answers) -> Says:
    """Registered: the two messages of the portal, whom it is for (a parent may have several), and
    the card."""
    form = talk.house.forms[daryn.APPLY]
    done = daryn_acts.apply_from(desk, draft, held, labels(talk, form, held))
    if done.asked is not None:
        tell_staff(talk, desk, done.asked)
    told = ["changed-successfully"] if done.moved else []
    pupil = desk.store.accounts.load(done.registration.account)
    text = paragraphs(
        *(talk.voice.say(words) for words in (*told, "added-successfully")),
        "" if pupil is None else talk.voice.say("menu-account", name=name_of(pupil)),
        card(talk.voice, done.registration),
    )
    rows = [
        [Button("button-my-events", "m|my", style="primary")],
        [Button("button-events", "m|events"), Button("button-menu", "m|menu")],
    ]
    talk.offer(rows)
    return [
        *sent_mark(talk, "registration-sent"),
        message(talk.id, text, keyboard(talk.voice, rows)),
    ]


FINISHERS: Mapping[str, Finish] = {daryn.APPLY: applied}


def card(voice: Voice, r: Registration) -> str:
    """One registration: subject, stage, day and weekday, time, duration, place."""
    if r.sitting.cancelled:
        said = {"subject": r.subject.names, "starts": r.sitting.starts}
        return voice.say("registration-cancelled", **said)
    return voice.say(
        "registration-card",
        subject=r.subject.names,
        event=r.event.names,
        number=r.number,
        stage=r.event.stages[r.sitting.stage - 1].names,
        starts=r.sitting.starts,
        minutes=r.sitting.minutes,
        place=r.sitting.place,
    )


def my_events(talk: Talk, store: Store, c: Conversation) -> Says:
    """A card for every subject, the next first, and that it may still move; what is followed for
    who is no pupil."""
    if not pupil(talk, store):
        return following.mine(talk, store)
    account = confirmed_pupil(talk, store)
    mine = store.olympiads.registrations(account.id)
    rows = [
        *withdraw_rows(talk, mine),
        [Button("button-events", "m|events"), Button("button-menu", "m|menu")],
    ]
    talk.offer(rows)
    if not mine:
        return [
            talk.show(Shown(talk.voice.say("my-events-none"), keyboard(talk.voice, rows), rows))
        ]
    may_move = max(r.may_move_until for r in mine)
    ending = talk.voice.say("card-may-move", until=may_move) if may_move > talk.now else ""
    text = paragraphs(
        talk.voice.say("my-events-title"), *(card(talk.voice, r) for r in mine), ending
    )
    return [talk.show(Shown(text, keyboard(talk.voice, rows), rows))]


def withdraw_rows(talk: Talk, mine: Sequence[Registration]) -> list[list[Button]]:
    """Taking back is possible while registration is open."""
    buttons = [
        Button("button-withdraw", tap("rw", str(r.id)), arguments={"subject": r.subject.names})
        for r in mine
        if talk.now < r.event.closes and not r.sitting.cancelled
    ]
    return in_rows(buttons, lambda b: b.label(talk.house.words, talk.lang))


def ask_withdraw(talk: Talk, store: Store, number: str) -> Says:
    """Taking back can't be undone when the places are gone: ask first (rule 17)."""
    r = mine_by_number(talk, store, number)
    olympiads.refuse_if_over(r.event, talk.now)
    rows = [
        [Button("button-withdraw-yes", tap("rc", str(r.id)), style="danger")],
        [Button("button-withdraw-no", "m|my")],
    ]
    talk.offer(rows)
    text = talk.voice.say("withdraw-ask", subject=r.subject.names, starts=r.sitting.starts)
    return [talk.show(Shown(text, keyboard(talk.voice, rows), rows))]


def mine_by_number(talk: Talk, store: Store, number: str) -> Registration:
    account = confirmed_account(talk, store)
    mine = {str(r.id): r for r in store.olympiads.registrations(account.id)}
    if number not in mine:
        raise olympiads.NotRegistered
    return mine[number]


def withdraw_now(talk: Talk, store: Store, number: str) -> Says:
    account = confirmed_account(talk, store)
    registration = mine_by_number(talk, store, number)
    gone = olympiads.withdraw(store, account.id, registration.id, talk.now)
    return menu(talk, store, above=talk.voice.say("withdrawn", subject=gone.subject.names))
