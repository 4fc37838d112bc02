"""Signing in to Akmola: by IIN and phone at once, or by an e-signature, which takes its time."""

from collections.abc import Mapping, Sequence

from adapters.admission.cards import Teller
from adapters.voice import Voice
from bot.conversation import Finish
from bot.handlers import signing
from bot.handlers.cabinets import CABINETS, below
from bot.handlers.linking import claimed
from bot.keyboards import GONE, Button
from bot.render import keyboard, message, paragraphs
from bot.talk import Says, Talk
from bot.taps import tap
from domain.errors import Refusal
from domain.forms.holders import number_of
from domain.forms.model import Answers, Desk, Draft
from domain.forms.person import OWN
from domain.outbox import Lane, Notice
from domain.portals import akmola
from domain.signatures import Verdict
from domain.signing_sessions import SigningSession
from domain.store import Store

ENTRY = akmola.PORTAL
"""What is signed is about `akmola:` and the district."""


def entered(talk: Talk, desk: Desk, draft: Draft, held: Answers) -> Says:
    """By code the person is in at once, and the own contact is linked for codes too; by signature
    once they have signed."""
    if held["way"] == akmola.SIGNATURE:
        desk.store.drafts.drop(draft.id)
        return signing.sign_in(talk, desk.store, f"{ENTRY}:{held['district']}")
    akmola.enter_by_code(desk, draft, held)
    phone = held["phone"]
    told = claimed(talk, desk.store, number_of(phone)) if OWN in phone else ""
    hello = talk.voice.say("cabinet-signed-in", title=akmola.TITLE)
    cabinet = below(CABINETS[akmola.PORTAL], talk, desk.store)
    return [message(talk.id, paragraphs(hello, told), GONE), *cabinet]


FINISHERS: Mapping[str, Finish] = {akmola.SIGN_IN: entered}


async def again(talk: Talk, district: str) -> None:
    """The link ran out, or was given up. A button can be forged: only a district is taken."""
    asked = talk.house.forms[akmola.SIGN_IN].field("district")
    assert asked is not None  # noqa: S101 the form begins with it
    try:
        known = asked.kind.read(district, {})
    except Refusal:
        await signing.unknown(talk, "")
        return
    await talk.settle(lambda store: signing.sign_in(talk, store, f"{ENTRY}:{known}"))


def signed(
    told: Teller, store: Store, session: SigningSession, verdict: Verdict
) -> Sequence[Notice]:
    """Somebody showed by their key who they are: the cabinet of their IIN is open."""
    person, voice = session.wish.person, Voice(told.words, session.wish.lang)
    known = {"district": session.wish.subject}
    akmola.enter(store, person, verdict.signer.iin.text, verdict.at, known)
    rows = [
        [Button("button-akmola-apply", tap("m", "akmola-apply"), style="primary")],
        [Button("button-akmola-cabinet", tap("m", "akmola"))],
    ]
    text = voice.say("cabinet-signed-in", title=akmola.TITLE)
    return [Notice(person, message(person, text, keyboard(voice, rows)), Lane.URGENT)]
