"""A parent and a child as the state's registers know them: checks that answer further questions of
a form, or refuse with what to do next."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeAlias

from domain.errors import Refusal
from domain.forms.checks import REGISTER, RegisterGaveNoAnswer
from domain.forms.kinds import OnDay, OneOf, Typed
from domain.forms.model import Answers, Check, Checked, Choice, Desk, Field, Lookup
from domain.forms.person import Patronymic, name
from domain.ports import Citizen, PopulationRegister, RegisterSilent
from domain.values.days import Day
from domain.values.iin import Iin, IinOfNonResident
from domain.values.names import full_name

PARENT = "parent"
"""The circumstance of a draft that holds the applicant's IIN."""
NAMES = ("surname", "given", "patronymic")
SEXES = (Choice("male", words="child-male"), Choice("female", words="child-female"))


@dataclass(eq=False)
class ForeignIin(Refusal):
    """A non-resident's number where the portal takes residents only."""


@dataclass(eq=False)
class ChildUnknown(Refusal):
    """The register answers, and knows nobody with this IIN."""


@dataclass(eq=False)
class ChildNotYours(Refusal):
    """The register has the applicant neither as a parent nor as a guardian of this child."""


@dataclass(eq=False)
class ChildIsYou(Refusal):
    """The applicant's own IIN instead of the child's."""


def child_iin() -> Typed:
    """A resident child's IIN. Raises ForeignIin for a non-resident's."""

    def read(raw: str) -> str:
        try:
            return Iin.read(raw).text
        except IinOfNonResident:
            raise ForeignIin from None

    return Typed(read)


def any_iin() -> Typed:
    """A child's IIN, a non-resident's too."""
    return Typed(lambda raw: Iin.read_foreign(raw).text)


def is_foreign(iin: str) -> bool:
    return iin[6] == "0"


def told(child: Citizen, prefix: str) -> dict[str, str]:
    """What the register says of a child, as answers."""
    return {
        f"{prefix}surname": child.surname,
        f"{prefix}given": child.given,
        f"{prefix}patronymic": child.patronymic,
        f"{prefix}born": child.born.isoformat(),
        f"{prefix}sex": child.sex,
    }


@dataclass(frozen=True, slots=True, repr=False)
class ChildTold:
    """A child as far as it matters whether an application can be for it."""

    iin: str
    name: str
    born: date


Fits: TypeAlias = Callable[[ChildTold, Answers], None]
"""Refuses a child that the application can't be for."""


def anybody(child: ChildTold, before: Answers) -> None:
    return None


def fitting(fits: Fits, prefix: str = "", iin: str = "iin") -> Lookup:
    """The same of a child whom the parent tells of: with its birth date all is known."""

    def lookup(desk: Desk, value: Any, before: Answers) -> None:
        name = full_name(*(before[f"{prefix}{part}"] for part in NAMES))
        fits(ChildTold(before[iin], name, date.fromisoformat(value)), before)

    return lookup


def child_known(register: PopulationRegister, prefix: str = "", fits: Fits = anybody) -> Check:
    """Answers the questions about a child by its IIN. Raises ChildIsYou, ChildUnknown,
    ChildNotYours and what `fits` does. While the register is silent, for a foreigner it doesn't
    know, and of a parent it doesn't know, the questions are put to the parent: nobody is shown
    a child by giving an IIN that is nobody's."""

    async def check(value: Any, before: Answers) -> Checked:
        if value == before[PARENT]:
            raise ChildIsYou
        try:
            child = await register.person(value)
            kin = await register.children(before[PARENT])
            parent = await register.person(before[PARENT])
        except RegisterSilent:
            return Checked(value, {f"{prefix}{REGISTER}": "silent"})
        if parent is None or (child is None and is_foreign(value)):
            return Checked(value, {f"{prefix}{REGISTER}": "unknown"})
        if child is None:
            raise ChildUnknown
        if value not in {c.iin for c in kin}:
            raise ChildNotYours
        name = full_name(child.surname, child.given, child.patronymic)
        fits(ChildTold(child.iin, name, child.born), before)
        return Checked(value, {f"{prefix}{REGISTER}": "knows", **told(child, prefix)})

    return check


def child_silent(prefix: str = "") -> Callable[[Any, Answers], Refusal | None]:
    """A remark on a child's IIN that nobody could be asked about."""

    def remark(value: Any, before: Answers) -> Refusal | None:
        silent = before.get(f"{prefix}{REGISTER}") == "silent"
        return RegisterGaveNoAnswer() if silent else None

    return remark


def by_hand(before: Answers) -> bool:
    """What the register tells isn't asked, but counts as answered: so this is always so, only it
    isn't known before the IIN is."""
    return True


def child_fields(
    today: Callable[[], date], prefix: str = "", iin: str = "iin", fits: Fits = anybody
) -> tuple[Field, ...]:
    """What is asked of a child whom no register told of; its birth date is refused if the child
    doesn't fit."""
    fields = (
        Field(f"{prefix}surname", name(), words="child-surname"),
        Field(f"{prefix}given", name(), words="child-given"),
        Field(
            f"{prefix}patronymic",
            Patronymic(),
            words="child-patronymic",
            actions=("no-patronymic",),
        ),
        Field(
            f"{prefix}born",
            OnDay(lambda raw: Day.read_birth(raw, today=today())),
            words="child-born",
            suggest=lambda before: born_in(before[iin]),
            lookup=fitting(fits, prefix, iin),
        ),
        Field(
            f"{prefix}sex",
            OneOf(SEXES),
            words="child-sex",
            suggest=lambda before: Iin(before[iin]).sex,
        ),
    )
    return tuple(replace(f, when=by_hand, decided_by=iin) for f in fields)


def born_in(iin: str) -> str | None:
    """A suggestion only: since 2013 the digits need not be the birth date (decree 853)."""
    born = Iin(iin).born
    return born.isoformat() if born else None
