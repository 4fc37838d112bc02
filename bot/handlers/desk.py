"""The staff desk: events, their stages and sessions, registration; what a person without a grant
is told nothing about."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from bot.conversation import Conversation, Finish
from bot.handlers import tables
from bot.handlers.menu import menu
from bot.handlers.proposals import pending_rows, shown_preview
from bot.keyboards import Button
from bot.render import keyboard, paragraphs
from bot.routes import Routes
from bot.screens import Shown
from bot.talk import Says, Talk
from bot.taps import Tap, row_id, tap
from domain import changes, proposals, staff, windows
from domain.errors import Refusal
from domain.forms.model import Answers, Desk, Draft
from domain.olympiads import Event, EventGone, Names, Sitting
from domain.portals import desk as forms
from domain.ports import LANGS
from domain.proposals import ORGANISATION, Proposal
from domain.staff import EVERYWHERE, Grant
from domain.store import Store
from domain.values import notice_number

RECENT = timedelta(days=30)
"""Who hasn't seen a notice is asked about for so long."""
Screen = Callable[[Talk, Store, tuple[str, ...]], Says]


def routes(conversation: Conversation) -> Routes:
    table = Routes()

    @table.command("desk")
    async def desk(talk: Talk) -> None:
        await working(talk, lambda store: home(talk, store))

    @table.tap("dh", "de", "dg", "ds", "dc", "dx")
    async def screens(talk: Talk, tap: Tap) -> None:
        screen = SCREENS[tap.verb]
        await working(talk, lambda store: screen(talk, store, tap.parts))

    @table.tap("dm", "dl", "do", "da")
    async def begins(talk: Talk, tap: Tap) -> None:
        await working(talk, lambda store: begin(talk, store, conversation, tap))

    return table


async def working(talk: Talk, work: Callable[[Store], Says]) -> None:
    """Whoever has no grant is answered as if there were no desk; a refusal leads back to it."""

    def safe(store: Store) -> Says:
        if not store.staff.grants(talk.id):
            return menu(talk, store, above=talk.voice.say("not-understood"))
        try:
            return store.attempt(lambda: work(store))
        except Refusal as refusal:
            return home(talk, store, talk.voice.refusal(refusal))

    await talk.settle(safe)


def item(talk: Talk, store: Store, c: Conversation) -> Says:
    """From the menu."""
    if not store.staff.grants(talk.id):
        return menu(talk, store)
    return home(talk, store)


def home(talk: Talk, store: Store, above: str = "") -> Says:
    """What this person may do, and what waits for them."""
    grants = store.staff.grants(talk.id)
    here = ORGANISATION in staff.organisations(grants)
    waiting = proposals.pending(store, talk.id, talk.now)
    schools = staff.beginnings(grants, ORGANISATION, "school")
    heads = any(g.role == "head" for g in grants)
    rows = [
        *pending_rows(talk, waiting),
        *(event_rows(store) if here else []),
        *([[Button("button-desk-announce", "da")]] if here else []),
        *([[Button("button-staff", "m|staff")]] if schools else []),
        *([[Button("button-tables", tables.LIST)]] if tables.own(talk, store) else []),
        *([[Button("button-colleagues", "gl")]] if heads else []),
        [Button("button-menu", "m|menu")],
    ]
    told = talk.voice.say("desk-waiting", count=len(waiting)) if waiting else ""
    text = paragraphs(above, talk.voice.say("desk-title"), rights(talk, grants), told)
    return [talk.show(offered(talk, text, rows))]


def event_rows(store: Store) -> list[list[Button]]:
    return [[Button(data=tap("de", e.id), names=e.names)] for e in store.olympiads.events()]


def rights(talk: Talk, grants: list[Grant]) -> str:
    """For whom, where and as what the person works here."""
    return "\n".join(right(talk, g) for g in grants)


def right(talk: Talk, g: Grant) -> str:
    known = g.organisation in (EVERYWHERE, *staff.ORGANISATIONS)
    code = "everywhere" if g.organisation == EVERYWHERE else g.organisation
    return talk.voice.say(
        "desk-right",
        role=talk.voice.say(f"role-of-{g.role}"),
        organisation=talk.voice.say(f"organisation-{code}") if known else g.organisation,
        area=area_name(talk, g.area),
    )


def area_name(talk: Talk, area: str) -> str:
    if area == EVERYWHERE:
        return talk.voice.say("area-everywhere")
    code = area.ljust(9, "0")
    return talk.house.atlas.place(code).name(talk.lang) if talk.house.atlas.has(code) else area


def offered(talk: Talk, text: str, rows: list[list[Button]]) -> Shown:
    talk.offer(rows)
    return Shown(text, keyboard(talk.voice, rows), rows)


def known(store: Store, number: str) -> Event:
    event = store.olympiads.event(number)
    if event is None:
        raise EventGone
    return event


def show_event(talk: Talk, store: Store, parts: tuple[str, ...], above: str = "") -> Says:
    """An event: registration, and its stages."""
    event = known(store, part(parts, 0))
    open_now = event.opens <= talk.now < event.closes
    stages = {s.stage for s in store.olympiads.sittings(event.id)}
    rows = [
        *[[stage_button(event, s.number, s.names)] for s in event.stages if s.number in stages],
        *([[Button("button-desk-close", tap("dc", event.id))]] if open_now else []),
        [
            Button(
                "button-desk-open" if not open_now else "button-desk-extend", tap("do", event.id)
            )
        ],
        back("dh"),
    ]
    words = "desk-registration-open" if open_now else "desk-registration-closed"
    text = paragraphs(
        above,
        talk.voice.say("desk-event", name=event.names, grades=", ".join(event.grades)),
        talk.voice.say(words, opens=event.opens, closes=event.closes),
    )
    return [talk.show(offered(talk, text, rows))]


def stage_button(event: Event, number: int, names: Names) -> Button:
    arguments = {"number": number, "name": names}
    return Button("button-desk-stage", tap("dg", event.id, str(number)), arguments=arguments)


def back(*where: str) -> list[Button]:
    return [Button("button-back", tap(*where))]


def show_stage(talk: Talk, store: Store, parts: tuple[str, ...]) -> Says:
    """The sessions of a stage, a button each."""
    event, stage = known(store, part(parts, 0)), row_id(part(parts, 1))
    found = [s for s in store.olympiads.sittings(event.id) if s.stage == stage]
    rows = [*[[sitting_button(event, s)] for s in found], back("de", event.id)]
    name = next((s.names for s in event.stages if s.number == stage), event.names)
    text = talk.voice.say("desk-stage", event=event.names, number=stage, name=name)
    return [talk.show(offered(talk, text, rows))]


def sitting_button(event: Event, s: Sitting) -> Button:
    words = "button-desk-sitting-cancelled" if s.cancelled else "button-desk-sitting"
    arguments = {"subject": event.subject(s.subject).names, "starts": s.starts}
    return Button(words, tap("ds", str(s.id)), arguments=arguments)


def show_sitting(talk: Talk, store: Store, parts: tuple[str, ...]) -> Says:
    """One session: when, how long, where, for whom, how many; moved or cancelled from here."""
    s = store.olympiads.sitting_by_number(row_id(part(parts, 0)))
    if s is None:
        raise changes.SessionGone
    event = known(store, s.event)
    subject = event.subject(s.subject)
    languages = ", ".join(
        talk.voice.say(f"language-name-{lang}")
        for lang in LANGS
        if not subject.languages or lang in subject.languages
    )
    acts = [
        [Button("button-desk-move", tap("dm", str(s.id)), style="primary")],
        [Button("button-desk-cancel", tap("dl", str(s.id)))],
    ]
    rows = [*([] if s.cancelled else acts), back("dg", event.id, str(s.stage))]
    text = paragraphs(
        talk.voice.say(
            "desk-sitting",
            subject=subject.names,
            event=event.names,
            stage=s.stage,
            starts=s.starts,
            minutes=s.minutes,
            place=s.place,
            grades=", ".join(event.grades),
            languages=languages,
            registered=s.taken,
        ),
        talk.voice.say("desk-sitting-cancelled") if s.cancelled else "",
    )
    return [talk.show(offered(talk, text, rows))]


def ask_close(talk: Talk, store: Store, parts: tuple[str, ...]) -> Says:
    """Closing can be undone, but pupils in the middle of a form lose it: ask first."""
    event = windows.allowed(store, part(parts, 0), talk.id)
    rows = [
        [Button("button-desk-close-yes", tap("dx", event.id), style="danger")],
        [Button("button-desk-close-no", tap("de", event.id))],
    ]
    text = talk.voice.say("desk-close-ask", name=event.names, closes=event.closes)
    return [talk.show(offered(talk, text, rows))]


def close(talk: Talk, store: Store, parts: tuple[str, ...]) -> Says:
    event = windows.close_now(store, part(parts, 0), talk.id, talk.now)
    return show_event(talk, store, (event.id,), talk.voice.say("desk-closed"))


def part(parts: tuple[str, ...], at: int) -> str:
    return parts[at] if at < len(parts) else ""


SCREENS: Mapping[str, Screen] = {
    "dh": lambda talk, store, parts: home(talk, store),
    "de": show_event,
    "dg": show_stage,
    "ds": show_sitting,
    "dc": ask_close,
    "dx": close,
}


def begin(talk: Talk, store: Store, c: Conversation, tap: Tap) -> Says:
    """Opens a form of the desk anew: one left in the middle was about something else."""
    if tap.verb == "da":
        store.drafts.drop_form(talk.id, forms.ANNOUNCE)
        return c.open(talk, store, forms.ANNOUNCE, **audience_known(talk, store))
    staff.demand(store, talk.id, ORGANISATION, EVERYWHERE, "sitting")
    name, key, about = {
        "dm": (forms.MOVE, "sitting", row_id(tap.part(0))),
        "dl": (forms.CANCEL, "sitting", row_id(tap.part(0))),
        "do": (forms.REOPEN, "event", tap.part(0)),
    }[tap.verb]
    store.drafts.drop_form(talk.id, name)
    return c.open(talk, store, name, **{key: about})


def audience_known(talk: Talk, store: Store) -> dict[str, Any]:
    """What an announcement may be filtered by. Raises NotAllowed."""
    grants = store.staff.grants(talk.id)
    mine = [g.area for g in grants if staff.may((g,), ORGANISATION, g.area, "announce")]
    if not mine:
        raise staff.NotAllowed
    events = store.olympiads.events()
    return {
        "areas": mine,
        "events": {e.id: dict(e.names) for e in events},
        "subjects": {e.id: {s.code: dict(s.names) for s in e.subjects} for e in events},
        "notices": notices_sent(talk, store),
    }


def notices_sent(talk: Talk, store: Store) -> dict[str, dict[str, str]]:
    """What was sent lately, to find those who haven't pressed Seen: its number and title."""
    recent = store.proposals.recent(("launched",), talk.now - RECENT)[:5]
    return {
        str(p.broadcast): {
            lang: talk.house.words.say(
                lang, "desk-notice", number=notice_number.shown(p.number), at=known.proposed
            )
            for lang in LANGS
        }
        for known in recent
        for p in known.planned[:1]
        if p.broadcast is not None
    }


def moved(talk: Talk, desk: Desk, draft: Draft, held: Answers) -> Says:
    to = forms.slot(desk.store, held["sitting"], held["day"], held["time"])
    return proposed(talk, desk, draft, held, to)


def cancelled(talk: Talk, desk: Desk, draft: Draft, held: Answers) -> Says:
    return proposed(talk, desk, draft, held, None)


def proposed(talk: Talk, desk: Desk, draft: Draft, held: Answers, to: changes.Slot | None) -> Says:
    def plan() -> Proposal:
        planned = proposals.moving(desk.store, held["sitting"], to, reason(talk, held), desk.now)
        return proposals.propose(desk.store, [planned], talk.id, desk.now, through="chat")

    return planned_from(talk, desk, draft, plan)


def announced(talk: Talk, desk: Desk, draft: Draft, held: Answers) -> Says:
    def plan() -> Proposal:
        audience = forms.audience_of(held)
        planned = proposals.announcing(desk.store, forms.text_of(held), audience)
        return proposals.propose(desk.store, [planned], talk.id, desk.now, through="chat")

    return planned_from(talk, desk, draft, plan)


def planned_from(talk: Talk, desk: Desk, draft: Draft, plan: Callable[[], Proposal]) -> Says:
    """The preview of what was planned; a refusal leads back to the desk."""
    desk.store.drafts.drop(draft.id)
    try:
        made = desk.store.attempt(plan)
    except Refusal as refusal:
        return home(talk, desk.store, talk.voice.refusal(refusal))
    return shown_preview(talk, desk.store, made)


def reason(talk: Talk, held: Answers) -> Names | None:
    """Why, in three languages."""
    code = held["reason"]
    if code == forms.UNSAID:
        return None
    if code == forms.OTHER:
        return forms.texts(held["reason_kk"], held["reason_ru"], held["reason_kk"])
    return {lang: talk.house.words.say(lang, f"reason-{code}") for lang in LANGS}


def reopened(talk: Talk, desk: Desk, draft: Draft, held: Answers) -> Says:
    desk.store.drafts.drop(draft.id)
    until = forms.at(held["day"], held["time"])
    try:
        event = windows.open_until(desk.store, held["event"], until, talk.id, desk.now)
    except Refusal as refusal:
        return home(talk, desk.store, talk.voice.refusal(refusal))
    return show_event(talk, desk.store, (event.id,), talk.voice.say("desk-opened"))


FINISHERS: Mapping[str, Finish] = {
    forms.MOVE: moved,
    forms.CANCEL: cancelled,
    forms.REOPEN: reopened,
    forms.ANNOUNCE: announced,
}
