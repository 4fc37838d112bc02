"""mektep.smart-pavlodar.kz, admission to schools: sign-in, the application in three steps, and
putting right what staff named. Sources: the portal's manual, order 564, kazakhstan.md §S, §4."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from domain.accounts import Account
from domain.admission import applications
from domain.admission.applications import Application, Filed
from domain.admission.choosing import (
    BY,
    CHOICE,
    OFFERED,
    AdmittingSchool,
    Basis,
    admitted,
    by_address,
    has_place,
    refuse_full,
    schools_for,
    young,
)
from domain.admission.reasons import PAPER
from domain.admission.rules import PaperRule, Rules
from domain.errors import Refusal
from domain.forms.citizens import (
    CHILDREN,
    RIGHT,
    Confirmed,
    OwnChild,
    applicant_known,
    child_known,
    full_name,
    phone_of,
)
from domain.forms.kinds import Consent, OneOf
from domain.forms.model import FIXED, Answers, Choice, Desk, Draft, Field, Form
from domain.forms.papers import Paper, names_in
from domain.forms.person import OWN, OwnPhone, TypedPhone, email, iin
from domain.people import AccountId, PersonId
from domain.ports import MobileCitizens, PopulationRegister
from domain.store import Store
from domain.values.iin import Iin

PORTAL, TITLE = "pavlodar", "Smart Pavlodar"
ENTER, APPLY, MEND = "school-enter", "school-apply", "school-mend"
MAIL = "school-email"
SIGNATURE, PHONE = "signature", "phone"
WAYS = (Choice(SIGNATURE, words="way-signature"), Choice(PHONE, words="way-phone"))
PORTRAIT = "photo"
NOT_KEPT = frozenset({"read", "mends", CHILDREN})


@dataclass(frozen=True, slots=True)
class Registers:
    """The state's registers this portal asks."""

    people: PopulationRegister
    citizens: MobileCitizens


def forms(rules: Rules, registers: Registers) -> tuple[Form, ...]:
    """All conversations of this portal."""
    return (
        enter_form(registers.citizens),
        Form(MAIL, (Field("mail", email(), words="school-mail"),), review=False),
        Form(APPLY, (*person_fields(registers.people), *choice_fields(rules), *papers(rules))),
        Form(MEND, (*choice_fields(rules), *papers(rules))),
    )


def enter_form(citizens: MobileCitizens) -> Form:
    """Who it is: by an e-signature, or by the phone that the Mobile Citizens Database has for the
    IIN."""
    return Form(
        ENTER,
        (
            Field("consent", Consent("consent-give"), words="school-consent"),
            Field("way", OneOf(WAYS), words="school-way"),
            Field("iin", iin(), words="parent-iin", when=by_phone, decided_by="way"),
            Field(
                "phone",
                OwnPhone(),
                words="school-phone",
                when=by_phone,
                decided_by="way",
                check=phone_of(citizens, "iin"),
            ),
        ),
        review=False,
    )


def by_phone(before: Answers) -> bool:
    return bool(before.get("way") == PHONE)


def person_fields(register: PopulationRegister) -> tuple[Field, ...]:
    """Step 1: who applies, and for whom."""
    return (
        Field(
            "read",
            Consent("school-read"),
            words="school-read",
            check=applicant_known(register, "applicant"),
            actions=("school-instruction",),
        ),
        Field(
            "applicant_right",
            Confirmed("applicant"),
            words="school-applicant",
            tells=details_of("applicant"),
            fixed=True,
        ),
        Field("mail", email(), words="school-mail", suggest=lambda before: before.get("own_mail")),
        Field(
            "phone",
            TypedPhone(),
            words="school-contact",
            suggest=lambda before: before.get("own_phone"),
        ),
        Field(
            "child",
            OwnChild(),
            words="school-child",
            check=child_known(register, "pupil", "home"),
            lookup=no_other_application,
        ),
        Field(
            "child_right",
            Confirmed("pupil"),
            words="school-child-right",
            tells=details_of("pupil"),
            fixed=True,
        ),
    )


def details_of(fact: str) -> Callable[[Answers], Mapping[str, Any]]:
    def details(before: Answers) -> Mapping[str, Any]:
        person = before[fact]
        home = before.get("home") if fact == "pupil" else None
        address = f"{home['street']}, {home['house']}" if home else "-"
        return {
            "name": full_name(person),
            "iin": Iin(person["iin"]).masked,
            "born": date.fromisoformat(person["born"]),
            "address": address,
        }

    return details


def no_other_application(desk: Desk, value: Any, before: Answers) -> None:
    applications.refuse_second(desk.store, value, before["season"])


def choice_fields(rules: Rules) -> tuple[Field, ...]:
    """Step 2: grade, language, school."""
    return (
        Field(
            "grade",
            OneOf(tuple(Choice(grade, words=f"grade-{grade}") for grade in rules.grades)),
            words="school-grade",
            lookup=admitted(rules),
            remark=young,
        ),
        Field(
            "language",
            OneOf(tuple(Choice(lang, words=f"teaching-{lang}") for lang in rules.languages)),
            words="school-language",
        ),
        Field("basis", Basis(), words="school-basis", lookup=schools_for, remark=by_address),
        Field("school", AdmittingSchool(), words="school-choice", lookup=has_place),
    )


def papers(rules: Rules) -> tuple[Field, ...]:
    """Step 3: the papers in force."""
    return tuple(paper_field(rule) for rule in rules.papers)


def paper_field(rule: PaperRule) -> Field:
    return Field(
        f"{PAPER}{rule.key}",
        Paper(portrait=rule.key == PORTRAIT),
        words=f"paper-{rule.key}",
        when=lambda before: rule.asked_in(before["grade"]),
        decided_by="grade",
        optional=not rule.required,
    )


def enter(
    store: Store, person: PersonId, iin: str, now: datetime, phone: str | None = None
) -> Account:
    """The person has shown who they are: they act for the account of their IIN, made the first
    time."""
    account = store.accounts.add(
        portal=PORTAL,
        role="parent",
        draft=None,
        profile={"iin": iin, "phone": phone, "labels": {}},
        password_hash="",
        now=now,
    )
    store.accounts.join(account.id, person, now)
    store.accounts.confirm(account.id, now)
    return account


def enter_by_phone(desk: Desk, draft: Draft, held: Answers) -> Account:
    desk.store.drafts.drop(draft.id)
    phone = held["phone"][OWN]
    return enter(desk.store, desk.person, held["iin"], desk.now, phone)


def keep_mail(desk: Desk, draft: Draft, held: Answers) -> Account | None:
    """Ends the question of the first sign-in; None if the account is gone by now."""
    desk.store.drafts.drop(draft.id)
    account = desk.store.accounts.load(AccountId(held["account"]))
    if account is None:
        return None
    return desk.store.accounts.change_profile(account, {"mail": held["mail"]})


def start(desk: Desk, account: Account, season: int) -> None:
    """Opens the application form, or leaves the one begun for this season as it is."""
    begun = desk.store.drafts.find(desk.person, APPLY)
    if begun is not None and begun.answers["season"] != season:
        desk.store.drafts.drop_form(desk.person, APPLY)
    profile, link = account.profile, desk.store.links.of(desk.person)
    desk.store.drafts.open(
        desk.person,
        APPLY,
        desk.now,
        answers={
            "account": account.id,
            "iin": profile["iin"],
            "own_mail": profile.get("mail"),
            "own_phone": profile.get("phone") or (link.phone if link else None),
            "season": season,
        },
    )


@dataclass(eq=False)
class AnotherBegun(Refusal):
    """Another application is begun and not finished; its answers would be lost."""


def resume(desk: Desk, application: Application) -> None:
    """The form of an application that wasn't signed, all its answers in place."""
    if desk.store.drafts.find(desk.person, APPLY) is not None:
        raise AnotherBegun
    content = application.content
    desk.store.drafts.open(
        desk.person,
        APPLY,
        desk.now,
        answers={**content, "read": RIGHT, CHILDREN: [content["pupil"]]},
    )


def resume_mending(desk: Desk, application: Application) -> None:
    """The same for one that puts something right."""
    begin_mending(desk, application, application.content)


def start_mending(desk: Desk, application: Application) -> None:
    """Opens the form for what staff named; everything else stays as it was sent."""
    asked = set(application.fields)
    kept = {k: v for k, v in application.content.items() if k not in asked}
    begin_mending(desk, application, kept)


def begin_mending(desk: Desk, application: Application, answers: Answers) -> None:
    """An application being put right already goes on where it was left."""
    begun = desk.store.drafts.find(desk.person, MEND)
    if begun is not None and begun.answers.get("mends") == application.id:
        return
    desk.store.drafts.drop_form(desk.person, MEND)
    fixed = [key for key in answers if key not in application.fields]
    desk.store.drafts.open(
        desk.person,
        MEND,
        desk.now,
        answers={**answers, "mends": application.id},
        given=dict.fromkeys(fixed, FIXED),
    )


def file(desk: Desk, draft: Draft, held: Answers, labels: Mapping[str, str]) -> Application:
    """Keeps a filled form until it is signed. Raises what `applications.file` raises, and
    NoPlaceAtSchool where the chosen school has filled up."""
    if held["basis"][BY] == CHOICE:
        refuse_full(desk.store, held["school"], held)
    filed = Filed(
        person=desk.person,
        account=AccountId(held["account"]),
        draft=draft.id,
        season=held["season"],
        content=content_of(held, labels),
        mends=held.get("mends"),
    )
    application = applications.file(desk.store, filed, desk.now)
    files = [*names_in(application.content), *names_in(application.signed or {})]
    desk.store.papers.hand_over(desk.person, draft.id, applications.holder(application.id), files)
    desk.store.drafts.drop(draft.id)
    return application


def content_of(held: Answers, labels: Mapping[str, str]) -> dict[str, Any]:
    """What is kept of a form: of the schools offered the chosen one only, of the children this
    one."""
    content = {k: v for k, v in held.items() if k not in NOT_KEPT}
    content[OFFERED] = {held["school"]: {"names": held[OFFERED][held["school"]]["names"]}}
    content["labels"] = dict(labels)
    return content
