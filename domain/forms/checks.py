"""What a form asks of the outside before an answer is kept: hashes, sign-in."""

from collections.abc import Mapping
from typing import Any, Protocol

from domain.forms.model import Answers, Check, Checked
from domain.forms.person import PasswordsDiffer
from domain.people import AccountId
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


class Register(Protocol):
    """The state's register of persons. It may be silent: then people are asked."""

    async def person(self, iin: str) -> Mapping[str, str] | None:
        """`surname`, `given` and `patronymic` (`-` for none) of whoever has this IIN."""
        ...


def known_to(register: Register) -> Check:
    """Answers the questions for names by an IIN, where the register knows it."""

    async def check(value: Any, before: Answers) -> Checked:
        return Checked(value, await register.person(value) or {})

    return check
