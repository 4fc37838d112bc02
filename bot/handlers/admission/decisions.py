"""Decisions of staff in the chat: asked before, carried out for the version their card shows."""

import re

from adapters.admission import cards
from adapters.admission.deciding import Deciding
from bot.handlers.admission.staff_card import by, deed, opened
from bot.keyboards import Button
from bot.render import keyboard
from bot.screens import OPEN, TICKED, Shown
from bot.talk import Says, Talk
from bot.taps import tap
from domain.admission.applications import (
    Application,
    ChangedSinceSeen,
)
from domain.admission.reasons import ABOUT_PAPERS, PAPER, REASONS
from domain.store import Store

MOST_PAPERS = 8
TICKED_PAPERS = re.compile("[0-9a-f]{1,2}")
"""They travel in the button as a number: bits over the application's papers."""


def deciding(talk: Talk, store: Store) -> Deciding:
    return Deciding(talk.house.teller, store, by(talk, store), talk.now)


def unchanged(a: Application, seen: int) -> Application:
    """Raises ChangedSinceSeen: the card they tapped shows what isn't so any more."""
    if a.status == "review" and a.version != seen:
        raise ChangedSinceSeen(a.number or "")
    return a


def ask_accept(talk: Talk, store: Store, a: Application) -> Says:
    """An acceptance takes a place and is told to the parent at once: ask first (rule 17)."""
    rows = [
        [Button("button-admission-accept-yes", deed("accept", a), style="success")],
        [Button("button-admission-back", tap("sd", "open", str(a.id)))],
    ]
    talk.offer(rows)
    vacancy = store.admission.vacancy(a.wish)
    text = talk.voice.say(
        "admission-staff-accept-ask",
        child=cards.child_name(a),
        school=cards.school_names(a),
        free=vacancy.free if vacancy else 0,
    )
    return [talk.show(Shown(text, keyboard(talk.voice, rows), rows))]


def accepted(talk: Talk, store: Store, a: Application, seen: int) -> Says:
    return opened(talk, store, deciding(talk, store).accept(a, seen))


def ask_reason(talk: Talk, a: Application) -> Says:
    """The list of reasons; those about papers ask next which ones."""
    rows = [
        *[[Button(f"reason-{reason}", deed("why", a, reason, "0"))] for reason in REASONS],
        [Button("button-admission-back", tap("sd", "open", str(a.id)))],
    ]
    talk.offer(rows)
    text = talk.voice.say("admission-staff-reason", child=cards.child_name(a))
    return [talk.show(Shown(text, keyboard(talk.voice, rows), rows))]


def reasoned(talk: Talk, a: Application, reason: str, picked: int) -> Says:
    """Which papers, and then: refuse?"""
    if reason not in REASONS:
        return ask_reason(talk, a)
    about_papers = reason in ABOUT_PAPERS
    rows = [
        *(paper_rows(a, reason, picked) if about_papers else []),
        *(
            [
                [
                    Button(
                        "button-admission-refuse-yes",
                        deed("refuse", a, reason, f"{picked:x}"),
                        style="danger",
                    )
                ]
            ]
            if picked or not about_papers
            else []
        ),
        [Button("button-admission-back", deed("no", a))],
    ]
    talk.offer(rows)
    words = "admission-staff-which" if about_papers else "admission-staff-refuse-ask"
    text = talk.voice.say(
        words, reason=talk.voice.say(f"reason-{reason}"), child=cards.child_name(a)
    )
    return [talk.show(Shown(text, keyboard(talk.voice, rows), rows))]


def paper_rows(a: Application, reason: str, picked: int) -> list[list[Button]]:
    return [
        [
            Button(
                f"{cards.words_of(key)}.label",
                deed("why", a, reason, f"{picked ^ (1 << at):x}"),
                mark=TICKED if picked >> at & 1 else OPEN,
            )
        ]
        for at, key in enumerate(papers_of(a))
    ]


def papers_of(a: Application) -> list[str]:
    """The papers that came with it, always in the same order."""
    return sorted(key for key in a.content if key.startswith(PAPER) and a.content[key])[
        :MOST_PAPERS
    ]


def ticked(text: str) -> int:
    return int(text, 16) if TICKED_PAPERS.fullmatch(text) else 0


def refused(talk: Talk, store: Store, a: Application, seen: int, reason: str, picked: int) -> Says:
    papers = [key for at, key in enumerate(papers_of(a)) if picked >> at & 1]
    if reason not in REASONS or (reason in ABOUT_PAPERS and not papers):
        return ask_reason(talk, unchanged(a, seen))
    return opened(talk, store, deciding(talk, store).refuse(a, reason, papers, seen))


def handed_in(talk: Talk, store: Store, a: Application) -> Says:
    """Staff have the originals: the parent is thanked, once."""
    return opened(talk, store, deciding(talk, store).hand_in(a))
