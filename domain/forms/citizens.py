"""Persons that the population register tells of: shown for a yes or no, never typed again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.errors import Refusal
from domain.forms.model import Answers, Asks, Check, Checked, Choice
from domain.ports import Citizen, MobileCitizens, PopulationRegister, RegisterSilent, Residence
from domain.values.iin import Iin
from domain.values.phone import Phone


@dataclass(eq=False)
class RegisterAway(Refusal):
    """The register gives no answer now, and what it tells can't be typed instead."""


@dataclass(eq=False)
class PersonNotInRegister(Refusal):
    """The register knows nobody with this IIN."""


@dataclass(eq=False)
class PhoneOfSomebodyElse(Refusal):
    """The Mobile Citizens Database doesn't hold this number for this IIN."""


@dataclass(eq=False)
class WrongInRegister(Refusal):
    """The person says that the register is wrong: only its keeper can mend it."""


@dataclass(eq=False)
class NoChildrenInRegister(Refusal):
    """The register knows no child of whom this person is a parent or guardian."""


@dataclass(eq=False)
class NotYourChild(Refusal):
    """The register doesn't name the applicant as a parent or guardian of this child."""


RIGHT, WRONG = "yes", "no"
ANSWERS = (Choice(RIGHT, words="choice-right"), Choice(WRONG, words="choice-wrong"))


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A yes to what the register says under `fact`; a no is refused with what can be done."""

    fact: str
    asks: Asks = "choice"

    def choices(self, before: Answers) -> Sequence[Choice]:
        return ANSWERS

    def read(self, raw: Any, before: Answers) -> str:
        if raw == WRONG:
            raise WrongInRegister
        return RIGHT

    def show(self, value: Any, before: Answers) -> Any:
        return full_name(before[self.fact])


CHILDREN = "children"
"""The fact that holds the applicant's children, as the register told them."""


@dataclass(frozen=True, slots=True)
class OwnChild:
    """One of the applicant's children: tapped, or their IIN typed. Kept as the IIN."""

    asks: Asks = "choice"

    def choices(self, before: Answers) -> Sequence[Choice]:
        return [as_choice(child) for child in before.get(CHILDREN, ())]

    def read(self, raw: Any, before: Answers) -> str:
        iin = Iin.read(raw if isinstance(raw, str) else "").text
        if all(child["iin"] != iin for child in before.get(CHILDREN, ())):
            raise NotYourChild
        return iin

    def show(self, value: Any, before: Answers) -> Any:
        return Iin(value).text


def as_choice(child: Mapping[str, Any]) -> Choice:
    born = date.fromisoformat(child["born"])
    label = f"{full_name(child)}, {born:%d.%m.%Y}"
    return Choice(child["iin"], names=dict.fromkeys(("kk", "ru", "en"), label))


def full_name(person: Mapping[str, Any]) -> str:
    names = (person["surname"], person["given"], person["patronymic"])
    return " ".join(name for name in names if name != "-")


def citizen(found: Citizen) -> dict[str, str]:
    """What a draft keeps of a citizen."""
    return {
        "iin": found.iin,
        "surname": found.surname,
        "given": found.given,
        "patronymic": found.patronymic,
        "born": found.born.isoformat(),
        "sex": found.sex,
    }


def residence(found: Residence) -> dict[str, str]:
    return {"locality": found.locality, "street": found.street, "house": found.house}


def phone_of(citizens: MobileCitizens, iin: str) -> Check:
    """The number must be that of the person with the IIN answered under `iin`."""

    async def check(value: Any, before: Answers) -> Checked:
        try:
            paired = await citizens.paired(before[iin], Phone.read(value["own"]).text)
        except RegisterSilent:
            raise RegisterAway from None
        if not paired:
            raise PhoneOfSomebodyElse
        return Checked(value)

    return check


def applicant_known(register: PopulationRegister, fact: str) -> Check:
    """Brings who the person with the IIN under `iin` is, and their children."""

    async def check(value: Any, before: Answers) -> Checked:
        try:
            found = await register.person(before["iin"])
            children = await register.children(before["iin"])
        except RegisterSilent:
            raise RegisterAway from None
        if found is None:
            raise PersonNotInRegister
        if not children:
            raise NoChildrenInRegister
        return Checked(value, {fact: citizen(found), CHILDREN: list(map(citizen, children))})

    return check


def child_known(register: PopulationRegister, fact: str, home: str) -> Check:
    """Brings who the child is, and where they are registered (nothing: nowhere)."""

    async def check(value: Any, before: Answers) -> Checked:
        try:
            address = await register.address(value)
        except RegisterSilent:
            raise RegisterAway from None
        child = next(c for c in before[CHILDREN] if c["iin"] == value)
        return Checked(value, {fact: child, home: address and residence(address)})

    return check
