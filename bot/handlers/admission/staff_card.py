"""An application as staff see it in the chat: who, what, the papers, and what can be done."""

from collections.abc import Mapping
from typing import Any

from adapters.admission import cards
from bot.keyboards import Button
from bot.paper_documents import document
from bot.render import Call, keyboard, paragraphs
from bot.screens import Shown
from bot.talk import Says, Talk
from bot.taps import tap
from domain.admission import desk
from domain.admission.applications import (
    Application,
)
from domain.admission.desk import Officer
from domain.admission.reasons import PAPER
from domain.store import Store
from domain.values.phone import Phone


def by(talk: Talk, store: Store) -> Officer:
    return desk.officer(store, talk.id)


def deed(act: str, a: Application, *parts: str) -> str:
    return tap("sd", act, str(a.id), str(a.version), *parts)


def opened(talk: Talk, store: Store, a: Application, above: str = "") -> Says:
    """An application as staff need it: who, what, the address, the papers, the places left."""
    number = str(a.id)
    decide = [
        [Button("button-admission-accept", deed("yes", a), style="success")],
        [Button("button-admission-refuse", deed("no", a), style="danger")],
    ]
    rows = [
        [Button("button-admission-papers", tap("sd", "papers", number))],
        *(decide if a.status == "review" else []),
        *(
            [[Button("button-admission-handed-in", tap("sd", "in", number))]]
            if a.waits_for_originals
            else []
        ),
        [Button("button-admission-to-school", tap("sd", "at", a.school))],
    ]
    talk.offer(rows)
    events = cards.history(talk.voice, store.admission.history(a.id))
    text = paragraphs(above, full(talk, store, a), cards.why(talk.voice, a, "staff"), events)
    return [talk.show(Shown(text, keyboard(talk.voice, rows), rows))]


def full(talk: Talk, store: Store, a: Application) -> str:
    content = a.content
    vacancy = store.admission.vacancy(a.wish)
    return paragraphs(
        cards.card(talk.voice, a, "mending" if a.status == "signing" else ""),
        talk.voice.say(
            "admission-staff-card",
            applicant=content["labels"].get("applicant_right", ""),
            phone=Phone.read(content["phone"]).spaced,
            mail=content["mail"],
            address=address(a),
            basis=talk.voice.say(f"basis-{content['basis']['by']}"),
            free=vacancy.free if vacancy else 0,
        ),
    )


def address(a: Application) -> str:
    home = a.content.get("home")
    return f"{home['street']}, {home['house']}" if home else "-"


def shown_papers(talk: Talk, store: Store, a: Application) -> Says:
    """Each paper as a PDF below the card, named by its question."""
    found = desk.papers(a)
    desk.opened_papers(store, by(talk, store), a, list(found), talk.now)
    return [paper(talk, key, kept) for key, kept in found.items()]


def paper(talk: Talk, key: str, kept: Mapping[str, Any]) -> Call:
    caption = talk.voice.say(f"{cards.words_of(key)}.label")
    return document(talk, kept["file"], key.removeprefix(PAPER), caption)
