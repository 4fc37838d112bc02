"""What people are told when an application moves: the parent, and the staff of its school."""

from datetime import datetime

from adapters.admission import cards
from adapters.admission.cards import Teller
from adapters.desk_words import Call, message
from adapters.voice import Voice, paragraphs
from domain import originals, staff
from domain.admission import applications, desk
from domain.admission.applications import Application
from domain.outbox import Lane, Notice
from domain.people import PersonId
from domain.store import Store

OPEN, MEND, DECIDE = "sj|open", "sj|fix", "sd|open"
"""What the buttons do, before the number of the application."""


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
    store.outbox.add(Notice(a.person, message(a.person, text, []), Lane.URGENT), now)


def tell_parent(told: Teller, store: Store, a: Application, words: str, now: datetime) -> None:
    voice = voice_of(told, store, a.person)
    office = store.admission.offices().get(a.school)
    text = paragraphs(
        voice.say(words, number=a.number or "", child=cards.child_name(a)),
        cards.why(voice, a),
        cards.next_step(told, voice, a, office, store.admission.history(a.id), now),
    )
    store.outbox.add(Notice(a.person, with_rows(voice, a, text), Lane.URGENT), now)


def with_rows(voice: Voice, a: Application, text: str) -> Call:
    rows = [[button(voice, "button-school-open", OPEN, a) | {"style": "primary"}]]
    if applications.may_mend(a):
        rows.insert(0, [button(voice, "button-school-mend", MEND, a) | {"style": "primary"}])
    return message(a.person, text, rows)


def button(voice: Voice, words: str, deed: str, a: Application) -> dict[str, str]:
    return {"text": voice.say(words), "callback_data": f"{deed}|{a.id}"}


def tell_staff(told: Teller, store: Store, a: Application, now: datetime) -> None:
    """Everybody who may decide it and uses the bot."""
    office = store.admission.offices().get(a.school)
    if office is None:
        return
    again = any(event.status == "refused" for event in store.admission.history(a.id))
    for person in staff.everybody(store):
        lang = store.people.language(person)
        if lang is not None and desk.officer(store, person).decides(office.locality):
            voice = Voice(told.words, lang)
            text = voice.say(
                "admission-staff-again" if again else "admission-staff-new",
                number=a.number or "",
                school=office.names,
                grade=voice.say(f"grade-{a.grade}"),
                language=voice.say(f"teaching-{a.language}"),
            )
            call = message(person, text, [[button(voice, "button-school-open", DECIDE, a)]])
            store.outbox.add(Notice(person, call, Lane.URGENT), now)


def voice_of(told: Teller, store: Store, person: PersonId) -> Voice:
    return Voice(told.words, store.people.language(person) or "kk")
