"""What a form asks of the outside before an answer is kept: hashes, sign-in, the state's
registers."""

from dataclasses import dataclass
from typing import Any, Protocol

from domain.errors import Refusal
from domain.forms.model import Answers, Check, Checked
from domain.forms.person import PasswordsDiffer
from domain.people import AccountId
from domain.ports import Citizen, PopulationRegister, RegisterSilent
from domain.values.passwords import PasswordEmpty


class Hasher(Protocol):
    """Slow hashes of passwords, made off the event loop."""

    async def hash(self, password: str) -> str: ...

    async def same(self, password: str, hashed: str) -> bool: ...


class Door(Protocol):
    """Sign-in: who is it that has this login and this password?"""

    async def open(self, portal: str, login: str, password: str) -> AccountId:
        """Raises SignInWrong or SignInPaused."""
        ...


def hashed(hasher: Hasher) -> Check:
    """Keeps a password only as its hash; one that was kept before stays."""

    async def check(value: Any, before: Answers) -> Checked:
        if "typed" not in value:
            return Checked(value)
        return Checked({"hash": await hasher.hash(value["typed"])})

    return check


def repeats(hasher: Hasher, key: str) -> Check:
    """The second typing of a password; raises PasswordsDiffer. What is kept is the hash it is
    the second typing of."""

    async def check(value: Any, before: Answers) -> Checked:
        if "typed" not in value:
            return Checked(value)
        if not await hasher.same(value["typed"], before[key]["hash"]):
            raise PasswordsDiffer
        return Checked({"same": before[key]["hash"]})

    return check


def opens(door: Door, portal: str, login: str) -> Check:
    """A password that lets the person in; what is kept is whose account it opened. Nothing but
    typing will do: the login may be another one by now."""

    async def check(value: Any, before: Answers) -> Checked:
        if "typed" not in value:
            raise PasswordEmpty
        account = await door.open(portal, before[login], value["typed"])
        return Checked({"account": account})

    return check


REGISTER = "register"
"""The fact that tells what a register answered: `knows`, `unknown` or `silent`."""


@dataclass(eq=False)
class RegisterGaveNoAnswer(Refusal):
    """The register is silent: what it would have told is asked for by hand."""


def known_to(register: PopulationRegister) -> Check:
    """Answers the questions for names by an IIN, where the register knows it."""

    async def check(value: Any, before: Answers) -> Checked:
        try:
            found = await register.person(value)
        except RegisterSilent:
            return Checked(value, {REGISTER: "silent"})
        if found is None:
            return Checked(value, {REGISTER: "unknown"})
        return Checked(value, {REGISTER: "knows", **names_of(found)})

    return check


def names_of(citizen: Citizen) -> dict[str, str]:
    return {
        "surname": citizen.surname,
        "given": citizen.given,
        "patronymic": citizen.patronymic,
    }


def register_silent(value: Any, before: Answers) -> Refusal | None:
    """A remark on an answer that the register should have known more of."""
    return RegisterGaveNoAnswer() if before.get(REGISTER) == "silent" else None
