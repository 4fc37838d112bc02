"""An application to a kindergarten queue, made of a form's answers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from domain.errors import Refusal
from domain.forms.families import ChildTold, Fits
from domain.forms.kindergarten import NONE
from domain.forms.model import Answers, Desk, Draft
from domain.forms.papers import hand_over
from domain.people import AccountId
from domain.queue.applications import (
    Application,
    Child,
    ChildTooOld,
    GroupKind,
    Request,
    join,
    too_old,
)
from domain.queue.benefits import sent
from domain.queue.windows import Rules
from domain.values.names import full_name

ACCOUNT = "cabinet"
"""The circumstance of a draft that names the cabinet it is filled in."""
TWINS_APART = timedelta(days=31)
"""Children of one family born within a month of each other go together (bilim.astana.kz 51329)."""


@dataclass(eq=False)
class TwinsApart(Refusal):
    """Their birth dates are more than a month apart."""


@dataclass(eq=False)
class PlaceAlready(Refusal):
    """The child of this IIN has a referral or goes to a kindergarten."""


@dataclass(eq=False)
class BornApart(Refusal):
    """The same at a birth date that was typed; `first` is that of the first child."""

    first: date


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an application asks for, once a portal's form is read."""

    children: tuple[Child, ...]
    locality: str
    group: GroupKind
    languages: tuple[str, ...]
    benefit: str | None


def child_of(held: Answers, prefix: str = "", iin: str = "iin") -> Child:
    """A child as the register or the parent told of it."""
    parts = (held[f"{prefix}{part}"] for part in ("surname", "given", "patronymic"))
    return Child(held[iin], full_name(*parts), date.fromisoformat(held[f"{prefix}born"]))


def refuse_apart(children: Sequence[Child]) -> None:
    born = [child.born for child in children]
    if max(born) - min(born) > TWINS_APART:
        raise TwinsApart


def young_enough(rules: Rules, today: Callable[[], date], place: Callable[[Answers], str]) -> Fits:
    """Refuses a child that the queue of the place would refuse. Raises ChildTooOld."""

    def fits(child: ChildTold, before: Answers) -> None:
        regime = rules.of(place(before))
        if too_old(child.born, regime, today()):
            raise ChildTooOld(child.name, regime.oldest)

    return fits


def refuse_placed(desk: Desk, value: Any, before: Answers) -> None:
    """Says at a child's IIN, not after all the questions, that a place is there. Raises
    PlaceAlready."""
    if desk.store.queue.has_place(value):
        raise PlaceAlready


def benefit_of(held: Answers) -> str | None:
    return None if held["benefit"] == NONE else str(held["benefit"])


def apply(
    desk: Desk,
    portal: str,
    draft: Draft,
    held: Answers,
    wanted: Wanted,
    labels: Mapping[str, str],
    rules: Rules,
) -> Application:
    """Ends the form: the children stand in the queue. Raises TwinsApart and whatever `join`
    does."""
    refuse_apart(wanted.children)
    snapshot: dict[str, Any] = {**held, "labels": dict(labels)}
    request = Request(
        portal,
        desk.person,
        AccountId(held[ACCOUNT]),
        draft.id,
        wanted.children,
        wanted.locality,
        wanted.group,
        wanted.languages,
        wanted.benefit,
        snapshot,
    )
    application = join(desk.store, request, rules, desk.now)
    desk.store.drafts.drop(draft.id)
    hand_over(desk, draft, held, sent(application.id))
    return application
