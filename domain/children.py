"""Children of a parent's cabinet: listed once, applied for as often as need be."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NewType

from domain.errors import Refusal
from domain.forms.checks import REGISTER
from domain.forms.engine import brought
from domain.forms.families import PARENT
from domain.forms.model import Answers, Desk, Draft, Lookup
from domain.forms.papers import hand_over
from domain.people import AccountId
from domain.queue.life import ENDED
from domain.values.names import full_name

ChildId = NewType("ChildId", int)
ACCOUNT, CHILD = "cabinet", "child"
"""The circumstances of a draft: whose child it is, and which one is being changed."""
PORTAL = "snation"
"""The portal whose cabinets have children."""
NOT_KEPT = frozenset({PARENT, ACCOUNT, CHILD, REGISTER})


@dataclass(eq=False)
class ChildListed(Refusal):
    """The cabinet has this child already."""


@dataclass(eq=False)
class ChildGone(Refusal):
    """The cabinet has no such child any more."""


@dataclass(eq=False)
class ChildApplied(Refusal):
    """An application for this child is open: it has to be deleted first."""

    number: str


@dataclass(frozen=True, slots=True, repr=False)
class Child:
    """`profile` holds the answers of the child's form and, under `told`, those that the register
    gave: they are changed there, not here."""

    id: ChildId
    account: AccountId
    profile: Mapping[str, Any]

    @property
    def iin(self) -> str:
        return str(self.profile["iin"])

    @property
    def name(self) -> str:
        p = self.profile
        return full_name(p["surname"], p["given"], p["patronymic"])

    @property
    def born(self) -> date:
        return date.fromisoformat(self.profile["born"])


def keep_child(desk: Desk, draft: Draft, held: Answers) -> Child:
    """Ends the child's form: a new child of the cabinet, or a changed one. Raises ChildListed,
    decided by a unique index, and ChildGone."""
    desk.store.drafts.drop(draft.id)
    account = AccountId(held[ACCOUNT])
    profile = {key: value for key, value in held.items() if key not in NOT_KEPT}
    profile["told"] = [key for key in profile if brought(draft, key)]
    if held.get(CHILD) is None:
        child = desk.store.children.add(account, profile, draft.id, desk.now)
    else:
        child = desk.store.children.change(child_of(desk, account, held[CHILD]), profile)
    hand_over(desk, draft, held, holder_of(child.id))
    return child


def holder_of(child: ChildId) -> str:
    """Under what the child's photo is kept."""
    return f"child:{child}"


def remove_child(desk: Desk, child: Child) -> None:
    """The child is no longer in the list, and its photo is erased."""
    desk.store.children.remove(child.id)
    desk.store.papers.expire(holder_of(child.id), desk.now)


def child_of(desk: Desk, account: AccountId, number: int) -> Child:
    """One of the cabinet's children. Raises ChildGone."""
    found = next((c for c in desk.store.children.of(account) if c.id == number), None)
    if found is None:
        raise ChildGone
    return found


def refuse_applied(desk: Desk, child: Child) -> None:
    """Raises ChildApplied while the child stands in a queue of this portal by an application."""
    for c in desk.store.queue.of(desk.person):
        if c.portal == PORTAL and c.child.iin == child.iin and c.state not in ENDED:
            raise ChildApplied(c.number)


def change_child(desk: Desk, form: str, child: Child, parent: str) -> Draft:
    """Opens the child's form with everything answered: one answer can be changed at a time."""
    desk.store.drafts.drop_form(desk.person, form)
    known = {key: value for key, value in child.profile.items() if key != "told"}
    return desk.store.drafts.open(
        desk.person,
        form,
        desk.now,
        answers={**known, PARENT: parent, ACCOUNT: child.account, CHILD: child.id},
        given=dict.fromkeys(child.profile["told"], "iin"),
    )


def not_listed() -> Lookup:
    """Raises ChildListed for another child of the cabinet with this IIN."""

    def lookup(desk: Desk, value: Any, before: Answers) -> None:
        for child in desk.store.children.of(AccountId(before[ACCOUNT])):
            if child.iin == value and child.id != before.get(CHILD):
                raise ChildListed

    return lookup
