"""INDIGO, the kindergarten queue of the cities: the personal cabinet and the application. Its
codes came through the ED24 app; here the phone is proven by the own contact. Source: kazakhstan.md
§S (ED24, INDIGO) and §3.2 (two working mobiles and an e-mail, no e-signature)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.cabinets import CODE_NEEDED, code_needed, iin_is_free
from domain.codes import About, Render
from domain.errors import Refusal
from domain.forms import cabinets
from domain.forms.cabinets import Tools, inviting, resetting, signing_in
from domain.forms.chat_codes import CHAT_CODE, REQUEST, SESSION, proves
from domain.forms.families import child_fields, child_iin, child_known, child_silent
from domain.forms.holders import FOR, HolderPhone
from domain.forms.kindergarten import (
    applicant_fields,
    applicant_known,
    applicant_silent,
    benefit_fields,
    email_field,
    languages_field,
    pmpc_field,
)
from domain.forms.kinds import Consent, OneOf
from domain.forms.lists import Atlas, PlaceChoices
from domain.forms.model import Answers, Choice, Desk, Field, Form, Lookup
from domain.forms.person import OWN, OwnPhone, TypedPhone, iin
from domain.kindergarten import Wanted, benefit_of, child_of, refuse_placed, young_enough
from domain.own_codes import ask
from domain.ports import PopulationRegister
from domain.queue.windows import Rules

PORTAL, TITLE = "indigo", "INDIGO"
OPEN = "indigo-open"
SIGN_IN = "indigo-signin"
RESET = "indigo-reset"
OTHER_PARENT = "indigo-parent"
APPLY = "indigo-apply"
PROVEN = "proven"
"""The circumstance that lists the phones linked to the applicant's chat."""
QUEUES = (
    Choice("general", words="indigo-general"),
    Choice("correctional", words="indigo-correctional"),
)


@dataclass(eq=False)
class SameMobile(Refusal):
    """The second mobile is the first one again."""


def forms(
    places: PlaceChoices,
    tools: Tools,
    *,
    register: PopulationRegister,
    rules: Rules,
    today: Callable[[], date],
) -> tuple[Form, ...]:
    """All conversations of this portal. Its two consents come before the first answer (law 94-V,
    art. 8)."""
    opening = (
        Field("consent", Consent("consent-give"), words="indigo-consent"),
        Field("codes_consent", Consent("consent-give"), words="cabinet-codes"),
        Field("city", places.city, words="indigo-city"),
        Field("iin", iin(), words="parent-iin", lookup=iin_is_free(PORTAL)),
        Field("phone", OwnPhone(), words="cabinet-phone"),
        *cabinets.passwords(tools),
    )
    return (
        Form(OPEN, opening),
        signing_in(SIGN_IN, PORTAL, tools),
        resetting(RESET, PORTAL, tools),
        inviting(OTHER_PARENT, TITLE, tools),
        apply_form(places, tools, register=register, rules=rules, today=today),
    )


def apply_form(
    places: PlaceChoices,
    tools: Tools,
    *,
    register: PopulationRegister,
    rules: Rules,
    today: Callable[[], date],
) -> Form:
    """City, two consents, which queue, then the portal's five steps: contacts, parent and child,
    benefits, the phone confirmed, the check of it all."""
    fits = young_enough(rules, today, city_of)
    return Form(
        APPLY,
        (
            Field("city", places.city, words="indigo-city"),
            Field("consent", Consent("consent-give"), words="apply-consent"),
            Field(
                "rules",
                Consent("rules-read"),
                words="indigo-rules",
                check=applicant_known(register),
                remark=applicant_silent,
            ),
            Field("group", OneOf(QUEUES), words="indigo-queue"),
            pmpc_field(),
            Field(
                "phone",
                TypedPhone(),
                words="first-mobile",
                suggest=lambda before: next(iter(before[PROVEN]), None),
            ),
            Field("phone2", TypedPhone(), words="second-mobile", lookup=refuse_same),
            email_field(),
            *applicant_fields("rules"),
            Field(
                "iin",
                child_iin(),
                words="child-iin",
                check=child_known(register, fits=fits),
                lookup=refuse_placed,
                remark=child_silent(),
            ),
            *child_fields(today, fits=fits),
            languages_field(),
            *benefit_fields(rules, city_of),
            *phone_confirmed(tools),
        ),
    )


def phone_confirmed(tools: Tools) -> tuple[Field, ...]:
    """The own contact where it is one of the two mobiles; else the first one's chat gets a code.
    Not asked where the chat has that phone already."""
    return (
        Field(
            "proof",
            HolderPhone("phone"),
            words="indigo-proof",
            when=unproven,
            decided_by="phone",
            lookup=proves_mobile(tools.render),
        ),
        Field(
            "code",
            CHAT_CODE,
            words="indigo-code",
            when=code_needed,
            decided_by="proof",
            check=proves(tools.codes),
            follow_up=True,
            actions=("cabinet-resend",),
        ),
    )


def city_of(before: Answers) -> str:
    return str(before["city"])


def unproven(before: Answers) -> bool:
    return before["phone"] not in before[PROVEN]


def refuse_same(desk: Desk, value: Any, before: Answers) -> None:
    if value == before["phone"]:
        raise SameMobile


def proves_mobile(render: Render) -> Lookup:
    def lookup(desk: Desk, value: Any, before: Answers) -> Mapping[str, Any]:
        proof = {"proof": {**value, FOR: before["phone"]}}
        if value[OWN] in (before["phone"], before["phone2"]):
            return {**proof, CODE_NEEDED: False}
        session = str(desk.person)
        request = ask(desk, before["phone"], "sign", render, About(session=session))
        return {**proof, CODE_NEEDED: True, REQUEST: request, SESSION: session}

    return lookup


def wanted(held: Answers, atlas: Atlas) -> Wanted:
    """What a filled form applies for."""
    return Wanted(
        (child_of(held),),
        atlas.queue_of(held["city"]),
        held["group"],
        tuple(held["languages"]),
        benefit_of(held),
    )
