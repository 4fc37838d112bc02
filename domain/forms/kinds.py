"""The plain sorts of answers: a line, a number, a day, one of, many of, yes or no."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from domain.errors import Refusal
from domain.forms.model import Answers, Asks, Choice
from domain.values.days import Day
from domain.values.lines import Line
from domain.values.numbers import Whole

Choices: TypeAlias = Sequence[Choice] | Callable[[Answers], Sequence[Choice]]


@dataclass(eq=False)
class NotOneOf(Refusal):
    """What was typed is none of the choices."""


def no_choices(before: Answers) -> Sequence[Choice]:
    return ()


@dataclass(frozen=True, slots=True)
class Typed:
    """Base shape of a typed answer kept as text; `reader` gives the canonical text or refuses."""

    reader: Callable[[str], str]
    asks: Asks = "text"

    def read(self, raw: Any, before: Answers) -> str:
        return self.reader(raw if isinstance(raw, str) else "")

    def choices(self, before: Answers) -> Sequence[Choice]:
        return ()

    def show(self, value: Any, before: Answers) -> Any:
        return value


def line(least: int = 1, most: int = 200) -> Typed:
    """A line of free text, `least` to `most` characters after cleaning."""
    return Typed(lambda raw: Line.read(raw, least=least, most=most).text)


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number within bounds, both included."""

    least: int
    most: int
    asks: Asks = "text"

    def read(self, raw: Any, before: Answers) -> int:
        return Whole.read(str(raw), least=self.least, most=self.most).value

    def choices(self, before: Answers) -> Sequence[Choice]:
        return ()

    def show(self, value: Any, before: Answers) -> Any:
        return str(value)


@dataclass(frozen=True, slots=True)
class OnDay:
    """A day, kept as ISO text; `reader` knows today and the bounds."""

    reader: Callable[[str], Day]
    asks: Asks = "text"

    def read(self, raw: Any, before: Answers) -> str:
        return self.reader(raw if isinstance(raw, str) else "").text

    def choices(self, before: Answers) -> Sequence[Choice]:
        return ()

    def show(self, value: Any, before: Answers) -> Any:
        return date.fromisoformat(value)


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a list; kept as the code of the choice. Lists may depend on earlier answers."""

    among: Choices
    asks: Asks = "choice"

    def choices(self, before: Answers) -> Sequence[Choice]:
        return self.among(before) if callable(self.among) else self.among

    def read(self, raw: Any, before: Answers) -> str:
        return chosen(raw, self.choices(before)).code

    def show(self, value: Any, before: Answers) -> Any:
        return chosen(value, self.choices(before))


@dataclass(frozen=True, slots=True)
class ManyOf:
    """Several of a list, in the order of the list; kept as a list of codes, never empty."""

    among: Choices
    asks: Asks = "many"

    def choices(self, before: Answers) -> Sequence[Choice]:
        return self.among(before) if callable(self.among) else self.among

    def read(self, raw: Any, before: Answers) -> list[str]:
        listed = self.choices(before)
        wanted = {chosen(code, listed).code for code in (raw if isinstance(raw, list) else [raw])}
        if not wanted:
            raise NotOneOf
        return [c.code for c in listed if c.code in wanted]

    def show(self, value: Any, before: Answers) -> Any:
        return tuple(c for c in self.choices(before) if c.code in value)


def chosen(code: Any, listed: Sequence[Choice]) -> Choice:
    found = next((c for c in listed if c.code == code), None)
    if found is None:
        raise NotOneOf
    return found


YES_NO = (Choice("yes", words="choice-yes"), Choice("no", words="choice-no"))


def yes_or_no() -> OneOf:
    return OneOf(YES_NO)


@dataclass(frozen=True, slots=True)
class Consent:
    """A tick that must be given: only "yes" goes on."""

    words: str
    asks: Asks = "tick"

    def choices(self, before: Answers) -> Sequence[Choice]:
        return (Choice("yes", words=self.words),)

    def read(self, raw: Any, before: Answers) -> str:
        return chosen(raw, self.choices(before)).code

    def show(self, value: Any, before: Answers) -> Any:
        return chosen(value, self.choices(before))
