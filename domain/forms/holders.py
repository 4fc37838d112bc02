"""Proofs that somebody holds a cabinet. Each is kept with the login it was given for, and holds
for no other: whoever goes back and names another cabinet has to prove that one."""

from dataclasses import dataclass
from typing import Any

from domain.accounts import SignInWrong
from domain.errors import Refusal
from domain.forms.checks import Door
from domain.forms.model import Answers, Asks, Check, Checked, Choice
from domain.forms.person import OWN, OwnContactNeeded, OwnPhone
from domain.values.passwords import PasswordEmpty, Rules
from domain.values.phone import Phone

LOGIN, FOR, TYPED = "login", "for", "typed"
ANY_PASSWORD = Rules(least=1, most=200, kinds=())


@dataclass(eq=False)
class CabinetEntryWrong(Refusal):
    """No cabinet has this IIN and password together; never says which of them is wrong."""


@dataclass(frozen=True, slots=True)
class HolderPhone:
    """The own contact as a proof for another answer, the login. Its lookup keeps it as
    `{"own": E.164, "for": that answer}`."""

    what: str = LOGIN
    asks: Asks = "contact"

    def read(self, raw: Any, before: Answers) -> dict[str, str]:
        if not isinstance(raw, dict) or FOR not in raw:
            return OwnPhone().read(raw, before)
        if raw[FOR] != before[self.what]:
            raise OwnContactNeeded
        return {**OwnPhone().read({OWN: raw.get(OWN)}, before), FOR: raw[FOR]}

    def choices(self, before: Answers) -> tuple[Choice, ...]:
        return ()

    def show(self, value: Any, before: Answers) -> Any:
        return OwnPhone().show({OWN: value[OWN]}, before)


@dataclass(frozen=True, slots=True)
class PairedPhone:
    """The phone that belongs to an IIN: the own contact, which proves itself, or a number typed,
    which a code proves. Its lookup keeps it as `{"own" or "typed": E.164, "for": IIN}`."""

    asks: Asks = "contact"

    def read(self, raw: Any, before: Answers) -> dict[str, str]:
        if isinstance(raw, str):
            return {TYPED: Phone.read(raw).text, FOR: before[LOGIN]}
        if not isinstance(raw, dict) or TYPED not in raw:
            return HolderPhone().read(raw, before)
        if raw.get(FOR) != before[LOGIN]:
            raise OwnContactNeeded
        return {TYPED: Phone.read(str(raw[TYPED])).text, FOR: raw[FOR]}

    def choices(self, before: Answers) -> tuple[Choice, ...]:
        return ()

    def show(self, value: Any, before: Answers) -> Any:
        return Phone.read(number_of(value)).spaced


def number_of(value: Any) -> str:
    """The number of a phone that was shared or typed."""
    return str(value[OWN] if OWN in value else value[TYPED])


@dataclass(frozen=True, slots=True)
class Entry:
    """The password of a cabinet, kept as `{"account": whose, "for": login}` once it opened it."""

    asks: Asks = "secret"

    def read(self, raw: Any, before: Answers) -> dict[str, Any]:
        if not isinstance(raw, dict):
            return {"typed": ANY_PASSWORD.read(raw if isinstance(raw, str) else "")}
        if raw.get(FOR) != before[LOGIN]:
            raise PasswordEmpty
        return raw

    def choices(self, before: Answers) -> tuple[Choice, ...]:
        return ()

    def show(self, value: Any, before: Answers) -> Any:
        return "••••••••"


def opens_cabinet(door: Door, portal: str) -> Check:
    """Raises CabinetEntryWrong or SignInPaused."""

    async def check(value: Any, before: Answers) -> Checked:
        if "typed" not in value:
            return Checked(value)
        try:
            account = await door.open(portal, before[LOGIN], value["typed"])
        except SignInWrong:
            raise CabinetEntryWrong from None
        return Checked({"account": account, FOR: before[LOGIN]})

    return check
