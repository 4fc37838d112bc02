"""What people are told when an application moves: the parent, and the staff of its school."""

from datetime import datetime

from bot.handlers.admission import cards
from bot.handlers.admission.cards import Teller
from bot.keyboards import Button
from bot.render import Call, Voice, keyboard, message, paragraphs
from bot.taps import tap
from domain import originals
from domain.admission import applications
from domain.admission.applications import Application
from domain.outbox import Lane, Notice
from domain.people import PersonId
from domain.portals import pavlodar
from domain.staff import may
from domain.store import Store


def signed(
    told: Teller, store: Store, number: int, version: int, signer: str, now: datetime
) -> Application:
    """The seam of signing: a verified signature of `signer` (an IIN) over the application as it
    was at `version`. The application goes under review; its parent is told the number and what
    comes next, the staff of the school that there is something to decide. Raises what
    `applications.sign` raises, and tells nobody twice."""
    before = store.admission.load(number)
    application = applications.sign(store, number, version, signer, now)
    if before is not None and before.status == "signing":
        tell_parent(told, store, application, "admission-sent", now)
        tell_staff(told, store, application, now)
    return application


def decided(told: Teller, store: Store, a: Application, now: datetime) -> None:
    """The parent learns of a decision; one who is accepted is reminded of the originals."""
    tell_parent(told, store, a, f"admission-told-{a.status}", now)
    if a.status == "accepted":
        originals.expect(
            store,
            a.person,
            str(a.id),
            year=a.season,
            school=cards.school_names(a),
            days_off=told.days_off,
            now=now,
            day=told.rules.originals,
        )


def thanked(told: Teller, store: Store, a: Application, now: datetime) -> None:
    """Staff have the originals."""
    voice = voice_of(told, store, a.person)
    text = voice.say("admission-told-handed-in", number=a.number or "")
    store.outbox.add(Notice(a.person, message(a.person, text), Lane.URGENT), now)


def tell_parent(told: Teller, store: Store, a: Application, words: str, now: datetime) -> None:
    voice = voice_of(told, store, a.person)
    office = store.admission.offices().get(a.school)
    text = paragraphs(
        voice.say(words, number=a.number or "", child=cards.child_name(a)),
        cards.why(voice, a),
        cards.next_step(told, voice, a, office, store.admission.history(a.id)),
    )
    store.outbox.add(Notice(a.person, with_rows(voice, a, text), Lane.URGENT), now)


def with_rows(voice: Voice, a: Application, text: str) -> Call:
    number = str(a.id)
    rows = [[Button("button-school-open", tap("sj", "open", number), style="primary")]]
    if applications.may_mend(a):
        rows.insert(0, [Button("button-school-mend", tap("sj", "fix", number), style="primary")])
    return message(a.person, text, keyboard(voice, rows))


def tell_staff(told: Teller, store: Store, a: Application, now: datetime) -> None:
    """Everybody who may decide it and uses the bot."""
    office = store.admission.offices().get(a.school)
    if office is None:
        return
    grants = store.staff.all_grants()
    for person in dict.fromkeys(g.person for g in grants):
        its = [g for g in grants if g.person == person]
        lang = store.people.language(person)
        if lang is not None and may(its, pavlodar.PORTAL, office.locality, "admission"):
            voice = Voice(told.words, lang)
            rows = [[Button("button-school-open", tap("sd", "open", str(a.id)))]]
            text = voice.say(
                "admission-staff-new",
                number=a.number or "",
                school=office.names,
                grade=voice.say(f"grade-{a.grade}"),
                language=voice.say(f"teaching-{a.language}"),
            )
            call = message(person, text, keyboard(voice, rows))
            store.outbox.add(Notice(person, call, Lane.URGENT), now)


def voice_of(told: Teller, store: Store, person: PersonId) -> Voice:
    return Voice(told.words, store.people.language(person) or "kk")
