"""What a form is: fields, sorts of answers, a draft, and what is to be shown next."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal, NewType, Protocol, TypeAlias

from domain.errors import Refusal
from domain.people import PersonId
from domain.ports import Lang

if TYPE_CHECKING:
    from domain.store import Store

DraftId = NewType("DraftId", int)
Answers: TypeAlias = Mapping[str, Any]
"""What has been answered, as JSON values, by the key of the field."""

Asks: TypeAlias = Literal["text", "choice", "tick", "many", "contact", "secret", "paper"]
"""How an answer is given: typed, a button, the only button, several, own contact, typed and
wiped, a file."""


NONE: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Choice:
    """One possible answer. Its label is either a message of `locales/` with its arguments, or
    names by language."""

    code: str
    words: str = ""
    names: Mapping[str, str] | None = None
    arguments: Mapping[str, Any] = field(default_factory=lambda: NONE, hash=False)


class Kind(Protocol):
    """A sort of answer. `read` raises a Refusal; reading what it once returned changes nothing."""

    @property
    def asks(self) -> Asks: ...

    def read(self, raw: Any, before: Answers) -> Any: ...

    def choices(self, before: Answers) -> Sequence[Choice]: ...

    def show(self, value: Any, before: Answers) -> Any:
        """The value as a person should see it: text, a date, a Choice, or a tuple of Choices."""
        ...


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check made of an answer: the value to keep, and facts that answer later questions."""

    value: Any
    facts: Mapping[str, Any] = field(default_factory=dict)


Check: TypeAlias = Callable[[Any, Answers], Awaitable[Checked]]
"""Asks something slow (a register, a hash) outside any transaction; may raise a Refusal."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a step of a form is taken: one transaction, one person, one moment."""

    store: "Store"
    person: PersonId
    language: Lang
    now: datetime


Lookup: TypeAlias = Callable[[Desk, Any, Answers], Mapping[str, Any] | None]
"""Asks our own records inside the step's transaction; may refuse, or bring facts."""


def always(before: Answers) -> bool:
    return True


FIXED: Final = "fixed"
"""Who gave an answer that this form may not change: see `Draft.given`."""


@dataclass(frozen=True, slots=True)
class Field:
    """One question. Its words are `ask-<words>` with the attributes `.label`, `.hint`, `.why`
    and `.example` in locales/*/forms*.ftl; `words` is the key unless a portal words it otherwise.

    `suggest` offers a value to confirm in one tap; `remark` warns about a value without refusing
    it; `optional` lets a person say "later"; `actions` are further buttons, each a message and the
    name of what it does; `tells` gives the question and its hint their arguments; a `fixed` one
    stands on the card and can't be changed from there. `decided_by` is the answer that `when`
    depends on: once it is given, the number of questions is certain. A `follow_up` belongs to the
    question before and isn't counted.
    """

    key: str
    kind: Kind
    words: str = ""
    when: Callable[[Answers], bool] = always
    check: Check | None = None
    lookup: Lookup | None = None
    suggest: Callable[[Answers], Any] | None = None
    remark: Callable[[Any, Answers], Refusal | None] | None = None
    optional: bool = False
    tells: Callable[[Answers], Mapping[str, Any]] | None = None
    decided_by: str = ""
    follow_up: bool = False
    actions: tuple[str, ...] = ()
    fixed: bool = False

    @property
    def message(self) -> str:
        return f"ask-{self.words or self.key}"

    @property
    def shown(self) -> bool:
        """Whether the answer is worth showing on the card: a tick or a password isn't."""
        return self.kind.asks not in ("tick", "secret")

    @property
    def editable(self) -> bool:
        """Whether the card offers to change it; a password typed again goes with the first."""
        again = self.follow_up and self.kind.asks == "secret"
        return self.kind.asks != "tick" and not again and not self.fixed


@dataclass(frozen=True, slots=True)
class Form:
    """A conversation with a purpose. Its words are `form-<name>` (`.intro`, `.send`, `.left`).

    A form with `review` shows all answers before it is sent; without, the last answer sends it.
    """

    name: str
    fields: tuple[Field, ...]
    review: bool = True

    def field(self, key: str) -> Field | None:
        return next((f for f in self.fields if f.key == key), None)


@dataclass(frozen=True, slots=True)
class Draft:
    """A form being filled: a row. `at` is a question asked again though it has an answer; `picked`
    are the choices ticked so far in a many-of; `given` tells which answers a check filled, and
    whose, or that they are FIXED; `misses` counts refusals in a row at the present question."""

    id: DraftId
    form: str
    answers: dict[str, Any] = field(default_factory=dict)
    at: str | None = None
    picked: tuple[str, ...] = ()
    given: dict[str, str] = field(default_factory=dict)
    misses: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """The question to ask now. `total` is None while the number of questions isn't certain."""

    form: Form
    draft: Draft
    field: Field
    before: Answers
    step: int
    total: int | None

    @property
    def choices(self) -> Sequence[Choice]:
        return self.field.kind.choices(self.before)

    @property
    def current(self) -> Any:
        """The answer given earlier, while it is being changed; None if it no longer holds."""
        value = self.draft.answers.get(self.field.key)
        if value is None:
            return None
        try:
            return self.field.kind.read(value, self.before)
        except Refusal:
            return None

    @property
    def told(self) -> Mapping[str, Any]:
        """The arguments of the question's words."""
        return self.field.tells(self.before) if self.field.tells else {}

    @property
    def suggestion(self) -> Any:
        return self.field.suggest(self.before) if self.field.suggest else None


@dataclass(frozen=True, slots=True)
class Summary:
    """Every answer that holds, in order, to be checked before sending."""

    form: Form
    draft: Draft
    held: Answers
    rows: tuple[Field, ...]


Screen: TypeAlias = Question | Summary
