"""Where signatures meet admission: what is signed, and what a signature that counts leads to."""

from collections.abc import Sequence

from adapters.admission import notices
from adapters.admission.cards import Teller
from adapters.documents.drawing import drawn
from adapters.voice import Voice
from bot.handlers import signing
from bot.handlers.admission import output
from bot.handlers.menu import refusing
from bot.keyboards import Button
from bot.render import keyboard, message
from bot.talk import Says, Talk
from bot.taps import row_id, tap
from domain.admission import applications
from domain.admission.applications import Application, NotToBeSigned
from domain.errors import Refusal
from domain.outbox import Lane, Notice
from domain.portals import pavlodar
from domain.ports import LANGS
from domain.signatures import Verdict
from domain.signing_sessions import SigningSession, Wish
from domain.store import Store
from domain.values.iin import Iin

APPLICATION, ENTRY = applications.SIGNED, pavlodar.PORTAL


async def put(talk: Talk, number: int) -> None:
    """Draws the application as it is now and puts it before its applicant to be signed."""
    house = talk.house
    try:
        a = await house.database.read(lambda store: waiting(talk, store, number))
        pdf = await drawn(output.filled(talk, a), house.words, house.examiner)
    except Refusal as refusal:
        await output.refused(talk, refusal)
        return
    await refusing(talk, lambda store: begin(talk, store, a, pdf))


def waiting(talk: Talk, store: Store, number: int) -> Application:
    """What this person has to sign. Raises NoSuchApplication and NotToBeSigned."""
    a = applications.own(store, talk.id, number)
    if a.status != "signing":
        raise NotToBeSigned
    return a


def begin(talk: Talk, store: Store, a: Application, pdf: bytes) -> Says:
    """Only what was drawn is signed: raises NotToBeSigned if it has changed meanwhile."""
    if waiting(talk, store, a.id).version != a.version:
        raise NotToBeSigned
    words = talk.house.words
    wish = Wish(
        talk.id,
        applications.to_sign(a),
        {lang: words.say(lang, "admission-document") for lang in LANGS},
        pdf,
        talk.lang,
        applicant=Iin(a.applicant),
    )
    return signing.begin(talk, store, wish)


async def again(talk: Talk, subject: str) -> None:
    """The link ran out, or was given up: another one, if there is something to sign still."""
    await put(talk, row_id(subject.partition(".")[0]))


def enter(talk: Talk, store: Store) -> Says:
    return signing.sign_in(talk, store, f"{ENTRY}:0")


async def entry_again(talk: Talk, subject: str) -> None:
    await talk.settle(lambda store: enter(talk, store))


def application_signed(
    told: Teller, store: Store, session: SigningSession, verdict: Verdict
) -> Sequence[Notice]:
    """The application is sent. What its parent and staff are told is in the outbox by then."""
    number, version = applications.signed_of(session.wish.about)
    notices.signed(told, store, number, version, verdict.signer.iin.text, verdict.at)
    return []


def entered(
    told: Teller, store: Store, session: SigningSession, verdict: Verdict
) -> Sequence[Notice]:
    """Somebody showed by their key who they are: they may act for their account here."""
    person = session.wish.person
    pavlodar.enter(store, person, verdict.signer.iin.text, verdict.at)
    voice = Voice(told.words, session.wish.lang)
    rows = [[Button("button-school-go-on", tap("sc", "apply"), style="primary")]]
    text = voice.say("school-signed-in")
    return [Notice(person, message(person, text, keyboard(voice, rows)), Lane.URGENT)]
