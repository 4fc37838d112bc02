"""The registers of the state: what they tell of a family, and that silence is not "unknown"."""

from datetime import date

import pytest

from adapters.fakes import ListedPeople
from adapters.registers import NoRegister
from app.lists import invented_people
from domain.ports import Citizen, RegisterSilent, Residence
from sandbox.world import PEOPLE

MOTHER, SON, DAUGHTER = "880412490003", "230514590014", "250210690027"
AT_HOME = Residence("111010000", "Абай көшесі", "12")


def in_memory() -> ListedPeople:
    people = ListedPeople()
    mother = Citizen(MOTHER, "Сапарова", "Гүлнар", "Ерланқызы", date(1988, 4, 12), "female")
    people.add(mother, phones=("+77000000002",), residence=AT_HOME)
    son = Citizen(SON, "Сапаров", "Алихан", "Ерланұлы", date(2023, 5, 14), "male")
    people.add(son, parents=(MOTHER,), residence=AT_HOME)
    daughter = Citizen(DAUGHTER, "Сапарова", "Айша", "Ерланқызы", date(2025, 2, 10), "female")
    people.add(daughter, parents=(MOTHER,))
    return people


@pytest.fixture(params=[invented_people, in_memory])
def people(request: pytest.FixtureRequest) -> ListedPeople:
    made: ListedPeople = request.param()
    return made


async def test_a_person_is_known_by_the_iin(people: ListedPeople) -> None:
    son = await people.person(SON)
    assert son is not None
    assert (son.given, son.born, son.sex) == ("Алихан", date(2023, 5, 14), "male")
    assert await people.person("190815590006") is None


async def test_a_parents_children_are_told_youngest_first(people: ListedPeople) -> None:
    children = [child.iin for child in await people.children(MOTHER)]
    assert children.index(DAUGHTER) < children.index(SON)
    assert await people.children(SON) == []


async def test_a_residence_is_a_place_a_street_and_a_house(people: ListedPeople) -> None:
    assert await people.address(MOTHER) == AT_HOME
    assert await people.address("190815590006") is None


async def test_a_phone_belongs_to_its_owner_only(people: ListedPeople) -> None:
    assert await people.paired(MOTHER, "+77000000002")
    assert not await people.paired(MOTHER, "+77000000009")
    assert not await people.paired(SON, "+77000000002")


async def test_nobody_is_shown_by_accident(people: ListedPeople) -> None:
    assert MOTHER not in repr(await people.person(MOTHER))
    assert "Абай" not in repr(await people.address(MOTHER))


def silenced() -> ListedPeople:
    people = in_memory()
    people.silent = True
    return people


@pytest.mark.parametrize("silent", [NoRegister(), silenced()])
async def test_silence_is_not_an_answer(silent: ListedPeople | NoRegister) -> None:
    for question in (silent.person, silent.children, silent.address):
        with pytest.raises(RegisterSilent):
            await question(MOTHER)
    with pytest.raises(RegisterSilent):
        await silent.paired(MOTHER, "+77000000002")


def test_a_temporary_residence_says_until_when() -> None:
    people = invented_people()
    assert people._residences["900125490028"].until == date(2027, 12, 31)


async def test_the_sandboxs_parent_is_who_the_register_says() -> None:
    parent = next(p for p in PEOPLE if p.role == "parent")
    known = await invented_people().person(MOTHER)
    assert known is not None
    assert (parent.last_name, parent.first_name) == (known.surname, known.given)
