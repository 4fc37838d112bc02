"""Sorts of answers about a person: IIN, name, phone, e-mail, password."""

from dataclasses import dataclass
from typing import Any

from domain.errors import Refusal
from domain.forms.kinds import Typed
from domain.forms.model import Answers, Asks, Choice
from domain.values.email import Email
from domain.values.iin import Iin, IinOfNonResident
from domain.values.names import Name, none_said
from domain.values.passwords import Rules
from domain.values.phone import Phone

ANY = Rules(least=1, most=200, kinds=())
"""Any text at all, with its letters composed as those of the first password are."""


@dataclass(eq=False)
class PasswordsDiffer(Refusal):
    """The second password is not the first one."""


def iin(of_non_resident: type[Refusal] = IinOfNonResident) -> Typed:
    """An IIN, kept as twelve digits (text: it may start with zeros). A portal that tells
    non-residents where else to go refuses them in its own words."""

    def read(raw: str) -> str:
        try:
            return Iin.read(raw).text
        except IinOfNonResident:
            raise of_non_resident from None

    return Typed(read)


def name() -> Typed:
    """One part of a person's name, as on the identity paper."""
    return Typed(lambda raw: Name.read(raw).text)


NO_PATRONYMIC = "-"


@dataclass(frozen=True, slots=True)
class Patronymic:
    """A patronymic, or `-` when the paper has none."""

    asks: Asks = "text"

    def read(self, raw: Any, before: Answers) -> str:
        text = raw if isinstance(raw, str) else ""
        return NO_PATRONYMIC if none_said(text) else Name.read(text).text

    def choices(self, before: Answers) -> tuple[Choice, ...]:
        return ()

    def show(self, value: Any, before: Answers) -> Any:
        return Choice(value, words="patronymic-none") if value == NO_PATRONYMIC else value


def email() -> Typed:
    """An e-mail address."""
    return Typed(lambda raw: Email.read(raw).text)


@dataclass(eq=False)
class EmailMistyped(Refusal):
    """The address looks like a common misspelling of another one; ask, don't refuse."""

    typed: str
    suggestion: str


def mistyped(value: Any, before: Answers) -> Refusal | None:
    better = Email(value).suggestion
    return EmailMistyped(value, better) if better else None


@dataclass(eq=False)
class OwnContactNeeded(Refusal):
    """The number was typed where only the own contact proves whose it is."""


@dataclass(eq=False)
class OwnPhoneForeign(Refusal):
    """The own number of this Telegram account is no mobile number of Kazakhstan."""


OWN = "own"


def own_contact(phone: str) -> dict[str, str]:
    """The sender's own contact, as the answer to a question for a phone. Nothing typed or tapped
    can look like it."""
    return {OWN: phone}


def said(raw: Any) -> str:
    """The number of a contact, or what was typed."""
    number = raw.get(OWN) if isinstance(raw, dict) else raw
    return number if isinstance(number, str) else ""


@dataclass(frozen=True, slots=True)
class TypedPhone:
    """A mobile phone, kept as E.164."""

    asks: Asks = "text"

    def read(self, raw: Any, before: Answers) -> str:
        return Phone.read(said(raw)).text

    def choices(self, before: Answers) -> tuple[Choice, ...]:
        return ()

    def show(self, value: Any, before: Answers) -> Any:
        return Phone.read(value).spaced


@dataclass(frozen=True, slots=True)
class ContactPhone(TypedPhone):
    """The same, shared as the own contact or typed."""

    asks: Asks = "contact"


@dataclass(frozen=True, slots=True)
class OwnPhone:
    """A mobile phone proven by the own contact: kept as `{"own": E.164}`, never typed."""

    asks: Asks = "contact"

    def read(self, raw: Any, before: Answers) -> dict[str, str]:
        if not isinstance(raw, dict):
            raise OwnContactNeeded
        try:
            return own_contact(Phone.read(said(raw)).text)
        except Refusal:
            raise OwnPhoneForeign from None

    def choices(self, before: Answers) -> tuple[Choice, ...]:
        return ()

    def show(self, value: Any, before: Answers) -> Any:
        return Phone.read(said(value)).spaced


@dataclass(frozen=True, slots=True)
class Secret:
    """A password: typed text is held to the rules and then hashed by the field's check, so that
    what is kept is `{"hash": …}`, or the `{"account": …}` it opened. Before the check it is
    `{"typed": …}`, never stored."""

    rules: Rules
    asks: Asks = "secret"

    def read(self, raw: Any, before: Answers) -> dict[str, str]:
        if isinstance(raw, dict) and raw.keys() <= {"hash", "account"} and raw:
            return raw
        return {"typed": self.rules.read(raw if isinstance(raw, str) else "")}

    def choices(self, before: Answers) -> tuple[Choice, ...]:
        return ()

    def show(self, value: Any, before: Answers) -> Any:
        return "••••••••"


@dataclass(frozen=True, slots=True)
class SecretAgain:
    """The password typed a second time: kept as `{"same": hash of the first}`, so that it holds
    no longer once the first is changed."""

    first: str
    rules: Rules = ANY
    asks: Asks = "secret"

    def read(self, raw: Any, before: Answers) -> dict[str, str]:
        if not isinstance(raw, dict):
            return {"typed": self.rules.read(raw if isinstance(raw, str) else "")}
        if raw.get("same") != before[self.first]["hash"]:
            raise PasswordsDiffer
        return raw

    def choices(self, before: Answers) -> tuple[Choice, ...]:
        return ()

    def show(self, value: Any, before: Answers) -> Any:
        return "••••••••"
