"""A referral as a document: what its family keeps, prints, or shows at the kindergarten."""

from datetime import datetime
from typing import Any

from adapters.bulletin_facts import Place
from adapters.bulletin_words import years
from adapters.telegram import upload
from adapters.words import Words
from domain import documents
from domain.documents import Document, Section
from domain.people import PersonId
from domain.ports import Lang
from domain.queue.applications import Candidate
from domain.queue.referrals import Referral, holder_of
from domain.store import Store

Call = dict[str, Any]


def language(reader: Lang, at: Place) -> Lang:
    """Documents are in Kazakh or Russian; who reads English gets the language of the group."""
    spoken = at.vacancy.language if reader == "en" else reader
    return "ru" if spoken == "ru" else "kk"


def paper(
    words: Words, lang: Lang, c: Candidate, r: Referral, at: Place, *, made: datetime, check: str
) -> Document:
    """The referral as it stands now. `check` is the address of its page."""

    def say(message: str, **arguments: Any) -> str:
        return words.say(lang, message, **arguments)

    v, k = at.vacancy, at.kindergarten
    child = [
        (say("referral-paper.person"), c.child.name),
        (say("referral-paper.born"), say("day-short", day=c.child.born)),
        (say("referral-paper.application"), c.number),
    ]
    kindergarten = [
        (say("referral-paper.name"), k.names[lang]),
        (say("referral-paper.address"), k.address),
        (say("referral-paper.phone"), k.phone),
        (say("referral-paper.group"), v.group),
        (say("referral-paper.kind"), say(f"bulletin-kind-{v.kind}")),
        (say("referral-paper.language"), say(f"bulletin-language-{v.language}")),
        (say("referral-paper.years"), years(v.born)),
    ]
    dates = [
        (say("referral-paper.issued"), say("document-moment", at=r.issued)),
        (say("referral-paper.due"), say("document-moment", at=r.due)),
    ]
    return Document(
        kind="referral",
        language=lang,
        title=say("referral-paper"),
        number=r.number,
        made=made,
        sections=[
            Section(say("referral-paper.child"), child),
            Section(
                say("referral-paper.kindergarten"), [line for line in kindergarten if line[1]]
            ),
            Section(say("referral-paper.dates"), dates),
        ],
        note=bidding(words, lang, r, made),
        check=check,
    )


def bidding(words: Words, lang: Lang, r: Referral, now: datetime) -> str:
    """What is to be done with it; once it is used, what it has come to."""
    if r.by(now) == "open":
        return words.say(lang, "referral-paper.note")
    return words.say(lang, f"state-{r.state}")


def note(store: Store, c: Candidate, r: Referral, token: str, now: datetime) -> None:
    """From now on the page of the document knows it."""
    documents.issue(
        store,
        kind="referral",
        number=r.number,
        holder=holder_of(c.id),
        full_name=c.child.name,
        now=now,
        status=r.by(now),
        token=token,
    )


def sending(words: Words, lang: Lang, person: PersonId, r: Referral, pdf: bytes) -> Call:
    """`lang` is what the person reads; the document may be in another."""
    return {
        "method": "sendDocument",
        "chat_id": person,
        "document": upload(f"{r.number}-referral.pdf", "application/pdf", pdf),
        "caption": words.say(lang, "referral-paper-here"),
    }
