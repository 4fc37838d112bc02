"""A parent with an application to a school, made through the domain: how a chat may begin."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from adapters.db.store import Store
from domain.admission import applications
from domain.admission.catchment import Stretch
from domain.forms.citizens import citizen, residence
from domain.people import AccountId, PersonId
from domain.portals import pavlodar
from tests.chats.stage import Stage

PARENT = PersonId(102)
APPLICANT, CHILD = "830707390031", "190815590066"
SCHOOL = "551010000-2"
SEASON = 2027
PAPERS = ("health", "passport", "photo", "birth")
PROFILE = {"iin": APPLICANT, "phone": "+77000000002", "mail": "timur@example.com", "labels": {}}
Given = Callable[[Stage], Awaitable[None]]


async def content(stage: Stage) -> dict[str, Any]:
    """Everything answered up to the choice of a school."""
    people = stage.people
    applicant, child = await people.person(APPLICANT), await people.person(CHILD)
    home = await people.address(CHILD)
    assert applicant
    assert child
    assert home
    return {
        "iin": APPLICANT,
        "season": SEASON,
        "mail": PROFILE["mail"],
        "phone": PROFILE["phone"],
        "applicant": citizen(applicant),
        "applicant_right": "yes",
        "child": CHILD,
        "child_right": "yes",
        "pupil": citizen(child),
        "home": residence(home),
        "grade": "1",
        "language": "kk",
    }


def paper(name: str) -> dict[str, Any]:
    page = {"file": name, "type": "image/jpeg", "pages": 1, "bytes": 9, "faults": [], "sure": True}
    return {"pages": [page], "whole": {"file": name, "pages": 1, "bytes": 9}}


def entered(store: Store, stage: Stage) -> AccountId:
    """The parent has shown who they are and left an e-mail."""
    now = stage.clock.now()
    account = pavlodar.enter(store, PARENT, APPLICANT, now, PROFILE["phone"])
    store.accounts.change_profile(account, {"mail": PROFILE["mail"]})
    return account.id


def applied(*, signed: bool, **more: Any) -> Given:
    """The form is filled: it waits for a signature, or is under review. `more` are answers."""

    async def make(stage: Stage) -> None:
        known = await content(stage)
        await stage.house.database.run(lambda store: filed(stage, store, known))

    def filed(stage: Stage, store: Store, known: Mapping[str, Any]) -> None:
        now = stage.clock.now()
        account = entered(store, stage)
        whole = {**filled(store, account, known), **more}
        made = applications.file(
            store,
            applications.Filed(PARENT, account, 7, SEASON, whole),
            now,
        )
        if signed:
            applications.sign(store, made.id, made.version, APPLICANT, now)

    return make


def filled(store: Store, account: AccountId, known: Mapping[str, Any]) -> dict[str, Any]:
    names = dict(store.admission.offices()[SCHOOL].names)
    return {
        **known,
        "account": account,
        "basis": {"by": "catchment", "for": ""},
        "school": SCHOOL,
        "offered": {SCHOOL: {"names": names}},
        **{f"paper_{key}": paper(key) for key in PAPERS},
        "paper_pmpc": None,
        "labels": {"applicant_right": "Оспанов Тимур Болатұлы"},
    }


async def many(stage: Stage) -> None:
    """More applications to a school than a page holds."""
    known = await content(stage)

    def filed(store: Store) -> None:
        now, account = stage.clock.now(), entered(store, stage)
        for draft in range(100, 112):
            whole = filled(store, account, {**known, "child": f"190815590{draft}"})
            mine = applications.Filed(PARENT, account, draft, SEASON, whole)
            made = applications.file(store, mine, now)
            applications.sign(store, made.id, made.version, APPLICANT, now)

    await stage.house.database.run(filed)


async def choosing(stage: Stage) -> None:
    """The parent is asked how they choose a school; no school serves their house."""
    known = await content(stage)
    children = [known["pupil"]]

    def begun(store: Store) -> None:
        now = stage.clock.now()
        elsewhere = Stretch("551010000", "Ломов көшесі", SCHOOL, "all", 1, 9)
        store.admission.put_catchment([elsewhere])
        store.drafts.open(
            PARENT,
            pavlodar.APPLY,
            now,
            answers={
                **known,
                "account": entered(store, stage),
                "read": "yes",
                "children": children,
            },
        )

    await stage.house.database.run(begun)


GIVENS: Mapping[str, Given] = {
    "application of parent waits for a signature": applied(signed=False),
    "application of parent under review": applied(signed=True),
    "application of parent with a PMPC conclusion": applied(signed=True, paper_pmpc=paper("pmpc")),
    "twelve applications under review": many,
    "no school serves the house of parent": choosing,
}
