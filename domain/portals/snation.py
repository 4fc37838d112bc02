"""balabaqsha.snation.kz (Smart Nation), kindergartens by queue and bulletin: the parent's account.
Phone, consent, password of 8-40 characters, then the IIN, by which a register knows the person.
Source: kazakhstan.md §S."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from domain.accounts import Account
from domain.cabinets import iin_is_free
from domain.children import not_listed
from domain.errors import Refusal
from domain.forms import cabinets
from domain.forms.cabinets import Tools, inviting, resetting, signing_in
from domain.forms.checks import REGISTER, known_to, register_silent
from domain.forms.families import PARENT, child_fields, child_iin, child_known, child_silent
from domain.forms.kindergarten import (
    NONE,
    benefits_of,
    group_field,
    languages_field,
    pmpc_field,
)
from domain.forms.kinds import Consent, OneOf, yes_or_no
from domain.forms.lists import Atlas, PlaceChoices
from domain.forms.model import Answers, Check, Checked, Choice, Desk, Draft, Field, Form, Lookup
from domain.forms.papers import Paper
from domain.forms.person import OwnPhone, Patronymic, iin, name
from domain.kindergarten import ACCOUNT, Wanted
from domain.ports import LANGS, PopulationRegister, RegisterSilent
from domain.queue.applications import Child, ChildHasPlace, ChildTooOld, too_old
from domain.queue.order import Rank
from domain.queue.windows import Rules

PORTAL, TITLE = "snation", "Smart Nation"
OPEN = "snation-open"
SIGN_IN = "snation-signin"
RESET = "snation-reset"
OTHER_PARENT = "snation-parent"
CHILD = "snation-child"
APPLY = "snation-apply"
CHILDREN = "children"
"""The circumstance of an application: the cabinet's children, `[id, IIN, name, birth date]`."""
STATUS = "status_"


@dataclass(eq=False)
class NoChildListed(Refusal):
    """An application is for a child of the cabinet, and it has none yet."""


def forms(
    register: PopulationRegister,
    tools: Tools,
    *,
    places: PlaceChoices,
    rules: Rules,
    ethnicities: tuple[Choice, ...],
    today: Callable[[], date],
) -> tuple[Form, ...]:
    """All conversations of this portal. The consent comes before the phone: nothing is taken
    without it (law 94-V, art. 8). Names are asked for only where the register is silent."""
    opening = (
        Field("consent", Consent("consent-give"), words="snation-consent"),
        Field("phone", OwnPhone(), words="cabinet-phone"),
        *cabinets.passwords(tools),
        Field(
            "iin",
            iin(),
            words="parent-iin",
            check=known_to(register),
            remark=register_silent,
            lookup=iin_is_free(PORTAL),
        ),
        Field("surname", name(), words="parent-surname"),
        Field("given", name(), words="parent-given"),
        Field("patronymic", Patronymic(), words="parent-patronymic", actions=("no-patronymic",)),
    )
    return (
        Form(OPEN, opening),
        signing_in(SIGN_IN, PORTAL, tools),
        resetting(RESET, PORTAL, tools),
        inviting(OTHER_PARENT, TITLE, tools),
        child_form(register, ethnicities, today),
        apply_form(register, places, rules, today),
    )


def child_form(
    register: PopulationRegister, ethnicities: tuple[Choice, ...], today: Callable[[], date]
) -> Form:
    """A child of the cabinet: the register tells of it by its IIN, the rest is asked."""
    return Form(
        CHILD,
        (
            Field(
                "iin",
                child_iin(),
                words="child-iin",
                check=child_known(register),
                lookup=not_listed(),
                remark=child_silent(),
            ),
            *child_fields(today),
            Field("ethnicity", OneOf(ethnicities), words="child-ethnicity"),
            Field("photo", Paper(portrait=True), words="child-photo", optional=True),
        ),
    )


def apply_form(
    register: PopulationRegister,
    places: PlaceChoices,
    rules: Rules,
    today: Callable[[], date],
) -> Form:
    """The child, the group, where, and what puts it ahead of others."""
    return Form(
        APPLY,
        (
            Field(
                "child",
                OneOf(children_listed),
                words="snation-for",
                check=statuses_known(register),
                lookup=refuse_placed,
                remark=child_silent(STATUS),
            ),
            group_field("general", "correctional", "sanatorium"),
            pmpc_field(),
            languages_field(),
            Field("region", places.region, words="garden-region"),
            Field("district", places.district, words="garden-district"),
            Field(
                "locality",
                places.locality,
                words="garden-locality",
                lookup=refuse_older(rules, today),
            ),
            Field("status", OneOf(statuses(rules)), words="social-status"),
            Field(
                "status_paper",
                Paper(),
                words="benefit-paper",
                when=status_unproven,
                decided_by="status",
            ),
            Field("out_of_turn", yes_or_no(), words="out-of-turn"),
            Field(
                "category",
                OneOf(lambda before: benefits_of(rules, place_of(before), Rank.OUT_OF_TURN)),
                words="out-of-turn-category",
                when=out_of_turn,
                decided_by="out_of_turn",
            ),
            Field(
                "category_paper",
                Paper(),
                words="category-paper",
                when=out_of_turn,
                decided_by="out_of_turn",
            ),
            Field("truth", Consent("truth-confirm"), words="apply-truth"),
        ),
    )


def children_listed(before: Answers) -> list[Choice]:
    return [
        Choice(str(number), names=dict.fromkeys(LANGS, name))
        for number, _, name, _ in before[CHILDREN]
    ]


def chosen_child(before: Answers) -> Child:
    """The child of the application."""
    _, iin, name, born = next(c for c in before[CHILDREN] if str(c[0]) == before["child"])
    return Child(iin, name, date.fromisoformat(born))


def refuse_placed(desk: Desk, value: Any, before: Answers) -> None:
    """Raises ChildHasPlace."""
    child = chosen_child({**before, "child": value})
    if desk.store.queue.has_place(child.iin):
        raise ChildHasPlace(child.name)


def statuses_known(register: PopulationRegister) -> Check:
    """The social status as the register has it: the parent isn't asked then."""

    async def check(value: Any, before: Answers) -> Checked:
        try:
            found = await register.person(before[PARENT])
        except RegisterSilent:
            return Checked(value, {f"{STATUS}{REGISTER}": "silent"})
        if found is None:
            return Checked(value, {f"{STATUS}{REGISTER}": "unknown"})
        status = found.statuses[0] if found.statuses else NONE
        return Checked(value, {f"{STATUS}{REGISTER}": "knows", "status": status})

    return check


def statuses(rules: Rules) -> Callable[[Answers], tuple[Choice, ...]]:
    def listed(before: Answers) -> tuple[Choice, ...]:
        named = benefits_of(rules, place_of(before), Rank.FIRST_PRIORITY)
        return (Choice(NONE, words="benefit-none"), *named)

    return listed


def status_unproven(before: Answers) -> bool:
    return before["status"] != NONE and before.get(f"{STATUS}{REGISTER}") != "knows"


def out_of_turn(before: Answers) -> bool:
    return bool(before["out_of_turn"] == "yes")


def place_of(before: Answers) -> str:
    return str(before["locality"])


def refuse_older(rules: Rules, today: Callable[[], date]) -> Lookup:
    """Raises ChildTooOld: how old is too old is told by the place."""

    def lookup(desk: Desk, value: Any, before: Answers) -> None:
        child, regime = chosen_child(before), rules.of(value)
        if too_old(child.born, regime, today()):
            raise ChildTooOld(child.name, regime.oldest)

    return lookup


def start_apply(desk: Desk, account: Account) -> Draft:
    """Opens the application, or goes on with it, with the children as they are listed now.
    Raises NoChildListed."""
    listed = [
        [c.id, c.iin, c.name, c.born.isoformat()] for c in desk.store.children.of(account.id)
    ]
    if not listed:
        raise NoChildListed
    known = {ACCOUNT: account.id, PARENT: account.profile["iin"], CHILDREN: listed}
    draft = desk.store.drafts.open(desk.person, APPLY, desk.now, answers=known)
    if draft.answers[CHILDREN] == listed:
        return draft
    draft = replace(draft, answers={**draft.answers, **known})
    desk.store.drafts.save(desk.person, draft, desk.now)
    return replace(draft, version=draft.version + 1)


def wanted(held: Answers, atlas: Atlas) -> Wanted:
    """What a filled form applies for. Out-of-turn goes before the social status."""
    status = None if held["status"] == NONE else held["status"]
    return Wanted(
        (chosen_child(held),),
        atlas.queue_of(held["locality"]),
        held["group"],
        tuple(held["languages"]),
        held["category"] if out_of_turn(held) else status,
    )
