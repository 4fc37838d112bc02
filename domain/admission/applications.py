"""An application to a school: sent once it is signed, decided by staff, put right where they say.

    signing -> review -> accepted
                      -> refused -> signing -> review …        (docs/howto/admission.md)

One application per child and season is under review or accepted; the database holds that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final, Literal, TypeAlias

from domain import audit, originals
from domain.admission.choosing import OFFERED
from domain.admission.reasons import ABOUT_PAPERS, PAPER, REASONS, fields_of
from domain.admission.vacancies import Wish
from domain.errors import Refusal
from domain.forms.papers import names_in
from domain.papers import KEPT_AFTER_DECISION
from domain.people import AccountId, PersonId
from domain.store import Store

Status: TypeAlias = Literal["signing", "review", "accepted", "refused", "withdrawn"]
SIGNED: Final = "admission"
"""The kind of what is signed."""
Mover: TypeAlias = Literal["parent", "staff"]
"""Who said that the originals are handed in."""


@dataclass(eq=False)
class ChildHasApplication(Refusal):
    """An application for this child is under review or accepted: no second one."""

    number: str


@dataclass(eq=False)
class NoSuchApplication(Refusal):
    """There is no such application of this person (any more)."""


@dataclass(eq=False)
class SignedByOther(Refusal):
    """The signature is somebody else's: only the applicant signs."""


@dataclass(eq=False)
class NotToBeSigned(Refusal):
    """Nothing waits for a signature: it was signed, withdrawn or changed meanwhile."""


@dataclass(eq=False)
class DecidedBefore(Refusal):
    """The application isn't under review: somebody decided it, or the parent took it back."""

    number: str


@dataclass(eq=False)
class ChangedSinceSeen(Refusal):
    """The application isn't the one that was looked at: its parent has put something right."""

    number: str


@dataclass(eq=False)
class NotAccepted(Refusal):
    """The application isn't accepted: no originals are awaited."""

    number: str


@dataclass(eq=False)
class PapersNotNamed(Refusal):
    """The reason is about papers, and none of those that came is named."""


@dataclass(eq=False)
class ReasonNotListed(Refusal):
    """A refusal has a reason of the list."""

    known: str


@dataclass(eq=False)
class NoPlaceLeft(Refusal):
    """All places of the grade and language are taken."""


@dataclass(eq=False)
class NothingToPutRight(Refusal):
    """The application isn't refused, or staff named nothing that can be put right."""


@dataclass(frozen=True, slots=True)
class Application:
    """`content` are the answers that held, what the register said, and `labels` as the person saw
    them. `number` and `sent` are given by the first signature and stay. While a refused one is put
    right, `signed` is what was signed before, and `content` waits for a signature."""

    id: int
    person: PersonId
    account: AccountId
    season: int
    school: str
    grade: str
    language: str
    status: Status
    content: Mapping[str, Any]
    version: int
    created: datetime
    number: str | None = None
    sent: datetime | None = None
    decided: datetime | None = None
    reason: str | None = None
    fields: tuple[str, ...] = ()
    originals: datetime | None = None
    signed: Mapping[str, Any] | None = None

    @property
    def as_signed(self) -> "Application":
        """As staff see it: nothing that its parent hasn't signed."""
        if self.signed is None:
            return self
        wish = {key: self.signed[key] for key in ("school", "grade", "language")}
        return replace(self, **wish, content=self.signed, signed=None)

    @property
    def wish(self) -> Wish:
        return Wish(self.season, self.school, self.grade, self.language)

    @property
    def child(self) -> str:
        return str(self.content["child"])

    @property
    def applicant(self) -> str:
        return str(self.content["iin"])

    @property
    def waits_for_originals(self) -> bool:
        return self.status == "accepted" and self.originals is None


@dataclass(frozen=True, slots=True)
class Event:
    """A line of an application's history."""

    status: str
    at: datetime
    by: str
    reason: str | None = None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Filed:
    """A filled form, ready to be signed. `number` is the application it puts right, if any."""

    person: PersonId
    account: AccountId
    draft: int
    season: int
    content: Mapping[str, Any]
    mends: int | None = None


def file(store: Store, filed: Filed, now: datetime) -> Application:
    """Keeps a filled form until it is signed. Sending one draft twice files it once. Raises
    ChildHasApplication, NoSuchApplication and NothingToPutRight."""
    refuse_second(store, str(filed.content["child"]), filed.season, but=filed.mends)
    if filed.mends is None:
        return store.admission.add(filed, now)
    return mended(store, filed, now)


def mended(store: Store, filed: Filed, now: datetime) -> Application:
    """Puts right what staff named, and nothing else, however the answers came."""
    old = own(store, filed.person, filed.mends or 0)
    if old.status == "signing" and old.number:
        return old
    if not may_mend(old):
        raise NothingToPutRight
    moved = store.admission.refill(old, put_right(old, filed.content), now)
    if moved is None:
        raise NoSuchApplication
    return moved


def put_right(old: Application, new: Mapping[str, Any]) -> dict[str, Any]:
    """The answers as they were sent, but for what staff named and what follows from it: papers
    that another grade asks for are new, those it doesn't ask for are gone."""
    papers = {k for k in (*old.content, *new) if k.startswith(PAPER)}
    asked_anew = {k for k in papers if (k in old.content) != (k in new)}
    taken = {*old.fields, *asked_anew, *((OFFERED,) if "school" in old.fields else ())}
    content = {
        **{k: v for k, v in old.content.items() if k not in taken},
        **{k: v for k, v in new.items() if k in taken},
    }
    before, now = old.content["labels"], new["labels"]
    content["labels"] = {
        **{k: v for k, v in before.items() if k not in taken},
        **{k: v for k, v in now.items() if k in taken},
    }
    return content


def may_mend(application: Application) -> bool:
    return application.status == "refused" and bool(application.fields)


def refuse_second(store: Store, child: str, season: int, but: int | None = None) -> None:
    """Told as soon as the child is known, and again when the form is sent; decided by a unique
    index when it is signed."""
    other = store.admission.open_of(child, season)
    if other is not None and other.id != but:
        raise ChildHasApplication(other.number or "")


def holder(number: int) -> str:
    """What the papers of an application belong to."""
    return f"{SIGNED}:{number}"


def to_sign(application: Application) -> str:
    """What a signature of the application as it is now is about."""
    return f"{holder(application.id)}.{application.version}"


def signed_of(about: str) -> tuple[int, int]:
    """The number and the version of the application a signature is about; zeros for another
    thing."""
    kind, _, subject = about.partition(":")
    number, _, version = subject.partition(".")
    if kind != SIGNED or not (number.isdecimal() and version.isdecimal()):
        return 0, 0
    return int(number), int(version)


def said_brought(store: Store, person: PersonId, cause: str, now: datetime) -> None:
    """The parent answered a reminder: the originals are at the school."""
    what, _, number = cause.partition(":")
    found = store.admission.load(int(number)) if what == "originals" else None
    if found is not None and found.person == person:
        hand_in(store, found, "parent", audit.person(person), now)


def own(store: Store, person: PersonId, number: int) -> Application:
    """An application of this person. Raises NoSuchApplication."""
    found = store.admission.load(number)
    if found is None or found.person != person:
        raise NoSuchApplication
    return found


def reopen(store: Store, application: Application, now: datetime) -> None:
    """Back to the answers before signing: one never signed is dropped, one to be put right is
    refused as before. Raises NotToBeSigned, also where it was signed after it was looked at."""
    back = store.admission.drop if application.number is None else store.admission.refuse_again
    if not back(application):
        raise NotToBeSigned
    if application.number is None:
        store.papers.expire(holder(application.id), now + KEPT_AFTER_DECISION)


def sign(store: Store, number: int, version: int, signer: str, now: datetime) -> Application:
    """The applicant's verified signature: the application goes under review, with its number. A
    second signature of the same is harmless. Raises SignedByOther, NotToBeSigned, and
    ChildHasApplication where another one was signed first."""
    found = store.admission.load(number)
    if found is None:
        raise NotToBeSigned
    if found.applicant != signer:
        raise SignedByOther
    if found.status == "review" and found.version == version + 1:
        return found
    if found.status != "signing" or found.version != version:
        raise NotToBeSigned
    refuse_second(store, found.child, found.season, but=found.id)
    reviewed = store.admission.review(found, numbered(found), now)
    if reviewed is None:
        return signed_meanwhile(store, found)
    store.admission.note(found.id, "review", now, by=audit.person(found.person))
    store.issued.turn(holder(found.id), "sent", now)
    store.papers.keep_only(holder(found.id), names_in(reviewed.content))
    return reviewed


def signed_meanwhile(store: Store, found: Application) -> Application:
    """Another transaction was first: with this application, or with another one of the child."""
    other = store.admission.open_of(found.child, found.season)
    if other is None:
        raise NotToBeSigned
    if other.id != found.id:
        raise ChildHasApplication(other.number or "")
    return other


def numbered(application: Application) -> str:
    return application.number or f"PV-{application.season}-{application.id:06d}"


def accept(
    store: Store, number: int, by: str, now: datetime, version: int | None = None
) -> Application:
    """Accepts, and takes a place: of two accepts of the last place one gets it. `version` is the
    one that was looked at, None the present one. Raises DecidedBefore, ChangedSinceSeen and
    NoPlaceLeft; all leave everything as it was (`store.attempt`)."""
    found = under_review(store, number, version)

    def taken() -> Application:
        if not store.admission.take_place(found):
            raise NoPlaceLeft
        return decided(store, replace(found, status="accepted"), by, now)

    return store.attempt(taken)


def refuse(
    store: Store,
    number: int,
    reason: str,
    papers: Sequence[str],
    by: str,
    now: datetime,
    version: int | None = None,
) -> Application:
    """Refuses for a reason of the list, which names what may be put right. Raises DecidedBefore,
    ChangedSinceSeen, ReasonNotListed, and PapersNotNamed for a reason about papers without any."""
    found = under_review(store, number, version)
    fields = fields_named(found, reason, papers)
    refused = replace(found, status="refused", reason=reason, fields=fields)
    return decided(store, refused, by, now)


def fields_named(a: Application, reason: str, papers: Sequence[str]) -> tuple[str, ...]:
    """What a reason and the papers named with it let the parent put right."""
    if reason not in REASONS:
        raise ReasonNotListed(", ".join(REASONS))
    fields = fields_of(reason, [key for key in papers if a.content.get(key)])
    if reason in ABOUT_PAPERS and not fields:
        raise PapersNotNamed
    return fields


def under_review(store: Store, number: int, version: int | None = None) -> Application:
    found = store.admission.load(number)
    if found is None:
        raise NoSuchApplication
    if found.status != "review":
        raise DecidedBefore(found.number or "")
    if version not in (None, found.version):
        raise ChangedSinceSeen(found.number or "")
    return found


def decided(store: Store, application: Application, by: str, now: datetime) -> Application:
    moved = store.admission.decide(application, now)
    if moved is None:
        raise DecidedBefore(application.number or "")
    if moved.status in ("accepted", "refused", "withdrawn"):
        store.issued.turn(holder(moved.id), moved.status, now)
    store.admission.note(
        application.id,
        application.status,
        now,
        by=by,
        reason=application.reason,
        fields=application.fields,
    )
    audited(store, moved, f"admission.{moved.status}", by, now)
    return moved


def audited(store: Store, application: Application, act: str, by: str, now: datetime) -> None:
    """Who did what, by codes only: the chain of acts holds nothing of people."""
    facts = {"school": application.school, "reason": application.reason}
    told = {key: value for key, value in facts.items() if value}
    store.audit.add(by, act, f"admission:{application.id}", told, now)


def withdraw(store: Store, application: Application, now: datetime) -> Application:
    """The parent takes back what isn't decided yet. Raises DecidedBefore."""
    if application.status != "review":
        raise DecidedBefore(application.number or "")
    taken_back = replace(application, status="withdrawn")
    store.papers.expire(holder(application.id), now + KEPT_AFTER_DECISION)
    return decided(store, taken_back, audit.person(application.person), now)


def hand_in(store: Store, application: Application, mover: Mover, by: str, now: datetime) -> bool:
    """The originals are at the school, as staff or the parent say; false when that was known."""
    if not store.admission.hand_in(application.id, now):
        return False
    originals.brought(store, str(application.id))
    store.papers.expire(holder(application.id), now + KEPT_AFTER_DECISION)
    store.admission.note(application.id, f"originals-{mover}", now, by=by)
    audited(store, application, "admission.originals", by, now)
    return True


def erase(store: Store, person: PersonId) -> None:
    """A person's applications, and the pages of the documents given out for them."""
    for application in store.admission.of(person):
        store.issued.erase(holder(application.id))
    store.admission.erase(person)
