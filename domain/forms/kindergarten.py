"""What every kindergarten queue asks: the kind of group, languages, a benefit and its paper, and
whether the applicant is who the register says."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from domain.errors import Refusal
from domain.forms.checks import REGISTER, names_of
from domain.forms.families import PARENT, child_silent
from domain.forms.kinds import YES_NO, ManyOf, OneOf
from domain.forms.model import Answers, Check, Checked, Choice, Desk, Field
from domain.forms.papers import Paper
from domain.forms.person import Patronymic, email, mistyped, name
from domain.ports import PopulationRegister, RegisterSilent
from domain.queue.order import Rank
from domain.queue.windows import Rules
from domain.values.names import full_name

NONE = "none"
LANGUAGES = (
    Choice("kk", words="group-language-kk"),
    Choice("ru", words="group-language-ru"),
    Choice("en", words="group-language-en"),
)
WHO = "parent_"
"""What the answers about the applicant begin with."""


@dataclass(eq=False)
class ApplicantOther(Refusal):
    """The register's applicant isn't the person who is writing."""


def group_field(*kinds: str) -> Field:
    """General, correctional, sanatorium: as many as the portal has."""
    listed = tuple(Choice(kind, words=f"group-{kind}") for kind in kinds)
    return Field("group", OneOf(listed), words="group")


def pmpc_field() -> Field:
    """A correctional group is given by a conclusion of the PMPC (kazakhstan.md §9)."""
    return Field("pmpc", Paper(), words="pmpc", when=is_correctional, decided_by="group")


def is_correctional(before: Answers) -> bool:
    return bool(before["group"] == "correctional")


def languages_field() -> Field:
    return Field("languages", ManyOf(LANGUAGES), words="group-languages")


def email_field() -> Field:
    return Field("email", email(), words="parent-email", remark=mistyped)


def benefits_of(rules: Rules, place: str, *ranks: Rank) -> tuple[Choice, ...]:
    """The benefits of a place in these classes, in the order its regime names them."""
    listed = rules.of(place).benefits
    return tuple(
        Choice(kind, words=f"benefit-{kind.replace('_', '-')}")
        for kind, rank in listed.items()
        if rank in ranks
    )


def benefit_fields(rules: Rules, place: Callable[[Answers], str]) -> tuple[Field, ...]:
    """Is there a benefit, which, and what proves it?"""

    def offered(before: Answers) -> tuple[Choice, ...]:
        both = benefits_of(rules, place(before), Rank.OUT_OF_TURN, Rank.FIRST_PRIORITY)
        return (Choice(NONE, words="benefit-none"), *both)

    return (
        Field("benefit", OneOf(offered), words="benefit"),
        Field(
            "benefit_paper",
            Paper(),
            words="benefit-paper",
            when=has_benefit,
            decided_by="benefit",
        ),
    )


def has_benefit(before: Answers) -> bool:
    return bool(before["benefit"] != NONE)


def applicant_known(register: PopulationRegister) -> Check:
    """Asks the register about the applicant once consent is given, and not before."""

    async def check(value: Any, before: Answers) -> Checked:
        try:
            found = await register.person(before[PARENT])
        except RegisterSilent:
            return Checked(value, {f"{WHO}{REGISTER}": "silent"})
        if found is None:
            return Checked(value, {f"{WHO}{REGISTER}": "unknown"})
        names = {f"{WHO}{key}": told for key, told in names_of(found).items()}
        return Checked(value, {f"{WHO}{REGISTER}": "knows", **names})

    return check


applicant_silent = child_silent(WHO)


def known(before: Answers) -> bool:
    return before.get(f"{WHO}{REGISTER}") == "knows"


def applicant_fields(decided_by: str) -> tuple[Field, ...]:
    """The applicant as the register has them, for a yes or a no; typed where it has nobody."""
    asked = (
        Field(f"{WHO}surname", name(), words="parent-surname"),
        Field(f"{WHO}given", name(), words="parent-given"),
        Field(
            f"{WHO}patronymic",
            Patronymic(),
            words="parent-patronymic",
            actions=("no-patronymic",),
        ),
    )
    return (
        *(replace(f, when=lambda before: True, decided_by=decided_by) for f in asked),
        Field(
            "applicant",
            OneOf(YES_NO),
            words="applicant",
            when=known,
            decided_by=decided_by,
            tells=applicant_told,
            lookup=refuse_other,
        ),
    )


def applicant_told(before: Answers) -> Mapping[str, str]:
    return {"name": applicant_name(before)}


def applicant_name(before: Answers) -> str:
    return full_name(*(before[f"{WHO}{part}"] for part in ("surname", "given", "patronymic")))


def refuse_other(desk: Desk, value: Any, before: Answers) -> None:
    if value != "yes":
        raise ApplicantOther
