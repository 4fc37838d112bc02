"""Documents of an application as PDFs: what is signed, what its parent can keep and show. They are
drawn outside of transactions; a document that is given out can be checked at `/v/<token>`."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from adapters.admission import cards
from adapters.documents.drawing import drawn
from adapters.telegram import upload
from adapters.voice import Voice
from bot.handlers.menu import refusing
from bot.render import Call
from bot.talk import Says, Talk
from domain import documents, enclosures
from domain.admission import applications
from domain.admission.applications import Application, NoSuchApplication
from domain.documents import Document, Kind, Section, Status
from domain.enclosures import Enclosure
from domain.errors import Refusal
from domain.forms.citizens import full_name
from domain.ports import Lang
from domain.store import Store
from domain.values.phone import Phone

DECIDED: Final = ("accepted", "refused")
STATUSES: dict[str, Status] = {
    "review": "sent",
    "accepted": "accepted",
    "refused": "refused",
    "withdrawn": "withdrawn",
}


async def application(talk: Talk, number: int) -> None:
    """The application with its number."""
    await give_out(talk, number, "application", tuple(STATUSES), filled)


async def decision(talk: Talk, number: int) -> None:
    """What the school decided."""
    await give_out(talk, number, "decision", DECIDED, answered)


async def give_out(
    talk: Talk,
    number: int,
    kind: Kind,
    when: tuple[str, ...],
    document: Callable[[Talk, Application], Document],
) -> None:
    """Draws a document of an own application, notes it and sends it: asked for again, the same
    one."""
    house, holder = talk.house, applications.holder(number)

    def asked(store: Store) -> tuple[Document, str]:
        plain = document(talk, given_out(talk, store, number, when))
        return plain, documents.lasting_token(store, holder, plain)

    try:
        plain, token = await house.database.read(asked)
        checked = replace(plain, check=f"{house.signatures.cards.public_url}/v/{token}")
        pdf = await drawn(checked, house.words, house.examiner)
    except Refusal as refusal:
        await refused(talk, refusal)
        return

    def sent(store: Store) -> Says:
        now = given_out(talk, store, number, when)
        documents.issue(
            store,
            kind=kind,
            number=now.number or "",
            holder=holder,
            full_name=full_name(now.content["pupil"]),
            now=talk.now,
            status=STATUSES[now.status],
            token=token,
        )
        return [file(talk, f"{now.number}-{kind}.pdf", pdf)]

    await refusing(talk, sent)


async def refused(talk: Talk, refusal: Refusal) -> None:
    def again(store: Store) -> Says:
        raise refusal

    await refusing(talk, again)


def given_out(talk: Talk, store: Store, number: int, when: tuple[str, ...]) -> Application:
    """Raises NoSuchApplication for somebody else's, and where there is no such document (yet)."""
    a = applications.own(store, talk.id, number)
    if a.number is None or a.status not in when:
        raise NoSuchApplication
    return a


def file(talk: Talk, name: str, pdf: bytes) -> Call:
    return {
        "method": "sendDocument",
        "chat_id": talk.id,
        "document": upload(name, "application/pdf", pdf),
    }


def language(talk: Talk, a: Application) -> Lang:
    """Documents are in Kazakh or Russian; who reads English gets the child's school language."""
    spoken = talk.lang if talk.lang != "en" else a.language
    return "ru" if spoken == "ru" else "kk"


def filled(talk: Talk, a: Application) -> Document:
    """All that is applied for. What is signed has its number already, and is made now."""
    content, voice = a.content, Voice(talk.house.words, language(talk, a))
    papers, say = enclosures.enclosures(content), voice.say
    return Document(
        kind="application",
        language=voice.lang,
        title=say("admission-document"),
        number=applications.numbered(a),
        made=talk.now if a.status == "signing" else a.sent or a.created,
        sections=[
            Section(
                say("admission-document.applicant"),
                [
                    (say("admission-document.person"), full_name(content["applicant"])),
                    (say("admission-document.iin"), a.applicant),
                    (say("ask-school-contact.label"), Phone.read(content["phone"]).spaced),
                    (say("ask-school-mail.label"), content["mail"]),
                ],
            ),
            child(voice, a),
            Section(
                say("admission-document.wish"),
                [
                    (say("admission-document.to"), cards.school_names(a)[voice.lang]),
                    (say("ask-school-grade.label"), say(f"grade-{a.grade}")),
                    (say("ask-school-language.label"), say(f"teaching-{a.language}")),
                    (say("ask-school-basis.label"), say(f"basis-{content['basis']['by']}")),
                ],
            ),
            Section(
                say("admission-document.papers"),
                [(str(n), paper(voice, e)) for n, e in enumerate(papers, 1)],
            ),
        ],
        note=say("admission-document.note"),
        keywords=enclosures.keywords(e.fingerprint for e in papers if e.fingerprint),
    )


def child(voice: Voice, a: Application) -> Section:
    return Section(
        voice.say("admission-document.child"),
        [
            (voice.say("admission-document.person"), full_name(a.content["pupil"])),
            (voice.say("admission-document.iin"), a.child),
        ],
    )


def paper(voice: Voice, e: Enclosure) -> str:
    """What the paper is, and what it is told by from any other file."""
    label = voice.say(f"{cards.words_of(e.key)}.label")
    if not e.fingerprint:
        return label
    digits = enclosures.readable(e.fingerprint)
    return f"{label}\n{voice.say('admission-document.fingerprint')}\n{digits}"


def answered(talk: Talk, a: Application) -> Document:
    """The school's decision, why, and what is to be done."""
    house, voice = talk.house, Voice(talk.house.words, language(talk, a))
    say = voice.say
    lines = [(say("admission-decision.decision"), say(f"admission-status-{a.status}"))]
    if a.status == "refused":
        lines.append((say("admission-decision.reason"), say(f"reason-{a.reason}")))
        lines += [
            (say("admission-decision.fields"), label) for label in cards.labels(voice, a.fields)
        ]
    day, decided = house.admission.last_day(a.season), a.decided or a.created
    late = decided.astimezone(house.zone).date() > day
    next_step = "admission-decision.late" if late else "admission-decision.next"
    return Document(
        kind="decision",
        language=voice.lang,
        title=say("admission-decision"),
        number=a.number or "",
        made=decided,
        sections=[
            child(voice, a),
            Section(
                say("admission-decision.about"),
                [
                    (say("admission-decision.number"), a.number or ""),
                    (say("ask-school-choice.label"), cards.school_names(a)[voice.lang]),
                    (say("ask-school-grade.label"), say(f"grade-{a.grade}")),
                    (say("ask-school-language.label"), say(f"teaching-{a.language}")),
                ],
            ),
            Section(say("admission-decision.decision"), lines),
        ],
        note=say(next_step, day=day) if a.status == "accepted" else "",
    )
