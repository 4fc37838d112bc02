"""Where signatures meet admission: what is signed, and what a signature that counts leads to."""

from collections.abc import Sequence

from bot.handlers import signing
from bot.handlers.admission import cards, notices
from bot.handlers.admission.cards import Teller
from bot.keyboards import Button
from bot.render import Voice, keyboard, message
from bot.talk import Says, Talk
from bot.taps import row_id, tap
from domain.admission.applications import Application
from domain.admission.reasons import PAPER
from domain.forms.citizens import full_name
from domain.outbox import Lane, Notice
from domain.portals import pavlodar
from domain.ports import LANGS
from domain.signatures import Verdict
from domain.signing_sessions import SigningSession, Wish
from domain.store import Store
from domain.values.iin import Iin
from domain.values.phone import Phone

APPLICATION, ENTRY = "admission", pavlodar.PORTAL


def begin(talk: Talk, store: Store, a: Application) -> Says:
    """Puts the application before its applicant to be signed, as it is at this version."""
    wish = Wish(
        talk.id,
        f"{APPLICATION}:{a.id}.{a.version}",
        {lang: talk.house.words.say(lang, "admission-document.name") for lang in LANGS},
        document(talk, a).encode(),
        talk.lang,
        applicant=Iin(a.applicant),
        mime="text/plain",
    )
    return signing.begin(talk, store, wish)


def document(talk: Talk, a: Application) -> str:
    """The text that is signed: all that is asked for, in the applicant's language."""
    words, content = talk.house.words, a.content
    names = [words.say(talk.lang, f"{cards.words_of(key)}.label") for key in papers(a)]
    return words.say(
        talk.lang,
        "admission-document",
        school=cards.school_names(a)[talk.lang],
        applicant=full_name(content["applicant"]),
        iin=a.applicant,
        child=full_name(content["pupil"]),
        child_iin=a.child,
        grade=words.say(talk.lang, f"grade-{a.grade}"),
        language=words.say(talk.lang, f"teaching-{a.language}"),
        basis=words.say(talk.lang, f"basis-{content['basis']['by']}"),
        phone=Phone.read(content["phone"]).spaced,
        mail=content["mail"],
        papers=", ".join(names),
        made=talk.now,
    )


def papers(a: Application) -> list[str]:
    return [key for key in a.content if key.startswith(PAPER) and a.content[key]]


def again(talk: Talk, store: Store, subject: str) -> Says:
    """The link ran out, or was given up: another one, if there is something to sign still."""
    a = store.admission.load(row_id(subject.partition(".")[0]))
    if a is None or a.person != talk.id or a.status != "signing":
        return signing.nothing(talk, store, subject)
    return begin(talk, store, a)


def entry_again(talk: Talk, store: Store, subject: str) -> Says:
    return signing.sign_in(talk, store, f"{ENTRY}:0")


def application_signed(
    told: Teller, store: Store, session: SigningSession, verdict: Verdict
) -> Sequence[Notice]:
    """The application is sent. What its parent and staff are told is in the outbox by then."""
    number, _, version = session.wish.subject.partition(".")
    signer = verdict.signer.iin.text
    notices.signed(told, store, row_id(number), row_id(version), signer, verdict.at)
    return []


def entered(
    told: Teller, store: Store, session: SigningSession, verdict: Verdict
) -> Sequence[Notice]:
    """Somebody showed by their key who they are: they may act for their account here."""
    person = session.wish.person
    pavlodar.enter(store, person, verdict.signer.iin.text, session.id, verdict.at)
    voice = Voice(told.words, session.wish.lang)
    rows = [[Button("button-school-go-on", tap("sc", "apply"), style="primary")]]
    text = voice.say("school-signed-in")
    return [Notice(person, message(person, text, keyboard(voice, rows)), Lane.URGENT)]
