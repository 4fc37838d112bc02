"""What the register tells of a child, and to whom."""

from datetime import date

import pytest

from adapters.fakes import ListedPeople
from domain.forms.checks import REGISTER
from domain.forms.families import PARENT, ChildNotYours, child_known
from domain.ports import Citizen

PARENTS, CHILDS, NOBODYS, STRANGERS = (
    "830707390031",
    "200101600014",
    "850101400019",
    "900101300017",
)


@pytest.fixture
def register() -> ListedPeople:
    people = ListedPeople()
    for iin, born in ((PARENTS, date(1983, 7, 7)), (STRANGERS, date(1990, 1, 1))):
        people.add(Citizen(iin, "Ахметова", "Гүлнар", "", born, "female"))
    child = Citizen(CHILDS, "Ахметова", "Аружан", "", date(2020, 1, 1), "female")
    people.add(child, parents=[PARENTS])
    return people


async def test_a_parent_is_shown_their_child(register: ListedPeople) -> None:
    found = await child_known(register)(CHILDS, {PARENT: PARENTS})
    assert (found.facts[REGISTER], found.facts["given"]) == ("knows", "Аружан")


async def test_another_parent_is_refused(register: ListedPeople) -> None:
    with pytest.raises(ChildNotYours):
        await child_known(register)(CHILDS, {PARENT: STRANGERS})


async def test_an_iin_that_is_nobodys_opens_no_child(register: ListedPeople) -> None:
    """What follows is asked; that the child exists isn't told either."""
    for iin in (CHILDS, "210101600015"):
        found = await child_known(register)(iin, {PARENT: NOBODYS})
        assert found.facts == {REGISTER: "unknown"}
