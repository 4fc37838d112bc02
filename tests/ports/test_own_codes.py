"""Cabinets and the codes of our own conversations, on both databases: one IIN, one cabinet; a code
is right once, and only for the chat that asked for it."""

from datetime import timedelta

import pytest

from adapters.db.engine import Database
from adapters.own_codes import OwnCodes
from domain import cabinets, links
from domain.cabinets import IinHasCabinet
from domain.codes import About
from domain.forms.model import Desk, Draft, DraftId
from domain.own_codes import ChatCodeOver, ChatCodeWrong, answered_by, ask
from domain.people import PersonId
from tests.portals import ASEL, BOLAT, OTHER, PHONE, Town


@pytest.fixture
def town(database: Database) -> Town:
    return Town(database)


HELD = {
    "iin": "880412490003",
    "phone": {"own": PHONE},
    "password": {"hash": "h"},
    "consent": "yes",
    "request": "r",
}


def desk(town: Town, store, person: PersonId = ASEL) -> Desk:
    store.people.meet(person, town.now)
    return Desk(store, person, "kk", town.now)


async def opened(town: Town, draft: int = 1, person: PersonId = ASEL, portal: str = "indigo"):
    form = Draft(DraftId(draft), "indigo-open")
    return await town.run(
        lambda s: cabinets.open_cabinet(desk(town, s, person), portal, form, HELD, {})
    )


async def test_a_cabinet_is_opened_once_however_often_it_is_sent(town: Town) -> None:
    first, again = await opened(town), await opened(town)
    assert first.id == again.id
    assert first.profile == {"iin": HELD["iin"], "phone": PHONE, "labels": {}}
    with pytest.raises(IinHasCabinet):
        await opened(town, draft=2, person=BOLAT)
    assert (await opened(town, draft=3, portal="snation")).id != first.id


async def test_it_doesnt_change_for_which_pupil_a_parent_acts(town: Town) -> None:
    await opened(town)
    assert (await town.run(lambda s: s.people.load(ASEL))).account is None


async def asked(town: Town, phone: str = OTHER, session: str = "1") -> str:
    about = About(session=session)
    return await town.run(lambda s: ask(desk(town, s), phone, "recover", town.render, about))


async def test_a_code_of_ours_is_right_once_and_in_its_own_chat_only(town: Town) -> None:
    await town.link(BOLAT, OTHER)
    request = await asked(town)
    assert town.messages[-1].until - town.now == timedelta(minutes=10)  # the most (A2)
    codes = OwnCodes(town.database, town.clock)
    with pytest.raises(ChatCodeWrong):
        await codes.spend(request, town.value, "2")
    await codes.spend(request, town.value, "1")
    with pytest.raises(ChatCodeOver):
        await codes.spend(request, town.value, "1")
    assert await town.run(lambda s: answered_by(desk(town, s), request)) == BOLAT


async def test_asked_too_soon_the_code_of_a_moment_ago_is_good(town: Town) -> None:
    await town.link(BOLAT, OTHER)
    assert await asked(town) == await asked(town)
    assert len(town.messages) == 1


async def test_a_request_that_never_was_is_answered_as_a_wrong_code(town: Town) -> None:
    codes = OwnCodes(town.database, town.clock)
    left = []
    for _ in range(4):
        with pytest.raises(ChatCodeWrong) as wrong:
            await codes.spend("", "000000", "1")
        left.append(wrong.value.left)
    assert left == [4, 3, 2, 1]
    with pytest.raises(ChatCodeOver):
        await codes.spend("", "000000", "1")


async def test_the_code_for_the_other_parent_may_be_told_on(town: Town) -> None:
    account = await opened(town)
    await town.link(BOLAT, OTHER)
    facts = await town.run(
        lambda s: cabinets.invites("INDIGO", town.render)(
            desk(town, s), OTHER, {"account": account.id}
        )
    )
    text = town.render(town.messages[-1])["text"]
    assert "INDIGO" in text
    assert "+7 700 *** ** 01" in text
    form = Draft(DraftId(9), "indigo-parent")
    held = {**facts, "account": account.id}
    assert await town.run(lambda s: cabinets.add_parent(desk(town, s), form, held)) == BOLAT
    assert set(await town.run(lambda s: s.accounts.people_of(account.id))) == {ASEL, BOLAT}
    assert (await town.run(lambda s: links.recent(s, BOLAT)))[0].portal == "Otinim"
